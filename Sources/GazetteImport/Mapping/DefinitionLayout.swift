import GradeModel
import SourceDocuments

/// How a definition table is laid out: attributes down the first column, or across the header.
struct DefinitionLayout {
    enum Orientation: Hashable {
        /// Each row an attribute; `column` is where the attributes stand, land types may stand in the header.
        case rows(column: Int, landTypes: [Int: [LandType]])
        /// Each column an attribute.
        case columns([Int: DefinitionAttribute])
    }

    let orientation: Orientation
    /// Index of the first row of data.
    let firstRow: Int
    /// Texts of rows above.
    let above: [String]

    /// Nil where the table is no definition table.
    init?(_ table: SourceTable) {
        for row in table.rows.indices.prefix(5) {
            var found: [Int: DefinitionAttribute] = [:]
            for (column, cell) in table.rows[row].cells.enumerated() where !cell.isContinuation {
                if let attribute = HeaderWords.attribute(folded(cell.text)) { found[column] = attribute }
            }
            let kinds = Set(found.values)
            if kinds.count >= 3, !kinds.isDisjoint(with: [.infrastructure, .valuationDate, .term]) {
                orientation = .columns(found)
                firstRow = row + 1
                above = Self.texts(table, before: row)
                return
            }
        }
        // A number in front of the attributes is no attribute.
        for column in 0..<min(2, table.width) {
            let words = table.rows.indices.compactMap { row in
                table[row, column].flatMap { $0.isContinuation ? nil : HeaderWords.attribute(folded($0.text)) }
            }
            guard Set(words).subtracting([.landType]).count >= 2 else { continue }
            let first = table.rows.firstIndex { row in
                row.cells.indices.contains(column) && HeaderWords.attribute(folded(row.cells[column].text)) != nil
            }
            guard let first else { continue }
            var landTypes: [Int: [LandType]] = [:]
            // 内涵 | 园地 | 林地: a header of land types, or the row 土地类型 with one in each cell.
            for row in table.rows[max(0, first - 1)...first] {
                let cells = row.cells.enumerated().filter { $0.offset > column }
                let typed = cells.compactMap { cell -> (Int, [LandType])? in
                    let found = HeaderWords.landTypes(in: folded(cell.element.text))
                    return found.isEmpty ? nil : (cell.offset, found)
                }
                if typed.count >= 2, Set(typed.map { row.cells[$0.0].text }).count >= 2 {
                    landTypes = Dictionary(uniqueKeysWithValues: typed)
                }
            }
            orientation = .rows(column: column, landTypes: landTypes)
            firstRow = first
            above = Self.texts(table, before: first)
            return
        }
        return nil
    }

    private static func texts(_ table: SourceTable, before row: Int) -> [String] {
        table.rows[..<row].compactMap { row in
            let texts = Set(row.cells.map(\.text).filter { !$0.isEmpty })
            return texts.count == 1 ? texts.first : nil
        }
    }
}
