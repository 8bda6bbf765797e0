import Crypto
package import SystemPackage
import SystemSupport

/// SHA-256 of whole files, and the `sha256sum` line that is kept beside a generation.
package enum FileHash {
    static func sha256(of path: FilePath) throws(Errno) -> String {
        let descriptor = try FileSystem.open(path, .readOnly, [])
        defer { try? descriptor.close() }
        return try sha256(of: descriptor)
    }

    /// From the first byte on, wherever the descriptor stands.
    ///
    /// - Parameter use: called with the bytes as they are read.
    package static func sha256(
        of descriptor: FileDescriptor, _ use: (ArraySlice<UInt8>) throws(Errno) -> Void = { _ in }
    ) throws(Errno) -> String {
        var hasher = SHA256()
        var block = [UInt8](repeating: 0, count: 1 << 20)
        var offset: Int64 = 0
        while true {
            let count = try systemCall {
                try block.withUnsafeMutableBytes { try descriptor.read(fromAbsoluteOffset: offset, into: $0) }
            }
            guard count > 0 else { break }
            block.withUnsafeBytes { hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            try use(block[..<count])
            offset += Int64(count)
        }
        return hex(hasher.finalize())
    }

    /// Copies a file to a new one, which only its owner may read and write; gives the SHA-256 of its bytes.
    static func copy(_ path: FilePath, to target: FilePath) throws(Errno) -> String {
        let original = try FileSystem.open(path, .readOnly, [])
        defer { try? original.close() }
        let copy = try FileSystem.open(
            target, .writeOnly, [.create, .exclusiveCreate], permissions: [.ownerReadWrite])
        defer { try? copy.close() }
        return try sha256(of: original) { block throws(Errno) in
            try systemCall { _ = try copy.writeAll(block) }
        }
    }

    static func line(_ hash: String, file: String) -> String { "\(hash)  \(file)\n" }
}
