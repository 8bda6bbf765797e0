import StrictJSON
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Clients that break the rules of HTTP: what they send, byte for byte, and what they get.
@Suite struct BrokenRequestTests {
    private static let long = String(repeating: "a", count: 100_000)

    @Test(arguments: [
        "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: \(long)\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nHost: localhost\r\n"
            + (0..<2_000).map { "X-\($0): 1\r\n" }.joined() + "\r\n",
        "GET /healthz?\(long)\(long) HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "POST /v1/lookup HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /v1/lookup HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd",
        "POST /v1/lookup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        "POST /v1/lookup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n",
        "GET /healthz HTTP/1.1\nHost: localhost\n\n", "GET /healthz HTTP/1.1\r\nHost : localhost\r\n\r\n",
        "GET /healthz\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}",
        "GET http://localhost/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ])
    func `get 400 and the connection ends`(_ text: String) async throws {
        let server = try await Server(store: Stores.seed())
        let status = try await apart {
            let connection = try server.connect()
            // The service may have said no and gone before all is sent.
            try? connection.write(text)
            let status = try connection.response()?.status
            return status
        }
        #expect(status == 400, "\(text.prefix(80))")
        #expect(try await server.get("/healthz").status == 200)
    }

    @Test(arguments: [
        ("Host: evil.example", 400), ("Host: evil.example:8624", 400), ("Host: localhost@evil.example", 400),
        ("Host: ", 400), ("X: y", 400), ("Host: localhost\r\nHost: localhost", 400), ("Host: localhost:99999999", 400),
        ("Host: 127.0.0.1.evil.example", 400), ("Host: LOCALHOST", 200), ("Host: localhost:8624", 200),
        ("Host: 127.0.0.1", 200), ("Host: [::1]:8624", 200), ("Host: grades.example.gov.cn", 200),
    ])
    func `only known hosts are answered`(_ field: String, _ status: Int) async throws {
        let server = try await Server(store: Stores.seed(), ["--allowed-host", "Grades.example.gov.cn"])
        let response = try await apart {
            let connection = try server.connect()
            try connection.write("GET /healthz HTTP/1.1\r\n\(field)\r\n\r\n")
            return try connection.response()
        }
        #expect(response?.status == status, "\(field)")
    }

    @Test(arguments: [
        "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%5c..%5cetc", "//", "/v1//lookup", "/%00", "/v1/lookup/",
        "/v1/townships/..%2f..%2f/villages", "/v1/townships//villages", "/%", "/v1/townships/%ff/villages",
        "/.git/config",
        "/openapi.json%00.html",
    ])
    func `paths lead nowhere else`(_ target: String) async throws {
        let server = try await Server(store: Stores.seed())
        let response = try await server.get(target)
        #expect(response.status == 404 || response.status == 400, "\(target)")
        #expect(!response.text.contains("root:"))
    }

    @Test func `what is asked is never a header`() async throws {
        let server = try await Server(store: Stores.seed())
        let response = try await server.get("/v1/lookup?village=%E6%9D%91%0d%0aSet-Cookie:%20a=b%00%1b%5b2J")
        #expect(response.status == 200)
        #expect(try response.json["outcome"]?.string == "unknown_village")
        #expect(response.fields["set-cookie"] == nil)
    }

    @Test(arguments: [
        "%25", "_", "%25%E6%9D%91", "%27%20OR%201=1%20--", "%27;DROP%20TABLE%20grade;--", "%E8%8A%99_%E6%9D%91",
    ])
    func `names are never SQL`(_ name: String) async throws {
        let server = try await Server(store: Stores.seed())
        let response = try await server.get("/v1/lookup?village=\(name)")
        #expect(try response.json["outcome"]?.string == "unknown_village")
        #expect(try await server.get("/v1/townships/\(name)/villages").status == 404)
    }

    @Test func `answers are data and nothing else`() async throws {
        let server = try await Server(store: Stores.seed())
        for target in ["/v1/lookup?village=%3Cscript%3E", "/v1/lookup", "/healthz", "/openapi.json", "/v1/nothing"] {
            let response = try await server.get(target, ["Accept": "text/html"])
            #expect(response["x-content-type-options"] == "nosniff")
            #expect(response["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'")
            #expect(response["content-type"]?.hasPrefix("text/html") == false)
        }
        #expect(try await server.get("/v1/lookup?village=a&callback=f").status == 400)
    }

    @Test func `other sites get nothing and change nothing`() async throws {
        let store = try await Stores.fresh()
        let before = try bytes(of: store.appending("gen-00000001.sqlite"))
        let server = try await Server(store: store)
        let origin = ["Origin": "https://evil.example", "Access-Control-Request-Method": "POST"]
        let preflight = try await server.send(Request("OPTIONS", "/v1/lookup", origin))
        #expect(preflight.status == 405)
        let post = try await server.post("/v1/lookup", "text/plain", Array("{\"questions\":[]}".utf8), origin)
        #expect(post.status == 403)
        for method in ["PUT", "DELETE", "PATCH", "TRACE", "CONNECT"] {
            #expect(try await server.send(Request(method, "/v1/editions", origin)).status == 405, "\(method)")
        }
        let get = try await server.get("/v1/editions", origin)
        for response in [preflight, post, get] { #expect(response["access-control-allow-origin"] == nil) }
        #expect(try bytes(of: store.appending("gen-00000001.sqlite")) == before)
    }

    @Test func `JSON is strict`() async throws {
        let server = try await Server(store: Stores.seed())
        func nested(_ depth: Int) -> [UInt8] {
            [UInt8](repeating: UInt8(ascii: "["), count: depth) + [UInt8](repeating: UInt8(ascii: "]"), count: depth)
        }
        var bodies: [[UInt8]] = [nested(600), nested(100_000)]
        bodies += [
            #"{"questions":[],"questions":[]}"#, #"{"questions":[01]}"#, #"{"questions":[1.]}"#, #"{"questions":[1e]}"#,
            #"{"questions":[]} x"#, #"{"questions":["\ud800"]}"#, "", "nul", #"{"questions":[}"#,
        ].map { Array($0.utf8) }
        bodies.append(Array("{\"questions\":[{\"village\":\"".utf8) + [0xFF, 0xFE] + Array("\"}]}".utf8))
        for body in bodies {
            let response = try await server.post("/v1/lookup", "application/json", body)
            #expect(response.status == 400)
            #expect(try response.problem == "bad-json")
        }
    }
}
