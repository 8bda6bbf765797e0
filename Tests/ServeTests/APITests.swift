import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// What the service answers.
@Suite struct APITests {
    private static func cli(_ arguments: [String]) async throws -> JSONValue {
        let store = try await Stores.seed()
        let run = try await Program.landgrade.run(arguments + ["--format", "json", "--store", store.string])
        return try JSONValue(parsing: run.bytes)
    }

    @Test(arguments: [
        ("township=金龙镇&village=芙蓉村", ["金龙镇", "芙蓉村"]),
        ("village=芙蓉园村&land_type=forest", ["芙蓉园村", "--land-type", "forest"]),
        ("township=杨林寨乡&village=东合港村&as_printed=true", ["杨林寨乡", "东合港村", "--as-printed"]),
        ("address=湖南省岳阳市湘阴县金龙镇芙蓉村3组", ["--address", "湖南省岳阳市湘阴县金龙镇芙蓉村3组"]),
        ("township=jlz&village=frc", ["jlz", "frc"]), ("village=芙荣村&county=430624", ["芙荣村", "--county", "430624"]),
        ("village=东湖渔场", ["东湖渔场"]), ("village=芙蓉村&as_of=2020-01-01", ["芙蓉村", "--as-of", "2020-01-01"]),
        ("village=芙蓉村&county=长沙县", ["芙蓉村", "--county", "长沙县"]),
    ])
    func `look-up is the command's JSON`(_ query: String, _ arguments: [String]) async throws {
        let server = try await Server(store: Stores.seed())
        let target = query.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1)
            return "\(parts[0])=\(encoded(String(parts[1])))"
        }.joined(separator: "&")
        let response = try await server.get("/v1/lookup?\(target)")
        #expect(response.status == 200)
        #expect(response["content-type"] == "application/json")
        #expect(try response.json == (try await Self.cli(["lookup"] + arguments)))
    }

    @Test func `lists are the command's JSON`() async throws {
        let server = try await Server(store: Stores.seed())
        let name = encoded("金龙镇")
        for (target, arguments) in [
            ("/v1/townships", ["list", "townships"]), ("/v1/editions?county=430624", ["editions"]),
            ("/v1/definitions?land_type=\(encoded("林地"))", ["define", "林地"]),
            ("/v1/townships/\(name)/villages", ["list", "villages", "--township", "金龙镇"]),
            (
                "/v1/townships/\(name)/villages?land_type=orchard&grade=2",
                ["list", "villages", "--township", "金龙镇", "--land-type", "orchard", "--grade", "2"]
            ),
        ] {
            let response = try await server.get(target)
            #expect(response.status == 200, "\(target)")
            #expect(try response.json == (try await Self.cli(arguments)), "\(target)")
        }
    }

    @Test func `the difference of two editions is the command's JSON`() async throws {
        let store = try await Stores.fresh()
        let package = TemporaryFolder.lasting().appending("430624-2027-3")
        try copyFolder(Repository.xiangyin, to: package)
        for (file, old, new) in [
            ("datapackage.json", "430624-2025-1", "430624-2027-3"), ("datapackage.json", "2025-01-23", "2027-03-01"),
            ("grades.csv", "orchard,金龙镇,芙蓉村,village,1,1,,表2第3行", "orchard,金龙镇,芙蓉村,village,2,2,,表2第16行"),
        ] {
            let path = package.appending(file)
            try write(contents(of: path).replacing(old, with: new).utf8, to: path)
        }
        try #require(await run("landgrade-publish", ["seal", package.string]) == 0)
        let imported = ["import", "--unsigned", "--store", store.string, package.string]
        try #require(await run("landgrade", imported) == 0)
        let server = try await Server(store: store)
        let path = "/v1/editions/430624-2025-1/diff/430624-2027-3"
        let whole = try await server.get(path).json
        #expect(whole["outcome"] == .string("different") && whole["counts"]?["moved"] == .integer(1))
        let forest = try await server.get(path + "?land_type=forest").json
        #expect(forest["counts"]?["moved"] == nil)
        let elsewhere = try await server.get(path + "?township=\(encoded("没有镇"))")
        #expect(elsewhere.status == 404)
        #expect(try elsewhere.json["type"] == .string("urn:landgrade:problem:unknown-township"))
        for wrong in ["430624-2099-1", "x", "..%2f"] {
            let answer = try await server.get("/v1/editions/430624-2025-1/diff/\(wrong)")
            #expect(answer.status == 404, "\(wrong)")
        }
        let same = try await server.get("/v1/editions/430624-2027-3/diff/430624-2027-3").json
        #expect(same["outcome"] == .string("same"))
    }

    @Test func `batch answers each question in order`() async throws {
        let server = try await Server(store: Stores.seed())
        let body = """
            {"questions":[{"township":"金龙镇","village":"芙蓉村"},{"village":7},{"villag":"x"},[],{"village":" "},
            {"address":"湘阴县金龙镇芙蓉村3组","land_type":"园地"},{"village":"没有这个村"}]}
            """
        let response = try await server.post("/v1/lookup", "application/json", Array(body.utf8))
        #expect(response.status == 200)
        let answers = try #require(try response.json["answers"]?.array)
        #expect(
            answers.map { $0["outcome"]?.string } == [
                "found", "bad_question", "bad_question", "bad_question", "bad_question", "found", "unknown_village",
            ])
        #expect(
            answers.map { $0["problem"]?["type"]?.string?.split(separator: ":").last.map(String.init) } == [
                nil, "bad-shape", "unknown-member", "bad-shape", "empty-value", nil, nil,
            ])
        #expect(answers[0] == (try await Self.cli(["lookup", "金龙镇", "芙蓉村"])))
    }

    @Test func `ten thousand questions and no more`() async throws {
        let server = try await Server(store: Stores.seed())
        func body(_ count: Int) -> [UInt8] {
            let one = #"{"village":"芙蓉园村","land_type":"forest"}"#
            return Array("{\"questions\":[\(Array(repeating: one, count: count).joined(separator: ","))]}".utf8)
        }
        let all = try await server.post("/v1/lookup", "application/json", body(10_000))
        #expect(try all.json["answers"]?.array?.count == 10_000)
        let tooMany = try await server.post("/v1/lookup", "application/json", body(10_001))
        #expect(tooMany.status == 413)
        #expect(try tooMany.problem == "too-many-questions")
    }

    @Test func `generation is the ETag`() async throws {
        let server = try await Server(store: Stores.seed())
        let first = try await server.get("/v1/editions")
        let tag = try #require(first["etag"])
        #expect(first["cache-control"] == "no-cache")
        #expect(first["landgrade-generation"] == "1")
        let again = try await server.get("/v1/editions", ["If-None-Match": "\"other\", W/\(tag)"])
        #expect(again.status == 304)
        #expect(again["etag"] == tag)
        #expect(try await server.get("/v1/editions", ["If-None-Match": "\"other\""]).status == 200)
    }

    @Test(arguments: [
        ("/v1/lookup", 400, "no-place"), ("/v1/lookup?village=a&address=b", 400, "place-twice"),
        ("/v1/lookup?village=a&village=b", 400, "repeated-parameter"),
        ("/v1/lookup?vilage=a", 400, "unknown-parameter"), ("/v1/lookup?village=%ff", 400, "bad-encoding"),
        ("/v1/lookup?village=%4", 400, "bad-encoding"), ("/v1/lookup?village=+", 400, "empty-value"),
        ("/v1/lookup?village=a&land_type=meadow", 400, "bad-land-type"),
        ("/v1/lookup?village=a&as_of=2026-02-30", 400, "bad-date"),
        ("/v1/lookup?village=a&as_printed=yes", 400, "bad-value"), ("/v1/townships?county=x", 404, "unknown-county"),
        ("/v1/townships?as_of=2000-01-01", 404, "no-edition"), ("/v1/townships/x/villages", 404, "unknown-township"),
        ("/v1/townships/x/villages?grade=0", 400, "bad-grade"), ("/v1/nothing", 404, "not-found"),
    ])
    func `problems`(_ target: String, _ status: Int, _ name: String) async throws {
        let server = try await Server(store: Stores.seed())
        for language in ["en", "zh"] {
            let response = try await server.get(target, ["Accept-Language": language])
            #expect(response.status == status)
            #expect(response["content-type"] == "application/problem+json")
            #expect(response["content-language"] == language)
            #expect(try response.problem == name)
            #expect(try response.json["status"]?.integer == status)
            #expect(try response.json["detail"]?.string?.isEmpty == false)
        }
    }

    @Test func `head is get without its body`() async throws {
        let server = try await Server(store: Stores.seed())
        let get = try await server.get("/v1/editions")
        let head = try await server.send(Request("HEAD", "/v1/editions"))
        #expect(head.status == 200)
        #expect(head["content-length"] == "\(get.body.count)")
        let post = try await server.post("/v1/editions", "text/plain", [0x61])
        #expect(post.status == 405)
        #expect(post["allow"] == "GET, HEAD")
        let captured = try await server.post("/v1/townships/x/villages", "text/plain", [0x61])
        #expect(captured.status == 405 && captured["allow"] == "GET, HEAD")
        let missing = try await server.send(Request("HEAD", "/v1/nothing"))
        #expect(missing.status == 404 && missing["content-length"] != "0")
    }

    @Test func `health readiness and metrics`() async throws {
        let server = try await Server(store: Stores.seed())
        #expect(try await server.get("/healthz").text == "ok\n")
        let ready = try await server.get("/readyz")
        #expect(ready.status == 200)
        #expect(try ready.json["villages"]?.integer == 245)
        let metrics = try await server.get("/metrics").text
        #expect(metrics.contains("landgrade_requests_total{route=\"GET /healthz\",status=\"200\"} 1\n"))
        #expect(metrics.contains("\nlandgrade_generation 1\n"))
    }

    @Test(arguments: ["/v1/editions", "/v1/townships/%E9%87%91%E9%BE%99%E9%95%87/villages", "/v1/villages?format=csv"])
    func `an answer that is known is the answer that was made`(_ target: String) async throws {
        let server = try await Server(store: Stores.seed())
        // The date is the only thing that a second may change.
        func fields(_ response: Response) -> [String: String] { response.fields.filter { $0.key != "date" } }
        let made = try await server.get(target)
        #expect(made.status == 200 && !made.body.isEmpty)
        for _ in 0..<2 {
            let known = try await server.get(target)
            #expect(known.status == 200 && known.body == made.body && fields(known) == fields(made))
        }
        let head = try await server.send(Request("HEAD", target))
        #expect(head.status == 200 && head.body.isEmpty && fields(head) == fields(made))
        let unchanged = try await server.get(target, ["If-None-Match": made["etag"] ?? ""])
        #expect(unchanged.status == 304 && unchanged.body.isEmpty && unchanged["etag"] == made["etag"])
        #expect(try await server.get(target, ["Connection": "close"])["connection"] == "close")
        #expect(try await server.send(Request("POST", target)).status == 405)
        #expect(try await server.get(target, ["Host": "foreign.example"]).problem == "foreign-host")
        let route = target.prefix { $0 != "?" }.replacing("%E9%87%91%E9%BE%99%E9%95%87", with: "{name}")
        let metrics = try await server.get("/metrics").text
        #expect(metrics.contains("landgrade_requests_total{route=\"GET \(route)\",status=\"200\"} 5\n"))
        #expect(metrics.contains("landgrade_requests_total{route=\"GET \(route)\",status=\"304\"} 1\n"))
    }
}
