import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// What a base price comes to, over HTTP.
@Suite struct ValueTests {
    private static func query(_ parameters: [(String, String)]) -> String {
        parameters.map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&")
    }

    private static let place = [("township", "青山镇"), ("village", "松林村")]

    @Test(arguments: [
        ([("land_type", "果园"), ("area", "12.5亩")], ["--land-type", "果园", "--area", "12.5亩"]),
        (
            [("land_type", "园地"), ("area", "8333.33㎡"), ("years", "20")],
            ["--land-type", "园地", "--area", "8333.33㎡", "--years", "20"]
        ),
        ([("land_type", "草地"), ("area", "1公顷")], ["--land-type", "草地", "--area", "1公顷"]),
        (
            [("land_type", "forest"), ("area", "1ha"), ("as_of", "2023-01-01")],
            ["--land-type", "forest", "--area", "1ha", "--as-of", "2023-01-01"]
        ),
    ])
    func `an amount is the command's JSON`(_ parameters: [(String, String)], _ arguments: [String]) async throws {
        let store = try await Stores.examples()
        let server = try await Server(store: store)
        let response = try await server.get("/v1/value?" + Self.query(Self.place + parameters))
        #expect(response.status == 200)
        let run = try await Program.landgrade.run(
            ["value", "青山镇", "松林村"] + arguments + ["--format", "json", "--store", store.string])
        #expect(try response.json == JSONValue(parsing: run.bytes))
    }

    @Test(arguments: [
        ([("land_type", "果园")], "missing-parameter"), ([("area", "1亩")], "missing-parameter"),
        ([("land_type", "果园"), ("area", "12.5")], "bad-area"), ([("land_type", "果园"), ("area", "12,5亩")], "bad-area"),
        ([("land_type", "果园"), ("area", "1亩"), ("years", "0")], "bad-value"),
        ([("land_type", "果园"), ("area", "1亩"), ("years", "x")], "bad-value"),
        ([("land_type", "果园"), ("area", "1亩"), ("unit", "亩")], "unknown-parameter"),
        ([("land_type", ""), ("area", "1亩")], "empty-value"),
    ])
    func `a question that makes no sense is refused`(_ parameters: [(String, String)], _ name: String) async throws {
        let server = try await Server(store: Stores.examples())
        let response = try await server.get("/v1/value?" + Self.query(Self.place + parameters))
        #expect(response.status == 400)
        #expect(try response.json["type"]?.string == "urn:landgrade:problem:\(name)")
    }

    @Test func `many questions are answered in order, each alone`() async throws {
        let server = try await Server(store: Stores.examples())
        let body = """
            {"questions":[{"township":"青山镇","village":"松林村","land_type":"果园","area":"12.5亩"},
            {"village":"松林村","land_type":"果园","area":"12.5"},
            {"address":"示例县青山镇松林村3组","land_type":"果园","area":"1亩","years":20},
            {"village":"松林村","land_type":"果园","area":"1亩","years":0},
            {"village":"松林村","land_type":"果园","area":"1亩","as_printed":true}]}
            """
        let response = try await server.send(
            Request("POST", "/v1/value", ["Content-Type": "application/json"], body: Array(body.utf8)))
        #expect(response.status == 200)
        let answers = try #require(try response.json["answers"]?.array)
        #expect(answers.count == 5)
        #expect(answers[0]["values"]?.array?.first?["total"]?.string == "375000.00")
        #expect(answers[1]["outcome"]?.string == "bad_question")
        #expect(answers[1]["problem"]?["type"]?.string == "urn:landgrade:problem:bad-area")
        #expect(answers[2]["values"]?.array?.first?["term_correction"]?["coefficient"]?.string == "0.8721")
        #expect(answers[3]["problem"]?["type"]?.string == "urn:landgrade:problem:bad-value")
        #expect(answers[4]["problem"]?["type"]?.string == "urn:landgrade:problem:unknown-member")
    }

