package import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder of a test's own under /tmp. It is removed, with all it holds, when the last reference to it ends.
package final class TemporaryFolder: Sendable {
    package let path: FilePath

    package init() {
        path = Self.made(in: "/tmp")
        chmod(path.string, 0o755)
    }

    deinit { removeTree(path) }

    /// A file in it.
    package subscript(_ name: String) -> FilePath { path.appending(name) }

    /// The path of a file in it, as a program takes it.
    package func callAsFunction(_ name: String) -> String { path.appending(name).string }

    package var names: [String] { TestSupport.names(in: path) }

    package func bytes(_ name: String) throws -> [UInt8] { try TestSupport.bytes(of: self[name]) }

    package func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    package func write(_ bytes: [UInt8], to name: String) throws { try TestSupport.write(bytes, to: self[name]) }

    /// A folder that stays until the process ends: for what several tests share.
    package static func lasting() -> FilePath { made(in: lastingRoot.string) }

    private static let lastingRoot: FilePath = {
        let root = made(in: "/tmp")
        atexit { removeTree(TemporaryFolder.lastingRoot) }
        return root
    }()

    private static func made(in folder: String) -> FilePath {
        var template = Array("\(folder)/landgrade-test-XXXXXX".utf8CString)
        return FilePath(String(cString: mkdtemp(&template)!))  // /tmp is there and writable on every machine we test on
    }
}
