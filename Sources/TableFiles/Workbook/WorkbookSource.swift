public import SystemSupport
public import TabularText

/// A sheet of an XLSX workbook as a list. Streamed: of the sheet only a few rows are held at a time, of the workbook the
/// texts that its cells share.
///
/// What is above the header and cells right of it are left out, which is said. A row without anything in it is a blank
/// record where others follow. A formula's saved value is taken, and flagged.
public final class WorkbookSource: TableSource {
    public let format = ListFormat.records(in: .utf8)
    public let total: Int64?
    public private(set) var opening: [Remark] = []

    private let sheet: WorkbookParts.Sheet
    private let part: ZipPart
    private var stream: XMLStream!
    private var reader: SheetReader!
    private let merged: MergedCells
    private var rows: SheetRows
    /// The part has been read to its end.
    private var isRead = false
    private var isEnded = false
    private var records = 0

    /// - Parameters:
    ///   - sheet: its name or number from 1; nil: the one that can be a list.
    ///   - headerRow: the sheet's row the header is in; nil: the first that can be one.
    ///   - judge: finds the header among the sheet's first rows.
    /// - Throws: `TableError`, where it is no workbook, is damaged, or has no such sheet.
    public init(
        _ file: any RandomAccess, sheet told: String? = nil, headerRow: Int? = nil,
        judge: @escaping HeaderJudge
    ) throws {
        let archive = try ZipArchive(file)
        let parts = try WorkbookParts(archive)
        let strings = try SharedStrings(archive)
        sheet = try SheetChoice(archive: archive, parts: parts, strings: strings, judge: judge).sheet(told: told)
        let part = sheet.part
        // One part of an archive is open at a time.
        let others = OtherSheets(archive: archive, parts: parts, strings: strings, than: sheet)
        merged = try MergedCells { try archive.open(part, limit: SheetReader.limit) }
        self.part = try archive.open(sheet.part, limit: SheetReader.limit)
        total = Int64(archive.size(of: sheet.part))
        rows = SheetRows(
            merged, HeaderSearch(told: headerRow, spans: merged.spans, judge: judge), format, units: parts.styles.units)
        reader = SheetReader(sheet.name, strings, parts) { [unowned self] row in
            try self.rows.take(&row)
            // A few bytes of XML can stand for a long row, by way of the shared texts.
            if self.rows.builder.byteCount >= Self.blockSize { self.stream.pause() }
        }
        stream = XMLStream(self.part.name, reader, isOneNamespace: true)
        while !rows.hasHeader, !rows.isHopeless, !isEnded { try feed() }
        guard rows.hasHeader else {
            if let headerRow { throw WorkbookFault.headerRow(sheet.name, headerRow).error }
            let first = rows.firstRows.prefix(5).map { (number: $0.number, cells: HeaderSearch.names($0)) }
            if first.isEmpty { throw WorkbookFault.noRows(sheet.name).error }
            throw TableError.noHeader(of: sheet.name, first)
        }
        opening = [remark(sheets: parts.sheets.count)]
        if let remark = others.remark { opening.append(remark) }
    }

    /// The names of a workbook's sheets that can be a list, in its order; hidden ones are not among them.
    ///
    /// - Throws: `TableError`, where it is no workbook or is damaged.
    public static func sheets(of file: any RandomAccess) throws -> [String] {
        try WorkbookParts(ZipArchive(file)).sheets.filter { !$0.isHidden }.map(\.name)
    }

    /// The name of the sheet that is read.
    public var sheetName: String { sheet.name }

    /// The sheet's row behind the header.
    public var firstRow: Int { rows.headerRow + rows.headerHeight }

    public var firstNumber: Int? { firstRow }

    public var statedRows: Int64? {
        reader.statedLastRow.flatMap { $0 >= firstRow ? Int64($0 - firstRow + 1) : nil }
    }

    private func remark(sheets: Int) -> Remark {
        let name: Sentence = "\(excerpt: sheet.name)"
        let above = rows.rowsAbove
        let last = rows.headerRow + rows.headerHeight - 1
        let place = last > rows.headerRow ? "\(rows.headerRow)–\(last)" : "\(rows.headerRow)"
        return Remark(
            zh: "XLSX 工作表“\(name)”" + (sheets > 1 ? "（共 \(sheets) 张）" : "") + "，表头在第 \(place) 行"
                + (above > 0 ? "，其上有内容的 \(above) 行不输出" : ""),
            en: "XLSX sheet ‘\(name)’" + (sheets > 1 ? " (of \(sheets))" : "") + ", header in row \(place)"
                + (above > 0 ? ", left out above it: \(above)" : ""))
    }

    public var done: Int64 { Int64(part.count) }

    public var closing: [Remark] { rows.remarks }

    private func feed() throws {
        if stream.isPaused {
            try stream.resume()
        } else {
            try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
                let count = try part.read(into: buffer)
                isRead = count == 0
                try stream.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count]), isLast: isRead)
            }
        }
        isEnded = isRead && !stream.isPaused
        if isEnded { try rows.finish() }
    }

    public func next(_ block: inout RecordBlock) throws {
        while rows.builder.byteCount < Self.blockSize, !isEnded { try feed() }
        let count = rows.builder.recordCount
        rows.builder.finish(isEnded ? .finished : .more, into: &block)
        records += count
        rows.builder.begin(firstRow: records)
    }

    private static let blockSize = 1 << 19
}
