/// A ZIP file of parts that are not compressed.
package struct StoredArchive {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    package init() {}

    package mutating func add(_ name: String, _ content: [UInt8]) {
        let offset = bytes.count
        let sizes = Self.word(Self.crc(content)) + Self.word(UInt32(content.count)) + Self.word(UInt32(content.count))
        let common: [UInt8] = [20, 0, 0, 0, 0, 0, 0, 0, 0, 0] + sizes + Self.half(name.utf8.count) + Self.half(0)
        bytes += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + content
        directory += [0x50, 0x4B, 1, 2, 20, 0] + common + [UInt8](repeating: 0, count: 10)
        directory += Self.word(UInt32(offset)) + Array(name.utf8)
        count += 1
    }

    package func finished() -> [UInt8] {
        let end = Self.half(0) + Self.half(0) + Self.half(count) + Self.half(count) + Self.word(UInt32(directory.count))
        return bytes + directory + [0x50, 0x4B, 5, 6] + end + Self.word(UInt32(bytes.count)) + Self.half(0)
    }

    private static func half(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
    private static func word(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }

    /// CRC-32, bit by bit.
    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc & 1 != 0 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
    }
}
