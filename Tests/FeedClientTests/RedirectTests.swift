import FeedClient
import SystemPackage
import TestSupport
import Testing

/// Where a server sends us, and what we bring along (FAULTS 37, 38).
@Suite struct RedirectTests {
    private func fault(_ scene: Scene, _ transfer: FileTransfer) -> RedirectFault? {
        let error = refusal { () throws(TransferError) in try transfer.fetch(.current, into: scene.file, limit: 9_000) }
        guard case .redirect(_, let fault) = error else { return nil }
        return fault
    }

    @Test(arguments: [
        ("redirect@file%3A%2F%2F%2Fetc%2Fhostname", RedirectFault.address(target: "file:///etc/hostname", .scheme)),
        ("redirect@ftp%3A%2F%2F127.0.0.1%2Fx", .address(target: "ftp://127.0.0.1/x", .scheme)),
        ("redirect@gopher%3A%2F%2F127.0.0.1%3A70%2Fx", .address(target: "gopher://127.0.0.1:70/x", .scheme)),
        ("redirect@data%3Atext%2Fplain%2Cx", .address(target: "data:text/plain,x", .scheme)),
        ("redirect@%2F%2F127.0.0.1%2Fx", .schemeRelative),
        ("redirect@%2F%5C127.0.0.1%2Fx", .schemeRelative),
        ("redirect@%2Fx%250d%250aSet-Cookie", .address(target: "http://127.0.0.1:PORT/x%0d%0aSet-Cookie", .control)),
        ("redirect@http%3A%2F%2Fclerk%3Asecret%40127.0.0.1%2Fx", .address(target: "…@127.0.0.1/x", .user)),
        ("status@302", .noTarget(status: 302)),
        ("code@301", .noTarget(status: 301)),
        ("hops@6", .tooMany(limit: 5)),
    ])
    func `refused`(faults: String, expected: RedirectFault) async throws {
        let scene = try await Scene()
        var expected = expected
        if case .address(let target, let fault) = expected {
            expected = .address(
                target: target.replacing("PORT", with: "\(scene.server.http)"), fault)
        }
        #expect(fault(scene, try scene.transfer(faults)) == expected)
        #expect(try scene.asked().count == (faults == "hops@6" ? 6 : 1))
        #expect(scene.names == [])
    }

    @Test(arguments: ["loop", "loop,code@301", "loop,code@303", "loop,code@307", "loop,code@308"])
    func `circle`(faults: String) async throws {
        let scene = try await Scene()
        let found = fault(scene, try scene.transfer(faults))
        #expect(
            found == .loop(target: "http://127.0.0.1:\(scene.server.http)/\(scene.session)/loop/feed/current.signed"))
        #expect(try scene.asked().count == (faults == "loop" ? 1 : 2))
    }

    @Test func `other statuses are not followed`() async throws {
        let scene = try await Scene()
        for status in [300, 305, 306] {
            let faults = "elsewhere,code@\(status)"
            let transfer = try scene.transfer(faults)
            #expect(
                refusal { () throws(TransferError) in try transfer.fetch(.current, into: scene.file, limit: 9_000) }
                    == .status(url: scene.url(faults) + "current.signed", status: status, retryAfter: nil))
        }
    }

    @Test func `never from secure to plain`() async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer("plain", base: "https://127.0.0.1:\(scene.server.tls["good"]!)") {
            $0.authorityFile = scene.server.authority
        }
        let target = "http://127.0.0.1:\(scene.server.http)/\(scene.session)/ok/feed/current.signed"
        #expect(fault(scene, transfer) == .downgrade(target: target))
        #expect(try scene.asked().count == 1)
    }

    @Test func `query of a target is not shown`() async throws {
        let scene = try await Scene()
        let target = "http%3A%2F%2F127.0.0.1%3A\(scene.server.other)%2F\(scene.session)%2Fok%2Ffeed%2Fcurrent.signed"
        _ = try scene.transfer("redirect@\(target)%3Fkey%3Dsecret").fetch(.current, into: scene.file, limit: 9_000)
        #expect(try scene.bytes() == ServedFeed.message)
        #expect(scene.trace.contains("current.signed?…") && !scene.trace.contains("key=secret"))
    }

    static let secrets: [(String, @Sendable (inout TransferSettings, Scene) throws -> Void)] = [
        (
            "Basic Y2xlcms6c2VjcmV0LTQ3",
            { settings, _ in settings.credential = .basic(user: "clerk", password: "secret-47") }
        ),
        ("Bearer secret-token-48", { settings, _ in settings.credential = .bearer(token: "secret-token-48") }),
        (
            "Basic Y2xlcms6c2VjcmV0LTQ5",
            { settings, scene in
                let file = scene.folder.appending("netrc")
                let hosts = ["127.0.0.1", "localhost"].map { "machine \($0) login clerk password secret-49\n" }
                try write(hosts.joined().utf8, to: file)
                settings.usesNetrc = true
                settings.netrcFile = file
            }
        ),
    ]

    @Test(arguments: 0..<3, ["elsewhere", "elsewhere@localhost", "hops@2"])
    func `credentials stay at home`(index: Int, faults: String) async throws {
        let scene = try await Scene()
        let (header, set) = Self.secrets[index]
        var fault: (any Error)?
        let transfer = try scene.transfer(faults) { settings in
            do { try set(&settings, scene) } catch { fault = error }
        }
        #expect(fault == nil)
        _ = try transfer.fetch(.current, into: scene.file, limit: 9_000)
        let sent = try scene.asked().map { $0["Authorization"] }
        #expect(sent == (faults == "hops@2" ? [header, header, header] : [header, nil]))
        // And again, on the connections that are open.
        _ = try transfer.fetch(.current, into: scene.file, limit: 9_000)
        #expect(try scene.asked().map { $0["Authorization"] } == sent + sent)
        for secret in ["secret", "Y2xlcms6"] { #expect(!scene.trace.contains(secret)) }
    }

    @Test func `a proxy's password stays with the proxy`() async throws {
        let scene = try await Scene()
        let faults = "elsewhere@office.example"
        let transfer = try scene.transfer(faults, base: "http://county.example:\(scene.server.http)") {
            $0.proxy = "http://clerk:proxy-secret@127.0.0.1:\(scene.server.proxies["407"]!)"
        }
        _ = try transfer.fetch(.current, into: scene.file, limit: 9_000)
        #expect(try scene.bytes() == ServedFeed.message)
        let asked = try scene.asked()
        #expect(asked.map { $0["Host"]?.prefix { $0 != ":" } } == ["county.example", "office.example"])
        #expect(asked.allSatisfy { $0["Proxy-Authorization"] == nil && $0["Authorization"] == nil })
        #expect(!scene.trace.contains("secret"))
    }
}
