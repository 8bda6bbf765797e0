import StrictJSON
import Testing

/// OpenRefine's protocol, and search while typing.
@Suite struct ReconcileTests {
    private static func form(_ name: String, _ json: String) -> [UInt8] { Array("\(name)=\(encoded(json))".utf8) }

    private static let type = "application/x-www-form-urlencoded"

    @Test func `the manifest names where it was reached`() async throws {
        let server = try await Server(store: Stores.seed())
        let manifest = try await server.get("/reconcile", ["Host": "localhost:\(server.port)"]).json
        #expect(manifest["versions"]?.array == [.string("0.2")])
        let service = manifest["extend"]?["propose_properties"]
        #expect(service?["service_url"]?.string == "http://localhost:\(server.port)")
        #expect(service?["service_path"]?.string == "/reconcile/properties")
        let proxied = try await server.get("/reconcile", ["X-Forwarded-Proto": "https"]).json
        #expect(proxied["view"]?["url"]?.string == "https://localhost/reconcile/preview?id={{id}}")
    }

    /// As columns of a table have it.
    @Test func `a cell that is a number is its text`() async throws {
        let server = try await Server(store: Stores.seed())
        let queries = """
            {"a":{"query":"芙蓉村","properties":[{"pid":"township","v":12.5}]},
            "b":{"query":"芙蓉村","properties":[{"pid":"township","v":"金龙镇"}]}}
            """
        let response = try await server.post("/reconcile", Self.type, Self.form("queries", queries))
        let json = try response.json
        func matches(_ key: String) -> [JSONValue?] { (json[key]?["result"]?.array ?? []).map { $0["match"] } }
        #expect(response.status == 200 && matches("b") == [.bool(true)])
        #expect(!matches("a").contains(.bool(true)))
    }

    @Test func `only what a look-up answers is a match`() async throws {
        let server = try await Server(store: Stores.seed())
        let queries = """
            {"a":{"query":"芙蓉村","properties":[{"pid":"township","v":"金龙镇"}]},"b":{"query":"金龙镇芙蓉村"},
            "c":{"query":"东湖渔场"},"d":{"query":"芙荣村","limit":1},"e":{"query":"芙蓉园村","type":"river"},"f":{"query":" "},
            "g":{"query":"芙蓉园村","properties":[{"pid":"township","v":{"id":"x","name":"金龙镇"}}]}}
            """
        for response in [
            try await server.post("/reconcile", Self.type, Self.form("queries", queries)),
            try await server.get("/reconcile?queries=\(encoded(queries))"),
        ] {
            #expect(response.status == 200)
            let json = try response.json
            #expect(json.members?.map(\.key) == ["a", "b", "c", "d", "e", "f", "g"])
            func results(_ key: String) -> [JSONValue] { json[key]?["result"]?.array ?? [] }
            for key in ["a", "b"] {
                #expect(results(key).map { $0["id"]?.string } == ["430624/金龙镇/芙蓉村"])
                #expect(results(key).first?["match"] == .bool(true))
            }
            #expect(results("c").count > 1)
            #expect(results("d").count == 1)
            for key in ["c", "d", "g"] { #expect(results(key).allSatisfy { $0["match"] == .bool(false) }, "\(key)") }
            #expect(results("e").isEmpty && results("f").isEmpty)
        }
    }

    @Test func `rows are extended with grades and their source`() async throws {
        let server = try await Server(store: Stores.seed())
        let extend = """
            {"ids":["430624/金龙镇/芙蓉村","430624/杨林寨乡/东合港村","430624/x/y"],"properties":[{"id":"orchard_grade"},
            {"id":"orchard_printed_grade"},{"id":"grassland_grade"},{"id":"document"},{"id":"valuation_date"}]}
            """
        let json = try await server.post("/reconcile", Self.type, Self.form("extend", extend)).json
        let first = json["rows"]?["430624/金龙镇/芙蓉村"]
        #expect(first?["orchard_grade"] == .array([["int": .integer(1)]]))
        #expect(first?["grassland_grade"] == .array([]))
        #expect(first?["document"] == .array([["str": .string("湘阴政发〔2025〕1号")]]))
        #expect(first?["valuation_date"] == .array([["date": .string("2021-12-31T00:00:00Z")]]))
        let second = json["rows"]?["430624/杨林寨乡/东合港村"]
        #expect(second?["orchard_printed_grade"] == .array([["int": .integer(2)]]))
        #expect(json["rows"]?["430624/x/y"]?["orchard_grade"] == .array([]))
        #expect(json["meta"]?.array?.count == 5)
        let unknown = try await server.post(
            "/reconcile", Self.type, Self.form("extend", #"{"ids":[],"properties":[{"id":"price"}]}"#))
        #expect(unknown.status == 400)
    }

    @Test func `suggestions and preview`() async throws {
        let server = try await Server(store: Stores.seed(), ["--allow-origin", "http://127.0.0.1:3333"])
        let entities = try await server.get("/reconcile/suggest/entity?prefix=\(encoded("芙蓉"))")
        #expect(try entities.json["result"]?.array?.contains { $0["id"]?.string == "430624/金龙镇/芙蓉村" } == true)
        #expect(entities["access-control-allow-origin"] == "http://127.0.0.1:3333")
        #expect(try await server.get("/v1/lookup?village=x")["access-control-allow-origin"] == nil)
        let properties = try await server.get("/reconcile/suggest/property?prefix=orchard").json
        #expect(properties["result"]?.array?.count == 3)
        #expect(
            try await server.get("/reconcile/properties?type=village&limit=2").json["properties"]?.array?.count == 2)
        let preview = try await server.get("/reconcile/preview?lang=zh&id=\(encoded("430624/杨林寨乡/东合港村"))")
        #expect(preview["content-type"] == "text/html; charset=utf-8")
        #expect(preview.text.contains("<title>杨林寨乡 东合港村</title>") && preview.text.contains("E1"))
        #expect(preview["content-security-policy"] == "default-src 'none'; frame-ancestors http://127.0.0.1:3333")
        let missing = try await server.get("/reconcile/preview?id=%3Cscript%3E")
        #expect(missing.status == 404)
        #expect(missing["content-type"] == "application/problem+json")
    }

    @Test(arguments: [
        ("芙蓉村", "芙蓉村"), ("金龙镇芙蓉", "芙蓉村"), ("furongc", "芙蓉村"), ("frc", "芙蓉村"), ("jinlongzhenfur", "芙蓉村"),
        ("jlzfr", "芙蓉村"), ("東合港", "东合港村"),
    ])
    func `search finds what is being typed`(_ text: String, _ village: String) async throws {
        let server = try await Server(store: Stores.seed())
        let places = try await server.get("/v1/search?q=\(encoded(text))&limit=100").json["places"]?.array
        #expect(places?.contains { $0["village"]?.string == village } == true)
        #expect(try await server.get("/v1/search?q=zzzz").json["places"]?.array?.isEmpty == true)
        #expect(try await server.get("/v1/search?q=\(encoded(text))&limit=1").json["places"]?.array?.count == 1)
    }
}
