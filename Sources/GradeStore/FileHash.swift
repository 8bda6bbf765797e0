import Crypto
import SystemPackage
import SystemSupport

/// SHA-256 of whole files, and the `sha256sum` line that is kept beside a generation.
enum FileHash {
    /// `block` is given the bytes as they are read.
    static func sha256(
        of path: FilePath, block use: (ArraySlice<UInt8>) throws(Errno) -> Void = { _ in }
    ) throws(Errno) -> String {
        let descriptor = try FileSystem.open(path, .readOnly, [])
        defer { try? descriptor.close() }
        var hasher = SHA256()
        var block = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count: Int
            do {
                count = try block.withUnsafeMutableBytes { try descriptor.read(into: $0) }
            } catch let error as Errno { throw error } catch { throw .ioError }
            guard count > 0 else { break }
            block.withUnsafeBytes { hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            try use(block[..<count])
        }
        return hex(hasher.finalize())
    }

    static func line(_ hash: String, file: String) -> String { "\(hash)  \(file)\n" }
}
