import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The inputs that the fuzzer found and that are kept, `Tests/Corpus/TARGET`.
package enum Corpus {
    /// All of a target, by name.
    package static func files(of target: String) throws -> [(name: String, bytes: [UInt8])] {
        let folder = FilePath(#filePath).removingLastComponent().removingLastComponent()
            .appending("Corpus").appending(target)
        guard let directory = opendir(folder.string) else { throw Errno(rawValue: errno) }
        defer { closedir(directory) }
        var files: [(name: String, bytes: [UInt8])] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard !name.hasPrefix(".") else { continue }
            files.append((name, try bytes(of: folder.appending(name))))
        }
        return files.sorted { $0.name < $1.name }
    }

    private static func bytes(of path: FilePath) throws -> [UInt8] {
        let file = try FileDescriptor.open(path, .readOnly)
        return try file.closeAfter {
            var bytes: [UInt8] = []
            var block = [UInt8](repeating: 0, count: 1 << 16)
            while case let count = try block.withUnsafeMutableBytes({ try file.read(into: $0) }), count > 0 {
                bytes += block[..<count]
            }
            return bytes
        }
    }
}
