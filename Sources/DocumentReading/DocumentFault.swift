public import TabularText

/// Why no document can be read from a file: what the file is, what was found, and the way out.
public struct DocumentFault: Error, Hashable, Sendable {
    /// Both sentences, without the file's name and without a final line end.
    public let remark: TableRemark

    init(_ chinese: String, _ english: String) { remark = TableRemark(chinese, english) }

    init(_ remark: TableRemark) { self.remark = remark }

    /// The same, after the name of what the file is.
    static func damaged(_ what: TableRemark, _ why: TableRemark) -> DocumentFault {
        DocumentFault("是\(what.chinese)，读不了：\(why.chinese)", "\(what.english) that can't be read: \(why.english)")
    }
}

extension DocumentFault {
    static let empty = DocumentFault("是空文件", "an empty file")

    static func tooLong(limit: Int) -> DocumentFault {
        DocumentFault(
            "超过 \(limit >> 20) MiB；请只导入公布级别和地价的那份文件",
            "longer than \(limit >> 20) MiB; import the one document that publishes grades and prices")
    }

    static func tooManyCells(limit: Int) -> DocumentFault {
        DocumentFault("表格超过 \(limit) 个单元格，不是公报的附表", "tables of more than \(limit) cells: no annex of a gazette")
    }

    static func tooMuchText(limit: Int) -> DocumentFault {
        DocumentFault(
            "文字（合并和重复的单元格逐格计算）超过 \(limit >> 20) MiB，不是公报",
            "more than \(limit >> 20) MiB of text, merged and repeated cells counted at each position: no gazette")
    }

    static func tooManyLines(limit: Int) -> DocumentFault {
        DocumentFault("超过 \(limit) 段，不是公报", "more than \(limit) paragraphs: no gazette")
    }

    static func tooManyMarkups(limit: Int) -> DocumentFault {
        DocumentFault(
            "Markdown 文本中的 HTML 表格超过 \(limit) 个；请另存为网页再导入",
            "a Markdown text with more than \(limit) tables in HTML; save it as a web page and import that")
    }

    static func tooDeep(limit: Int) -> DocumentFault {
        DocumentFault("表格嵌套超过 \(limit) 层", "tables nested more than \(limit) deep")
    }

    static let nothing = DocumentFault("里面没有文字", "no text in it")
}
