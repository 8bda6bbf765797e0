import FeedClient
import SystemPackage
import TestSupport
import Testing

/// More than there may be, or something else than HTTP (FAULTS 31, 32, 34, 36).
@Suite struct LimitTests {
    /// Bytes of the body that libcurl handed over, as the trace tells.
    private func received(_ scene: Scene) -> Int? {
        scene.trace.firstMatch(of: /status 200, (\d+) bytes/).flatMap { Int($0.1) }
    }

    @Test func `endless body`() async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer("endless")
        let error = refusal { () throws(TransferError) in
            try transfer.fetch(.current, into: scene.file, limit: 100_000)
        }
        #expect(error == .tooLarge(url: scene.url("endless") + "current.signed", limit: 100_000))
        #expect(error?.isRetryable == false)
        let count = try #require(received(scene))
        #expect(count > 100_000 && count <= 100_000 + 65_536)
        #expect(scene.names == [])
        #expect(try scene.asked().count == 1)
    }

    @Test func `endless content`() async throws {
        let scene = try await Scene()
        let content = ServedFeed.content(ServedFeed.large)
        let transfer = try scene.transfer("endless")
        let error = refusal { () throws(TransferError) in try transfer.fetch(content, into: scene.file) }
        #expect(error == .tooLarge(url: scene.url("endless") + "files/\(content.sha256)", limit: 200_000))
        #expect(try #require(received(scene)) <= 200_000 + 65_536)
        #expect(scene.names == [])
    }

    @Test func `announced length`() async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer("huge")
        let error = refusal { () throws(TransferError) in
            try transfer.fetch(.current, into: scene.file, limit: 4 << 20)
        }
        #expect(error == .tooLarge(url: scene.url("huge") + "current.signed", limit: 4 << 20))
        #expect(received(scene) == 0)
        #expect(try scene.asked().count == 1)
    }

    @Test func `announced length of content`() async throws {
        let scene = try await Scene()
        let content = ServedFeed.content(ServedFeed.large)
        let transfer = try scene.transfer("long@1")
        let error = refusal { () throws(TransferError) in try transfer.fetch(content, into: scene.file) }
        #expect(error == .tooLarge(url: scene.url("long@1") + "files/\(content.sha256)", limit: 200_000))
        #expect(received(scene) == 0)
    }

    @Test func `one byte more`() async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer("ok")
        let error = refusal { () throws(TransferError) in try transfer.fetch(.current, into: scene.file, limit: 2_999) }
        #expect(error == .tooLarge(url: scene.url("ok") + "current.signed", limit: 2_999))
        #expect(scene.names == [])
    }

    /// Nothing is unpacked: 16 MiB of zeros stay the 16 KiB that were sent.
    @Test func `compressed body stays compressed`() async throws {
        let scene = try await Scene()
        let fetched = try scene.transfer("gzip@16777216").fetch(.current, into: scene.file, limit: 4 << 20)
        guard case .fetched(let size, _) = fetched else {
            Issue.record("\(fetched)")
            return
        }
        #expect(size < 20_000)
        #expect(try scene.bytes().prefix(2) == [0x1F, 0x8B])
        let content = ServedFeed.content(ServedFeed.small)
        let transfer = try scene.transfer("gzip@16777216")
        let error = refusal { () throws(TransferError) in try transfer.fetch(content, into: scene.file) }
        #expect(error == .tooLarge(url: scene.url("gzip@16777216") + "files/\(content.sha256)", limit: 100))
    }

    /// What is packed for the way is no more unpacked than what is packed for good, even where the file would be right.
    @Test func `body packed for the way`() async throws {
        let scene = try await Scene()
        let message = try scene.transfer("packed"), content = ServedFeed.content(ServedFeed.large)
        #expect(
            refusal { () throws(TransferError) in try message.fetch(.current, into: scene.file, limit: 9_000) }
                == .encoding(url: scene.url("packed") + "current.signed"))
        #expect(
            refusal { () throws(TransferError) in try message.fetch(content, into: scene.file) }
                == .encoding(url: scene.url("packed") + "files/\(content.sha256)"))
        #expect(try scene.asked().count == 2)
        #expect(scene.names == [])
    }

    /// However many tries and files there are.
    @Test func `no server is asked after the deadline`() async throws {
        let scene = try await Scene()
        let late = try scene.transfer("ok") { $0.deadline = Deadline(seconds: 0) }
        #expect(
            refusal { () throws(TransferError) in try late.fetch(.current, into: scene.file, limit: 9_000) }
                == .deadline(seconds: 0))
        let waiting = try scene.transfer("status@503,retryafter@300") { $0.deadline = Deadline(seconds: 200) }
        #expect(
            refusal { () throws(TransferError) in try waiting.fetch(.current, into: scene.file, limit: 9_000) }
                == .deadline(seconds: 200))
        #expect(try scene.asked().count == 1)
        #expect(scene.waited == 0)
    }

    @Test(arguments: ["headers@310000", "manyheaders@100000", "headers@65536"])
    func `headers`(faults: String) async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer(faults)
        let error = refusal { () throws(TransferError) in try transfer.fetch(.current, into: scene.file, limit: 9_000) }
        if faults == "headers@310000" {
            // libcurl's own limit for one line, before we see it.
            guard case .transport(_, 27, _) = error else {
                Issue.record("\(error.debugDescription)")
                return
            }
        } else {
            #expect(error == .headersTooLong(url: scene.url(faults) + "current.signed", limit: 65_536))
        }
        #expect(error?.isRetryable == false)
        #expect(try scene.asked().count == 1)
        #expect(scene.names == [])
    }

    @Test func `long headers within the limit`() async throws {
        let scene = try await Scene()
        let fetched = try scene.transfer("headers@60000").fetch(.current, into: scene.file, limit: 9_000)
        #expect(fetched != .notModified)
        #expect(try scene.bytes() == ServedFeed.message)
    }

    @Test func `no HTTP`() async throws {
        let scene = try await Scene()
        let old = try scene.transfer("http09")
        let error = refusal { () throws(TransferError) in try old.fetch(.current, into: scene.file, limit: 9_000) }
        guard case .transport(_, 1, _) = error else {
            Issue.record("\(error.debugDescription)")
            return
        }
        #expect(error?.isRetryable == false)
        let garbage = try scene.transfer("garbage")
        #expect(
            refusal { () throws(TransferError) in try garbage.fetch(.current, into: scene.file, limit: 9_000) }
                == .noHTTP(url: scene.url("garbage") + "current.signed"))
        #expect(try scene.asked().count == 2)
        #expect(scene.names == [])
    }

    /// Not those of a hint before it, nor of a trailer behind it.
    @Test(arguments: ["chunked", "hints", "notag,hints"])
    func `only the answer's own headers count`(faults: String) async throws {
        let scene = try await Scene()
        let plain = try scene.transfer("ok").fetch(.current, into: scene.file, limit: 9_000)
        let fetched = try scene.transfer(faults).fetch(.current, into: scene.file, limit: 9_000)
        #expect(fetched == (faults == "notag,hints" ? .fetched(size: 3_000, tag: nil) : plain))
    }
}
