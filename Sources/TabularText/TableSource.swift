public import SystemSupport

/// The rows of a list, whatever kind of file they stand in: delimited text, a workbook, a layer of a geographic database.
/// Validation depends only on this protocol; a new format needs only a new conformance.
///
/// The first record is the header; every record is as RFC 4180 has it, in `format`'s encoding and with its delimiter, so
/// that it can be copied into a delimited list as it stands. Used by one thread at a time.
public protocol TableSource: AnyObject {
    /// How the records are written in the blocks; of delimited text also how its file is written.
    var format: ListFormat { get }
    /// What a person has to know of how the list is read, before its rows are judged.
    var opening: [Remark] { get }
    /// Like `opening`, for what is known only when the rows have been read.
    var closing: [Remark] { get }
    /// Bytes, rows or numbers of rows, as `done` counts them; nil where unknown.
    var total: Int64? { get }
    /// How much of `total` has been read.
    var done: Int64 { get }
    /// About how many rows there are, where the file says so before they are read; for progress, as it may be wrong.
    var statedRows: Int64? { get }

    /// The header's names, where they are not what the first record says: of a header of several lines.
    var headerNames: [String]? { get }
    /// Columns whose names may be no more than the beginning of longer ones.
    var cutNames: Set<Int> { get }

    /// What a person sees as the number of the record behind the header; nil where the lines of a text say it.
    var firstNumber: Int? { get }

    /// Fills `block` with the next records: at least one, unless `block.ending` is no longer `.more`.
    ///
    /// - Throws: a `TableError` where the file is not what it should be; whatever reading throws.
    func next(_ block: inout RecordBlock) throws
}

extension TableSource {
    public var closing: [Remark] { [] }
    public var statedRows: Int64? { nil }
    public var headerNames: [String]? { nil }
    public var cutNames: Set<Int> { [] }
    public var firstNumber: Int? { 1 }
}

/// Why a list can't be read, or not to its end: the file is damaged, is of another kind, or goes beyond a limit.
public struct TableError: Error, Worded, Hashable {
    public let remark: Remark

    public init(zh: Sentence, en: Sentence) { remark = Remark(zh: zh, en: en) }

    public init(_ fault: some Worded) { remark = Remark(fault) }

    /// - Parameter place: of the row.
    public static func rowTooLong(_ place: Remark) -> TableError {
        let limit = RecordBlock.maximumRecord >> 20
        return TableError(
            zh: "\(place.sentence(in: .zh))的内容超过 \(limit) MiB，不是一行地块；请检查该行",
            en: "\(place.sentence(in: .en)) holds more than \(limit) MiB, which no row of a list does; look at it")
    }

    public func sentence(in language: Language) -> Sentence { remark.sentence(in: language) }
}
