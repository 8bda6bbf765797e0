import SourceDocuments
import SystemSupport
import TabularText
import TableFiles

/// What the elements of a WordprocessingML part say.
final class WordHandler: XMLHandling {
    var content = ContentBuilder()
    private(set) var pictures = 0
    private(set) var notes = 0

    private var counters: ListCounters
    private let styleNumbers: [String: ListNumber]

    /// Depth of elements that are skipped with all they hold; 0: none.
    private var skipped = 0
    /// A drawing holds shapes of another language, whose elements have the same names, until a text box begins.
    private var drawings: [Int] = []
    private var depth = 0
    private var takesText = false
    private var isHidden = false
    private var inRunProperties = 0
    private var inParagraphProperties = 0
    private var inRowProperties = false
    private var number: ListNumber?
    private var numberID: String?
    private var numberLevel = 0
    private var style: String?
    private var isNumbered: [Bool] = []
    private var joinsNext = false
    private var isDeletedRow: [Bool] = []
    private var afterRow: [Int] = []
    private var noteKind: String?

    private var deletions = 0
    private var deletedRows = 0
    private var hiddenRuns = 0
    private var objects: [String] = []

    init(_ counters: ListCounters, _ styleNumbers: [String: ListNumber]) {
        self.counters = counters
        self.styleNumbers = styleNumbers
    }

