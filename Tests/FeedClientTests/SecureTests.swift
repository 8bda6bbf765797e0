import FeedClient
import SystemPackage
import SystemSupport
import Testing

/// Certificates, old TLS and proxies (FAULTS 44, 45).
@Suite struct SecureTests {
    private func transfer(_ scene: Scene, _ name: String, trusting: Bool = true) throws -> FileTransfer {
        try scene.transfer("ok", base: "https://127.0.0.1:\(scene.server.tls[name]!)") {
            if trusting { $0.authorityFile = scene.server.authority }
        }
    }

    private func refused(_ scene: Scene, _ transfer: FileTransfer) -> TransferError? {
        refusal { () throws(TransferError) in try transfer.fetch(.current, into: scene.file, limit: 9_000) }
    }

    @Test func `good certificate`() async throws {
        let scene = try await Scene()
        _ = try transfer(scene, "good").fetch(.current, into: scene.file, limit: 9_000)
        #expect(try scene.bytes() == ServedFeed.message)
    }

    @Test func `of an authority nobody knows`() async throws {
        let scene = try await Scene()
        guard case .tls(_, 60, _)? = refused(scene, try transfer(scene, "good", trusting: false)) else {
            Issue.record("taken")
            return
        }
    }

    @Test(arguments: [
        ("self-signed", 60, "self-signed certificate"), ("expired", 60, "certificate has expired"),
        ("wrong-host", 60, "no alternative certificate subject name matches target host name '127.0.0.1'"),
        ("tls1.0", 35, "alert protocol version"),
    ])
    func `refused`(name: String, code: Int, text: String) async throws {
        let scene = try await Scene()
        let before = try scene.server.log("tls-\(name)").count
        let error = refused(scene, try transfer(scene, name))
        guard case .tls(_, code, let detail)? = error else {
            Issue.record("\(error.debugDescription)")
            return
        }
        #expect(detail.contains(text), "\(detail)")
        #expect(error?.isRetryable == false)
        // One connection, no second try, nothing in the clear.
        #expect(try scene.server.log("tls-\(name)").count == before + 1)
        #expect(try scene.asked().isEmpty)
        #expect(scene.waited == 0)
    }

    @Test func `a server without TLS`() async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer("ok", base: "https://127.0.0.1:\(scene.server.http)")
        guard case .tls(_, 35, _)? = refused(scene, transfer) else {
            Issue.record("taken")
            return
        }
        #expect(try scene.asked().isEmpty)
    }

    @Test func `authority file that is not there`() async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer("ok", base: "https://127.0.0.1:\(scene.server.tls["good"]!)") {
            $0.authorityFile = "/nowhere/authority.pem"
        }
        guard case .tls(_, 77, _)? = refused(scene, transfer) else {
            Issue.record("taken")
            return
        }
    }
}

@Suite struct ProxyTests {
    private func refused(_ scene: Scene, _ transfer: FileTransfer) -> TransferError? {
        refusal { () throws(TransferError) in try transfer.fetch(.current, into: scene.file, limit: 9_000) }
    }

    private func proxied(_ scene: Scene, _ mode: String, secure: Bool = false, user: String = "") throws -> FileTransfer
    {
        let port = scene.server.proxies[mode] ?? scene.server.closed
        let base =
            secure
            ? "https://localhost:\(scene.server.tls["good"]!)" : "http://county.example:\(scene.server.http)"
        return try scene.transfer("ok", base: base) {
            $0.proxy = "http://\(user)127.0.0.1:\(port)"
            $0.authorityFile = scene.server.authority
        }
    }

    @Test(arguments: [false, true])
    func `good proxy`(secure: Bool) async throws {
        let scene = try await Scene()
        guard
            case .fetched(3_000, let tag?) = try proxied(scene, "good", secure: secure)
                .fetch(.current, into: scene.file, limit: 9_000)
        else {
            Issue.record("not fetched")
            return
        }
        #expect(tag.description != "\"of the proxy\"")
        #expect(try scene.asked().count == 1)
    }

    @Test(arguments: [false, true])
    func `dead proxy`(secure: Bool) async throws {
        let scene = try await Scene()
        let error = refused(scene, try proxied(scene, "dead", secure: secure, user: "clerk:proxy-secret@"))
        guard case .proxy(_, nil, let detail)? = error else {
            Issue.record("\(error.debugDescription)")
            return
        }
        #expect(detail.contains("127.0.0.1 port \(scene.server.closed)"))
        #expect(error?.isRetryable == true)
        #expect(scene.waited == 3)
        #expect(!"\(error!)".contains("secret") && !scene.trace.contains("secret"))
    }

    @Test(arguments: ["nonsense://clerk:proxy-secret@127.0.0.1:1", "http://clerk:proxy-secret@127.0.0.1:99999"])
    func `proxy that is none`(address: String) async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer("ok", tries: 1) { $0.proxy = address }
        let error = try #require(refused(scene, transfer))
        guard case .proxy(_, nil, _) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(
            !error.sentence(in: .en).text.contains("secret") && !"\(error)".contains("secret")
                && !scene.trace.contains("secret"))
        #expect(try scene.asked().isEmpty)
    }

    @Test(arguments: [403, 407])
    func `refuses to connect`(status: Int) async throws {
        let scene = try await Scene()
        let error = refused(scene, try proxied(scene, "\(status)", secure: true))
        guard case .proxy(_, status, _)? = error else {
            Issue.record("\(error.debugDescription)")
            return
        }
        #expect(error?.isRetryable == false)
        #expect(scene.waited == 0)
        #expect(try scene.asked().isEmpty)
    }

    @Test(arguments: [false, true])
    func `password for the proxy`(secure: Bool) async throws {
        let scene = try await Scene()
        _ = try proxied(scene, "407", secure: secure, user: "clerk:proxy-secret@")
            .fetch(.current, into: scene.file, limit: 9_000)
        #expect(try scene.bytes() == ServedFeed.message)
        guard case .proxy(_, 407, _)? = refused(scene, try proxied(scene, "407", secure: secure, user: "clerk:no@"))
        else {
            Issue.record("taken")
            return
        }
    }

    @Test func `hosts that need none`() async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer("ok") {
            $0.proxy = "http://127.0.0.1:\(scene.server.closed)"
            $0.noProxy = "county.example,127.0.0.1"
        }
        _ = try transfer.fetch(.current, into: scene.file, limit: 9_000)
        #expect(try scene.bytes() == ServedFeed.message)
    }
}
