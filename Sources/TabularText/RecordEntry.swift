/// One record of a `RecordBlock`: where it is and where its fields are listed.
public struct RecordEntry: Hashable, Sendable {
    /// Its first byte in the block.
    public let start: UInt32
    /// One behind its last byte, before the line end.
    public let end: UInt32
    /// Its first field's place in `RecordBlock.fieldEnds`.
    public let firstField: UInt32
    /// From 1 to `RecordBlock.maximumColumns`.
    public let fieldCount: UInt16
    /// The quotes, the columns and the NULs are as they should be and no cell has a flag; the encoding may still be wrong.
    public let isSound: Bool
    /// The first thing wrong with its structure; `RecordBlock.fault(of:)` says more.
    let structure: Structure

    enum Structure: UInt8 { case sound, quoteInField, textAfterQuote, nulByte, tooManyColumns, flagged }

    @inline(__always)
    init(start: UInt32, end: UInt32, firstField: UInt32, fieldCount: UInt16, structure: Structure) {
        self.start = start
        self.end = end
        self.firstField = firstField
        self.fieldCount = fieldCount
        self.structure = structure
        isSound = structure == .sound
    }

    static let none = RecordEntry(start: 0, end: 0, firstField: 0, fieldCount: 0, structure: .sound)
}

/// The end of a field, with how it is quoted.
public struct FieldEnd: Hashable, Sendable {
    @usableFromInline var bits: UInt32

    @usableFromInline static let quoted: UInt32 = 1 << 31
    @usableFromInline static let doubled: UInt32 = 1 << 30
    @usableFromInline static let number: UInt32 = 1 << 29

    /// The greatest position that has room in the bits below the flags.
    static let farthest = Int(number) - 1

    /// - Parameter bits: the flags and a position of at most `farthest`. A block of text has a record and a chunk at the
    ///   most, a few MiB; of cells, `RecordBuilder` checks it.
    @inlinable init(bits: UInt32) { self.bits = bits }

    /// One behind the field's last byte, the closing quote included.
    @inlinable public var position: Int { Int(bits & (Self.number - 1)) }
    /// The field stands in quotes.
    @inlinable public var isQuoted: Bool { bits & Self.quoted != 0 }
    /// The field stands in quotes and has a doubled quote inside: its text is not a slice of the block.
    @inlinable public var hasDoubledQuotes: Bool { bits & Self.doubled != 0 }
    /// The field is a number in a table that tells numbers from text; never of delimited text.
    @inlinable public var isNumber: Bool { bits & Self.number != 0 }
}
