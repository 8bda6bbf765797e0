/// Bytes that can be read from any place, for kinds of file that are no stream.
public protocol RandomAccess: AnyObject {
    var count: Int { get }
    /// Up to `buffer.count` bytes from `offset` on; 0 at the end.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

extension RandomAccess {
    /// Fewer bytes only where the file ends.
    public func bytes(at offset: Int, count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let more = try bytes.withUnsafeMutableBytes {
                try read(at: offset + filled, into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
            }
            guard more > 0 else { break }
            filled += more
        }
        return Array(bytes[..<filled])
    }
}

/// Bytes that are held already, as a file.
package final class HeldBytes: RandomAccess {
    private let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package var count: Int { bytes.count }

    package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard offset < bytes.count else { return 0 }
        let part = bytes[offset...].prefix(buffer.count)
        buffer.copyBytes(from: part)
        return part.count
    }
}
