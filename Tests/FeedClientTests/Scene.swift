import FeedClient
import Synchronization
import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// One session at the fault server, a folder for what comes, and everything that the transfer tells.
final class Scene: Sendable {
    let server: FaultServer
    let session: String
    let folder: FilePath
    let lines = Mutex<[String]>([])
    let waits = Mutex<[Double]>([])
    private static let count = Atomic(0)

    init() async throws {
        server = try await FaultServer.shared
        session = "s\(Self.count.add(1, ordering: .relaxed).newValue)"
        folder = temporaryFolder("fetched")
    }

    deinit {
        for name in (try? names()) ?? [] { unlink(folder.appending(name).string) }
        rmdir(folder.string)
    }

    var file: FilePath { folder.appending("file") }

    /// The feed behind these faults.
    func url(_ faults: String, base: String? = nil) -> String {
        "\(base ?? "http://127.0.0.1:\(server.http)")/\(session)/\(faults)/feed/"
    }

    /// Three tries without waiting. A busy machine has time to answer.
    func transfer(
        _ faults: String, base: String? = nil, tries: Int = 3, _ change: (inout TransferSettings) -> Void = { _ in }
    ) throws -> FileTransfer {
        var settings = TransferSettings(version: "0.0")
        settings.proxy = ""
        settings.trace = { line in self.lines.withLock { $0.append(line) } }
        change(&settings)
        let budget = RetryBudget(
            tries: tries, random: { $0 }, pause: { seconds in self.waits.withLock { $0.append(seconds) } })
        return try FileTransfer(from: SourceURL(url(faults, base: base)), settings: settings, budget: budget)
    }

    func asked() throws -> [Asked] { try server.log(session) }

    /// Seconds of waiting between tries, in all.
    var waited: Double { (waits.withLock { $0.reduce(0, +) } * 10).rounded() / 10 }

    var trace: String { lines.withLock { $0.joined(separator: "\n") } }

    /// What lies in the folder.
    func names() throws -> [String] {
        guard let stream = opendir(folder.string) else { throw Errno(rawValue: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    func bytes(_ name: String = "file") throws -> [UInt8] { try readFile(folder.appending(name)) }

    /// As an interrupted transfer leaves it.
    func leavePart(_ bytes: [UInt8], tag: String? = nil) throws {
        try writeFile(bytes, folder.appending("file.part"))
        if let tag { try writeFile(Array(tag.utf8), folder.appending("file.part.etag")) }
    }
}

/// The error that is thrown; nil where none is.
func refusal<T>(_ body: () throws(TransferError) -> T) -> TransferError? {
    do throws(TransferError) {
        _ = try body()
        return nil
    } catch { return error }
}

func makeFolder(_ path: FilePath) throws {
    guard mkdir(path.string, 0o755) == 0 || errno == EEXIST else { throw Errno(rawValue: errno) }
}

func writeFile(_ bytes: [UInt8], _ path: FilePath) throws {
    let file = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .truncate, .closeOnExec], permissions: [.ownerReadWrite])
    try file.closeAfter { _ = try file.writeAll(bytes) }
}

func readFile(_ path: FilePath) throws -> [UInt8] {
    let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec])
    return try file.closeAfter {
        var bytes: [UInt8] = [], block = [UInt8](repeating: 0, count: 1 << 18)
        while case let count = try block.withUnsafeMutableBytes({ try file.read(into: $0) }), count > 0 {
            bytes += block[..<count]
        }
        return bytes
    }
}
