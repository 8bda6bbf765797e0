public import GradeModel
public import SystemSupport
import TabularText

/// A list of villages as a file for a spreadsheet program: a row for each, with the columns that people see on a page, and the
/// county and the edition in each row, since a file goes its own way.
public struct VillageSheet: Sendable {
    public struct Row: Sendable {
        public let cells: [String]
        /// One of its grades is.
        public let isDisputed: Bool
    }

    public let header: [String]
    public let rows: [Row]

    /// - Parameter editions: in force, by the county's code.
    public init(_ rows: [VillageRow], editions: [String: EditionID], in language: Language) {
        let labels = language.listLabels
        let table = VillageTable(rows: rows, language: language)
        header =
            ([labels.county, labels.township, labels.village, labels.kind] + table.graded.map { language.word($0) }
            + [labels.edition]).map(\.text)
        self.rows = rows.map { row in
            Row(
                cells: [
                    row.county.name, row.township, row.village ?? language.entryName(nil, part: nil).text,
                    row.kind.map { language.word($0).text } ?? "",
                ] + table.graded.map { table.cell(row, $0).text } + [editions[row.county.code]?.text ?? ""],
                isDisputed: row.grades.contains { $0.held.contains { $0.isDisputed } })
        }
    }

    /// UTF-8 with a byte-order mark, by which spreadsheet programs know that it is that.
    public var csv: [UInt8] {
        [0xEF, 0xBB, 0xBF] + AnswerRenderer.bytes(header: header, rows.map(\.cells))
    }
}
