import SystemSupport
import TabularText

/// Why a workbook is refused.
enum WorkbookFault: Worded, Hashable {
    // The archive
    case notWhole
    case tooManyEntries(Int)
    case twice(String)
    case overlapping(String)
    case encrypted(String)
    case method(Int, String)
    case damaged(String)
    case bomb(String)
    case tooLong(String, limit: Int)
    // What is in it
    case other(OtherKind)
    case missing(String)
    case documentType(String)
    case depth(String)
    case markup(String, line: Int)
    case sheet(told: String, names: [String])
    case sheets([String])
    case reference(String)
    case rowOrder(String, row: Int)
    case column(String)
    case tooManyCells
    case tooManyMerges
    case manyCells(limit: Int)
    case muchText(limit: Int)
    case cellTooLong(String)
    case rowTooLong(Int)
    case tooManySheets
    case tooMuchText
    case sharedString(String)
    case noRows(String)
    case headerRow(String, Int)
    case muchBlank(last: Int, next: Int)

    /// Files that are taken for a workbook by their name.
    enum OtherKind: Hashable {
        case archive, openDocument, word, slides, binaryWorkbook, strict, shapefile, geodatabase, keyhole
        /// A list that was packed, by its name.
        case packed(String)
    }

    var error: TableError { TableError(self) }

