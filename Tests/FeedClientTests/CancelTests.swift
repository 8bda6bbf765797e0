import FeedClient
import Synchronization
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A signal handler sets a flag; the transfer hears it (FAULTS 48).
@Suite struct CancelTests {
    private final class Flag: Sendable {
        private let due = Mutex<ContinuousClock.Instant?>(nil)

        /// Set from then on.
        func set(after time: Duration) { due.withLock { $0 = ContinuousClock().now + time } }
        var isSet: Bool { due.withLock { $0.map { ContinuousClock().now >= $0 } ?? false } }
    }

    private func cancelled(
        _ scene: Scene, _ faults: String, content: Content? = nil
    ) throws -> Duration {
        let flag = Flag()
        var settings = TransferSettings(version: "0.0")
        settings.proxy = ""
        settings.isCancelled = { flag.isSet }
        let transfer = try FileTransfer(
            from: SourceURL(scene.url(faults)), settings: settings,
            budget: RetryBudget(random: { $0 }, pause: RetryBudget.sleep))
        flag.set(after: .milliseconds(300))
        let start = ContinuousClock().now
        let error = refusal { () throws(TransferError) in
            if let content { return try transfer.fetch(content, into: scene.file) }
            return try transfer.fetch(.current, into: scene.file, limit: 9_000)
        }
        #expect(error == .cancelled)
        return ContinuousClock().now - start
    }

    @Test(arguments: ["noreply", "slowheaders@20", "drip@100", "status@503", "status@503,retryafter@60"])
    func `ends soon after`(faults: String) async throws {
        let scene = try await Scene()
        let time = try cancelled(scene, faults)
        // It takes a second on a machine at rest; nothing else would end these in less than half a minute.
        #expect(time >= .milliseconds(250) && time < .seconds(10))
        #expect(scene.names == [])
        #expect(try scene.asked().count == 1)
    }

    @Test func `what has come stays`() async throws {
        let scene = try await Scene()
        let content = ServedFeed.content(ServedFeed.large)
        _ = try cancelled(scene, "drip@50000", content: content)
        #expect(scene.names == ["file.part", "file.part.etag"])
        let size = try scene.bytes("file.part").count
        #expect(size > 0 && size < 200_000)
        _ = try scene.transfer("ok").fetch(content, into: scene.file)
        #expect(try scene.bytes() == ServedFeed.large)
        #expect(try scene.asked()[1]["Range"] == "bytes=\(size)-")
    }
}
