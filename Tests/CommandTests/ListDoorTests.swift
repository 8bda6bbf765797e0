import TestSupport
import Testing

/// Lists that were turned away with advice that led nowhere, or whose columns came out twice. On the real program.
@Suite struct ListDoorTests {
    let workspace = TemporaryFolder()

    private func validate(_ text: String, _ arguments: [String] = []) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()] + arguments, input: Array(text.utf8))
    }

    /// GDAL and ArcGIS cut our names to ten bytes and number them.
    @Test func `a checked list that went through a shapefile has its columns replaced`() async throws {
        let first = "乡镇,村,地类,landgrade_,landgrad_1,landgrad_9,landgra_10,owner\n金龙镇,芙蓉村,园地,filled,,note,,own\n"
        let run = try await validate(first)
        #expect(run.output.hasPrefix("乡镇,村,地类,owner,landgrade_verdict,"), "\(run.output)")
        #expect(run.output.contains("金龙镇,芙蓉村,园地,own,filled,"), "\(run.output)")
        #expect(run.error.contains("replaced") && !run.error.contains("it could be"), "\(run.error)")
    }

    @Test func `an error about townships says what a list without them needs`() async throws {
        let list = "村,地类,级别\n芙蓉村,园地,1\n"
        let turned = try await validate(list)
        #expect(turned.status == 2 && turned.error.contains("--columns township=, "), "\(turned.error)")
        let run = try await validate(list, ["--columns", "township="])
        #expect(run.status == 0 && run.error.contains("1 row: ok 1"), "\(run.error)")
    }

    @Test func `addresses beside villages are not read, and that is said`() async throws {
        let run = try await validate("乡镇,村,坐落,地类\n,,金龙镇芙蓉村3组,园地\n")
        #expect(run.error.contains("addresses are not read from column 3 ‘坐落’"), "\(run.error)")
        #expect(
            run.output.contains(",unknown_village,") && run.output.hasSuffix(",names no village\n"), "\(run.output)")
    }

    @Test(arguments: [
        ("乡镇；村；地类\n金龙镇；芙蓉村；园地\n", "The delimiter seems to be ；"),
        ("'乡镇','村','地类'\n'金龙镇','芙蓉村','园地'\n", "The names stand in single quotes"),
    ])
    func `a text that is written otherwise than CSV is refused with what to do`(list: String, says: String) async throws
    {
        let run = try await validate(list)
        #expect(run.status == 2 && run.error.contains(says), "\(run.error)")
    }

    /// 1,234 without quotes shifts its row as well, so nothing is read that may have been.
    @Test(arguments: [
        ("金龙镇,芙蓉村,园地,1,\n", "what is beyond is empty"),
        ("金龙镇,芙蓉村,园地,=\"1\"\n", "save the list as XLSX or take that out"),
        ("\"金龙镇\", \"芙蓉村\",园地,1\n", "save the list as XLSX or take that out"),
    ])
    func `a row that a program wrote otherwise says what to do`(row: String, says: String) async throws {
        let run = try await validate("乡镇,村,地类,级别\n金龙镇,芙蓉村,园地,1\n\(row)")
        #expect(run.status == 1 && run.error.contains("ok 1, bad_row 1") && run.output.contains(says), "\(run.output)")
    }

    @Test(arguments: [
        (["地块.shp", "地块.dbf", "地块.shx"], "a zipped shapefile; unpack it and take the .dbf"),
        (["地块.gdb/a00000001.gdbtable"], "a zipped file geodatabase (.gdb); export its layer"),
        (["2025/地块.xlsx"], "a ZIP archive with ‘2025/地块.xlsx’ in it; unpack it first"),
        (["doc.kml"], "a KMZ; save it as"),
        (["a.doc"], "a ZIP archive, but no XLSX workbook"),
    ])
    func `an archive says what is in it`(names: [String], says: String) async throws {
        let script = """
            import sys, zipfile
            with zipfile.ZipFile(sys.argv[1], "w") as file:
                for name in sys.argv[2:]: file.writestr(name, "x")
            """
        let made = try await Program.tool("/usr/bin/env").run(["python3", "-c", script, workspace("list.zip")] + names)
        #expect(made.status == 0, "\(made.error)")
        let run = try await Program.landgrade.run([
            "validate", "--store", try await SharedStore.shared.path(), workspace("list.zip"),
        ])
        #expect(run.status == 2 && run.error.contains(says), "\(run.error)")
    }

    @Test(arguments: [
        ("<?xml version=\"1.0\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">", "KML, of a GIS"),
        ("<kml>", "KML, of a GIS"),
        ("<?xml version=\"1.0\"?>\n<ogr:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\">", "GML, of a GIS"),
        ("<?xml version=\"1.0\"?>\n<Workbook>", "a web page or XML"),
    ])
    func `markup of a GIS is for a GIS`(text: String, says: String) async throws {
        let run = try await validate(text)
        #expect(run.status == 2 && run.error.contains(says), "\(run.error)")
        #expect(says.hasPrefix("a web") || run.error.contains("ogr2ogr") && !run.error.contains("spreadsheet"))
    }

    @Test func `a tsv holds tabs`() async throws {
        let list = "乡镇,村,地类\n金龙镇,芙蓉村,园地\n"
        let commas = try await validate(list, ["-o", workspace("out.tsv")])
        #expect(commas.status == 2 && commas.error.contains("name it .csv"), "\(commas.error)")
        #expect(throws: (any Error).self) { try workspace.bytes("out.tsv") }
        let tabs = try await validate(list.replacing(",", with: "\t"), ["-o", workspace("out.tsv")])
        #expect(tabs.status == 0, "\(tabs.error)")
    }
}
