import StrictJSON
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// An edition that grades a township as a whole, a village by parts, with prices by sub type, a term in words and dates of
/// validity: from its package to each answer, on the real programs. 测试县 does not exist.
@Suite struct ScopeCommandTests {
    let workspace = TemporaryFolder()
    private var store: String { workspace("store") }

    private static let files = [
        "grades.csv": """
        land_type,township,village,kind,grade,printed_grade,erratum,source,part
        orchard,城关镇,,,1,1,,表2第1行,
        orchard,青山镇,石桥村,village,2,2,,表2第2行,
        orchard,青山镇,大坪村,village,1,1,,表2第3行,1、2、3组
        orchard,青山镇,大坪村,village,2,2,,表2第4行,4、5组
        orchard,青山镇,金竹村,village,2,2,,表2第5行,河东
        orchard,青山镇,金竹村,village,2,2,,表2第6行,河西
        forest,城关镇,东门社区,community,2,2,,表3第1行,

        """,
        "definitions.csv": """
        land_type,rights,term_years,infrastructure,valuation_date,source,term
        orchard,承包经营权,,宗地外道路通达。,2023-01-01,表1,无限年期
        forest,承包经营权,70,宗地外道路通达。,2023-01-01,表1,法定最高年期

        """,
        "prices.csv": """
        land_type,grade,amount,unit,subtype,source
        orchard,1,45.00,元/㎡,果园,表4
        orchard,1,48.00,元/㎡,茶园,表4
        orchard,2,36.50,元/㎡,,表4

        """,
        "aliases.csv": "township,alias,village,kind,source\n", "errata.csv": "id,printed,held,evidence,status\n",
        "townships.csv": "township,pinyin,code,order\n城关镇,chengguanzhen,,1\n青山镇,qingshanzhen,,2\n",
        "datapackage.json": """
        {"profile": "tabular-data-package", "name": "430698-2024-8", "title": "通知", "landgrade": {
        "format": "landgrade.edition/1", "id": "430698-2024-8", "county": {"code": "430698", "name": "测试县"},
        "document": {"number": "测政发〔2024〕8号", "registration": null, "title": "测试县基准地价成果的通知",
        "issuer": "测试县人民政府", "issued": "2024-06-18", "publication": null, "effective": "2024-07-01",
        "expires": "2029-06-30"}, "rights": "集体"}, "resources": []}
        """,
    ]

    private func makeFolder(_ name: String) throws {
        guard mkdir(workspace(name), 0o755) == 0 || errno == EEXIST else { throw Errno(rawValue: errno) }
    }

    /// The package, sealed.
    private func package(_ files: [String: String] = files, _ name: String = "430698-2024-8") async throws -> String {
        try makeFolder(name)
        for (file, text) in files { try workspace.write(text, to: "\(name)/\(file)") }
        let seal = try await Program.publish.run(["seal", workspace(name)])
        try #require(seal.status == 0, "\(seal.error)")
        return workspace(name)
    }

    private func makeStore() async throws {
        _ = try await Program.landgrade.run(["init", "--store", store])
        let imported = try await Program.landgrade.run(["import", "--unsigned", try await package(), "--store", store])
        try #require(imported.status == 0, "\(imported.error)")
    }

    private func run(_ arguments: [String]) async throws -> Run {
        try await Program.landgrade.run(arguments + ["--store", store])
    }

    @Test func `a package is sealed and checked and a mixture is refused`() async throws {
        let folder = try await package()
        let check = try await Program.publish.run(["check", folder])
        // Forest has no amounts, and that is for a person to see; nothing else is.
        #expect(check.status < 2, "\(check.output)\(check.error)")
        var files = Self.files
        files["grades.csv"]! += "orchard,城关镇,东门社区,community,2,2,,表2第9行,\n"
        try makeFolder("mixed")
        for (file, text) in files { try workspace.write(text, to: "mixed/\(file)") }
        let seal = try await Program.publish.run(["seal", workspace("mixed")])
        #expect(seal.status == 2 && seal.error.contains("城关镇 is graded as a whole in one line"), "\(seal.error)")
    }

