import StrictJSON
import SystemPackage
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// What the service writes, and where it listens.
@Suite struct MannersTests {
    @Test func `logs say nothing of who asked what`() async throws {
        let server = try await Server(store: Stores.seed(), ["--log-level", "debug"])
        _ = try await server.get("/v1/lookup?village=\(encoded("芙蓉园村"))", ["Authorization": "Bearer geheim"])
        _ = try await server.get("/nowhere%0a%1b%5b2J{\"level\":\"error\"}")
        _ = try await server.send(Request("LOCK", "/v1/lookup"))
        let log = try server.log
        for word in ["芙蓉", "%E8", "geheim", "127.0.0.1:", "nowhere", "\u{1B}", "LOCK"] { #expect(!log.contains(word)) }
        let lines = log.split(separator: "\n").count
        let events = try server.events
        #expect(events.count == lines, "a line is no JSON")
        let requests = events.filter { $0["event"]?.string == "request" }
        #expect(requests.map { $0["route"]?.string } == ["/v1/lookup", "none", "none"])
        #expect(requests.map { $0["status"]?.integer } == [200, 404, 405])
    }

    @Test func `open to the network only on request and with a warning`() async throws {
        let closed = try await Server(store: Stores.seed())
        #expect(try closed.events.first { $0["event"]?.string == "listening" }?["host"]?.string == "127.0.0.1")
        #expect(try closed.events.allSatisfy { $0["level"]?.string == "info" })
        let open = try await Server(store: Stores.seed(), ["--host", "0.0.0.0"])
        #expect(
            try open.events.contains {
                $0["level"]?.string == "warning" && $0["event"]?.string?.hasPrefix("open to the network") == true
            })
    }

    @Test func `a taken port is a failure`() async throws {
        let server = try await Server(store: Stores.seed())
        let store = try await Stores.seed()
        #expect(try await run("landgrade-serve", ["--store", store.string, "--port", "\(server.port)"]) == 2)
        #expect(try await run("landgrade-serve", ["--port", "70000"]) == 64)
        #expect(try await run("landgrade", ["serve", "--port", "70000", "--store", store.string]) == 64)
    }

    /// The weights count, not the order alone.
    @Test(arguments: [
        ("zh", "zh"), ("en", "en"), ("zh-CN,zh;q=0.9,en;q=0.8", "zh"), ("en;q=0.8, zh-CN;q=0.9", "zh"),
        ("EN-gb , zh ; q=0.5", "en"), ("zh;q=0, en;q=0.1", "en"), ("zh;q=0", "en"), ("fr, zh;q=0.2", "zh"),
        ("fr", "en"),
        ("zh;q=1.001, en;q=0.1", "en"), ("zh;q=x", "en"), ("en;q=0.5, zh;q=0.5", "en"), ("zhx, en;q=0.1", "en"),
        ("", "en"),
    ])
    func `the language is the one that the client prefers`(_ header: String, _ language: String) async throws {
        let server = try await Server(store: Stores.seed())
        let problem = try await server.get("/v1/lookup", ["Accept-Language": header])
        #expect(problem.status == 400 && problem["content-language"] == language)
        // A page has the language of its address, whatever the browser prefers.
        #expect(try await server.get("/", ["Accept-Language": header]).text.contains("<html lang=\"zh-CN\">"))
    }
}
