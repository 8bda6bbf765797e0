import StrictJSON
import Testing

/// A page of another site makes a browser send something here.
@Suite struct OriginTests {
    private static let list = Array("乡镇,村,地类\n金龙镇,芙蓉村,果园\n".utf8)

    @Test(arguments: [
        (["Origin": "https://evil.example"], 403), (["Origin": "null"], 403), (["Origin": ""], 403),
        (["Origin": "http://localhost:9"], 403), (["Origin": "http://127.0.0.1"], 403),
        (["Origin": "http://localhost.evil.example"], 403), (["Origin": "http://localhost@evil.example"], 403),
        (["Origin": "file://"], 403), (["Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"], 403),
        (["Origin": "http://localhost, http://localhost"], 403), (["Sec-Fetch-Site": "cross-site"], 403),
        (["Sec-Fetch-Site": "same-site"], 403),
        (["Origin": "http://localhost\r\nOrigin: http://localhost"], 403),
        ([:], 200), (["Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"], 200),
        (["Origin": "http://LOCALHOST:80"], 200), (["Sec-Fetch-Site": "none"], 200),
        (["Host": "127.0.0.1:8624", "Origin": "http://127.0.0.1:8624"], 200),
        (["Host": "127.0.0.1:8624", "Origin": "http://127.0.0.1:8625", "Sec-Fetch-Site": "same-site"], 403),
        (["Host": "[::1]:8624", "Origin": "http://[::1]:8624"], 200),
        // Behind a proxy with TLS, which passes the host on with its port, without it, or not at all.
        (["Host": "grades.example.gov.cn", "Origin": "https://grades.example.gov.cn"], 200),
        (["Host": "grades.example.gov.cn", "Origin": "https://grades.example.gov.cn:8443"], 200),
        (["Host": "127.0.0.1:8624", "Origin": "https://grades.example.gov.cn"], 200),
        (["Host": "grades.example.gov.cn", "Origin": "https://other.example.gov.cn"], 403),
    ])
    func `what a page of another site sends is not read`(_ fields: [String: String], _ status: Int) async throws {
        let server = try await Server(store: Stores.seed(), ["--allowed-host", "Grades.example.gov.cn"])
        for target in ["/v1/validate", "/check"] {
            // As `fetch` sends it with `mode: "no-cors"`.
            let response = try await server.post(target, "text/plain", Self.list, fields)
            #expect(response.status == status, "\(target) \(fields)")
            if status == 403 { #expect(try response.problem == "foreign-origin") }
        }
        let questions = Array(#"{"questions":[]}"#.utf8)
        #expect(try await server.post("/v1/lookup", "application/json", questions, fields).status == status)
        let form = Array("queries=%7B%7D".utf8)
        let reconciled = try await server.post("/reconcile", "application/x-www-form-urlencoded", form, fields)
        #expect(reconciled.status == status)
        // Reading is not sending.
        #expect(try await server.get("/v1/lookup?village=x", fields).status == 200)
    }

    @Test func `it is said in both languages and on a page`() async throws {
        let server = try await Server(store: Stores.seed())
        let foreign = ["Origin": "https://evil.example"]
        let chinese = try await server.post(
            "/v1/validate", "text/csv", Self.list, foreign.merging(["Accept-Language": "zh-CN"]) { $1 })
        #expect(chinese["content-type"] == "application/problem+json")
        #expect(chinese.text.contains("其他网站"))
        let english = try await server.post("/v1/validate", "text/csv", Self.list, foreign)
        #expect(english.text.contains("another site"))
        let page = try await server.post(
            "/check", "text/csv", Self.list, foreign.merging(["Accept": "text/html"]) { $1 })
        #expect(page.status == 403)
        #expect(page["content-type"]?.hasPrefix("text/html") == true)
        #expect(page.text.contains("其他网站"))
    }

    @Test func `the one origin of allow origin may reconcile and nothing else`() async throws {
        let server = try await Server(store: Stores.seed(), ["--allow-origin", "http://127.0.0.1:3333"])
        let fields = ["Origin": "http://127.0.0.1:3333", "Sec-Fetch-Site": "cross-site"]
        let form = Array("queries=%7B%7D".utf8)
        let type = "application/x-www-form-urlencoded"
        #expect(try await server.post("/reconcile", type, form, fields).status == 200)
        #expect(try await server.post("/v1/validate", "text/csv", Self.list, fields).status == 403)
        let other = ["Origin": "http://127.0.0.1:3334"]
        #expect(try await server.post("/reconcile", type, form, other).status == 403)
    }
}
