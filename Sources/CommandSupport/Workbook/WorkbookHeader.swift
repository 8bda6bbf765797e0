public import StrictJSON
public import SystemSupport

/// What a program that makes a workbook reads before the rows: one line of JSON. Rows follow as a `CellStream`, the
/// first of them the columns' names; behind them `endMark` and a `WorkbookSummary`.
public struct WorkbookHeader: Hashable, Sendable {
    /// Both programs are of one version, or the second refuses.
    public static let version = 1
    /// No kind of cell: where a row would begin, the rows are over. Without it the program that wrote them died.
    public static let endMark: UInt8 = 0x45

    /// Cells in a row.
    public let columns: Int
    /// How many of them, from the left, are the list's own.
    public let listColumns: Int
    /// Of messages; the sheets' words come as they shall stand there.
    public let language: Language
    /// The name of the sheet with the rows; where there are too many for one, ` 2` and so on is put behind it.
    public let rowsSheet: String
    public let summarySheet: String
    /// At the top of each printed page; may be empty.
    public let pageHeading: String
    /// Of the list's own columns those that are printed, beside the others; nil: all are.
    public let printedColumns: ClosedRange<Int>?

    public init(
        columns: Int, listColumns: Int, language: Language, rowsSheet: String, summarySheet: String,
        pageHeading: String = "", printedColumns: ClosedRange<Int>? = nil
    ) {
        self.columns = columns
        self.listColumns = listColumns
        self.language = language
        self.rowsSheet = rowsSheet
        self.summarySheet = summarySheet
        self.pageHeading = pageHeading
        self.printedColumns = printedColumns
    }

    public var json: JSONValue {
        [
            "version": .integer(Self.version), "columns": .integer(columns), "list_columns": .integer(listColumns),
            "language": .string(language.rawValue), "rows_sheet": .string(rowsSheet),
            "summary_sheet": .string(summarySheet), "page_heading": .string(pageHeading),
            "printed_columns": printedColumns.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) }
                ?? .null,
        ]
    }

    public init(json: JSONValue) throws(WorkbookFormError) {
        guard json["version"]?.integer == Self.version else { throw WorkbookFormError("version") }
        guard let columns = json["columns"]?.integer, columns > 0 else { throw WorkbookFormError("columns") }
        guard let listColumns = json["list_columns"]?.integer, (0...columns).contains(listColumns) else {
            throw WorkbookFormError("list_columns")
        }
        guard let language = json["language"]?.string.flatMap(Language.init) else {
            throw WorkbookFormError("language")
        }
        guard let rows = json["rows_sheet"]?.string else { throw WorkbookFormError("rows_sheet") }
        guard let summary = json["summary_sheet"]?.string else { throw WorkbookFormError("summary_sheet") }
        guard let heading = json["page_heading"]?.string else { throw WorkbookFormError("page_heading") }
        let ends = json["printed_columns"]?.array?.map(\.integer)
        var printed: ClosedRange<Int>?
        if let ends {
            guard ends.count == 2, let first = ends[0], let last = ends[1], 0 <= first, first <= last,
                last < listColumns
            else { throw WorkbookFormError("printed_columns") }
            printed = first...last
        }
        self.init(
            columns: columns, listColumns: listColumns, language: language, rowsSheet: rows, summarySheet: summary,
            pageHeading: heading,
            printedColumns: printed)
    }
}

/// A member of the JSON that is missing or not as it should be.
public struct WorkbookFormError: Error, Hashable, Sendable {
    public let member: String

    init(_ member: String) { self.member = member }
}
