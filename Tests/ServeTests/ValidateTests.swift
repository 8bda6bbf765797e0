import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// Lists over HTTP: the command's output, byte for byte.
@Suite struct ValidateTests {
    private static let list = Repository.file("docs/parcels.csv")

    private static func cli(_ file: FilePath, _ options: [String]) async throws -> [UInt8] {
        let store = try await Stores.seed()
        return try await Program.landgrade.run(["validate", "--store", store.string] + options + [file.string]).bytes
    }

    private static func inGB18030() async throws -> FilePath {
        let file = TemporaryFolder.lasting().appending("list.csv")
        try #require(
            await run("/usr/bin/iconv", ["-f", "utf-8", "-t", "gb18030", "-o", file.string, list.string]) == 0)
        return file
    }

    private static func form(_ parts: [(String, [UInt8])]) -> (type: String, body: [UInt8]) {
        var body: [UInt8] = []
        for (name, content) in parts {
            let file = name == "list" ? "; filename=\"清单.csv\"\r\nContent-Type: text/csv" : ""
            body += Array("--X-y_Z\r\nContent-Disposition: form-data; name=\"\(name)\"\(file)\r\n\r\n".utf8)
            body += content + [0x0D, 0x0A]
        }
        return ("multipart/form-data; boundary=\"X-y_Z\"", body + Array("--X-y_Z--\r\n".utf8))
    }

    @Test(arguments: [
        ("", []), ("lang=zh&only_problems=true", ["--lang", "zh", "--only-problems"]),
        ("format=jsonl", ["--format", "jsonl"]),
        ("output_encoding=utf-8&safe_cells=true", ["--output-encoding", "utf-8", "--safe-cells"]),
        ("county=430624&columns=parcel_id=1", ["--county", "430624", "--columns", "parcel_id=1"]),
        ("compare_with=430624-2025-1", ["--compare-with", "430624-2025-1"]),
        ("prices=true&units=\(encoded("area=亩"))", ["--prices", "--units", "area=亩"]),
    ])
    func `a list is checked as the command does`(_ query: String, _ options: [String]) async throws {
        let server = try await Server(store: Stores.seed())
        let file = try await Self.inGB18030()
        let expected = try await Self.cli(file, options + (query.contains("lang") ? [] : ["--lang", "en"]))
        let content = try bytes(of: file)
        let body = try await server.post("/v1/validate?\(query)", "text/csv", content)
        #expect(body.status == 200, "\(body.text)")
        #expect(body.body == expected)
        #expect(body["landgrade-list-encoding"] == "gb18030")
        #expect(body["landgrade-list-columns"]?.contains("township=2,village=3,land_type=4,grade=5") == true)
        let form = Self.form([("lang", []), ("list", content)])
        let upload = try await server.post("/v1/validate?\(query)", form.type, form.body)
        #expect(upload.body == expected)
    }

    @Test func `what the command refuses is refused, and a summary has the comparison`() async throws {
        let store = try await Stores.examples()
        let server = try await Server(store: store)
        let list = Array("乡镇,村,地类,级别,单价（元/㎡）,面积（亩）\n青山镇,松林村,果园,1,45,12.5\n".utf8)
        let unknown = try await server.post("/v1/validate?only_township=xx", "text/csv", list)
        #expect(unknown.status == 404 && unknown.text.contains("xx"), "\(unknown.text)")
        let words = try await server.post("/v1/validate?format=jsonl&words=true", "text/csv", list)
        #expect(words.status == 400 && words.text.contains("words"), "\(words.text)")
        let summary = try await server.post(
            "/v1/validate?format=summary&compare_with=990101-2022-1", "text/csv", list)
        let change = #""change":"-25000.00""#
        #expect(summary.status == 200 && summary.text.contains(change), "\(summary.text)")
        let plain = try await server.post("/v1/validate?format=summary", "text/csv", list)
        let hasChange: Bool = plain.text.contains("change")
        #expect(plain.status == 200 && !hasChange, "\(plain.text)")
    }

    /// Workbooks, tables of shapefiles and databases are told by their content, whatever type they are sent as.
    @Test(arguments: ["openpyxl.xlsx", "gdal-gbk.dbf", "list.sqlite"], [true, false])
    func `lists that are no text are taken as they are`(_ name: String, inForm: Bool) async throws {
        let server = try await Server(store: Stores.seed())
        var file = Repository.file("Tests/Lists").appending(name)
        if name == "list.sqlite" {
            file = TemporaryFolder.lasting().appending(name)
            let script = """
                import sqlite3, sys
                db = sqlite3.connect(sys.argv[1])
                db.execute("CREATE TABLE 地块 (乡镇 TEXT, 村 TEXT, 地类 TEXT, 级别 INTEGER)")
                db.execute("INSERT INTO 地块 VALUES ('金龙镇', '芙蓉村', '园地', 1), ('金龙镇', '金龙村', '林地', 2)")
                db.commit()
                """
            try #require(await run("/usr/bin/env", ["python3", "-c", script, file.string]) == 0)
        }
        let expected = try await Self.cli(file, ["--lang", "en"])
        #expect(expected.count > 300)
        let content = try bytes(of: file)
        let form = Self.form([("list", content)])
        let response = try await server.post(
            "/v1/validate", inForm ? form.type : "application/octet-stream", inForm ? form.body : content)
        // A table without a .cpg beside it has its encoding found.
        #expect(response.status == 200 && response.body == expected, "\(response.text)")
    }

    @Test func `a workbook of several sheets says so`() async throws {
        let server = try await Server(store: Stores.seed())
        let file = TemporaryFolder.lasting().appending("two.xlsx")
        let script = Repository.file("Tests/Lists/workbooks.py").string
        try #require(await run("/usr/bin/env", ["python3", script, "two-sheets", file.string]) == 0)
        let content = try bytes(of: file)
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        let unclear = try await server.post("/v1/validate", type, content)
        #expect(try unclear.status == 422 && unclear.problem == "bad-list")
        #expect(unclear.text.contains("several sheets hold something"))
        let told = try await server.post("/v1/validate?sheet=2&format=summary", type, content)
        #expect(try told.json["rows"]?.integer == 2)
    }

    @Test func `why a list is refused is said in the language that was asked for`() async throws {
        let server = try await Server(store: Stores.seed())
        let list = Array("甲,乙\n1,2\n".utf8)
        let asked = try await server.post("/v1/validate?lang=zh", "text/csv", list)
        #expect(asked.status == 422 && asked.text.contains("无法核对该清单") && asked.text.contains("没有找到“村”列"))
        let form = Self.form([("list", list), ("lang", Array("zh".utf8))])
        let field = try await server.post("/v1/validate", form.type, form.body)
        #expect(field.status == 422 && field.text.contains("没有找到“村”列"))
        let english = try await server.post("/v1/validate", "text/csv", list)
        #expect(english.status == 422 && english.text.contains("no column for the village"))
    }

    @Test func `a form says the options too`() async throws {
        let server = try await Server(store: Stores.seed())
        let content = try bytes(of: Self.list)
        let form = Self.form([("lang", Array("zh".utf8)), ("list", content), ("format", Array("summary".utf8))])
        let response = try await server.post("/v1/validate", form.type, form.body)
        #expect(response["content-type"] == "application/json")
        #expect(try response.json["rows"]?.integer == 6)
        #expect(try response.json["verdicts"]?["unknown_village"]?.integer == 1)
    }

    /// The page says so by the columns, and a program by the summary.
    @Test func `a list without grades says so`() async throws {
        let server = try await Server(store: Stores.seed())
        let list = Array("乡镇,村,地类\n金龙镇,芙蓉村,果园\n".utf8)
        let checked = try await server.post("/v1/validate", "text/csv", list)
        #expect(checked["landgrade-list-columns"]?.contains("grade=") == false)
        #expect(checked["landgrade-list-first-row"] == "2")
        let summary = try await server.post("/v1/validate?format=summary", "text/csv", list)
        #expect(try summary.json["grade_column"] == .null)
        let page = try await server.get("/check")
        #expect(page.text.contains("没有核对任何申报级别"))
        let titled = Array("地块清单,,,\n,,,\n乡镇,村,地类,级别\n金龙镇,芙蓉村,果园,1\n".utf8)
        #expect(try await server.post("/v1/validate", "text/csv", titled)["landgrade-list-first-row"] == "4")
    }

    /// So that the page knows how much is left; of a text, its size says that.
    @Test func `the rows that a file says it has are told beforehand`() async throws {
        let server = try await Server(store: Stores.seed())
        let folder = TemporaryFolder()
        let script = Repository.file("Tests/Lists/workbooks.py").string
        for (name, rows) in [("dimension", "2"), ("sound", nil)] {
            try #require(await run("/usr/bin/env", ["python3", script, name, folder("list.xlsx")]) == 0)
            let answer = try await server.post("/v1/validate", "text/csv", folder.bytes("list.xlsx"))
            #expect(answer.status == 200 && answer["landgrade-list-rows"] == rows)
        }
    }

    @Test func `uploads that are none`() async throws {
        let server = try await Server(store: Stores.seed())
        let content = Array("乡镇,村,地类\n金龙镇,芙蓉村,果园\n".utf8)
        let good = Self.form([("list", content)])
        var cases: [(String, [UInt8], Int, String)] = [
            ("multipart/form-data", good.body, 400, "bad-upload"),
            ("multipart/form-data; boundary=other", good.body, 400, "bad-upload"),
            (good.type, Array(good.body.dropLast(8)), 400, "bad-upload"),
            ("image/png", content, 415, "unsupported-media-type"),
            ("text/csv", Array("乡镇,村,地类\n".utf8), 422, "bad-list"),
            ("text/csv", Array("甲,乙\n1,2\n".utf8), 422, "bad-list"),
            ("text/csv", [0x00, 0xFF, 0x00, 0x81, 0x0A], 422, "bad-list"),
        ]
        for parts in [[("lst", content)], [("list", content), ("list", content)], [("lang", Array("zh".utf8))]] {
            cases.append((good.type, Self.form(parts).body, 400, "bad-upload"))
        }
        for (type, body, status, problem) in cases {
            let response = try await server.post("/v1/validate", type, body)
            #expect(response.status == status, "\(type)")
            #expect(try response.problem == problem, "\(type)")
        }
        #expect(try await server.post("/v1/validate?lang=zh", good.type, good.body).status == 200)
    }

    /// The scan for the end of the list goes block by block: an end on the seam of two is found too.
    @Test func `the end of an upload is found on the seam of two blocks`() async throws {
        let server = try await Server(store: Stores.seed())
        let head = Self.form([("list", [])]).body.count
        for offset in stride(from: -16, through: 4, by: 4) {
            let length = (256 << 10) - head + offset
            let row = "金龙镇,芙蓉村,果园\n"
            var text = "乡镇,村,地类,备注\n" + String(repeating: row.replacing("\n", with: ",\n"), count: 8_000)
            text += "金龙镇,芙蓉村,果园,"
            let content = Array(text.utf8) + [UInt8](repeating: 0x78, count: length - text.utf8.count)
            let form = Self.form([("list", content), ("format", Array("summary".utf8))])
            let response = try await server.post("/v1/validate", form.type, form.body)
            #expect(try response.json["rows"]?.integer == 8_001, "\(offset)")
        }
    }

    /// Where nobody can say where a record begins, what was sent stays without its end.
    @Test func `a list that cannot be read to its end breaks off`() async throws {
        let server = try await Server(store: Stores.seed())
        let rows = String(repeating: "金龙镇,芙蓉村,果园\n", count: 200_000)
        let content = Array("乡镇,村,地类\n\(rows)\"金龙镇,芙蓉村,果园\n".utf8)
        let response = try await apart {
            let connection = try server.connect()
            try connection.write(Request("POST", "/v1/validate", ["Content-Type": "text/csv"], body: content).bytes)
            return try connection.response()
        }
        #expect(response == nil)
        #expect(try await server.get("/healthz").status == 200)
    }

    @Test func `memory does not grow with the list`() async throws {
        let server = try await Server(store: Stores.seed())
        let row = "430624001,金龙镇,芙蓉村,果园,一级,一行里的其他内容不影响判定，只是占地方\n"
        func list(_ rows: Int) -> [UInt8] {
            Array("宗地代码,所属乡镇,行政村,地类名称,土地级别,备注\n".utf8) + Array(String(repeating: row, count: rows).utf8)
        }
        let small = try await server.post("/v1/validate?format=summary", "text/csv", list(30_000))
        #expect(small.status == 200)
        let before = try server.memory
        let large = try await server.post("/v1/validate", "text/csv", list(300_000))
        #expect(large.body.count > 40_000_000)
        #expect(try server.memory - before < 12_000)
    }
}
