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
