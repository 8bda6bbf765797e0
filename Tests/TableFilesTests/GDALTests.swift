import SystemSupport
import ParcelValidation
import SystemPackage
import TableFiles
import TabularText
import TestSupport
import Testing

@testable import FuzzChecks

/// GeoPackages as QGIS writes them: by GDAL, and read back by GDAL.
@Suite struct GDALTests {
    let folder = TemporaryFolder()
    private let parcels = Repository.file("Tests/TableFilesTests/Files/parcels.geojson").string

    private func makeLayer(_ name: String = "p.gpkg", layer: String = "地块") async throws {
        _ = try await folder.run(
            "ogr2ogr", "-f", "GPKG", name, parcels, "-nln", layer, "-nlt", "POLYGON", "-update",
            "-append")
    }

    @Test func `a layer is read`() async throws {
        try await makeLayer()
        let source = try LayerSource(folder["p.gpkg"])
        #expect(source.opening.map { $0.sentence(in: .zh) } == ["GeoPackage 图层“地块”，几何列 geom 不输出"])
        #expect(
            source.opening.map { $0.sentence(in: .en) } == ["GeoPackage layer \"地块\", geometry column geom left out"])
        #expect(
            try records(source) == [
                ["fid", "宗地代码", "乡镇", "村", "地类", "级别", "面积"],
                ["#1", "430624001001JC00001", "杨林寨乡", "东合港村", "果园", "一级", "#12.5"],
                ["#2", "430624001001JC00002", "金龙镇", "金龙村", "果园", "3级", "#0.1"],
                ["#3", "430624001001JC00003", "没有镇", "没有村", "果园", "", "#1234.56"],
                ["#4", "430624001001JC00004", "金龙镇", "金龙村", "水田", "", "#3.0"],
            ])
    }

    @Test func `layers are listed as the GeoPackage lists them`() async throws {
        try await makeLayer()
        try await makeLayer(layer: "旧 \"块\"")
        #expect(
            refusal { _ = try LayerSource(folder["p.gpkg"]) }
                == "文件中有多个图层：“地块”（4行）、“旧 \"块\"”（4行）；请用 --layer 图层名 指定")
        #expect(try records(LayerSource(folder["p.gpkg"], layer: "旧 \"块\"")).count == 5)
        // The table of styles is listed too, and is no layer.
        try folder.database(
            "p.gpkg", "CREATE TABLE Layer_Styles (a)",
            "INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('Layer_Styles', 'attributes', 0)")
        #expect(
            refusal { _ = try LayerSource(folder["p.gpkg"], layer: "layer_styles") }
                == "没有图层“layer_styles”，现有：“地块”（4行）、“旧 \"块\"”（4行）；请用 --layer 图层名 指定")
        try folder.database("p.gpkg", "DROP TABLE \"地块\"")
        #expect(
            refusal { _ = try LayerSource(folder["p.gpkg"], layer: "地块") } == "图层“地块”登记在 gpkg_contents 中，但没有这张表")
    }

    @Test func `spatia lite geometry is left out`() async throws {
        _ = try await folder.run("ogr2ogr", "-f", "SQLite", "s.sqlite", parcels, "-nln", "parcels")
        let source = try LayerSource(folder["s.sqlite"])
        #expect(source.opening[0].sentence(in: .zh) == "SQLite 表“parcels”，几何列 GEOMETRY 不输出")
        #expect(try records(source)[1].count == 7)
    }

    /// From the layer through the judge into the copy, and everything else as it was.
    @Test func `a layer is judged and GDAL reads the copy`() async throws {
        try await makeLayer()
        let source = try LayerSource(folder["p.gpkg"])
        let copy = try LayerCopy(of: source, to: folder["checked.gpkg"])
        var options = ValidationOptions()
        options.form = .ourCells
        let list = try ListValidation(source, counties: OneCounty(), options: options)
        try copy.begin(columns: list.ourColumns)
        let summary = try list.run { try copy.write($0) }
        try copy.finish()
        #expect(summary.rows == 4)
        #expect(folder.names == ["checked.gpkg", "p.gpkg"])

        let same = "SELECT fid, hex(geom), 宗地代码, 乡镇, 村, 地类, 级别, 面积 FROM 地块 ORDER BY fid"
        #expect(try folder.rows("checked.gpkg", same) == folder.rows("p.gpkg", same))
        let ours = "SELECT landgrade_verdict, landgrade_village, landgrade_grade FROM 地块 ORDER BY fid"
        let judged = try folder.rows("checked.gpkg", ours)
        #expect(
            judged == [
                "ok|东合港村|1", "mismatch|金龙村|2", "unknown_township|NULL|NULL", "out_of_scope|NULL|NULL",
            ])
        #expect(try folder.rows("checked.gpkg", "PRAGMA integrity_check") == ["ok"])
        #expect(try folder.rows("checked.gpkg", "SELECT rtreecheck('rtree_地块_geom')") == ["ok"])
        let contents = "SELECT last_change FROM gpkg_contents"
        #expect(try folder.rows("checked.gpkg", contents) != folder.rows("p.gpkg", contents))

        let info = try await folder.run("ogrinfo", "-ro", "-al", "checked.gpkg", "地块")
        #expect(info.contains("landgrade_verdict (String) = mismatch"))
        #expect(info.contains("landgrade_grade (Integer64) = 1") || info.contains("landgrade_grade (Integer) = 1"))
        #expect(info.contains("Feature Count: 4"))
        // By the spatial index: one of the four lies there.
        let near = try await folder.run(
            "ogrinfo", "-ro", "-q", "-geom=NO", "-spat", "112.811", "28.7005", "112.8145", "28.7045", "checked.gpkg",
            "地块")
        #expect(near.contains("landgrade_verdict (String) = mismatch"))
        #expect(!near.contains("landgrade_verdict (String) = ok"))
    }
}
