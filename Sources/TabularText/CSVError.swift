public import SystemSupport

/// Why bytes are not the CSV table they should be. Lines are physical lines and columns are fields, both from 1; the
/// line is the one where the field at fault opened.
public enum CSVError: Error, Hashable, Sendable {
    /// No header: nothing at all, or only a byte-order mark.
    case empty
    /// The byte at `offset` (from 0, in the whole input) is not UTF-8.
    case notUTF8(line: Int, offset: Int)
    case nulByte(line: Int, column: Int)
    case unclosedQuote(line: Int, column: Int)
    /// `"a"b`.
    case textAfterQuote(line: Int, column: Int)
    /// `a"b`.
    case quoteInField(line: Int, column: Int)
    case ragged(line: Int, expected: Int, found: Int)
    case emptyHeader(column: Int)
    case duplicateHeader(name: String, column: Int)
}

extension CSVError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "empty file: a header line is needed"
        case .notUTF8(let line, let offset): "line \(line): the byte at offset \(offset) is not UTF-8"
        case .nulByte(let line, let column): "line \(line), column \(column): NUL byte"
        case .unclosedQuote(let line, let column): "line \(line), column \(column): the quote is never closed"
        case .textAfterQuote(let line, let column): "line \(line), column \(column): text after the closing quote"
        case .quoteInField(let line, let column): "line \(line), column \(column): quote inside an unquoted field"
        case .ragged(let line, let expected, let found):
            "line \(line): field count \(found), the header has \(expected)"
        case .emptyHeader(let column): "header: column \(column) has no name"
        case .duplicateHeader(let name, let column): "header: column \(column) repeats the name \"\(name)\""
        }
    }
}

extension CSVError: Worded {
    public func sentence(in language: Language) -> Sentence { language.pick(zh: chinese, en: "\(description)") }

    private var chinese: Sentence {
        switch self {
        case .empty: "文件是空的：须有表头一行"
        case .notUTF8(let line, let offset): "第\(line)行：偏移\(offset)处的字节不是 UTF-8；请另存为 UTF-8"
        case .nulByte(let line, let column): "第\(line)行第\(column)列：有 NUL 字节"
        case .unclosedQuote(let line, let column): "第\(line)行第\(column)列：引号没有闭合"
        case .textAfterQuote(let line, let column): "第\(line)行第\(column)列：引号闭合后还有文字"
        case .quoteInField(let line, let column): "第\(line)行第\(column)列：没有加引号的格中有引号"
        case .ragged(let line, let expected, let found): "第\(line)行：有\(found)个字段，表头有\(expected)个"
        case .emptyHeader(let column): "表头：第\(column)列没有名称"
        case .duplicateHeader(let name, let column): "表头：第\(column)列与前面的“\(excerpt: name)”重名"
        }
    }
}
