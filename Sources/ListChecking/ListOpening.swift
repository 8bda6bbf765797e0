public import ParcelValidation
public import SystemSupport
public import TabularText
import TableFiles

/// Where the bytes of a list come from.
public protocol ListBytes: AnyObject {
    /// The next bytes; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
    /// The same from any place; nil for a pipe.
    var randomAccess: (any RandomAccess)? { get }
    /// Bytes; nil where unknown.
    var size: Int64? { get }
}

/// What a user may say of how a list is to be read.
public struct ListReading: Sendable {
    public var encoding: TextEncoding?
    public var delimiter: Delimiter?
    /// Name or number, of a workbook.
    public var sheet: String?
    /// Of a workbook: the sheet's row; of text: the line of the file.
    public var headerRow: Int?
    /// Of a database.
    public var layer: String?
    public var columns: [ColumnRole: String] = [:]
    public var landTypeIsTold = false
    /// How many bytes of text are read at a time.
    public var chunk = 1 << 20

    public init() {}

    var columnFinder: ColumnFinder { ColumnFinder(told: columns, landTypeIsTold: landTypeIsTold) }
    var headerFinder: HeaderFinder { HeaderFinder(columnFinder) }
}

/// Opens a list of any kind.
public struct ListOpening {
    public let kind: ListKind
    public let source: any TableSource
    /// The number of the first row behind the header, as a person finds it: in the sheet, or of the text's records, as a
    /// spreadsheet shows them. Of a table that has its header elsewhere 1.
    public let firstRow: Int
    /// That its name says something else than its content.
    public let remark: Remark?
    /// What a text's encoding was taken for, where nobody gave it and no mark says it, and it is not ASCII alone.
    private var guessed: TextEncoding?

    /// - Parameters:
    ///   - name: the file's, for a remark where it contradicts the content.
    ///   - encodingBeside: what a `.cpg` file beside a `.dbf` says.
    ///   - database: opens a database, where the list is a file that has a path.
    /// - Throws: `TableError` or `FormatError` where it can't be a list; whatever reading throws.
    public init(
        _ bytes: any ListBytes, name: String?, reading: ListReading,
        encodingBeside: () -> TextEncoding? = { nil }, database: ((String?) throws -> any TableSource)?
    ) throws {
        let sample = try ListSample { try bytes.read(into: $0) }
        kind = try ListKind(sample.bytes)
        remark = kind.remark(named: name)
        try Self.check(reading, kind)
        switch kind {
        case .text:
            let format = try sample.format(encoding: reading.encoding, delimiter: reading.delimiter)
            let isMarked = sample.bytes.starts(with: format.encoding.byteOrderMark)
            let guessed = reading.encoding == nil && !isMarked && !format.isASCII ? format.encoding : nil
            self.guessed = guessed
            let header: TextHeader?
            do throws(TableError) {
                header = try TextHeaderSearch(sample, format, reading).header()
            } catch { throw TableError(Self.refusal(error, guessed)) }
            firstRow = header?.nextRow ?? 2
            source = DelimitedSource(
                format: format, sample: sample.bytes, header: header, size: bytes.size, chunk: reading.chunk
            ) { try bytes.read(into: $0) }
        case .dbf:
            firstRow = 1
            source = try DBFSource(sample: sample.bytes, encoding: reading.encoding, beside: encodingBeside()) {
                try bytes.read(into: $0)
            }
        case .workbook:
            guard let file = bytes.randomAccess else {
                throw TableError(zh: "工作簿不能从管道读取；请存为文件", en: "a workbook can't be read from a pipe; save it to a file")
            }
            let sheet = try WorkbookSource(
                file, sheet: reading.sheet, headerRow: reading.headerRow, judge: reading.headerFinder.find)
            firstRow = sheet.firstRow
            source = sheet
        case .database:
            guard let database else {
                throw TableError(zh: "数据库不能从管道读取；请存为文件", en: "a database can't be read from a pipe; save it to a file")
            }
            firstRow = 1
            source = try database(reading.layer)
        }
    }

    /// What to throw where the rows of the list can't be judged: its columns are not found, above all, which may be because it
    /// is in another encoding than the one it was taken for.
    public func refused(_ error: ValidationError) -> any Error {
        switch error {
        case .failed(let cause): cause
        case .columns, .header: TableError(Self.refusal(error, guessed))
        case .sameHeaders, .noRows, .otherHeader, .stopped: error
        }
    }

    private static func refusal(_ error: some Worded, _ guessed: TextEncoding?) -> Remark {
        guard let name = guessed?.rawValue.uppercased() else { return Remark(error) }
        let setting = ListSetting.encoding
        return Remark(
            zh: error.sentence(in: .zh) + "；编码没有指定，按 \(name) 读取：如有乱码，\(setting.remedy(in: .zh))",
            en: error.sentence(in: .en)
                + "; the encoding was not given and is taken for \(name): if names are garbled, \(setting.remedy(in: .en))"
        )
    }

    /// What was said of the list's kind has to fit it.
    private static func check(_ reading: ListReading, _ kind: ListKind) throws(TableError) {
        let wrong: (setting: ListSetting, zh: Sentence, en: Sentence)?
        if kind != .workbook, reading.sheet != nil {
            wrong = (.sheet, "工作簿", "workbooks")
        } else if kind != .workbook, kind != .text, reading.headerRow != nil {
            wrong = (.headerRow, "工作簿和文本", "workbooks and text")
        } else if kind != .database, reading.layer != nil {
            wrong = (.layer, " GeoPackage 和 SQLite", "GeoPackage and SQLite")
        } else if kind != .text, reading.delimiter != nil {
            wrong = (.delimiter, "文本清单", "lists of text")
        } else if kind == .workbook || kind == .database, reading.encoding != nil {
            wrong = (.encoding, "文本和 DBF", "text and DBF")
        } else {
            wrong = nil
        }
        guard let wrong else { return }
        throw TableError(
            zh: "\(wrong.setting.name(in: .zh)) 只用于\(wrong.zh)", en: "\(wrong.setting.name(in: .en)) is for \(wrong.en)"
        )
    }
}
