import FeedClient
import SystemPackage
import TestSupport
import Testing

/// What the server's status comes to (FAULTS 39, 40, 41).
@Suite struct StatusTests {
    private func refused(_ scene: Scene, _ transfer: FileTransfer) -> TransferError? {
        refusal { () throws(TransferError) in try transfer.fetch(.current, into: scene.file, limit: 9_000) }
    }

    @Test(arguments: [201, 204, 206, 400, 401, 403, 405, 451, 501, 505, 511])
    func `is not asked again`(status: Int) async throws {
        let scene = try await Scene()
        let faults = "status@\(status)"
        let error = refused(scene, try scene.transfer(faults))
        #expect(error == .status(url: scene.url(faults) + "current.signed", status: status, retryAfter: nil))
        #expect(error?.isRetryable == false)
        #expect(try scene.asked().count == 1)
        #expect(scene.names == [])
    }

    /// Nothing of such an answer's page is kept as the beginning of the file.
    @Test(arguments: [201, 206, 403, 503])
    func `its page is no content`(status: Int) async throws {
        let scene = try await Scene()
        let content = ServedFeed.content(ServedFeed.large)
        let transfer = try scene.transfer("status@\(status)", tries: 1)
        let error = refusal { () throws(TransferError) in try transfer.fetch(content, into: scene.file) }
        let url = scene.url("status@\(status)") + "files/\(content.sha256)"
        #expect(error == .status(url: url, status: status, retryAfter: nil))
        #expect(scene.names == [])
    }

    @Test(arguments: [408, 425, 429, 500, 502, 503, 504])
    func `is asked again`(status: Int) async throws {
        let scene = try await Scene()
        let faults = "status@\(status)"
        let error = refused(scene, try scene.transfer(faults))
        #expect(error == .status(url: scene.url(faults) + "current.signed", status: status, retryAfter: nil))
        #expect(try scene.asked().count == 3)
        #expect(scene.waited == 3)
        #expect(scene.trace.contains("it says: <html>status \(status)</html>"))
        // And it may go well.
        _ = try scene.transfer(faults + ",first=2").fetch(.current, into: scene.file, limit: 9_000)
        #expect(try scene.bytes() == ServedFeed.message)
    }

    @Test func `a proxy that asks for a password`() async throws {
        let scene = try await Scene()
        guard case .proxy(_, 407, _)? = refused(scene, try scene.transfer("status@407")) else {
            Issue.record("not named")
            return
        }
        #expect(try scene.asked().count == 1)
    }

    @Test(arguments: [
        ("17", 17, 34.0), ("1.5", 1, 3), ("0", nil, 3), ("-5", nil, 3), ("soon", nil, 3),
        ("Thu%2C 01 Jan 1970 00%3A00%3A00 GMT", nil, 3),
    ])
    func `stays away as long as asked`(value: String, asked: Int?, waited: Double) async throws {
        let scene = try await Scene()
        let faults = "status@503,retryafter@\(value.replacing(" ", with: "%20"))"
        guard case .status(_, 503, let after)? = refused(scene, try scene.transfer(faults)) else {
            Issue.record("not named")
            return
        }
        #expect(after == asked)
        #expect(scene.waited == waited)
        #expect(try scene.asked().count == 3)
    }

    @Test(arguments: [
        ("601", 601), ("3600", 3_600), ("999999999999", 86_400),
        ("Sat%2C%2021%20Feb%202065%2010%3A00%3A00%20GMT", 86_400),
    ])
    func `gives up where that is too long`(value: String, asked: Int) async throws {
        let scene = try await Scene()
        let error = refused(scene, try scene.transfer("status@429,retryafter@\(value)"))
        #expect(error?.retryAfter == asked)
        #expect(scene.waited == 0)
        #expect(try scene.asked().count == 1)
    }

    /// Two files share the run's ten minutes.
    @Test func `the budget is of the run`() async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer("status@503,retryafter@250")
        _ = refused(scene, transfer)
        #expect(scene.waited == 500)
        #expect(transfer.budget.seconds == 100)
        _ = refused(scene, transfer)
        #expect(scene.waited == 500)
        #expect(try scene.asked().count == 4)
    }

    @Test func `not modified though nothing is held`() async throws {
        let scene = try await Scene()
        #expect(
            refused(scene, try scene.transfer("notmodified"))
                == .notModifiedUnasked(url: scene.url("notmodified") + "current.signed"))
        let content = ServedFeed.content(ServedFeed.large)
        let transfer = try scene.transfer("notmodified")
        #expect(
            refusal { () throws(TransferError) in try transfer.fetch(content, into: scene.file) }
                == .notModifiedUnasked(url: scene.url("notmodified") + "files/\(content.sha256)"))
        #expect(try scene.asked().count == 2)
        #expect(scene.names == [])
    }

    /// The body of a 304 is neither taken for a file nor for the next answer on that connection.
    @Test func `not modified with a body`() async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer("bodied,only=current")
        guard case .fetched(_, let tag?) = try transfer.fetch(.current, into: scene.file, limit: 9_000) else {
            Issue.record("no tag")
            return
        }
        try write([7], to: scene.file)
        #expect(try transfer.fetch(.current, into: scene.file, limit: 9_000, unless: tag) == .notModified)
        #expect(try scene.bytes() == [7])
        _ = try transfer.fetch(.keys(1), into: scene.file, limit: 9_000)
        #expect(try scene.bytes() == ServedFeed.message)
    }

    @Test func `tag that changes each time`() async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer("newtag")
        guard case .fetched(_, let tag?) = try transfer.fetch(.current, into: scene.file, limit: 9_000),
            case .fetched(3_000, let next?) = try transfer.fetch(.current, into: scene.file, limit: 9_000, unless: tag)
        else {
            Issue.record("not fetched")
            return
        }
        #expect(tag != next)
    }

    @Test func `weak tag is enough to ask for news`() async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer("weaktag")
        guard case .fetched(_, let tag?) = try transfer.fetch(.current, into: scene.file, limit: 9_000) else {
            Issue.record("no tag")
            return
        }
        #expect(tag.isWeak)
        #expect(try transfer.fetch(.current, into: scene.file, limit: 9_000, unless: tag) == .notModified)
    }

    @Test func `login page`() async throws {
        let scene = try await Scene()
        #expect(
            refused(scene, try scene.transfer("page")) == .webPage(url: scene.url("page") + "current.signed"))
        for bytes in [ServedFeed.large, ServedFeed.small.dropLast(40) + []] {
            let content = ServedFeed.content(Array(bytes))
            let transfer = try scene.transfer("page")
            #expect(
                refusal { () throws(TransferError) in try transfer.fetch(content, into: scene.file) }
                    == .webPage(url: scene.url("page") + "files/\(content.sha256)"))
        }
        // A portal that stands on another host.
        let port = scene.server.other
        let target = "http%3A%2F%2F127.0.0.1%3A\(port)%2F\(scene.session)%2Fpage%2Fportal"
        #expect(
            refused(scene, try scene.transfer("redirect@\(target)"))
                == .webPage(url: "http://127.0.0.1:\(port)/\(scene.session)/page/portal"))
        #expect(try scene.asked().count == 5)
        #expect(scene.names == [])
    }
}
