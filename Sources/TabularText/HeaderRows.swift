import SystemSupport

/// The first rows of a list, among which its header is looked for: above it there may be titles, and it may have several
/// lines. Rows with nothing in them are left out.
public struct HeaderRows: Sendable {
    public struct Row: Sendable {
        /// As a person finds it: the row of the sheet, the line of the file.
        public let number: Int
        public let cells: [String]

        public init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }

    /// Merged cells. Columns count from 0, rows as the rows' numbers do; last ones are part of it.
    public struct Span: Hashable, Sendable {
        public let columns: ClosedRange<Int>
        public let rows: ClosedRange<Int>

        public init(columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
            self.columns = columns
            self.rows = rows
        }
    }

    public let rows: [Row]
    public let spans: [Span]
    /// The number of the row that the user says the header begins in.
    public let told: Int?

    public init(_ rows: [Row], spans: [Span] = [], told: Int? = nil) {
        self.rows = rows
        self.spans = spans
        self.told = told
    }

    /// Rows that are looked at, and how many lines a header has at most.
    public static let depth = 30
    public static let height = 3
}

/// Where the header is, and what it says.
public struct HeaderChoice: Hashable, Sendable {
    /// Index of its first line among the rows.
    public let first: Int
    /// Lines of it.
    public let height: Int
    /// Its lines put together, from top to bottom with `/` between: 坐落位置/乡镇.
    public let names: [String]
    /// Columns in which a merged cell stands for every row beside it.
    public let carried: Set<Int>
    /// The columns that are needed are found by it.
    public let isList: Bool

    public init(first: Int, height: Int, names: [String], carried: Set<Int>, isList: Bool) {
        self.first = first
        self.height = height
        self.names = names
        self.carried = carried
        self.isList = isList
    }
}

extension TableError {
    /// No row was recognized as the header; the first ones are shown, so that the user can name it.
    ///
    /// - Parameter sheet: nil in text.
    public static func noHeader(of sheet: String?, _ rows: [(number: Int, cells: [String])]) -> TableError {
        func cell(_ text: String) -> Sentence { "\(excerpt: text, characters: 16)" }
        func line(_ cells: [String]) -> Sentence { cells.prefix(12).map(cell).joined(separator: " | ") }
        let name = sheet.map(cell)
        return TableError(
            zh: (name.map { "工作表“\($0)”里" } ?? "")
                + "认不出哪一行是表头；\(ListSetting.headerRow.remedy("行号", in: .zh))，列名认不出的，\(ListSetting.columns.remedy(in: .zh))。前几行："
                + rows.map { "第 \($0.number) 行 \(line($0.cells))" as Sentence }.joined(separator: "；"),
            en: "no row" + (name.map { " of sheet ‘\($0)’" } ?? "")
                + " is recognised as the header; \(ListSetting.headerRow.remedy("NUMBER", in: .en)); of columns that are not recognised, \(ListSetting.columns.remedy(in: .en)). The first rows: "
                + rows.map { "row \($0.number) \(line($0.cells))" as Sentence }.joined(separator: "; "))
    }
}

/// Finds the header among the first rows; nil where none of them is recognized as one.
public typealias HeaderJudge = (HeaderRows) -> HeaderChoice?
