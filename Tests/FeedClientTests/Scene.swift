import FeedClient
import Synchronization
import SystemPackage
import TestSupport

#if canImport(Glibc)
    import Glibc
#endif

/// One session at the fault server, a folder for what comes, and everything that the transfer tells.
final class Scene: Sendable {
    let server: FaultServer
    let session: String
    private let temporary = TemporaryFolder()
    var folder: FilePath { temporary.path }
    let lines = Mutex<[String]>([])
    let waits = Mutex<[Double]>([])
    private static let count = Atomic(0)

    init() async throws {
        server = try await FaultServer.shared
        session = "s\(Self.count.add(1, ordering: .relaxed).newValue)"
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
    var names: [String] { temporary.names }

    func bytes(_ name: String = "file") throws -> [UInt8] { try temporary.bytes(name) }

    /// As an interrupted transfer leaves it.
    func leavePart(_ bytes: [UInt8], tag: String? = nil) throws {
        try temporary.write(bytes, to: "file.part")
        if let tag { try temporary.write(tag, to: "file.part.etag") }
    }
}

/// The error that is thrown; nil where none is.
func refusal<T>(_ body: () throws(TransferError) -> T) -> TransferError? {
    do throws(TransferError) {
        _ = try body()
        return nil
    } catch { return error }
}
