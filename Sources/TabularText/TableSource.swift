public import SystemSupport

/// The rows of a list, whatever kind of file they stand in: delimited text, a workbook, a layer of a geographic database.
/// Whoever judges rows knows this door only, so a further kind of file is a further class.
///
/// The first record is the header; every record is as RFC 4180 has it, in `format`'s encoding and with its delimiter, so
/// that it can be copied into a delimited list as it stands. Used by one thread at a time.
public protocol TableSource: AnyObject {
    /// How the records are written in the blocks; of delimited text also how its file is written.
    var format: ListFormat { get }
    /// What a person has to know of how the list is read, before its rows are judged.
    var opening: [Remark] { get }
    /// The like, as far as it shows only when the rows have been read.
    var closing: [Remark] { get }
    /// Bytes, rows or numbers of rows, as `done` counts them; nil where nobody knows.
    var total: Int64? { get }
    /// How much of `total` has been read.
    var done: Int64 { get }

    /// The header's names, where they are not what the first record says: of a header of several lines.
    var headerNames: [String]? { get }
    /// Columns whose names may be no more than the beginning of longer ones.
    var cutNames: Set<Int> { get }

    /// Fills `block` with the next records: at least one, unless `block.ending` is no longer `.more`.
    ///
    /// - Throws: a `TableError` where the file is not what it should be; whatever reading throws.
    func next(_ block: inout RecordBlock) throws

    /// Gives away the next rows, where somebody can read them while others read theirs. Nil: `next` has to be asked.
    ///
    /// Called after the first block, by one thread at a time. Parts are given in the order of the rows.
    func takePart() throws -> (any TablePart)?
}

/// Some rows of a list, to be read by the thread that took them.
public protocol TablePart {
    /// Fills `block` with these rows; with none where none turn out to be there. Called once.
    ///
    /// - Returns: the rows that a block of usual size has no more room for; nil where there are none.
    func fill(_ block: inout RecordBlock) throws -> (any TablePart)?
}

extension TableSource {
    public var closing: [Remark] { [] }
    public var headerNames: [String]? { nil }
    public var cutNames: Set<Int> { [] }
    public func takePart() -> (any TablePart)? { nil }
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
