/// Where something stands in a document. All counts are from 1, as a person counts; what a format can't tell is nil.
public struct SourcePlace: Hashable, Sendable {
    /// Index into `SourceDocument.files`, from 0.
    public var file: Int
    public var page: Int?
    /// The name of a workbook's sheet.
    public var sheet: String?
    /// The line of a text file.
    public var line: Int?
    /// The how many-th table of the file (of the sheet, in a workbook).
    public var table: Int?
    /// The row of the table, its header counted; in a workbook the row of the sheet.
    public var row: Int?
    public var column: Int?

    public init(
        file: Int = 0, page: Int? = nil, sheet: String? = nil, line: Int? = nil, table: Int? = nil, row: Int? = nil,
        column: Int? = nil
    ) {
        self.file = file
        self.page = page
        self.sheet = sheet
        self.line = line
        self.table = table
        self.row = row
        self.column = column
    }

    public func at(column: Int) -> SourcePlace {
        var place = self
        place.column = column
        return place
    }
}
