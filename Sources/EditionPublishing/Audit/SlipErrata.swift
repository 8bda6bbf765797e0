package import GradeModel

/// Proposes one erratum for each run of consecutive rows of a table whose labels have slipped the same way. The texts
/// are Chinese: they are data of a Chinese document, read beside it.
package struct SlipErrata {
    package private(set) var errata: [Erratum] = []
    /// The erratum of a row, by table and row.
    package private(set) var ids: [TableRow: String] = [:]

    package init() {}

    /// Adds the errata of one table; `grades` are its rows' grades by pass.
    package mutating func add(_ table: LabelledTable, _ grades: [Grade], passes: [Range<Int>]) {
        var start = 0
        while start < table.rows.count {
            var end = start + 1
            let (label, grade) = (table.rows[start].label, grades[start])
            while end < table.rows.count, table.rows[end].label == label, grades[end] == grade { end += 1 }
            if label != grade { add(table, rows: start..<end, label, grade, passes) }
            start = end
        }
    }

    private mutating func add(
        _ table: LabelledTable, rows: Range<Int>, _ label: Grade, _ grade: Grade, _ passes: [Range<Int>]
    ) {
        let id = "E\(errata.count + 1)"
        let run = table.rows[rows]
        let names = run.map(\.township).joined(separator: "、")
        let place = Self.place(table, rows)
        var evidence = "同一级别内各乡镇按同一顺序各出现一次，乡镇再次出现即为下一级别。"
        if let index = passes.firstIndex(where: { $0.contains(rows.lowerBound) }) {
            evidence += "\(place)在第\(index + 1)遍（\(Self.span(table, passes[index]))）之内。"
        }
        evidence += Self.doubled(table, rows, label) + Self.goingBack(table)
        errata.append(
            Erratum(
                id: id, printed: "\(place)（\(names)）标为\(label.label)", held: grade.label, evidence: evidence,
                status: .proposed))
        for row in run { ids[TableRow(table: table.table, row: row.number)] = id }
    }

    private static func place(_ table: LabelledTable, _ rows: Range<Int>) -> String {
        table.table + span(table, rows)
    }

    /// `第11行至第13行`.
    private static func span(_ table: LabelledTable, _ rows: Range<Int>) -> String {
        let first = table.rows[rows.lowerBound].number
        let last = table.rows[rows.upperBound - 1].number
        return first == last ? "第\(first)行" : "第\(first)行至第\(last)行"
    }

    /// Townships of the run that, as printed, would have two rows in one grade.
    private static func doubled(_ table: LabelledTable, _ rows: Range<Int>, _ label: Grade) -> String {
        let pairs = rows.flatMap { index in
            table.rows.indices.filter { other in
                !rows.contains(other) && table.rows[other].label == label
                    && table.rows[other].township == table.rows[index].township
            }.map { other in (table.rows[index], table.rows[other]) }
        }
        guard !pairs.isEmpty else { return "" }
        let list = pairs.map { "\($0.township)第\($0.number)行与第\($1.number)行" }.joined(separator: "、")
        return "照所标级别，同一乡镇在\(label.label)内有两行（\(list)）。"
    }

    private static func goingBack(_ table: LabelledTable) -> String {
        let labels = table.rows.map(\.label)
        guard zip(labels, labels.dropFirst()).contains(where: { $1 < $0 }) else { return "" }
        var sequence: [Grade] = []
        for label in labels where sequence.last != label { sequence.append(label) }
        return "\(table.table)所标级别依次为\(sequence.map(\.label).joined(separator: "、"))，前后颠倒。"
    }
}
