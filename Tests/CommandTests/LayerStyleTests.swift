import SystemPackage
import TestSupport
import Testing

/// The styles with which a checked GeoPackage opens in QGIS: what its table `layer_styles` holds. By the real program;
/// `scripts/check qgis` has QGIS open the copies and draw them.
@Suite struct LayerStyleTests {
    let folder = TemporaryFolder()
    private static let parcels = Repository.file("Tests/TableFilesTests/Files/parcels.geojson").string

    /// Four parcels by GDAL: disputed, mismatch, unknown_township, out_of_scope.
    @discardableResult
    private func make(_ name: String = "p.gpkg", layer: String = "地块", type: String = "POLYGON") async throws -> String
    {
        let run = try await Program.tool("ogr2ogr").run(
            ["-f", "GPKG", folder(name), Self.parcels, "-nln", layer, "-nlt", type, "-update", "-append"])
        try #require(run.status == 0, "\(run.error)")
        return folder(name)
    }

    @discardableResult
    private func check(_ name: String, to output: String, _ arguments: String...) async throws -> Run {
        let run = try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path(), folder(name), "-o", folder(output)] + arguments
        )
        try #require(run.status == 1, "\(run.error)")
        return run
    }

    private func rows(_ name: String, _ sql: String) throws -> [String] { try OpenDatabase(folder[name]).rows(sql) }

    private func change(_ name: String, _ sql: String...) throws {
        let database = try OpenDatabase(folder[name])
        for statement in sql { try database.run(statement) }
    }

    /// Name, default and what a reader of XML finds: geometry, column, and `value=label` of each category.
    private func styles(_ name: String) async throws -> [String] {
        let script = """
            import sqlite3, sys
            from xml.etree import ElementTree
            for name, default, qml in sqlite3.connect(sys.argv[1]).execute(
                    "SELECT styleName, useAsDefault, styleQML FROM layer_styles WHERE owner = 'landgrade' ORDER BY id"):
                root = ElementTree.fromstring(qml)
                renderer = root.find("renderer-v2")
                symbols = {s.get("name"): s.get("type") for s in renderer.find("symbols")}
                found = renderer.find("categories")
                kinds = {symbols[c.get("symbol")] for c in found}
                print(name, default, root.find("layerGeometryType").text, *kinds, renderer.get("attr"), sep="|")
                print(";".join(c.get("value") + "=" + c.get("label") for c in found))
            """
        let run = try await Program.tool("/usr/bin/env").run(["python3", "-c", script, folder(name)])
        try #require(run.status == 0, "\(run.error)")
        return run.output.split(separator: "\n").map(String.init)
    }

    private static let codes = [
        "mismatch", "disputed", "not_listed", "not_published", "ambiguous", "unknown_township", "unknown_village",
        "unknown_land_type", "unreadable_grade", "bad_row", "ok", "filled", "out_of_scope", "not_a_row",
    ]
    private static let chinese = [
        "不一致", "级别待核", "未列入", "未公布", "不能唯一确定，须人工查明", "查无乡镇", "查无此村", "地类不明", "申报级别无法识别", "该行数据有误", "一致",
        "未申报，已填公布级别", "非园地、林地、草地，不核对", "不是地块",
    ]

    @Test(arguments: [("zh", false), ("zh", true), ("en", false), ("en", true)])
    func `a copy has two styles in the words of the run`(language: String, words: Bool) async throws {
        try await make()
        try await check("p.gpkg", to: "c.gpkg", "--lang", language, "--headings", words ? "words" : "codes")
        let isChinese = language == "zh"
        let labels = isChinese ? Self.chinese : Self.codes.map { String($0.map { $0 == "_" ? " " : $0 }) }
        let values = words ? labels : Self.codes
        let verdicts =
            zip(values, labels).map { "\($0)=\($1)" } + [isChinese ? "=无结论或其他值" : "=no result, or another value"]
        let columns =
            !words
            ? ("landgrade_verdict", "landgrade_printed_grade", "landgrade_grade")
            : isChinese ? ("核对结论", "公报所印级别", "公布级别") : ("Check result", "Printed grade", "Published grade")
        let grades =
            isChinese
            ? "\(words ? "一级" : "1")=一级;disputed=级别待核;=无公布级别"
            : "1=grade 1;disputed=grade in dispute;=no published grade"
        #expect(
            try await styles("c.gpkg") == [
                "landgrade \(isChinese ? "核对结论" : "check result")|1|2|fill|\(columns.0)",
                verdicts.joined(separator: ";"),
                "landgrade \(isChinese ? "公布级别" : "published grade")|0|2|fill|CASE WHEN \"\(columns.1)\" IS NOT NULL "
                    + "THEN 'disputed' ELSE to_string(\"\(columns.2)\") END",
                grades,
            ])
        #expect(try rows("c.gpkg", "SELECT DISTINCT \"\(columns.0)\" FROM 地块").allSatisfy(values.contains))
    }

    @Test func `the table is the one that QGIS makes`() async throws {
        try await make()
        try await check("p.gpkg", to: "c.gpkg", "--lang", "en")
        let (kind, name) = ("data_type, identifier, srs_id, last_change > '2026'", "table_name = 'layer_styles'")
        #expect(
            try rows("c.gpkg", "SELECT \(kind) FROM gpkg_contents WHERE \(name)") == ["attributes|layer_styles|0|1"])
        #expect(try rows("c.gpkg", "SELECT feature_count FROM gpkg_ogr_contents WHERE \(name)") == ["2"])
        #expect(
            try rows(
                "c.gpkg",
                """
                SELECT quote(f_table_catalog), quote(f_table_schema), f_table_name, f_geometry_column, styleName,
                    quote(styleSLD), typeof(useAsDefault), description, quote(ui), update_time GLOB '20*T*Z' FROM layer_styles
                """) == [
                    "''|''|地块|geom|landgrade check result|NULL|integer|coloured by what the check of each row came to|NULL|1",
                    "''|''|地块|geom|landgrade published grade|NULL|integer|coloured by the published grade|NULL|1",
                ])
        #expect(try rows("c.gpkg", "SELECT max(length(styleName)) <= 30 FROM layer_styles") == ["1"])
        // GDAL's triggers count the rows that others add and remove.
        try change("c.gpkg", "INSERT INTO layer_styles DEFAULT VALUES")
        #expect(try rows("c.gpkg", "SELECT feature_count FROM gpkg_ogr_contents WHERE \(name)") == ["3"])
        try change("c.gpkg", "DELETE FROM layer_styles")
        #expect(try rows("c.gpkg", "SELECT feature_count FROM gpkg_ogr_contents WHERE \(name)") == ["0"])
        #expect(try rows("c.gpkg", "PRAGMA integrity_check") == ["ok"])
        #expect(try rows("c.gpkg", "PRAGMA journal_mode") == ["delete"])
        #expect(folder.names == ["c.gpkg", "p.gpkg"])
    }

    /// The styles are no layer: the copy needs no `--layer`.
    @Test func `checking again replaces our styles and no others`() async throws {
        try await make()
        try await check("p.gpkg", to: "a.gpkg", "--lang", "en")
        try await check("a.gpkg", to: "b.gpkg", "--lang", "zh")
        let names = "SELECT styleName, useAsDefault, owner FROM layer_styles ORDER BY id"
        #expect(try rows("b.gpkg", names) == ["landgrade 核对结论|1|landgrade", "landgrade 公布级别|0|landgrade"])
        // As QGIS does: the layer's default is another one from now on, and ours was saved over.
        try change(
            "b.gpkg", "UPDATE layer_styles SET useAsDefault = 0",
            "UPDATE layer_styles SET useAsDefault = 1, owner = '', styleQML = 'mine' WHERE styleName LIKE '%公布级别'",
            """
            INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,
                styleQML, useAsDefault, owner) VALUES ('', '', 'other', 'geom', 'of another', 'q', 1, '')
            """)
        let other = "SELECT * FROM layer_styles WHERE f_table_name = 'other'"
        let before = try rows("b.gpkg", other)
        try await check("b.gpkg", to: "c.gpkg", "--lang", "zh")
        #expect(
            try rows("c.gpkg", names) == [
                "landgrade 公布级别|0|", "of another|1|", "landgrade 核对结论|1|landgrade", "landgrade 公布级别 2|0|landgrade",
            ])
        #expect(try rows("c.gpkg", "SELECT styleQML FROM layer_styles WHERE styleName = 'landgrade 公布级别'") == ["mine"])
        #expect(try rows("c.gpkg", other) == before)
        #expect(
            try rows("c.gpkg", "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'layer_styles'") == ["4"]
        )
        #expect(try rows("c.gpkg", "SELECT count(*) FROM gpkg_contents WHERE table_name = 'layer_styles'") == ["1"])
    }

    private static let columns =
        "id INTEGER PRIMARY KEY, f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, "
        + "styleSLD, useAsDefault, description, owner, ui, update_time"

    @Test(arguments: [
        ("CREATE VIEW layer_styles AS SELECT 1 AS id", "layer_styles is no table"),
        ("CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, styleName)", "layer_styles has no column f_table_catalog"),
        (
            "CREATE TABLE layer_styles (\(columns.dropFirst("id INTEGER PRIMARY KEY, ".count)), id)",
            "layer_styles has no column id"
        ),
        (
            "CREATE TABLE layer_styles (\(columns), more NOT NULL)",
            "NOT NULL constraint failed: layer_styles.more"
        ),
        // The second of two styles fails, so the first is taken back.
        (
            "CREATE TABLE layer_styles (\(columns), UNIQUE (f_table_name) ON CONFLICT REPLACE)",
            "UNIQUE constraint failed: layer_styles.f_table_name"
        ),
        ("CREATE INDEX layer_styles ON gpkg_contents (identifier)", "already an index named layer_styles"),
    ])
    func `a table of another shape stays as it is, which is said`(definition: String, detail: String) async throws {
        try await make()
        try change("p.gpkg", definition)
        let run = try await check("p.gpkg", to: "c.gpkg", "--lang", "en")
        let lines = run.error.split(separator: "\n").filter { $0.contains("QGIS styles") }
        #expect(lines.count == 1 && lines[0].contains(detail), "\(run.error)")
        #expect(
            lines[0].hasPrefix("landgrade: no QGIS styles were written, and the table layer_styles is as it was: "))
        #expect(lines[0].hasSuffix("; to have them, save the layer into a new file in QGIS and check that"))
        let chinese = try await check("p.gpkg", to: "z.gpkg", "--lang", "zh")
        #expect(chinese.error.contains("landgrade: 未写入 QGIS 样式，layer_styles 表保持原样："), "\(chinese.error)")
        #expect(chinese.error.contains("；需要样式的，请在 QGIS 中把图层另存到新文件后再核对\n"), "\(chinese.error)")
        // Everything but our columns is the same.
        let schema = "SELECT type, name, tbl_name FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY name"
        #expect(try rows("c.gpkg", schema) == rows("p.gpkg", schema))
        if !definition.contains("INDEX") {
            #expect(try rows("c.gpkg", "SELECT * FROM layer_styles") == rows("p.gpkg", "SELECT * FROM layer_styles"))
        }
        #expect(try rows("c.gpkg", "SELECT count(*) FROM gpkg_contents") == ["1"])
        #expect(try rows("c.gpkg", "SELECT landgrade_verdict FROM 地块 ORDER BY fid")[1] == "mismatch")
        #expect(try rows("c.gpkg", "PRAGMA integrity_check") == ["ok"])
    }

    @Test func `what is no layer with geometries gets no styles`() async throws {
        try await make("empty.gpkg", type: "GEOMETRY")
        try change(
            "empty.gpkg", "DROP TRIGGER IF EXISTS rtree_地块_geom_update1", "PRAGMA recursive_triggers=OFF",
            "DROP TRIGGER IF EXISTS rtree_地块_geom_update2", "DROP TRIGGER IF EXISTS rtree_地块_geom_update3",
            "DROP TRIGGER IF EXISTS rtree_地块_geom_update4", "DROP TRIGGER IF EXISTS rtree_地块_geom_update6",
            "DROP TRIGGER IF EXISTS rtree_地块_geom_update7", "DROP TRIGGER IF EXISTS rtree_地块_geom_update5",
            "UPDATE 地块 SET geom = NULL")
        try await make("rows.gpkg", type: "NONE")
        _ = try await Program.tool("ogr2ogr").run(["-f", "SQLite", folder("plain.sqlite"), Self.parcels])
        for (name, output) in [("empty.gpkg", "a.gpkg"), ("rows.gpkg", "b.gpkg"), ("plain.sqlite", "c.sqlite")] {
            let run = try await check(name, to: output)
            #expect(
                try rows(output, "SELECT count(*) FROM sqlite_schema WHERE name = 'layer_styles'") == ["0"], "\(name)")
            #expect(!run.error.contains("style"), "\(run.error)")
        }
    }

    /// Names with every character that XML, SQL or QGIS's expressions quote.
    @Test func `names of layers and columns may be any`() async throws {
        let name = "地 \"'块<&>]]>"
        try await make(layer: name)
        let sql = "\"" + name.split(separator: "\"").joined(separator: "\"\"") + "\""
        try change(
            "p.gpkg", "ALTER TABLE \(sql) ADD COLUMN LANDGRADE_VERDICT TEXT",
            "ALTER TABLE \(sql) ADD COLUMN \"a<&\\\" TEXT")
        try await check("p.gpkg", to: "c.gpkg", "--lang", "en")
        let found = try await styles("c.gpkg")
        #expect(found.first == "landgrade check result|1|2|fill|LANDGRADE_VERDICT", "\(found)")
        #expect(try rows("c.gpkg", "SELECT DISTINCT f_table_name FROM layer_styles") == [name])
    }

    /// A geometry's kind is in its well-known binary, behind a header with or without an envelope, in either byte order.
    @Test(arguments: [
        ("01", 0, "0101000000", "0|marker"), ("00", 0, "0000000004", "0|marker"), ("03", 32, "01EA030000", "1|line"),
        ("09", 64, "0105000080", "1|line"), ("01", 0, "01BE0B0000", "2|fill"), ("01", 0, "010A000000", "2|fill"),
    ])
    func `a layer for all geometries has the style of those that are in it`(
        flags: String, envelope: Int, type: String, symbol: String
    ) async throws {
        let head = "475000\(flags)00000000" + String(repeating: "00", count: envelope) + type
        try await make(type: "GEOMETRY")
        let triggers = try rows("p.gpkg", "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '地块'")
        for trigger in triggers { try change("p.gpkg", "DROP TRIGGER \"\(trigger)\"") }
        try change("p.gpkg", "UPDATE 地块 SET geom = CASE fid WHEN 2 THEN x'\(head)00000000' WHEN 3 THEN x'4750' END")
        try await check("p.gpkg", to: "c.gpkg", "--lang", "en")
        let found = try await styles("c.gpkg")
        #expect(found.first == "landgrade check result|1|\(symbol)|landgrade_verdict", "\(found)")
    }
}