    func sentence(in language: Language) -> Sentence {
        switch self {
        case .notWhole:
            language.pick(
                zh: "文件不完整：ZIP 的目录不在文件末尾；请重新保存或重新传送",
                en: "the file is not whole: its ZIP directory is not at its end; save or send it again")
        case .tooManyEntries(let count):
            language.pick(zh: "ZIP 内有 \(count) 个文件，不是工作簿", en: "\(count) files in the ZIP: no workbook has so many")
        case .twice(let name):
            language.pick(zh: "ZIP 内有两个“\(excerpt: name)”", en: "two files ‘\(excerpt: name)’ in the ZIP")
        case .overlapping(let name):
            language.pick(
                zh: "ZIP 内“\(excerpt: name)”与别的部分重叠", en: "‘\(excerpt: name)’ overlaps another part of the ZIP")
        case .encrypted(let name):
            language.pick(
                zh: "“\(excerpt: name)”已加密；请先去掉密码另存",
                en: "‘\(excerpt: name)’ is encrypted; save it without a password first")
        case .method(let method, let name):
            language.pick(
                zh: "“\(excerpt: name)”的压缩方法 \(method) 不支持",
                en: "‘\(excerpt: name)’ is compressed by method \(method), which is not supported")
        case .damaged(let name):
            language.pick(
                zh: "“\(excerpt: name)”已损坏（长度或校验和不符）",
                en: "‘\(excerpt: name)’ is damaged: its length or checksum is wrong")
        case .bomb(let name):
            language.pick(
                zh: "“\(excerpt: name)”解压后超过压缩大小的 200 倍，不像真实的表格",
                en: "‘\(excerpt: name)’ grows to more than 200 times its compressed size: not a real table")
        case .tooLong(let name, let limit):
            language.pick(
                zh: "“\(excerpt: name)”解压后超过 \(limit >> 20) MiB",
                en: "‘\(excerpt: name)’ is longer than \(limit >> 20) MiB")
        case .other(.archive): language.pick(zh: "是 ZIP 压缩包，不是 XLSX 工作簿", en: "a ZIP archive, but no XLSX workbook")
        case .other(.shapefile):
            language.pick(
                zh: "是打包的 shapefile；请先解压，用其中的 .dbf", en: "a zipped shapefile; unpack it and take the .dbf in it")
        case .other(.geodatabase):
            language.pick(
                zh: "是打包的 File Geodatabase（.gdb）；请用 QGIS 或 ogr2ogr 把图层导出为 GeoPackage 或 CSV",
                en: "a zipped file geodatabase (.gdb); export its layer as GeoPackage or CSV with QGIS or ogr2ogr")
        case .other(.keyhole):
            language.pick(
                zh: "是 KMZ；请用 QGIS 或 ogr2ogr 另存为 GeoPackage 或 CSV",
                en: "a KMZ; save it as GeoPackage or CSV with QGIS or ogr2ogr")
        case .other(.packed(let name)):
            language.pick(
                zh: "是 ZIP 压缩包，里面有“\(excerpt: name)”；请先解压",
                en: "a ZIP archive with ‘\(excerpt: name)’ in it; unpack it first")
        case .other(.openDocument):
            language.pick(zh: "是 OpenDocument 文件；请另存为 XLSX", en: "an OpenDocument file; save it as XLSX")
        case .other(.word): language.pick(zh: "是 Word 文档，不是工作簿", en: "a Word document, not a workbook")
        case .other(.slides): language.pick(zh: "是幻灯片，不是工作簿", en: "slides, not a workbook")
        case .other(.binaryWorkbook): language.pick(zh: "是 XLSB 工作簿；请另存为 XLSX", en: "an XLSB workbook; save it as XLSX")
        case .other(.strict):
            language.pick(
                zh: "工作簿没有 xl/workbook.xml；请另存为 XLSX", en: "the workbook has no xl/workbook.xml; save it as XLSX")
        case .missing(let name):
            language.pick(zh: "工作簿缺少“\(excerpt: name)”", en: "the workbook lacks ‘\(excerpt: name)’")
        case .documentType(let name):
            language.pick(
                zh: "“\(excerpt: name)”含有 DOCTYPE，不予读取",
                en: "‘\(excerpt: name)’ has a DOCTYPE, which no workbook needs: not read")
        case .depth(let name):
            language.pick(
                zh: "“\(excerpt: name)”的元素嵌套过深", en: "the elements of ‘\(excerpt: name)’ are nested too deeply")
        case .markup(let name, let line):
            language.pick(
                zh: "“\(excerpt: name)”第 \(line) 行不是正确的 XML", en: "line \(line) of ‘\(excerpt: name)’ is no proper XML")
        case .sheet(let told, let names):
            language.pick(
                zh: "没有工作表“\(excerpt: told)”；现有：\(list(names, "，"))",
                en: "no sheet ‘\(excerpt: told)’; there are: \(list(names, ", "))")
        case .sheets(let names):
            language.pick(
                zh: "有多张工作表有内容（\(list(names, "，"))）；\(ListSetting.sheet.remedy(in: language))",
                en: "several sheets hold something (\(list(names, ", "))); \(ListSetting.sheet.remedy(in: language))")
        case .reference(let text):
            language.pick(zh: "单元格地址“\(excerpt: text)”不对", en: "‘\(excerpt: text)’ is no cell's address")
        case .rowOrder(let sheet, let row):
            language.pick(
                zh: "工作表“\(excerpt: sheet)”的第 \(row) 行次序不对",
                en: "row \(row) of sheet ‘\(excerpt: sheet)’ is out of order")
        case .column(let cell):
            language.pick(
                zh: "\(cell)：超过 \(RecordBlock.maximumColumns) 列",
                en: "\(cell): more than \(RecordBlock.maximumColumns) columns"
            )
        case .tooManyCells:
            language.pick(
                zh: "工作表的单元格超过 \(SheetReader.maximumCells) 个",
                en: "the sheet has more than \(SheetReader.maximumCells) cells")
        case .tooManyMerges:
            language.pick(zh: "合并单元格超过 \(MergedCells.most) 处", en: "more than \(MergedCells.most) merged cells")
        case .manyCells(let limit):
            language.pick(zh: "工作表的单元格超过 \(limit) 个", en: "the sheets have more than \(limit) cells")
        case .muchText(let limit):
            language.pick(zh: "工作表的文字超过 \(limit >> 20) MiB", en: "the sheets have more than \(limit >> 20) MiB of text")
        case .cellTooLong(let place): language.pick(zh: "\(place) 的文字过长", en: "the text of \(place) is too long")
        case .rowTooLong(let row):
            TableError.rowTooLong(Remark(zh: "第 \(row) 行", en: "row \(row)")).sentence(in: language)
        case .tooManySheets:
            language.pick(
                zh: "工作表超过 \(WorkbookParts.mostSheets) 张；请把清单另存为一个工作簿",
                en: "more than \(WorkbookParts.mostSheets) sheets; save the list as a workbook of its own")
        case .tooMuchText:
            language.pick(
                zh: "共享字符串超过 \(SharedStrings.mostText >> 20) MiB；请把清单拆成几个文件，或另存为 CSV",
                en: "more than \(SharedStrings.mostText >> 20) MiB of shared strings; split the list, or save it as CSV"
            )
        case .sharedString(let cell):
            language.pick(zh: "\(cell) 引用的共享字符串不存在", en: "\(cell) refers to a shared string that is not there")
        case .headerRow(let sheet, let row):
            language.pick(
                zh: "工作表“\(excerpt: sheet)”的第 \(row) 行没有内容，不能作表头",
                en: "row \(row) of sheet ‘\(excerpt: sheet)’ has nothing in it: it is no header")
        case .muchBlank(let last, let next):
            language.pick(
                zh: "第 \(last) 行与第 \(next) 行之间全是空行；请删去这些空行，或删去其下的内容",
                en:
                    "nothing but blank rows between row \(last) and row \(next): delete those rows, or what is below them"
            )
        case .noRows(let sheet):
            language.pick(zh: "工作表“\(excerpt: sheet)”是空的", en: "the sheet ‘\(excerpt: sheet)’ is empty")
        }
    }

    private func list(_ names: [String], _ separator: Sentence) -> Sentence {
        let shown = names.prefix(20).enumerated().map { "\($0.offset + 1)=\(excerpt: $0.element)" as Sentence }
        return shown.joined(separator: separator) + (names.count > 20 ? " …" : "")
    }
}