    /// From now on the part of the footnotes is read.
    func begin(notes kind: String) { noteKind = kind }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        depth += 1
        if skipped > 0 {
            skipped += 1
            return
        }
        let word = name.string
        if !drawings.isEmpty, word != "txbxContent" {
            if word == "OLEObject", let program = attributes.string("ProgID") { objects.append(program) }
            if word == "blip" || word == "imagedata" { pictures += 1 }
            if word == "Fallback" { skipped = 1 }
            return
        }
        switch word {
        case "drawing", "pict", "object": drawings.append(depth)
        case "txbxContent":
            boxes.append(drawings)
            drawings = []
        // Alternatives for older programs, what was formatted otherwise, and what has been deleted or moved away.
        case "Fallback", "pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange":
            skipped = 1
        case "del", "moveFrom":
            if inRowProperties {
                if !isDeletedRow.isEmpty { isDeletedRow[isDeletedRow.count - 1] = true }
            } else if inParagraphProperties > 0 {
                joinsNext = true
            } else {
                deletions += 1
                skipped = 1
            }
        case "cellDel", "cellIns", "cellMerge":
            throw DocumentFault(
                zh: "是 Word 文档，表格里有未接受的单元格修订；请在 Word 中接受全部修订后再导入",
                en: "a Word document with tracked changes of whole cells; accept all changes in Word, then import it")
        case "altChunk":
            throw DocumentFault(
                zh: "是 Word 文档，其中嵌着另一份文件（altChunk）；请用 Word 打开并另存一次",
                en: "a Word document that embeds another file (altChunk); open it in Word and save it once")
        default: try startContent(word, attributes)
        }
    }

    /// Drawings that are suspended while a text box in them is read.
    private var boxes: [[Int]] = []

    private func startContent(_ word: String, _ attributes: XMLAttributes) throws {
        switch word {
        case "tbl": try content.startTable()
        case "tr":
            content.startRow()
            isDeletedRow.append(false)
            afterRow.append(0)
        case "trPr": inRowProperties = true
        case "gridBefore": if inRowProperties { try content.startCell(columnSpan: span(attributes)) }
        case "gridAfter":
            if inRowProperties, !afterRow.isEmpty { afterRow[afterRow.count - 1] = span(attributes) }
        case "tc": try content.startCell()
        case "gridSpan": content.setSpan(columns: span(attributes))
        case "vMerge": content.setSpan(continuesAbove: attributes.string("val") != "restart")
        case "hMerge":
            if attributes.string("val") != "restart" {
                throw DocumentFault(
                    zh: "是 Word 文档，表格用了旧式的横向合并（hMerge）；请用 Word 打开并另存为 .docx",
                    en: "a Word document whose tables merge cells in an old way (hMerge); save it as .docx in Word")
            }
        case "p": startParagraph()
        case "pPr": inParagraphProperties += 1
        case "pStyle": style = attributes.string("val")
        case "ilvl": numberLevel = attributes.string("val").flatMap { Int($0) } ?? 0
        case "numId": if inParagraphProperties > 0 { numberID = attributes.string("val") }
        case "rPr":
            inRunProperties += 1
        case "vanish":
            if inRunProperties > 0, inParagraphProperties == 0 {
                isHidden = !["0", "false", "off"].contains(attributes.string("val") ?? "1")
            }
        case "r": isHidden = false
        case "t": takesText = true
        case "tab": if inParagraphProperties == 0 { add("\t") }
        case "ptab": add("\t")
        case "br", "cr": add("\n")
        case "noBreakHyphen": add("-")
        case "footnoteReference", "endnoteReference":
            notes += 1
            add("［\(word == "footnoteReference" ? "注" : "尾注")\(attributes.string("id") ?? "")］")
        case "footnote", "endnote":
            // The lines between text and notes have types of their own.
            if attributes.string("type") != nil {
                skipped = 1
            } else {
                noteMark = "［\(noteKind ?? "注")\(attributes.string("id") ?? "")］"
            }
        default: break
        }
    }

    private var noteMark: String?

    private func span(_ attributes: XMLAttributes) -> Int {
        min(max(attributes.string("val").flatMap { Int($0) } ?? 1, 1), ContentBuilder.mostColumns)
    }

    private func startParagraph() {
        if joinsNext {
            joinsNext = false
        } else {
            content.startParagraph()
        }
        isNumbered.append(false)
        (style, numberID, numberLevel) = (nil, nil, 0)
        if let mark = noteMark {
            content.append(Array(mark.utf8))
            noteMark = nil
        }
    }

    private func add(_ text: String) {
        putNumber()
        if isHidden { return }
        content.append(Array(text.utf8))
    }

    /// The number stands before the first text of its paragraph.
    private func putNumber() {
        guard let last = isNumbered.indices.last, !isNumbered[last] else { return }
        isNumbered[last] = true
        let number: ListNumber?
        if let numberID {
            number = ListNumber(list: numberID, level: numberLevel)
        } else {
            number = style.flatMap { styleNumbers[$0] }
        }
        guard let number, let text = counters.next(number) else { return }
        content.append(Array(text.utf8))
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard takesText, skipped == 0 else { return }
        putNumber()
        if isHidden {
            hiddenRuns += 1
            return
        }
        content.append(bytes)
    }

    func end(_ name: XMLName) throws {
        defer { depth -= 1 }
        if skipped > 0 {
            skipped -= 1
            return
        }
        let word = name.string
        if word == "txbxContent", let outer = boxes.popLast() {
            drawings = outer
            return
        }
        if let drawing = drawings.last {
            if drawing == depth { drawings.removeLast() }
            return
        }
        switch word {
        case "tbl": content.endTable()
        case "tr":
            let after = afterRow.popLast() ?? 0
            if after > 0 { try content.startCell(columnSpan: after) }
            if isDeletedRow.popLast() == true {
                deletedRows += 1
                content.dropRow()
            } else {
                content.endRow()
            }
        case "trPr": inRowProperties = false
        case "tc":
            joinsNext = false
            content.endCell()
        case "p":
            isNumbered.removeLast()
            if !joinsNext { content.endParagraph() }
        case "pPr": inParagraphProperties -= 1
        case "rPr": inRunProperties -= 1
        case "t": takesText = false
        default: break
        }
    }

    var remarks: [Remark] {
        var remarks: [Remark] = []
        if deletions + deletedRows > 0 {
            remarks.append(
                Remark(
                    zh: "有未接受的修订：按接受修订后的文字读（删去 \(deletions) 处、\(deletedRows) 行）",
                    en:
                        "tracked changes: the accepted text is taken (left out: \(deletions) texts, \(deletedRows) rows)"
                ))
        }
        if hiddenRuns > 0 {
            remarks.append(Remark(zh: "隐藏文字 \(hiddenRuns) 处未读", en: "hidden texts, not read: \(hiddenRuns)"))
        }
        if let first = objects.first {
            remarks.append(
                Remark(
                    zh: "嵌入对象 \(objects.count) 个（首个 \(excerpt: first)）未读；其中若有表格，请另存为 .xlsx 一并导入",
                    en:
                        "embedded objects, not read: \(objects.count) (the first is \(excerpt: first)); if a table is in them, save it as .xlsx and import it too"
                ))
        }
        return remarks
    }
}
