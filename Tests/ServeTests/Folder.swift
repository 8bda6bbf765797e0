import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// Folders under /tmp; all of them are removed when the test process ends.
enum Folder {
    private static let root: FilePath = {
        var template = Array("/tmp/landgrade-serve-XXXXXX".utf8CString)
        let path = FilePath(String(cString: mkdtemp(&template)!))  // /tmp is writable on every machine we test on
        atexit { Folder.remove() }
        return path
    }()

    static func make() -> FilePath {
        var template = Array("\(root.string)/XXXXXX".utf8CString)
        return FilePath(String(cString: mkdtemp(&template)!))  // as above
    }

    private static func remove() {
        guard let process = try? spawn("/bin/rm", ["-rf", root.string]) else { return }
        _ = wait(for: process)
    }
}

func contents(of path: FilePath) throws -> String {
    String(decoding: try bytes(of: path), as: UTF8.self)
}

func bytes(of path: FilePath) throws -> [UInt8] {
    let file = try FileDescriptor.open(path, .readOnly)
    return try file.closeAfter {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try block.withUnsafeMutableBytes { try file.read(into: $0) }
            guard count > 0 else { return bytes }
            bytes += block[..<count]
        }
    }
}

func write(_ bytes: some Sequence<UInt8>, to path: FilePath) throws {
    let file = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite, .groupRead, .otherRead])
    try file.closeAfter { _ = try file.writeAll(bytes) }
}

/// What lies in a folder.
func names(in folder: FilePath) throws -> [String] {
    guard let stream = opendir(folder.string) else { throw Errno(rawValue: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names
}
