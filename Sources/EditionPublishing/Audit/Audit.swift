public import GradeModel

/// What a person should know about an edition before publishing it: passes against labels, names that may be misprints,
/// land types without a table, errata still open.
///
///     for finding in Audit(edition).findings { print(finding) }
public struct Audit: Hashable, Sendable {
    /// Those that need a person first.
    public let findings: [Finding]

    public var needsPerson: Bool { findings.contains(where: \.needsPerson) }

    /// - Parameter places: all villages of the county by township, where a list of them is at hand.
    public init(_ edition: Edition, places: [String: [String]]? = nil) {
        let tables = Self.tables(edition)
        let passes = TownshipPasses(tables)
        var findings: [Finding] = []
        for (table, ranges) in zip(tables, passes.passes) {
            let reading = LabelReading(table, passes: ranges, settles: passes.settles)
            findings += Self.judge(table, reading, edition)
        }
        findings += Self.townships(edition, passes)
        let near = NearNames(edition.grades)
        findings += near.findings.filter { !Self.isDecided($0, edition) }
        if near.apart > 0 { findings.append(.nearNamesApart(pairs: near.apart)) }
        let graded = Set(edition.grades.map(\.landType))
        for landType in edition.definitions.map(\.landType).sorted() where !graded.contains(landType) {
            findings.append(.neverGraded(landType))
        }
        if edition.definitions.isEmpty { findings.append(.noDefinitions) }
        findings += NameCheck(edition, places).findings + PriceCheck(edition).findings
        for erratum in edition.errata where erratum.status == .proposed {
            let entries = edition.grades.filter { $0.erratum == erratum.id }
            let regraded = entries.count(where: \.differsFromPrint)
            findings.append(.erratumProposed(id: erratum.id, disputed: regraded, other: entries.count - regraded))
        }
        self.findings = findings.filter(\.needsPerson) + findings.filter { !$0.needsPerson }
    }

    /// Two near names that a person was asked about and found to be two: one stands in an entry whose erratum was
    /// rejected.
    private static func isDecided(_ finding: Finding, _ edition: Edition) -> Bool {
        guard case .nearNames(let township, let first, let second) = finding else { return false }
        let rejected = Set(edition.errata.filter { $0.status == .rejected }.map(\.id))
        return edition.grades.contains { entry in
            entry.township == township && (entry.village == first.name || entry.village == second.name)
                && entry.erratum.map(rejected.contains) == true
        }
    }

    /// The rows of the document's tables, put together from the entries. Where a table grades several land types side by
    /// side, each is a table by itself; a table whose rows name several townships, or
    /// townships as a whole, or that goes township by township, has no passes and is left out.
    private static func tables(_ edition: Edition) -> [LabelledTable] {
        var order: [TableOfType] = []
        var rows: [TableOfType: [Int: LabelledRow]] = [:]
        var mixed: Set<TableOfType> = []
        for entry in edition.grades {
            guard let number = entry.source.row else { continue }
            let key = TableOfType(table: entry.source.table, landType: entry.landType)
            if rows[key] == nil { order.append(key) }
            let row = LabelledRow(number: number, township: entry.township, label: entry.printedGrade)
            if entry.isWholeTownship || rows[key]?[number].map({ $0 != row }) == true { mixed.insert(key) }
            rows[key, default: [:]][number] = row
        }
        return order.filter { !mixed.contains($0) }.compactMap { key in
            let sorted = (rows[key] ?? [:]).values.sorted { $0.number < $1.number }
            if isByTownship(sorted) { return nil }
            return LabelledTable(table: key.table, landType: key.landType, rows: sorted)
        }
    }

    /// One township after the other, each with all of its rows: a row for each village, or for each grade of a township.
    private static func isByTownship(_ rows: [LabelledRow]) -> Bool {
        let runs = zip(rows, rows.dropFirst()).count { $0.township != $1.township } + 1
        return runs == Set(rows.map(\.township)).count && rows.count > runs
    }

    private static func judge(_ table: LabelledTable, _ reading: LabelReading, _ edition: Edition) -> [Finding] {
        let byPasses: [Grade]
        switch reading {
        case .agree: byPasses = table.rows.map(\.label)
        case .slipped(let grades): byPasses = grades
        case .untold(let doubt):
            return [.passesUntold(table: table.table, landType: table.landType, doubt)]
        }
        let decided = Set(edition.errata.filter { $0.status != .proposed }.map(\.id))
        let expected = Dictionary(uniqueKeysWithValues: zip(table.rows.map(\.number), byPasses))
        var seen: Set<Int> = []
        return edition.grades.compactMap { entry in
            guard entry.source.table == table.table, entry.landType == table.landType, let row = entry.source.row,
                let grade = expected[row],
                entry.grade != grade, entry.erratum.map(decided.contains) != true, seen.insert(row).inserted
            else { return nil }
            return .heldAgainstPasses(
                table: table.table, row: row, township: entry.township, held: entry.grade, byPasses: grade)
        }
    }

    private static func townships(_ edition: Edition, _ passes: TownshipPasses) -> [Finding] {
        var findings: [Finding] = []
        let graded = Set(edition.grades.map(\.township))
        let inPasses = Set(passes.order)
        let listed = edition.townships.map(\.name).filter(inPasses.contains)
        if passes.settles, listed != passes.order {
            findings.append(.townshipOrder(listed: listed, byTables: passes.order))
        }
        let silent = edition.townships.filter(\.pinyin.isEmpty).map(\.name)
        if !silent.isEmpty { findings.append(.pinyinMissing(silent)) }
        for entry in edition.townships where !graded.contains(entry.name) {
            findings.append(.townshipUngraded(entry.name))
        }
        return findings
    }
}

private struct TableOfType: Hashable {
    let table: String
    let landType: LandType
}
