import EditionPackage
import EditionPublishing
import GradeModel
import SourceDocuments

/// Holds the grade labels of tables in which labels can slip against the order of the townships.
///
/// A label is overruled only where it can't be right: the labels go back, or several townships would have two rows in one
/// grade, and the rows that moved are the first of the later label. A second row for a township's farms is none of that.
/// Where labels contradict themselves and the passes do not tell why, a person is asked.
struct LabelJudgement {
    private(set) var errata: [Erratum] = []
    /// The townships in the order that the tables run through them.
    let order: [String]
    /// By table and row: the grade by the passes, and its erratum.
    private(set) var moved: [TableRow: (grade: Grade, erratum: String)] = [:]
    /// Tables whose labels a person has to tell.
    private(set) var untold: [(facts: TableFacts, rows: String)] = []

    init(_ tables: [TableFacts]) {
        let labelled = tables.map(Self.labelled)
        let passes = TownshipPasses(labelled)
        var order = passes.order
        for table in tables {
            for name in table.scopes.compactMap(\.township) where !order.contains(name) { order.append(name) }
        }
        self.order = order
        var slips = SlipErrata()
        for (index, table) in labelled.enumerated() {
            let facts = tables[index]
            // Where every row has a label of its own, or merges are known, no label can slip.
            if facts.beginsUnlabelled {
                untold.append((facts, Self.names(table.rows)))
                continue
            }
            guard facts.carriesLabels, !table.rows.isEmpty, facts.isSingle else { continue }
            if facts.isTownshipMajor {
                if Self.goesBackInTownship(table.rows) { untold.append((facts, Self.names(table.rows))) }
                continue
            }
            let rest = Self.withoutFarms(table, facts)
            guard Self.contradicts(rest) else { continue }
            let ranges = passes.passes[index]
            let reading = LabelReading(table, passes: ranges, settles: passes.settles)
            guard case .slipped(let grades) = reading, Self.isSlip(table.rows, grades) else {
                untold.append((facts, Self.names(rest)))
                continue
            }
            slips.add(table, grades, passes: ranges)
            for (row, grade) in zip(table.rows, grades) where row.label != grade {
                let source = TableRow(table: table.table, row: row.number)
                if let id = slips.ids[source] { moved[source] = (grade, id) }
            }
        }
        errata = slips.errata
    }

    /// One row for each township and label where a township's rows follow each other: a row for each village is a pass
    /// through villages.
    private static func labelled(_ facts: TableFacts) -> LabelledTable {
        var rows: [LabelledRow] = []
        for fact in facts.scopes {
            guard let number = fact.source.row, let township = fact.township else { continue }
            if let last = rows.last, last.number == number || last.township == township && last.label == fact.printed {
                continue
            }
            rows.append(LabelledRow(number: number, township: township, label: fact.printed))
        }
        let landType = facts.scopes.lazy.compactMap(\.landTypes.first).first ?? .orchard
        return LabelledTable(table: facts.table.label, landType: landType, rows: rows)
    }

    /// Rows that are not a township's second one in a grade, as for farms.
    private static func withoutFarms(_ table: LabelledTable, _ facts: TableFacts) -> [LabelledRow] {
        var seen: Set<[String]> = []
        return table.rows.filter { row in
            guard !seen.insert([row.township, row.label.label]).inserted else { return true }
            return !facts.isFarms(row.number)
        }
    }

    private static func contradicts(_ rows: [LabelledRow]) -> Bool {
        var seen: Set<[String]> = []
        let isTwice = rows.contains { !seen.insert([$0.township, $0.label.label]).inserted }
        return isTwice || goesBack(rows)
    }

    private static func goesBack(_ rows: [LabelledRow]) -> Bool {
        zip(rows, rows.dropFirst()).contains { $1.label < $0.label }
    }

    private static func goesBackInTownship(_ rows: [LabelledRow]) -> Bool {
        zip(rows, rows.dropFirst()).contains { $0.township == $1.township && $1.label <= $0.label }
    }

    /// Every row that moves has come under a later label too early, and it is no single row.
    private static func isSlip(_ rows: [LabelledRow], _ grades: [Grade]) -> Bool {
        let pairs = zip(rows, grades).filter { $0.label != $1 }
        return pairs.count >= 2 && pairs.allSatisfy { $1 < $0.label }
    }

    private static func names(_ rows: [LabelledRow]) -> String {
        rows.map { "\($0.label.label) \($0.township)" }.joined(separator: "；")
    }
}

extension TableFacts {
    /// Rows that grade one land type each, with one township each.
    var isSingle: Bool { Set(scopes.map(\.landTypes)).count == 1 && scopes.allSatisfy { $0.township != nil } }

    /// Whether a row names nothing but farms and stations.
    func isFarms(_ row: Int) -> Bool {
        let texts = scopes.filter { $0.source.row == row }.map(\.text)
        let names = texts.flatMap { $0.split { "、，,；; \n".contains($0) } }.map(String.init)
        return !names.isEmpty
            && names.allSatisfy { name in
                PlaceName.doubt(name) == nil && !PlaceName.plainEndings.contains { name.hasSuffix($0) }
            }
    }
}
