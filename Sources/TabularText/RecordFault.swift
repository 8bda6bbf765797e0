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