    @Test func `a number where text belongs is the fault of its question alone`() async throws {
        let server = try await Server(store: Stores.examples())
        func problems(_ path: String, _ body: String) async throws -> [String?] {
            let response = try await server.send(
                Request(
                    "POST", path, ["Content-Type": "application/json", "Accept-Language": "en"], body: Array(body.utf8))
            )
            #expect(response.status == 200, "\(response.text)")
            return try #require(try response.json["answers"]?.array).map { $0["problem"]?["detail"]?.string }
        }
        let place = #""township":"青山镇","village":"松林村""#
        let value = place + #","land_type":"果园""#
        #expect(
            try await problems(
                "/v1/value",
                """
                {"questions":[{\(value),"area":12.5},{\(value),"area":"12.5亩"},{\(value),"area":12},
                {\(value),"area":"1亩","years":2.5},{\(value),"area":1e400}]}
                """) == [
                    #"questions[0].area has to be a string of the number and its unit, as "12.5亩""#, nil,
                    #"questions[2].area has to be a string of the number and its unit, as "12亩""#,
                    "questions[3].years has to be a whole number",
                    #"questions[4].area has to be a string of the number and its unit, as "1e400亩""#,
                ])
        #expect(
            try await problems(
                "/v1/lookup",
                """
                {"questions":[{"village":1.5},{\(place)},{\(place),"as_printed":1.0},{\(place),"as_of":-0}]}
                """) == [
                    #"questions[0].village has to be a string: write "1.5""#, nil,
                    "questions[2].as_printed has to be true or false",
                    #"questions[3].as_of has to be a string: write "-0""#,
                ])
        let broken = try await server.post("/v1/lookup", "application/json", Array(#"{"questions":[01.5]}"#.utf8))
        #expect(try broken.status == 400 && broken.json["type"]?.string == "urn:landgrade:problem:bad-json")
    }

    @Test func `declared prices of a list are judged, and their units are never guessed`() async throws {
        let server = try await Server(store: Stores.examples())
        let list = "乡镇,村,地类,级别,单价,面积(亩)\n青山镇,松林村,果园,一级,30000,12.5\n青山镇,松林村,果园,一级,20000,1\n"
        func checks(_ query: String) async throws -> [String] {
            let answer = try await server.post("/v1/validate?format=jsonl&" + query, "text/csv", Array(list.utf8))
            return try answer.text.split(separator: "\n").map {
                try JSONValue(parsing: Array($0.utf8))["landgrade_price_check"]?.string ?? "none"
            }
        }
        #expect(try await checks("") == ["no_unit", "no_unit"])
        #expect(try await checks("units=" + encoded("unit_price=元/亩")) == ["ok", "mismatch"])
        let bad = try await server.post("/v1/validate?units=" + encoded("unit_price=元"), "text/csv", Array(list.utf8))
        #expect(bad.status == 400)
    }

    @Test func `the box for an area stands below an answer with prices and nowhere else`() async throws {
        let server = try await Server(store: Stores.examples())
        let priced = try await server.get("/?" + Self.query(Self.place)).text
        #expect(priced.contains("action=\"/value\"") && priced.contains("<option value=\"果园\">果园</option>"))
        let unpriced = try await server.get("/?" + Self.query([("township", "金龙镇"), ("village", "芙蓉村")])).text
        #expect(unpriced.contains("芙蓉村") && !unpriced.contains("action=\"/value\""))
    }

    @Test func `the pages of a county and a township show what each grade costs`() async throws {
        let server = try await Server(store: Stores.examples())
        for path in ["/browse?county=990101", "/browse/990101/\(encoded("青山镇"))"] {
            let page = try await server.get(path).text
            #expect(page.contains("果园45.00元/平方米、茶园52.00元/平方米") && page.contains("1.86万元/亩"), "\(path)")
        }
        #expect(try await !server.get("/browse?county=430624").text.contains("prices-heading"))
    }

    @Test func `what the box asks is answered by a page, without a script`() async throws {
        let server = try await Server(store: Stores.examples())
        let form = [("county", "990101")] + Self.place + [("land_type", "果园"), ("unit", "亩")]
        let page = try await server.get("/value?" + Self.query(form + [("area", "12.5"), ("years", "")]))
        #expect(page.status == 200)
        for text in [
            "375,000.00元", "45.00元/平方米 × 12.5亩 × 2000/3", "表5第1行", "不是宗地评估价", "value=\"12.5\"",
            "<option value=\"亩\" selected>",
        ] { #expect(page.text.contains(text), "\(text)") }
        // A unit behind the number goes before the one that was chosen.
        let metres = try await server.get("/value?" + Self.query(form + [("area", "100㎡")])).text
        #expect(metres.contains("4,500.00元"))
        let bad = try await server.get("/value?" + Self.query(form + [("area", "12,5")]))
        #expect(bad.status == 400 && bad.text.contains("面积“12,5”不是数字加单位"))
        let years = try await server.get("/value?" + Self.query(form + [("area", "1"), ("years", "31")])).text
        #expect(years.contains("年期修正只用于1年至公布的使用年期（30年）"))
    }
}
