import LookupService
import ListChecking
import ParcelValidation
import SystemSupport
import TableFiles
import TabularText

extension ListReadingContent {
    /// Reads the beginning of an uploaded list; blocking.
    ///
    /// - Throws: where that failed for another reason than the list's.
    init(_ request: ListRequest, _ reader: SpoolReader, for client: Client, time: Duration) throws {
        self.init()
        let upload = UploadedTable(reader, client, time: time)
        headerRow = request.reading.headerRow
        units = request.options.units
        columns = request.options.columns
        var sheetRead: String?, layerRead: String?
        do {
            let opening = try upload.open(request.reading)
            if opening.kind == .text { takeFormat(opening.source.format) }
            hasHeaderRow = opening.kind == .text || opening.kind == .workbook
            sheetRead = (opening.source as? WorkbookSource)?.sheetName
            layerRead = (opening.source as? UploadedLayer)?.source.layerName
            remarks = [opening.remark].compactMap(\.self) + opening.source.opening
            firstRow = opening.firstRow
            let preview = try ListPreview(opening.source, options: request.options, rows: 5)
            self.preview = preview
            if let columns = preview.columns {
                remarks = [columns.noGrade].compactMap(\.self) + remarks + columns.remarks
            }
        } catch {
            guard case .badList(let remark) = ListJudging.problem(error) as? Problem else { throw error }
            fault = remark
            hasHeaderRow = true
        }
        let sheets = upload.sheets
        if sheets.count > 1 { self.sheets = Choice(sheets, chosen: request.reading.sheet ?? sheetRead) }
        if upload.layers.count > 1 { layers = Choice(upload.layers, chosen: request.reading.layer ?? layerRead) }
    }

    private mutating func takeFormat(_ format: ListFormat) {
        encodings = Choice(TextEncoding.allCases.map(\.rawValue), chosen: format.encoding.rawValue)
        delimiters = Choice(Delimiter.allCases.map(\.word), chosen: format.delimiter.word)
    }
}
