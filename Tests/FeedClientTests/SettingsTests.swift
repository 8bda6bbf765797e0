import FeedClient
import Synchronization
import SystemPackage
import Testing

/// What is refused before anything is sent, and what is never told (FAULTS 46, 47).
@Suite struct SettingsTests {
    private func refused(_ url: String, _ change: (inout TransferSettings) -> Void) throws -> TransferError? {
        let source = try SourceURL(url)
        var settings = TransferSettings(version: "0.0")
        change(&settings)
        return refusal { () throws(TransferError) in
            _ = try FileTransfer(from: source, settings: settings)
            return Fetched.notModified
        }
    }

    static let credentials: [Credential] = [.basic(user: "clerk", password: "secret"), .bearer(token: "secret")]

    @Test(arguments: credentials)
    func `no password in the clear`(credential: Credential) throws {
        for url in [
            "http://county.example/", "http://127.county.example/", "http://128.0.0.1/", "http://127.0.0.1.example/",
        ] {
            #expect(try refused(url) { $0.credential = credential } == .plainAuthentication(url: url))
            #expect(try refused(url) { $0.usesNetrc = true } == .plainAuthentication(url: url))
            #expect(try refused(url) { ($0.credential, $0.allowsPlainAuthentication) = (credential, true) } == nil)
            #expect(try refused(url) { _ in } == nil)
        }
        for url in ["https://county.example/", "http://127.0.0.1:8080/", "http://localhost/", "http://[::1]/"] {
            #expect(try refused(url) { $0.credential = credential } == nil)
        }
    }

    @Test(arguments: [
        Credential.basic(user: "", password: "a"), .basic(user: "a", password: ""), .basic(user: "a:b", password: "c"),
        .basic(user: "a", password: "b\r\nX-Evil: 1"), .basic(user: "a\0", password: "b"), .bearer(token: ""),
        .bearer(token: "a b"), .bearer(token: "a\nb"), .bearer(token: "a\u{7F}"),
    ])
    func `credentials that can't be sent`(credential: Credential) throws {
        #expect(try refused("https://county.example/") { $0.credential = credential } == .credential)
    }

    @Test func `nothing secret is shown`() async throws {
        let scene = try await Scene()
        var told = ""
        for faults in ["ok", "elsewhere", "status@401", "status@503", "reset", "loop", "page", "long@5"] {
            for credential in Self.credentials {
                let transfer = try scene.transfer(faults) { $0.credential = credential }
                let error = refusal { () throws(TransferError) in
                    try transfer.fetch(.current, into: scene.file, limit: 9_000)
                }
                if let error { told += "\(error)\n\(String(reflecting: error))\n" }
            }
        }
        told += scene.trace
        #expect(told.contains("GET http://127.0.0.1:") && told.contains("status 401"))
        for secret in ["secret", "c2VjcmV0", "Y2xlcms6", "Authorization"] { #expect(!told.contains(secret)) }
        // They were sent.
        #expect(try scene.asked().filter { $0["Authorization"] == "Basic Y2xlcms6c2VjcmV0" }.count >= 8)
        #expect(try scene.asked().filter { $0["Authorization"] == "Bearer secret" }.count >= 8)
    }

    @Test func `libcurl is new enough`() throws {
        try Libcurl.start()
        #expect(Libcurl.description.hasPrefix(Libcurl.version + " "))
    }

    @Test func `jitter is drawn from the whole range`() async throws {
        let scene = try await Scene()
        let asked = Mutex<[Double]>([])
        var settings = TransferSettings(version: "0.0")
        settings.proxy = ""
        let budget = RetryBudget(
            tries: 12,
            random: { most in
                asked.withLock { $0.append(most) }
                return 0
            }, pause: { _ in })
        let transfer = try FileTransfer(
            from: SourceURL("http://127.0.0.1:\(scene.server.closed)/"), settings: settings, budget: budget)
        _ = refusal { () throws(TransferError) in try transfer.fetch(.current, into: scene.file, limit: 1) }
        #expect(asked.withLock { $0 } == [1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60])
        #expect(budget.seconds == 600)
    }
}
