public import GradeModel

/// One thing an audit or an import has to say about an edition.
public enum Finding: Hashable, Sendable {
    /// Labels and passes of a table differ, and the passes tell nothing.
    case passesUntold(table: String, landType: LandType, PassDoubt)
    /// The grade held is neither the one by passes nor accounted for by a decided erratum.
    case heldAgainstPasses(table: String, row: Int, township: String, held: Grade, byPasses: Grade)
    /// Two names of a township one character apart (or apart in a committee's suffix) that never stand in one table.
    case nearNames(township: String, first: SeenName, second: SeenName)
    case pinyinMissing([String])
    case townshipOrder(listed: [String], byTables: [String])
    /// A table of base prices stands in the annex; the importer does not read it.
    case priceTable(table: String, line: Int)
    case attributeNotCarried(String, line: Int)
    /// A grade table is the last thing in the text.
    case runsToEnd(table: String)
    // Notes
    case erratumProposed(id: String, disputed: Int, other: Int)
    case neverGraded(LandType)
    case townshipUngraded(String)
    /// Pairs of near names that stand in one table, so that they are two places.
    case nearNamesApart(pairs: Int)

    /// A name and the rows it stands in.
    public struct SeenName: Hashable, Sendable {
        public let name: String
        public let rows: [TableRow]
    }

    /// Whether a person has to look; otherwise it is a note.
    public var needsPerson: Bool {
        switch self {
        case .erratumProposed, .neverGraded, .townshipUngraded, .nearNamesApart: false
        default: true
        }
    }

    /// `near_names`: stable, for programs.
    public var code: String {
        switch self {
        case .passesUntold: "passes_untold"
        case .heldAgainstPasses: "held_against_passes"
        case .nearNames: "near_names"
        case .pinyinMissing: "pinyin_missing"
        case .townshipOrder: "township_order"
        case .priceTable: "price_table_not_read"
        case .attributeNotCarried: "attribute_not_carried"
        case .runsToEnd: "runs_to_end"
        case .erratumProposed: "erratum_proposed"
        case .neverGraded: "never_graded"
        case .townshipUngraded: "township_ungraded"
        case .nearNamesApart: "near_names_apart"
        }
    }
}
