public import SystemSupport
import TabularText

/// Why no document can be read from a file: what the file is, what was found, and the way out.
public struct DocumentFault: Error, Worded, Hashable {
    private let remark: Remark

    init(zh: Sentence, en: Sentence) { remark = Remark(zh: zh, en: en) }

    init(_ remark: Remark) { self.remark = remark }

    /// Without the file's name.
    public func sentence(in language: Language) -> Sentence { remark.sentence(in: language) }

    /// The same, after the name of what the file is.
    static func damaged(_ what: Remark, _ why: Remark) -> DocumentFault {
        DocumentFault(
            zh: "是\(what.sentence(in: .zh))，读不了：\(why.sentence(in: .zh))",
            en: "\(what.sentence(in: .en)) that can't be read: \(why.sentence(in: .en))")
    }
}

extension DocumentFault {
    static let empty = DocumentFault(zh: "是空文件", en: "an empty file")

    static func tooLong(limit: Int) -> DocumentFault {
        DocumentFault(
            zh: "超过 \(limit >> 20) MiB；请只导入公布级别和地价的那份文件",
            en: "longer than \(limit >> 20) MiB; import the one document that publishes grades and prices")
    }

    static func tooManyCells(limit: Int) -> DocumentFault {
        DocumentFault(zh: "表格超过 \(limit) 个单元格，不是公报的附表", en: "tables of more than \(limit) cells: no annex of a gazette")
    }

    static func tooMuchText(limit: Int) -> DocumentFault {
        DocumentFault(
            zh: "文字（合并和重复的单元格逐格计算）超过 \(limit >> 20) MiB，不是公报",
            en: "more than \(limit >> 20) MiB of text, merged and repeated cells counted at each position: no gazette")
    }

    static func tooManyLines(limit: Int) -> DocumentFault {
        DocumentFault(zh: "超过 \(limit) 段，不是公报", en: "more than \(limit) paragraphs: no gazette")
    }

    static func tooManyMarkups(limit: Int) -> DocumentFault {
        DocumentFault(
            zh: "Markdown 文本中的 HTML 表格超过 \(limit) 个；请另存为网页再导入",
            en: "a Markdown text with more than \(limit) tables in HTML; save it as a web page and import that")
    }

    static func tooDeep(limit: Int) -> DocumentFault {
        DocumentFault(zh: "表格嵌套超过 \(limit) 层", en: "tables nested more than \(limit) deep")
    }

    static let nothing = DocumentFault(zh: "里面没有文字", en: "no text in it")
}
