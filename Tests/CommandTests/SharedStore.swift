import SystemPackage
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A folder of a test's own under /tmp, removed at the end.
final class Workspace: Sendable {
    let path: FilePath

    init() {
        var template = Array("/tmp/landgrade-cases-XXXXXX".utf8CString)
        path = FilePath(String(cString: mkdtemp(&template)!))  // /tmp is there and writable on every machine we test on
        _ = path.withPlatformString { chmod($0, 0o755) }
    }

    deinit { removeTree(path) }

    func callAsFunction(_ name: String) -> String { path.appending(name).string }

    func write(_ text: String, to name: String) throws {
        let file = try FileDescriptor.open(
            path.appending(name), .writeOnly, options: [.create, .truncate],
            permissions: [.ownerReadWrite, .groupRead, .otherRead])
        try file.closeAfter { _ = try file.writeAll(text.utf8) }
    }
}

/// The names in a folder, sorted, without `.` and `..`.
func names(in path: FilePath) -> [String] {
    guard let folder = opendir(path.string) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
        names.append(
            withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
}

func removeTree(_ path: FilePath) {
    var status = stat()
    guard lstat(path.string, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
        unlink(path.string)
        return
    }
    chmod(path.string, 0o755)
    for name in names(in: path) { removeTree(path.appending(name)) }
    rmdir(path.string)
}

/// The whole text of a file, which must be UTF-8.
func contents(of path: FilePath) throws -> String {
    let file = try FileDescriptor.open(path, .readOnly)
    return try file.closeAfter {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try block.withUnsafeMutableBytes { try file.read(into: $0) }
            guard count > 0 else { break }
            bytes += block[..<count]
        }
        return try #require(String(validating: bytes, as: UTF8.self))
    }
}

/// The store that read-only cases share, built from the seed by the program itself.
actor SharedStore {
    static let shared = SharedStore()
    private let workspace = Workspace()
    private var made = false

    func path() async throws -> String {
        let store = workspace("store")
        if !made {
            let run = try await Program.landgrade.run(["init", "--store", store])
            try #require(run.status == 0, "\(run.error)")
            made = true
        }
        return store
    }
}

/// The root of the checkout these tests were compiled from.
let repository = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()
