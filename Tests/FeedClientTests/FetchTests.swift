import FeedClient
import SystemPackage
import TestSupport
import Testing

/// What goes right.
@Suite struct FetchTests {
    @Test func `message comes whole with its tag`() async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer("ok")
        let fetched = try transfer.fetch(.current, into: scene.file, limit: 3_000)
        guard case .fetched(3_000, let tag?) = fetched else {
            Issue.record("\(fetched)")
            return
        }
        #expect(try scene.bytes() == ServedFeed.message)
        #expect(scene.names == ["file"])
        let asked = try scene.asked()
        #expect(asked.map(\.path) == ["feed/current.signed"])
        #expect(asked[0]["User-Agent"] == "landgrade/0.0 libcurl/\(Libcurl.version)")
        #expect(asked[0]["Accept-Encoding"] == nil && asked[0]["Cookie"] == nil && asked[0]["Authorization"] == nil)

        #expect(try transfer.fetch(.current, into: scene.file, limit: 3_000, unless: tag) == .notModified)
        #expect(try scene.asked()[1]["If-None-Match"] == tag.description)
        #expect(scene.names == ["file"])
        // A new version replaces the old.
        try write([1], to: scene.file)
        _ = try transfer.fetch(.keys(1), into: scene.file, limit: 3_000)
        #expect(try scene.bytes() == ServedFeed.message)
        #expect(try scene.asked()[2].path == "feed/keys/1.signed")
    }

    @Test(arguments: ["ok", "chunked", "cut@200000", "newtag", "notag", "type@text%2Fhtml", "hops@5", "elsewhere"])
    func `content comes whole`(faults: String) async throws {
        let scene = try await Scene()
        let content = ServedFeed.content(ServedFeed.large)
        guard case .fetched(200_000, _) = try scene.transfer(faults).fetch(content, into: scene.file) else {
            Issue.record("not fetched")
            return
        }
        #expect(try scene.bytes() == ServedFeed.large)
        #expect(scene.names == ["file"])
        #expect(try scene.asked()[0].path == "feed/files/\(content.sha256)")
        #expect(try scene.asked().allSatisfy { $0["Range"] == nil && $0["If-None-Match"] == nil })
    }

    @Test func `small and empty content`() async throws {
        let scene = try await Scene()
        for bytes in [ServedFeed.small, []] {
            // The redirect's page is longer than the file.
            let content = ServedFeed.content(bytes)
            guard case .fetched(bytes.count, _) = try scene.transfer("elsewhere").fetch(content, into: scene.file)
            else {
                Issue.record("not fetched")
                return
            }
            #expect(try scene.bytes() == bytes)
        }
    }

    @Test func `one connection serves many files`() async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer("ok")
        for _ in 0..<3 { _ = try transfer.fetch(.current, into: scene.file, limit: 3_000) }
        #expect(scene.trace.components(of: "new connection") == 1)
        #expect(try scene.asked().count == 3)
    }

    @Test func `progress grows to the whole`() async throws {
        let scene = try await Scene()
        var reports: [(Int, Int?)] = []
        try scene.leavePart(Array(ServedFeed.large.prefix(50_000)))
        _ = try scene.transfer("drip@300000").fetch(ServedFeed.content(ServedFeed.large), into: scene.file) {
            reports.append(($0, $1))
        }
        #expect(reports.allSatisfy { $0.0 >= 50_000 && $0.1 == 200_000 })
        #expect(reports.last?.0 == 200_000)
        #expect(zip(reports, reports.dropFirst()).allSatisfy { $0.0 <= $1.0 })
    }

    @Test func `absent is an answer for messages only`() async throws {
        let scene = try await Scene()
        #expect(try scene.transfer("ok").fetch(.keys(2), into: scene.file, limit: 10) == .absent(status: 404))
        #expect(
            try scene.transfer("status@410").fetch(.current, into: scene.file, limit: 10) == .absent(status: 410))
        let content = try #require(Content(sha256: String(repeating: "0", count: 64), size: 5))
        let transfer = try scene.transfer("ok")
        let error = refusal { () throws(TransferError) in try transfer.fetch(content, into: scene.file) }
        #expect(error == .missing(url: scene.url("ok") + "files/\(content.sha256)", status: 404))
        #expect(error?.isRetryable == false)
        #expect(try scene.asked().count == 3)
        #expect(scene.names == [])
    }
}

extension String {
    /// How often a text stands in it.
    func components(of text: String) -> Int { ranges(of: text).count }
}
