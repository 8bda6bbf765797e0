public import SystemSupport

/// What is wrong with one record. The record still ends where its line ends, so the others are read as they stand.
public enum RecordFault: Hashable, Sendable {
    /// `a"b`.
    case quoteInField
    /// `"a"b`.
    case textAfterQuote
    case nulByte
    /// More than `RecordBlock.maximumColumns`; the place is where the last one allowed begins.
    case tooManyColumns
    /// A byte that is no part of a character in the encoding of the list.
    case wrongBytes
}

/// Where a `RecordFault` is.
public struct LocatedFault: Hashable, Sendable {
    public let fault: RecordFault
    /// The field it is in, from 1.
    public let column: Int
    /// Its place in the input, in bytes from 0.
    public let offset: Int
}

/// Why reading stopped before the end: from here on no record's beginning is certain.
public enum RecordStop: Error, Hashable, Sendable {
    /// The record is longer than `RecordBlock.maximumRecord`. `quote` tells where a quote opened that is still open.
    case recordTooLong(row: Int, line: Int, offset: Int, quote: QuotePlace?)
    /// The input ends inside quotes.
    case unclosedQuote(row: Int, quote: QuotePlace)
    /// UTF-16 with half a code unit at the end.
    case halfCodeUnit(offset: Int)
}

/// Where a quote opened: physical line and column, from 1, and byte offset, from 0.
public struct QuotePlace: Hashable, Sendable {
    public let line: Int
    public let column: Int
    public let offset: Int
}

extension LocatedFault: Worded {
    public func sentence(in language: Language) -> Sentence {
        let what = fault.sentence(in: language)
        return language.pick(
            zh: "第\(column)列，第\(offset)字节处：\(what)", en: "column \(column), byte offset \(offset): \(what)")
    }
}

extension RecordFault: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .quoteInField: language.pick(zh: "未加引号的字段中有引号", en: "quote inside an unquoted field")
        case .textAfterQuote: language.pick(zh: "右引号后还有文字", en: "text after the closing quote")
        case .nulByte: language.pick(zh: "有 NUL 字节", en: "NUL byte")
        case .tooManyColumns:
            language.pick(
                zh: "超过\(RecordBlock.maximumColumns)列", en: "more than \(RecordBlock.maximumColumns) columns")
        case .wrongBytes: language.pick(zh: "有不属于该编码的字节", en: "bytes that are no text in the list's encoding")
        }
    }
}

extension RecordStop: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .recordTooLong(let row, let line, let offset, let quote):
            language.pick(
                zh: "第\(row)行记录（文件第\(line)行，字节偏移 \(offset)）超过 1 MiB"
                    + (quote.map { "；引号自文件第\($0.line)行第\($0.column)列起没有闭合" } ?? "") + "；其后无法判读",
                en: "record \(row) (line \(line), byte \(offset)) exceeds 1 MiB"
                    + (quote.map { "; a quote opened at line \($0.line), column \($0.column) is not closed" } ?? "")
                    + "; nothing behind it can be judged")
        case .unclosedQuote(let row, let quote):
            language.pick(
                zh: "第\(row)行记录的引号自文件第\(quote.line)行第\(quote.column)列起没有闭合；其后无法判读",
                en:
                    "record \(row): the quote opened at line \(quote.line), column \(quote.column) is not closed; nothing behind it can be judged"
            )
        case .halfCodeUnit(let offset):
            language.pick(zh: "UTF-16 文件在字节偏移 \(offset) 处残缺", en: "the UTF-16 text is cut short at byte \(offset)")
        }
    }
}
