import FeedClient
import SystemPackage
import TestSupport
import Testing

/// The connection fails, breaks or says nothing (FAULTS 30, 33, 35).
@Suite struct BrokenConnectionTests {
    private func code(_ error: TransferError?) -> Int? {
        guard case .transport(_, let code, _) = error else { return nil }
        return code
    }

    @Test func `nobody listens`() async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer("ok", base: "http://127.0.0.1:\(scene.server.closed)", tries: 5)
        let error = refusal { () throws(TransferError) in try transfer.fetch(.current, into: scene.file, limit: 10) }
        #expect(code(error) == 7)
        #expect(error?.isRetryable == true)
        // 1, 2, 4 and 8 s at most; the draw here is the most.
        #expect(scene.waited == 15)
        #expect(transfer.budget.seconds == 585)
        #expect(scene.names == [])
    }

    @Test func `unknown host`() async throws {
        let scene = try await Scene()
        // A label of 64 characters can't be asked for, so nothing leaves the machine.
        let transfer = try scene.transfer("ok", base: "http://\(String(repeating: "a", count: 64)).invalid", tries: 2)
        let error = refusal { () throws(TransferError) in try transfer.fetch(.current, into: scene.file, limit: 10) }
        #expect(code(error) == 6)
        #expect(scene.waited == 1)
    }

    @Test func `reset before anything`() async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer("reset")
        let error = refusal { () throws(TransferError) in try transfer.fetch(.current, into: scene.file, limit: 9_000) }
        #expect([52, 56].contains(code(error)))
        #expect(try scene.asked().count == 3)
        #expect(scene.waited == 3)
        #expect(scene.names == [])
    }

    @Test func `reset in the middle and then well`() async throws {
        let scene = try await Scene()
        let message = try scene.transfer("reset@1000,first=2")
        guard case .fetched(3_000, _) = try message.fetch(.current, into: scene.file, limit: 9_000) else {
            Issue.record("not fetched")
            return
        }
        #expect(try scene.bytes() == ServedFeed.message)
        // Half a message is of no use: it is asked for from the first byte.
        #expect(try scene.asked().map { $0["Range"] } == [nil, nil, nil])
    }

    @Test func `content goes on where it broke`() async throws {
        let scene = try await Scene()
        let content = ServedFeed.content(ServedFeed.large)
        _ = try scene.transfer("reset@70000,first=1").fetch(content, into: scene.file)
        #expect(try scene.bytes() == ServedFeed.large)
        let asked = try scene.asked()
        #expect(asked.map { $0["Range"] } == [nil, "bytes=70000-"])
        #expect(asked.map(\.status) == [200, 206])
        let tag = try #require(asked[1]["If-Range"])
        #expect(tag.hasPrefix("\"") && tag.hasSuffix("\""))
        #expect(scene.names == ["file"])
    }

    @Test func `the next run goes on too`() async throws {
        let scene = try await Scene()
        let content = ServedFeed.content(ServedFeed.large)
        let first = try scene.transfer("reset@70000", tries: 1)
        let error = refusal { () throws(TransferError) in try first.fetch(content, into: scene.file) }
        #expect(code(error) == 56)
        #expect(scene.names == ["file.part", "file.part.etag"])
        #expect(try scene.bytes("file.part") == Array(ServedFeed.large.prefix(70_000)))
        _ = try scene.transfer("ok").fetch(content, into: scene.file)
        let asked = try scene.asked()
        #expect(asked.map { $0["Range"] } == [nil, "bytes=70000-"])
        #expect(asked[1]["If-Range"] != nil)
        #expect(try scene.bytes() == ServedFeed.large)
        #expect(scene.names == ["file"])
    }

    @Test(arguments: ["long@10", "chunkcut@1000"])
    func `message that ends before its end`(faults: String) async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer(faults)
        let error = refusal { () throws(TransferError) in try transfer.fetch(.current, into: scene.file, limit: 9_000) }
        #expect(code(error) == 18)
        #expect(try scene.asked().count == 3)
        #expect(scene.names == [])
    }

    /// Nothing tells that the connection was meant to go on. The signature will.
    @Test func `message cut without a sign`() async throws {
        let scene = try await Scene()
        let fetched = try scene.transfer("cut@1000").fetch(.current, into: scene.file, limit: 9_000)
        guard case .fetched(1_000, _) = fetched else {
            Issue.record("\(fetched)")
            return
        }
    }

    @Test(arguments: ["short@60000", "cut@60000", "chunkcut@60000"])
    func `content cut short`(faults: String) async throws {
        let scene = try await Scene()
        let content = ServedFeed.content(ServedFeed.large)
        let transfer = try scene.transfer(faults + ",first=1")
        _ = try transfer.fetch(content, into: scene.file)
        #expect(try scene.bytes() == ServedFeed.large)
        #expect(scene.names == ["file"])
    }

    @Test func `content cut short each time`() async throws {
        let scene = try await Scene()
        let content = ServedFeed.content(ServedFeed.large)
        let transfer = try scene.transfer("cut@60000")
        let error = refusal { () throws(TransferError) in try transfer.fetch(content, into: scene.file) }
        #expect(
            error
                == .tooShort(url: scene.url("cut@60000") + "files/\(content.sha256)", expected: 200_000, found: 180_000)
        )
        #expect(try scene.asked().count == 3)
        #expect(scene.names == ["file.part", "file.part.etag"])
    }

    @Test(arguments: ["noreply", "slowheaders@20", "drip@100"])
    func `too slow`(faults: String) async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer(faults, tries: 1) { $0.limits.slowSeconds = 1 }
        let clock = ContinuousClock()
        let start = clock.now
        let error = refusal { () throws(TransferError) in try transfer.fetch(.current, into: scene.file, limit: 9_000) }
        #expect(code(error) == 28)
        // Below the slowest rate for a second, on a busy machine too; the total would be a minute.
        #expect(clock.now - start < .seconds(50))
        #expect(scene.names == [])
    }

    /// A drip above the slowest rate ends with the total.
    @Test func `just fast enough for ever`() async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer("drip@900", tries: 1) { $0.limits.message = 1.5 }
        let clock = ContinuousClock()
        let start = clock.now
        let error = refusal { () throws(TransferError) in try transfer.fetch(.current, into: scene.file, limit: 9_000) }
        #expect(code(error) == 28)
        #expect(clock.now - start > .seconds(1.4))
    }
}
