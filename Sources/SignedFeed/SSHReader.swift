/// A cursor over the SSH wire format: 32-bit big-endian numbers, and strings with such a number as their length.
struct SSHReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    var isAtEnd: Bool { position == bytes.endIndex }

    mutating func take(_ count: Int) throws(BlobFault) -> ArraySlice<UInt8> {
        guard count <= bytes.endIndex - position else { throw .cutShort }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func number() throws(BlobFault) -> UInt32 {
        try take(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    mutating func string() throws(BlobFault) -> ArraySlice<UInt8> {
        try take(Int(try number()))
    }
}

enum SSHWire {
    static func string(_ bytes: some Collection<UInt8>) -> [UInt8] {
        // What is written here is at most a few kilobytes long.
        let count = UInt32(bytes.count)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> UInt32($0)) } + bytes
    }

    static func string(_ text: String) -> [UInt8] { string(Array(text.utf8)) }
}
