import FeedClient
import SystemPackage
import TestSupport
import Testing

/// A partial file and a server that does not go on as asked (FAULTS 42): the right bytes, or once more from the first.
@Suite struct ResumeTests {
    private let content = ServedFeed.content(ServedFeed.large)
    private let begun = Array(ServedFeed.large.prefix(50_000))

    /// The tag of the large file, as the server names it.
    private func tag() async throws -> String {
        let scene = try await Scene()
        let fetched = try scene.transfer("ok").fetch(content, into: scene.file)
        guard case .fetched(_, let tag?) = fetched else { throw Errno.noData }
        return tag.description
    }

    private func expectWhole(_ scene: Scene, ranges: [String?]) throws {
        #expect(try scene.bytes() == ServedFeed.large)
        #expect(scene.names == ["file"])
        #expect(try scene.asked().map { $0["Range"] } == ranges)
    }

    @Test func `right range`() async throws {
        let scene = try await Scene()
        let tag = try await tag()
        try scene.leavePart(begun, tag: tag)
        _ = try scene.transfer("ok").fetch(content, into: scene.file)
        try expectWhole(scene, ranges: ["bytes=50000-"])
        #expect(try scene.asked()[0]["If-Range"] == tag)
        #expect(try scene.asked()[0].status == 206)
    }

    @Test(arguments: ["offset@7", "offset@-7", "norange", "range@412", "range@416", "range@200"])
    func `wrong answer`(faults: String) async throws {
        let scene = try await Scene()
        try scene.leavePart(begun, tag: try await tag())
        _ = try scene.transfer(faults).fetch(content, into: scene.file)
        try expectWhole(scene, ranges: ["bytes=50000-", nil])
        #expect(scene.waited == 0)
    }

    @Test func `wrong total does no harm`() async throws {
        let scene = try await Scene()
        try scene.leavePart(begun)
        _ = try scene.transfer("total@999999").fetch(content, into: scene.file)
        try expectWhole(scene, ranges: ["bytes=50000-"])
    }

    @Test func `the file is another by now`() async throws {
        let scene = try await Scene()
        try scene.leavePart(Array(ServedFeed.other.prefix(50_000)), tag: "\"of-another-time\"")
        _ = try scene.transfer("ok").fetch(content, into: scene.file)
        try expectWhole(scene, ranges: ["bytes=50000-", nil])
        #expect(try scene.asked().map { $0["If-Range"] } == ["\"of-another-time\"", nil])
    }

    @Test func `the server does not care for If-Range`() async throws {
        let scene = try await Scene()
        try scene.leavePart(Array(ServedFeed.other.prefix(50_000)), tag: "\"of-another-time\"")
        _ = try scene.transfer("ignoreifrange").fetch(content, into: scene.file)
        try expectWhole(scene, ranges: ["bytes=50000-", nil])
        #expect(try scene.asked().map(\.status) == [206, 200])
    }

    @Test(arguments: [0, 25_000, 49_999])
    func `tampered part`(place: Int) async throws {
        let scene = try await Scene()
        var bytes = begun
        bytes[place] ^= 0x40
        try scene.leavePart(bytes, tag: try await tag())
        _ = try scene.transfer("ok").fetch(content, into: scene.file)
        try expectWhole(scene, ranges: ["bytes=50000-", nil])
    }

    @Test func `the server's file is another`() async throws {
        let scene = try await Scene()
        try scene.leavePart(begun)
        let transfer = try scene.transfer("other")
        let error = refusal { () throws(TransferError) in try transfer.fetch(content, into: scene.file) }
        #expect(
            error
                == .wrongHash(
                    url: scene.url("other") + "files/\(content.sha256)", expected: content.sha256,
                    found: ServedFeed.content(ServedFeed.other).sha256))
        #expect(error?.isRetryable == false)
        #expect(try scene.asked().map { $0["Range"] } == ["bytes=50000-", nil])
        #expect(scene.names == [])
    }

    @Test func `weak tag is no condition`() async throws {
        let scene = try await Scene()
        _ = try scene.transfer("weaktag,reset@70000,first=1").fetch(content, into: scene.file)
        try expectWhole(scene, ranges: [nil, "bytes=70000-"])
        #expect(try scene.asked()[1]["If-Range"] == nil)
    }

    @Test func `no tag is no condition`() async throws {
        let scene = try await Scene()
        _ = try scene.transfer("notag,reset@70000,first=1").fetch(content, into: scene.file)
        try expectWhole(scene, ranges: [nil, "bytes=70000-"])
    }

    @Test(arguments: ["", "W/", "\"", "\"a\"b\"", "\"a\r\nX-Evil: 1\"", "nothing"])
    func `broken tag file`(text: String) async throws {
        let scene = try await Scene()
        try scene.leavePart(begun, tag: text)
        _ = try scene.transfer("ok").fetch(content, into: scene.file)
        try expectWhole(scene, ranges: ["bytes=50000-"])
        #expect(try scene.asked()[0]["If-Range"] == nil && scene.asked()[0]["X-Evil"] == nil)
    }

    @Test func `longer than the file`() async throws {
        let scene = try await Scene()
        try scene.leavePart(ServedFeed.large + [0])
        _ = try scene.transfer("ok").fetch(content, into: scene.file)
        try expectWhole(scene, ranges: [nil])
    }

    @Test func `complete and right`() async throws {
        let scene = try await Scene()
        try scene.leavePart(ServedFeed.large)
        _ = try scene.transfer("ok").fetch(content, into: scene.file)
        try expectWhole(scene, ranges: [])
    }

    @Test func `complete and wrong`() async throws {
        let scene = try await Scene()
        try scene.leavePart(ServedFeed.other)
        _ = try scene.transfer("ok").fetch(content, into: scene.file)
        try expectWhole(scene, ranges: [nil])
    }

    @Test func `the range goes along with redirects`() async throws {
        let scene = try await Scene()
        try scene.leavePart(begun)
        _ = try scene.transfer("elsewhere").fetch(content, into: scene.file)
        try expectWhole(scene, ranges: ["bytes=50000-", "bytes=50000-"])
        #expect(try scene.asked().map(\.status) == [302, 206])
    }

    @Test func `a server error leaves the part`() async throws {
        let scene = try await Scene()
        let tag = try await tag()
        try scene.leavePart(begun, tag: tag)
        let transfer = try scene.transfer("status@404")
        let error = refusal { () throws(TransferError) in try transfer.fetch(content, into: scene.file) }
        #expect(error == .missing(url: scene.url("status@404") + "files/\(content.sha256)", status: 404))
        #expect(try scene.bytes("file.part") == begun)
        #expect(try scene.bytes("file.part.etag") == Array(tag.utf8))
        // The page of an error is as long as the bytes that we hold: libcurl takes that for "already complete".
        try write(begun.prefix(23), to: scene.folder.appending("file.part"))
        _ = try scene.transfer("status@503,first=1").fetch(content, into: scene.file)
        #expect(try scene.bytes() == ServedFeed.large)
    }

    /// A server that can't go on in the middle and breaks off each time is not asked for the middle again.
    @Test func `once refused is enough`() async throws {
        let scene = try await Scene()
        try scene.leavePart(begun)
        let transfer = try scene.transfer("norange,reset@60000")
        let error = refusal { () throws(TransferError) in try transfer.fetch(content, into: scene.file) }
        #expect(error?.isRetryable == true)
        #expect(try scene.asked().map { $0["Range"] } == ["bytes=50000-", nil, nil, nil])
    }
}
