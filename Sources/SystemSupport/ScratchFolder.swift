package import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder that is there for one run, and gone after it.
package final class ScratchFolder {
    package let path: FilePath

    package init() throws {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array(FilePath(base).appending("landgrade-XXXXXX").string.utf8CString)
        guard let made = mkdtemp(&template) else { throw Errno(rawValue: errno) }
        path = FilePath(platformString: made)
    }

    /// Takes a file's bytes under a name.
    package func write(_ bytes: [UInt8], _ name: String) throws -> FilePath {
        let file = path.appending(name)
        try FileSystem.write(bytes, to: file, mode: 0o600, passing: true)
        return file
    }

    deinit { Self.remove(path) }

    /// Nothing that a link in it points to is touched.
    private static func remove(_ path: FilePath) {
        for name in (try? FileSystem.names(in: path)) ?? [] {
            let inner = path.appending(name)
            if FileSystem.isFolder(inner) { remove(inner) } else { try? FileSystem.remove(inner) }
        }
        try? FileSystem.removeFolder(path)
    }
}