    @Test func `a township as a whole answers for any village and says so`() async throws {
        try await makeStore()
        let text = try await run(["lookup", "城关镇", "无此村", "--lang", "zh"])
        #expect(text.status == 0 && text.error.isEmpty, "\(text.error)")
        #expect(text.output.hasPrefix("测试县 城关镇（整个乡镇）\n"))
        #expect(text.output.contains("按乡镇查得；所写的村名不在已知村名之中，未经核对"))
        #expect(text.output.contains("园地      一级\n          文件把城关镇作为整体定级，没有列出村名。\n"), "\(text.output)")
        #expect(text.output.contains("林地      不知：表3按村（社区）定级，该乡镇之下没有列出所写的村名。"))
        #expect(text.output.contains("使用年期  园地：无限年期；林地：法定最高年期（70年）"), "\(text.output)")
        #expect(text.output.contains("果园45.00元/㎡、茶园48.00元/㎡"))
        #expect(text.output.contains("2024年7月1日起施行，有效期至2029年6月30日，权利类型：集体"))
        #expect(!text.output.contains("城关镇 无此村"))
        let english = try await run(["lookup", "城关镇", "无此村", "--lang", "en", "--land-type", "orchard"])
        #expect(english.output.contains("The document grades 城关镇 as a whole and names no villages."))
        let words = english.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("is no known village and was not checked"), "\(words)")
        let json = try JSONValue(
            parsing: try await run(["lookup", "城关镇", "无此村", "--format", "json"]).bytes)
        let match = try #require(json["matches"]?.array?.first)
        #expect(match["rule"] == .string("township") && match["village"] == .null && match["kind"] == .null)
        #expect(
            match["land_types"]?.array?.map { $0["outcome"] }
                == ["graded", "unknown_village", "not_published"].map { .string($0) })
        #expect(match["land_types"]?.array?.first?["scope"] == .string("township"))
        #expect(match["land_types"]?.array?.first?["definition"]?["term_years"] == .null)
        #expect(match["land_types"]?.array?.first?["definition"]?["term"] == .string("无限年期"))
        let csv = try await run(["lookup", "城关镇", "无此村", "--format", "csv", "--land-type", "orchard"])
        #expect(csv.output.contains("\nfound,430698,测试县,城关镇,,,township,,,,orchard,graded,1,1,1,,,承包经营权,,"))
        #expect(
            csv.output.hasSuffix(
                ",false,,township,,无限年期,果园 45.00 元/㎡; 茶园 48.00 元/㎡,2024-07-01,2029-06-30,集体,,,\n"), "\(csv.output)")
        // A village of the forest table is known, and both tables answer.
        let known = try JSONValue(
            parsing: try await run(["lookup", "城关镇", "东门社区", "--format", "json"]).bytes)["matches"]?.array?.first
        #expect(known?["rule"] == .string("exact") && known?["village"] == .string("东门社区"))
        #expect(known?["land_types"]?.array?.map { $0["grade"] } == [.integer(1), .integer(2), .null])
        // Where villages are graded, an unknown one stays unknown.
        #expect(try await run(["lookup", "青山镇", "无此村"]).status == 1)
        #expect(try await run(["lookup", "城关镇", "无此村", "--land-type", "forest"]).status == 1)
    }

    @Test func `a village by parts has each part's grade`() async throws {
        try await makeStore()
        let text = try await run(["lookup", "青山镇", "大坪村", "--lang", "zh", "--land-type", "园地"])
        #expect(text.status == 0)
        #expect(
            text.output.contains(
                "园地      村内分别定级：\n          1、2、3组：一级，果园45.00元/㎡、茶园48.00元/㎡\n          4、5组：二级，36.50元/㎡\n"),
            "\(text.output)")
        #expect(text.output.contains("园地（1、2、3组）见表2第3行，园地（4、5组）见表2第4行"))
        let csv = try await run(["lookup", "青山镇", "大坪村", "--format", "csv", "--land-type", "orchard"])
        let rows = csv.output.split(separator: "\n").dropFirst()
        #expect(rows.count == 2 && rows.allSatisfy { $0.contains(",orchard,by_part,") })
        #expect(rows.first?.contains(",part,\"1、2、3组\",") == true || rows.first?.contains(",part,1、2、3组,") == true)
    }

    @Test func `dates of validity decide which edition answers`() async throws {
        try await makeStore()
        for (day, status) in [("2024-06-30", 1), ("2024-07-01", 0), ("2029-06-30", 0), ("2029-07-01", 1)] {
            #expect(try await run(["lookup", "青山镇", "石桥村", "--as-of", day]).status == status, "\(day)")
        }
        let editions = try await run(["editions", "--lang", "zh"])
        #expect(editions.output.contains("适用      2024年7月1日起，2029年7月1日前"), "\(editions.output)")
        #expect(editions.output.contains("有效期至  2029年6月30日"))
        #expect(editions.output.contains("2个乡镇（街道）（其中整体定级1个），4个村（社区）"))
    }

    @Test func `a list is judged by townships as a whole and by parts`() async throws {
        try await makeStore()
        try workspace.write(
            """
            乡镇,村,地类,级别
            城关镇,无此村,园地,1
            城关镇,无此村,园地,2
            城关镇,东门社区,园地,
            城关镇,无此村,林地,1
            青山镇,大坪村,园地,1
            青山镇,金竹村,园地,2
            青山镇,无此村,园地,2

            """, to: "list.csv")
        let checked = try await run([
            "validate", "--lang", "zh", "--county", "430698", workspace("list.csv"),
        ])
        #expect(checked.status == 1)
        #expect(
            checked.output.split(separator: "\n").dropFirst().map(String.init) == [
                "城关镇,无此村,园地,1,ok,城关镇,,township,orchard,1,,430698-2024-8,文件对该乡镇整体定级，所写村名未经核对",
                "城关镇,无此村,园地,2,mismatch,城关镇,,township,orchard,1,,430698-2024-8,申报二级，应为一级；文件对该乡镇整体定级，所写村名未经核对",
                "城关镇,东门社区,园地,,filled,城关镇,东门社区,exact,orchard,1,,430698-2024-8,文件对该乡镇整体定级",
                "城关镇,无此村,林地,1,unknown_village,城关镇,,,forest,,,,没有此村",
                "青山镇,大坪村,园地,1,ambiguous,青山镇,大坪村,exact,orchard,,,430698-2024-8,该村分部分定级：1、2、3组一级；4、5组二级，需按地块所在部分确定",
                "青山镇,金竹村,园地,2,ok,青山镇,金竹村,exact,orchard,2,,430698-2024-8,该村分部分定级，所列各部分级别相同：河东二级；河西二级",
                "青山镇,无此村,园地,2,unknown_village,青山镇,,,orchard,,,,没有此村",
            ])
    }

    @Test func `lists and definitions and diff tell it`() async throws {
        try await makeStore()
        let villages = try await run(["list", "villages", "--county", "430698", "--lang", "zh"])
        #expect(villages.output.contains("城关镇  （整个乡镇）"), "\(villages.output)")
        #expect(villages.output.contains("1、2、3组一级；4、5组二级"))
        let townships = try await run(["list", "townships", "--county", "430698", "--lang", "zh"])
        #expect(townships.output.contains("整个乡镇 一级"), "\(townships.output)")
        let define = try await run(["define", "--county", "430698", "--lang", "zh"])
        #expect(define.output.contains("园地：无限年期；林地：法定最高年期（70年）"), "\(define.output)")
        #expect(define.output.contains("果园45.00元/㎡"))
        let before = try await package()
        var files = Self.files
        files["grades.csv"] = files["grades.csv"]?.replacing(
            "orchard,城关镇,,,1,1,,表2第1行,", with: "orchard,城关镇,东门社区,community,2,2,,表2第1行,")
        let after = try await package(files, "after")
        let diff = try await Program.publish.run(["diff", before, after, "--lang", "zh"])
        #expect(diff.output.contains("园地 城关镇：按整个乡镇（街道） → 按整村（社区）"), "\(diff.output)")
        #expect(diff.output.contains("级别变动：1"))
    }

    /// Parts that the document grades alike, and one whose printed grade is not the one held.
    @Test func `a map shows which village is graded by parts, and where one of them is in dispute`() async throws {
        var files = Self.files
        files["grades.csv"] = files["grades.csv"]?.replacing(
            "大坪村,village,2,2,,表2第4行", with: "大坪村,village,2,3,E1,表2第4行"
        ).replacing("石桥村", with: "芙蓉村")
        files["errata.csv"] = "id,printed,held,evidence,status\nE1,表2第4行标为三级,二级,第5行起才是三级。,proposed\n"
        _ = try await Program.landgrade.run(["init", "--store", store])
        let imported = try await Program.landgrade.run(
            ["import", "--unsigned", try await package(files), "--store", store])
        try #require(imported.status == 0, "\(imported.error)")
        let features = ["青山镇 大坪村", "青山镇 金竹村", " 芙蓉村"].enumerated().map { index, name in
            let names = name.split(separator: " ", omittingEmptySubsequences: false)
            return #"""
                {"type":"Feature","properties":{"乡镇":"\#(names[0])","村名":"\#(names[1])"},"geometry":{"type":"Polygon",
                "coordinates":[[[112.\#(index),28],[112.\#(index)9,28],[112.\#(index)9,28.1],[112.\#(index),28]]]}}
                """#
        }
        try workspace.write(
            #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#, to: "v.geojson")
        let map = try await run(
            [
                "map", workspace("v.geojson"), "-o", workspace("m.svg"), "--land-type", "园地", "--lang", "zh",
                "--county", "430698",
            ])
        #expect(map.status == 1, "\(map.error)")
        let svg = String(decoding: try workspace.bytes("m.svg"), as: UTF8.self)
        #expect(svg.contains("<title>青山镇大坪村：园地1、2、3组一级；4、5组二级（待核）</title>"), "\(svg)")
        #expect(svg.contains(##"<use href="#v0" fill="url(#parts)"/><use href="#v0" fill="url(#disputed)"/>"##))
        #expect(svg.contains(##"<use href="#v1" fill="url(#parts)"/><title>"##))
        // The county is that of the first two; the third is a village of two counties.
        let open = try await run(
            ["map", workspace("v.geojson"), "-o", workspace("m.svg"), "--land-type", "园地", "--lang", "zh"])
        #expect(open.status == 1 && open.error.contains("未匹配：芙蓉村（可能是："), "\(open.error)")
        #expect(open.error.contains("测试县 青山镇 芙蓉村") && open.error.contains("湘阴县 金龙镇 芙蓉村"), "\(open.error)")
        #expect(svg.contains("分部分定级　1") && svg.contains("分部分定级，有待核　1"))
    }
}
