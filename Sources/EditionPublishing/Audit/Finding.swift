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
    /// The document does not say what its grades and prices mean: no rights, term, infrastructure or valuation date.
    case noDefinitions
    case townshipOrder(listed: [String], byTables: [String])
    case attributeNotCarried(String, at: String)
    /// A name that is probably no name of one village: 其余村, 望江社区和沿河社区, 大坪村1组.
    case doubtfulName(township: String, name: String, source: TableRow, reason: String)
    /// A township has an entry of its own and entries of its villages for one land type.
    case wholeAndVillages(LandType, township: String)
    /// A grade that has entries, and no price where other grades of the same kind of land have one.
    case priceMissing(LandType, subtype: String?, Grade)
    /// A grade that has entries, and no price of a kind of land that has prices for others: that of the land type is taken.
    case priceOfWhole(LandType, subtype: String, Grade)
    /// A price for a grade that no entry has.
    case priceWithoutGrade(BasePrice)
    /// A later grade costs as much as an earlier one, or more.
    case priceRises(from: BasePrice, to: BasePrice)
    /// A grade costs ten times as much as the next one, or more.
    case priceLeaps(from: BasePrice, to: BasePrice)
    /// A kind of land that standards have under another land type than the price, 果园 under 林地: the first price of it.
    case subtypeOfOther(BasePrice, LandType)
    /// Below 1 or above 20 per cent.
    case rateImplausible(CapitalizationRate)
    case severalUnits([String])
    /// An amount that its unit makes improbable: below 0.3 元 or above 2000 元 for a square metre.
    case amountImplausible(BasePrice)
    /// A village of the list of places that no entry of the land type names.
    case listedUngraded(LandType, township: String, villages: [String])
    /// A name that the list of places does not hold.
    case notListed(township: String, name: String, source: TableRow)
    /// A grade table is the last thing in the text.
    case runsToEnd(table: String)
    // Notes
    /// What 除…外, 其余 or 全县 was taken to stand for.
    case resolved(text: String, township: String, names: [String])
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
        case .erratumProposed, .neverGraded, .townshipUngraded, .nearNamesApart, .resolved: false
        // Labels that make sense by themselves need nobody, whatever the passes say.
        case .passesUntold(_, _, .labelsConsistent): false
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
        case .noDefinitions: "no_definitions"
        case .townshipOrder: "township_order"
        case .attributeNotCarried: "attribute_not_carried"
        case .runsToEnd: "runs_to_end"
        case .doubtfulName: "doubtful_name"
        case .wholeAndVillages: "whole_and_villages"
        case .priceMissing: "price_missing"
        case .priceOfWhole: "price_of_whole"
        case .priceWithoutGrade: "price_without_grade"
        case .priceRises: "price_rises"
        case .priceLeaps: "price_leaps"
        case .subtypeOfOther: "subtype_of_other"
        case .rateImplausible: "rate_implausible"
        case .severalUnits: "several_units"
        case .amountImplausible: "amount_implausible"
        case .listedUngraded: "listed_ungraded"
        case .notListed: "not_listed"
        case .resolved: "resolved"
        case .erratumProposed: "erratum_proposed"
        case .neverGraded: "never_graded"
        case .townshipUngraded: "township_ungraded"
        case .nearNamesApart: "near_names_apart"
        }
    }
}
