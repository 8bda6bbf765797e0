import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// The page that checks a list: how it is read, the files that come out of it, and which rows are in them.
@Suite struct CheckPageTests {
    private static let list = """
        宗地代码,乡镇,村,地类,级别,面积
        1,金龙镇,芙蓉村,果园,1,2.5
        2,金龙镇,芙蓉村,果园,2,1
        3,杨林寨乡,东合港村,果园,2,3
        4,金龙镇,无此村,果园,1,4
        5,无此镇,芙蓉村,果园,1,5

        """

    private static func form(_ list: some Sequence<UInt8>, _ fields: [String: String] = [:]) -> [UInt8] {
        var body: [UInt8] = []
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            body += Array("--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array("--b\r\nContent-Disposition: form-data; name=\"list\"; filename=\"x\"\r\n\r\n".utf8)
        return body + list + Array("\r\n--b--\r\n".utf8)
    }

    private static func post(
        _ server: Server, _ target: String, _ list: some Sequence<UInt8>, _ fields: [String: String] = [:],
        accept: String = "text/html"
    ) async throws -> Response {
        try await server.post(
            target, "multipart/form-data; boundary=b", form(list, fields), ["Accept": accept])
    }

    private static func workbook(_ name: String) async throws -> [UInt8] {
        let file = TemporaryFolder.lasting().appending("list.xlsx")
        let script = Repository.file("Tests/Lists/workbooks.py").string
        try #require(await run("/usr/bin/env", ["python3", script, name, file.string]) == 0)
        return try bytes(of: file)
    }

