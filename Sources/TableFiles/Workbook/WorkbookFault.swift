import SystemSupport
import TabularText

/// Why a workbook is refused.
enum WorkbookFault: Hashable {
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

    /// Files that are taken for a workbook by their name.
    enum OtherKind: Hashable { case archive, openDocument, word, slides, binaryWorkbook, strict }

    var error: TableError {
        switch self {
        case .notWhole:
            TableError(
                "文件不完整：ZIP 的目录不在文件末尾；请重新保存或重新传送",
                "the file is not whole: its ZIP directory is not at its end; save or send it again")
        case .tooManyEntries(let count):
            TableError("ZIP 内有 \(count) 个文件，不是工作簿", "\(count) files in the ZIP: no workbook has so many")
        case .twice(let name): TableError("ZIP 内有两个“\(excerpt(name))”", "two files ‘\(excerpt(name))’ in the ZIP")
        case .overlapping(let name):
            TableError("ZIP 内“\(excerpt(name))”与别的部分重叠", "‘\(excerpt(name))’ overlaps another part of the ZIP")
        case .encrypted(let name):
            TableError(
                "“\(excerpt(name))”已加密；请先去掉密码另存", "‘\(excerpt(name))’ is encrypted; save it without a password first")
        case .method(let method, let name):
            TableError(
                "“\(excerpt(name))”的压缩方法 \(method) 不支持",
                "‘\(excerpt(name))’ is compressed by method \(method), which is not supported")
        case .damaged(let name):
            TableError(
                "“\(excerpt(name))”已损坏（长度或校验和不符）", "‘\(excerpt(name))’ is damaged: its length or checksum is wrong")
        case .bomb(let name):
            TableError(
                "“\(excerpt(name))”解压后超过压缩大小的 200 倍，不像真实的表格",
                "‘\(excerpt(name))’ grows to more than 200 times its compressed size: not a real table")
        case .tooLong(let name, let limit):
            TableError(
                "“\(excerpt(name))”解压后超过 \(limit >> 20) MiB", "‘\(excerpt(name))’ is longer than \(limit >> 20) MiB")
        case .other(.archive): TableError("是 ZIP 压缩包，不是 XLSX 工作簿", "a ZIP archive, but no XLSX workbook")
        case .other(.openDocument): TableError("是 OpenDocument 文件；请另存为 XLSX", "an OpenDocument file; save it as XLSX")
        case .other(.word): TableError("是 Word 文档，不是工作簿", "a Word document, not a workbook")
        case .other(.slides): TableError("是幻灯片，不是工作簿", "slides, not a workbook")
        case .other(.binaryWorkbook): TableError("是 XLSB 工作簿；请另存为 XLSX", "an XLSB workbook; save it as XLSX")
        case .other(.strict):
            TableError("工作簿没有 xl/workbook.xml；请另存为 XLSX", "the workbook has no xl/workbook.xml; save it as XLSX")
        case .missing(let name): TableError("工作簿缺少“\(excerpt(name))”", "the workbook lacks ‘\(excerpt(name))’")
        case .documentType(let name):
            TableError(
                "“\(excerpt(name))”含有 DOCTYPE，不予读取",
                "‘\(excerpt(name))’ has a DOCTYPE, which no workbook needs: not read")
        case .depth(let name):
            TableError("“\(excerpt(name))”的元素嵌套过深", "the elements of ‘\(excerpt(name))’ are nested too deeply")
        case .markup(let name, let line):
            TableError("“\(excerpt(name))”第 \(line) 行不是正确的 XML", "line \(line) of ‘\(excerpt(name))’ is no proper XML")
        case .sheet(let told, let names):
            TableError(
                "没有工作表“\(excerpt(told))”；现有：\(list(names, "，"))",
                "no sheet ‘\(excerpt(told))’; there are: \(list(names, ", "))")
        case .sheets(let names):
            TableError(
                "有多张工作表有内容（\(list(names, "，"))）；请用 --sheet 指定",
                "several sheets hold something (\(list(names, ", "))): use --sheet")
        case .reference(let text): TableError("单元格地址“\(excerpt(text))”不对", "‘\(excerpt(text))’ is no cell's address")
        case .rowOrder(let sheet, let row):
            TableError(
                "工作表“\(excerpt(sheet))”的第 \(row) 行次序不对", "row \(row) of sheet ‘\(excerpt(sheet))’ is out of order")
        case .column(let cell):
            TableError(
                "\(cell)：超过 \(RecordBlock.maximumColumns) 列", "\(cell): more than \(RecordBlock.maximumColumns) columns"
            )
        case .tooManyCells:
            TableError(
                "工作表的单元格超过 \(SheetReader.maximumCells) 个", "the sheet has more than \(SheetReader.maximumCells) cells")
        case .tooManyMerges:
            TableError("合并单元格超过 \(MergedCells.most) 处", "more than \(MergedCells.most) merged cells")
        case .manyCells(let limit):
            TableError("工作表的单元格超过 \(limit) 个", "the sheets have more than \(limit) cells")
        case .muchText(let limit):
            TableError("工作表的文字超过 \(limit >> 20) MiB", "the sheets have more than \(limit >> 20) MiB of text")
        case .cellTooLong(let place): TableError("\(place) 的文字过长", "the text of \(place) is too long")
        case .rowTooLong(let row):
            .rowTooLong(TableRemark("第 \(row) 行", "row \(row)"))
        case .tooManySheets:
            TableError(
                "工作表超过 \(WorkbookParts.mostSheets) 张；请把清单另存为一个工作簿",
                "more than \(WorkbookParts.mostSheets) sheets; save the list as a workbook of its own")
        case .tooMuchText:
            TableError(
                "共享字符串超过 \(SharedStrings.mostText >> 20) MiB；请把清单拆成几个文件，或另存为 CSV",
                "more than \(SharedStrings.mostText >> 20) MiB of shared strings; split the list, or save it as CSV")
        case .sharedString(let cell):
            TableError("\(cell) 引用的共享字符串不存在", "\(cell) refers to a shared string that is not there")
        case .headerRow(let sheet, let row):
            TableError(
                "工作表“\(excerpt(sheet))”的第 \(row) 行没有内容，不能作表头",
                "row \(row) of sheet ‘\(excerpt(sheet))’ has nothing in it: it is no header")
        case .noRows(let sheet): TableError("工作表“\(excerpt(sheet))”是空的", "the sheet ‘\(excerpt(sheet))’ is empty")
        }
    }

    private func list(_ names: [String], _ separator: String) -> String {
        names.prefix(20).enumerated().map { "\($0.offset + 1)=\(excerpt($0.element))" }.joined(separator: separator)
            + (names.count > 20 ? " …" : "")
    }
}
