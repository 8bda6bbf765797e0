public import SystemSupport

/// How a list is written: found from its first bytes, or given.
public struct ListFormat: Hashable, Sendable {
    public let encoding: TextEncoding
    public let delimiter: Delimiter
    /// What stands before the first record, kept for the output: byte-order mark, `sep=` line, or nothing.
    public let prologue: [UInt8]
    /// 1 with a `sep=` line, else 0.
    public let prologueLines: Int
    /// No byte outside ASCII has been seen: any of the encodings would read the same.
    public let isASCII: Bool

    init(
        encoding: TextEncoding, delimiter: Delimiter, prologue: [UInt8] = [], prologueLines: Int = 0,
        isASCII: Bool = false
    ) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.prologue = prologue
        self.prologueLines = prologueLines
        self.isASCII = isASCII
    }

    /// Records that are made of typed cells, and come from no text file.
    public static func records(in encoding: TextEncoding) -> ListFormat {
        ListFormat(encoding: encoding, delimiter: .comma)
    }
}

/// Why a list is refused before any row of it is read.
public enum FormatError: Error, Hashable, Sendable {
    /// Nothing, or nothing but a byte-order mark or a `sep=` line.
    case empty
    /// Full of NUL bytes, or with NUL bytes as UTF-16 has them: a binary file, or UTF-16 without a byte-order mark.
    case notText
    case utf32
    /// The first byte, from 0, where each encoding that was tried fails.
    case undecodable(utf8Offset: Int, gb18030Offset: Int)
    /// Given as UTF-16 but begins with another byte-order mark.
    case otherByteOrderMark(found: TextEncoding, told: TextEncoding)
    /// A `sep=` line with something else than `,` tab `;` `，`.
    case unknownSeparator(String)
    /// Several delimiters fit: each with the number of columns it gives the header.
    case delimiterUnclear([DelimiterCount])
    case headerTooLong
}

public struct DelimiterCount: Hashable, Sendable {
    public let delimiter: Delimiter
    public let columns: Int
}

extension FormatError: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .empty: language.pick(zh: "清单是空的", en: "the list is empty")
        case .notText:
            language.pick(
                zh: "不是文本（含 NUL 字节）：可能是二进制文件，或没有字节序标记的 UTF-16；请另存为 UTF-8 的 CSV",
                en: "not text (NUL bytes): a binary file, or UTF-16 without a byte-order mark; save it as CSV in UTF-8")
        case .utf32: language.pick(zh: "不支持 UTF-32；请另存为 UTF-8", en: "UTF-32 is not read; save it as UTF-8")
        case .undecodable(let utf8, let gb18030):
            language.pick(
                zh:
                    "编码无法确定：按 UTF-8 在第 \(utf8) 字节处出错，按 GB18030 在第 \(gb18030) 字节处出错；\(ListSetting.encoding.remedy(in: language))，出错的行会单独标出",
                en:
                    "the encoding can't be told: as UTF-8 it fails at byte \(utf8), as GB18030 at byte \(gb18030); \(ListSetting.encoding.remedy(in: language)), and the rows at fault are marked one by one"
            )
        case .otherByteOrderMark(let found, let told):
            language.pick(
                zh: "文件的字节序标记表明是 \(found.rawValue.uppercased())，与指定的 \(told.rawValue.uppercased()) 不符",
                en:
                    "the byte-order mark says \(found.rawValue.uppercased()), not \(told.rawValue.uppercased()) as was given"
            )
        case .unknownSeparator(let text):
            language.pick(
                zh: "sep= 行指定的分隔符“\(excerpt: text)”不支持",
                en: "the sep= line names ‘\(excerpt: text)’, which is no delimiter we read")
        case .delimiterUnclear(let counts):
            language.pick(
                zh:
                    "分隔符不明确（\(counts.map { "“\($0.delimiter.name)”得\($0.columns)列" }.joined(separator: "，"))）；\(ListSetting.delimiter.remedy(in: language))",
                en:
                    "several delimiters fit (\(counts.map { "‘\($0.delimiter.name)’ gives \($0.columns) columns" }.joined(separator: ", "))); \(ListSetting.delimiter.remedy(in: language))"
            )
        case .headerTooLong:
            language.pick(zh: "表头行过长；请检查引号和换行", en: "the header line is too long; look for stray quotes and line ends")
        }
    }
}

extension ListFormat: Worded {
    /// How the list is read.
    public func sentence(in language: Language) -> Sentence {
        let name = encoding.rawValue.uppercased()
        return language.pick(
            zh: "编码 \(name)\(if: isASCII, "（目前只见 ASCII 字符）")，分隔符“\(delimiter.name)”",
            en: "encoding \(name)\(if: isASCII, " (only ASCII seen so far)"), delimiter ‘\(delimiter.name)’")
    }
}

extension Delimiter {
    /// As it can be written in a sentence.
    fileprivate var name: String { self == .tab ? "TAB" : rawValue }
}