    /// A layer of a GeoPackage, made by SQLite alone: what GDAL writes is looked at in `scripts/check lists`.
    private static func database(_ sql: String) async throws -> [UInt8] {
        let file = TemporaryFolder.lasting().appending("list.sqlite")
        let script = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.argv[2])"
        try #require(await run("/usr/bin/env", ["python3", "-c", script, file.string, sql]) == 0)
        return try bytes(of: file)
    }

    // MARK: How a list is read

    @Test func `a list's reading is shown before it is judged`() async throws {
        let server = try await Server(store: Stores.seed())
        let page = try await Self.post(server, "/check?lang=zh", Self.list.utf8, ["step": "reading"])
        #expect(page.status == 200 && page["content-type"] == "text/html; charset=utf-8")
        let text = page.text
        for words in [
            "<option value=\"3\" selected>3 村</option>", "<option value=\"0\" selected>（没有这一列）</option>",
            "name=\"column_village\"", "name=\"unit_area\"", "<option value=\"utf-8\" selected>", "<td>芙蓉村</td>",
            "<th scope=\"row\">2</th>",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("--columns"))
    }

    @Test func `what the form says of columns is taken`() async throws {
        let server = try await Server(store: Stores.seed())
        let list = "甲,乙,丙,丁\n金龙镇,芙蓉村,果园,2\n"
        let unknown = try await Self.post(server, "/check?lang=zh", list.utf8, ["step": "reading"])
        #expect(unknown.status == 200)
        #expect(unknown.text.contains("请在“") && unknown.text.contains("”栏选择该列"))
        let told = [
            "column_township": "1", "column_village": "2", "column_land_type": "3", "column_grade": "4",
            "column_county": "0", "column_address": "0",
        ]
        let read = try await Self.post(server, "/check?lang=zh", list.utf8, told.merging(["step": "reading"]) { $1 })
        #expect(read.text.contains("<option value=\"2\" selected>2 乙</option>"))
        let checked = try await Self.post(server, "/check?lang=zh", list.utf8, told.merging(["format": "csv"]) { $1 })
        #expect(checked.status == 200)
        #expect(checked.text.contains("不一致,金龙镇,芙蓉村,"))
    }

    @Test func `several sheets are a choice`() async throws {
        let server = try await Server(store: Stores.seed())
        let list = try await Self.workbook("two-sheets")
        let page = try await Self.post(server, "/check?lang=zh", list, ["step": "reading"])
        #expect(page.text.contains("请在“工作表”栏指定") && !page.text.contains("--sheet"))
        #expect(page.text.contains("<option value=\"二组\">二组</option>"))
        let second = try await Self.post(server, "/check?lang=zh", list, ["step": "reading", "sheet": "二组"])
        #expect(
            second.text.contains("<option value=\"二组\" selected>") && second.text.contains("name=\"column_village\""))
    }

    @Test func `the same error has the words of the page, of the interface and of the command`() async throws {
        let server = try await Server(store: Stores.seed())
        let list = try await Self.workbook("two-sheets")
        let page = try await Self.post(
            server, "/check?lang=zh", list, ["format": "csv"], accept: "application/problem+json")
        #expect(page.status == 422 && page["content-type"] == "application/problem+json")
        #expect(try page.json["detail"]?.string?.hasSuffix("请在“工作表”栏指定") == true)
        let other = try await Self.post(server, "/v1/validate?lang=zh", list)
        #expect(try other.json["detail"]?.string?.hasSuffix("请用参数 sheet 指定") == true)
    }

    // MARK: What comes out

    @Test func `what people download is in words, and Excel opens it`() async throws {
        let server = try await Server(store: Stores.seed())
        let checked = try await Self.post(server, "/check?lang=zh", Self.list.utf8, ["format": "csv"])
        #expect(checked.body.starts(with: [0xEF, 0xBB, 0xBF]))
        let lines = checked.text.split(separator: "\n").map(String.init)
        #expect(lines[0].hasSuffix("面积,核对结论,核对提示,匹配乡镇,匹配村（社区）,匹配方式,核对地类,公布级别,公报所印级别,所依据的成果版本,核对说明"))
        #expect(lines[1].contains(",一致,,金龙镇,芙蓉村,名称完全一致,园地,一级,,430624-2025-1,"))
        #expect(lines[3].contains(",级别待核,"))
        let english = try await Self.post(server, "/check?lang=en", Self.list.utf8, ["format": "csv"])
        #expect(english.text.contains(",Check result,Check warning,Matched township,Matched village,Matched by,"))
        #expect(english.text.contains(",disputed,") && !english.text.contains("_"))
        let programs = try await Self.post(server, "/v1/validate?lang=zh", Self.list.utf8)
        #expect(programs.text.contains(",landgrade_verdict,") && !programs.body.starts(with: [0xEF]))
    }

    @Test func `without a language the form answers as the page does`() async throws {
        let server = try await Server(store: Stores.seed())
        let page = try await server.get("/check")
        let checked = try await Self.post(server, "/check", Self.list.utf8, ["format": "csv"])
        #expect(page.text.contains("lang=\"zh") && checked.text.contains(",核对结论,核对提示,"), "\(checked.text)")
        let field = try await Self.post(server, "/check", Self.list.utf8, ["format": "csv", "lang": "en"])
        #expect(field.text.contains(",Check result,"))
    }

    @Test func `what a GIS writes is refused with what to do`() async throws {
        let server = try await Server(store: Stores.seed())
        let response = try await server.post("/v1/validate?lang=en", "text/csv", Array("<kml>".utf8))
        #expect(response.status == 422 && response.text.contains("ogr2ogr"), "\(response.text)")
    }

    @Test func `a list that was checked in words gets its columns replaced`() async throws {
        let server = try await Server(store: Stores.seed())
        let once = try await Self.post(server, "/check?lang=zh", Self.list.utf8, ["format": "csv"])
        let twice = try await Self.post(server, "/check?lang=zh", once.body, ["format": "csv"])
        #expect(twice.body == once.body)
        let coded = try await Self.post(server, "/v1/validate?lang=zh", once.body)
        #expect(coded.text.split(separator: "\n")[0].contains("面积,landgrade_verdict,"))
        #expect(!coded.text.contains("核对结论"))
        // A column that an office calls so is its own.
        let own = "乡镇,村,地类,级别,核对结论\n金龙镇,芙蓉村,果园,1,已核\n"
        let kept = try await Self.post(server, "/check?lang=zh", own.utf8, ["format": "csv"])
        #expect(kept.text.contains("级别,核对结论,核对结论,匹配乡镇"))
        #expect(kept.text.contains("已核,一致,"))
    }

    @Test func `only the rows that were asked for`() async throws {
        let server = try await Server(store: Stores.seed())
        func rows(_ query: String) async throws -> [String] {
            let answer = try await Self.post(server, "/v1/validate?\(query)", Self.list.utf8)
            #expect(answer.status == 200)
            return answer.text.split(separator: "\n").dropFirst().map { String($0.prefix(1)) }
        }
        #expect(try await rows("verdict=mismatch,unknown_village") == ["2", "4"])
        #expect(try await rows("only_township=\(encoded("金龙镇"))") == ["1", "2", "4"])
        #expect(try await rows("only_township=\(encoded("金龙镇"))&verdict=ok") == ["1"])
        #expect(try await rows("only_township=-") == ["5"])
        let wrong = try await Self.post(server, "/v1/validate?verdict=fine", Self.list.utf8)
        #expect(wrong.status == 400 && wrong.text.contains("mismatch"))
    }

    @Test func `a workbook holds what the page shows`() async throws {
        let server = try await Server(store: Stores.seed())
        let answer = try await Self.post(
            server, "/check?lang=zh", Self.list.utf8, ["format": "xlsx", "verdict": "mismatch,ok"])
        #expect(answer.status == 200)
        #expect(answer["content-type"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        #expect(answer["content-length"] == "\(answer.body.count)")
        // Read by our own reader: its columns are replaced, its rows are the ones asked for.
        let again = try await Self.post(server, "/v1/validate?lang=zh&sheet=1", answer.body)
        #expect(again.status == 200, "\(again.text)")
        let lines = again.text.split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("宗地代码,乡镇,村,地类,级别,面积,landgrade_verdict"))
        #expect(lines[1].hasPrefix("1,") && lines[2].hasPrefix("2,"))
        #expect(again["landgrade-list-kind"] == "workbook")
        // What a printed page has to say of itself, and numbers that a spreadsheet can reckon with.
        let file = TemporaryFolder.lasting().appending("checked.xlsx")
        try write(answer.body, to: file)
        let script =
            "import sys, zipfile; book = zipfile.ZipFile(sys.argv[1]); "
            + "rows, summary = (book.read(f'xl/worksheets/sheet{n}.xml').decode() for n in (1, 2)); "
            + "sys.exit(not all([all(w in rows for w in ['<oddHeader>', '湘阴县 湘阴政发〔2025〕1号', 'landscape', 'fitToHeight']), "
            + "all(w in summary for w in ['文号', '估价期日', '2021年12月31日', '核对日期', '<v>15.5</v>'])]))"
        #expect(try await run("/usr/bin/env", ["python3", "-c", script, file.string]) == 0)
    }

    @Test func `a copy of a database with the rows that were asked for`() async throws {
        let server = try await Server(store: Stores.seed())
        let rows = [(1, "芙蓉村", "1"), (2, "芙蓉村", "2"), (3, "无此村", "1")]
            .map { "(\($0.0), '金龙镇', '\($0.1)', '果园', '\($0.2)')" }.joined(separator: ", ")
        let list = try await Self.database(
            "CREATE TABLE 地块 (id INTEGER PRIMARY KEY, 乡镇, 村, 地类, 级别); INSERT INTO 地块 VALUES \(rows)")
        let all = try await Self.post(server, "/check?lang=zh", list, ["format": "gpkg"])
        #expect(all.status == 200, "\(all.text)")
        let some = try await Self.post(server, "/check?lang=zh", list, ["format": "gpkg", "verdict": "mismatch"])
        for (answer, expected) in [(all, "1 一致,2 不一致,3 查无此村"), (some, "2 不一致")] {
            let file = TemporaryFolder.lasting().appending("copy.sqlite")
            try write(answer.body, to: file)
            let script =
                "import sqlite3, sys; rows = sqlite3.connect(sys.argv[1])"
                + ".execute('SELECT id, 核对结论 FROM 地块 ORDER BY id'); "
                + "sys.exit(','.join(f'{a} {b}' for a, b in rows) != sys.argv[2])"
            #expect(try await run("/usr/bin/env", ["python3", "-c", script, file.string, expected]) == 0)
        }
        let text = try await Self.post(server, "/v1/validate?format=gpkg", Self.list.utf8)
        #expect(try text.status == 422 && text.problem == "no-database")
        let problems = try await Self.post(server, "/v1/validate?format=gpkg&only_problems=true", list)
        #expect(problems.status == 400)
    }

    @Test func `of a wide list the columns that say what a row is are printed`() async throws {
        let server = try await Server(store: Stores.seed())
        let wide = "序号,承包方,电话,宗地代码,乡镇,村,地类,级别,备注,东至,西至,面积\n1,甲,,1,金龙镇,芙蓉村,果园,1,,,,2\n"
        let narrow = "宗地代码,乡镇,村,地类,级别\n1,金龙镇,芙蓉村,果园,1\n"
        for (list, names) in [(wide, ["'核对结果'!$M$1:$V$2", "'核对结果'!$D:$H,'核对结果'!$1:$1"]), (narrow, ["'核对结果'!$1:$1"])] {
            let answer = try await Self.post(server, "/check?lang=zh", list.utf8, ["format": "xlsx"])
            let file = TemporaryFolder.lasting().appending("wide.xlsx")
            try write(answer.body, to: file)
            let script =
                "import sys,zipfile,re; book = zipfile.ZipFile(sys.argv[1]).read('xl/workbook.xml').decode(); "
                + "found = re.findall('_xlnm.Print[^>]*>([^<]*)<', book); print(found); sys.exit(found != sys.argv[2:])"
            let run = try await Program.tool("python3").run(["-c", script, file.string] + names)
            #expect(run.status == 0, "\(run.output)\(run.error)")
        }
    }

    /// By GDAL, there and back: what is left of its table of contents and of its spatial index.
    @Test func `a filtered GeoPackage is whole to other programs`() async throws {
        let server = try await Server(store: Stores.seed())
        let folder = TemporaryFolder()
        func gdal(_ words: String...) async throws -> String {
            let run = try await Program.tool(words[0]).run(Array(words.dropFirst()), in: folder.path)
            #expect(run.status == 0, "\(run.error)")
            return run.output
        }
        let parcels = Repository.file("Tests/TableFilesTests/Files/parcels.geojson").string
        _ = try await gdal("ogr2ogr", "-f", "GPKG", "p.gpkg", parcels, "-nln", "地块", "-nlt", "POLYGON")
        let answer = try await Self.post(
            server, "/v1/validate?format=gpkg&verdict=unknown_township,out_of_scope", folder.bytes("p.gpkg"))
        #expect(answer.status == 200, "\(answer.text)")
        try folder.write(answer.body, to: "some.gpkg")
        let all = try await gdal("ogrinfo", "-q", "-ro", "some.gpkg", "地块")
        #expect(all.split(separator: "\n").filter { $0.hasPrefix("OGRFeature") }.count == 2)
        #expect(all.contains("landgrade_verdict (String) = unknown_township"))
        let summary = try await gdal("ogrinfo", "-so", "-ro", "some.gpkg", "地块")
        #expect(summary.contains("Feature Count: 2"), "\(summary)")
        // In English, as no language was asked for; no row with a grade is left.
        let styles = try await gdal("ogrinfo", "-q", "-ro", "some.gpkg", "layer_styles")
        #expect(styles.contains("styleName (String) = landgrade check result"), "\(styles)")
        #expect(styles.contains("label=&quot;unknown township&quot;") || styles.contains("label=\"unknown township\""))
        #expect(styles.contains("no published grade") && !styles.contains("grade 1"))
        // Only the spatial index knows where to look.
        for (west, count) in [(0, 0), (90, 2)] {
            let found = try await gdal(
                "ogrinfo", "-q", "-ro", "some.gpkg", "地块", "-spat", "\(west)", "0", "\(west + 60)", "90")
            #expect(found.split(separator: "\n").filter { $0.hasPrefix("OGRFeature") }.count == count)
        }
        let index = "SELECT (SELECT count(*) FROM rtree_地块_geom) AS indexed, count(*) AS parcels FROM \"地块\""
        let counts = try await gdal("ogrinfo", "-q", "-ro", "some.gpkg", "-sql", index)
        #expect(counts.contains("indexed (Integer) = 2") && counts.contains("parcels (Integer) = 2"), "\(counts)")
    }
}
