import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// `landgrade map` on layers that GDAL makes, by the real program.
@Suite struct MapTests {
    let folder = TemporaryFolder()

    /// A village of a layer: its cells, and its shape as GeoJSON has it.
    private struct Village {
        let township, village: String?
        let geometry: String

        init(_ township: String?, _ village: String?, geometry: String) {
            (self.township, self.village, self.geometry) = (township, village, geometry)
        }

        /// A square of a hundredth of a degree, beside the one of the place before.
        init(_ township: String?, _ village: String?, at place: Int) {
            let corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { x, y in "[112.\(50 + place + x),28.\(50 + y)]"
            }
            self.init(
                township, village,
                geometry: #"{"type":"Polygon","coordinates":[[\#(corners.joined(separator: ","))]]}"#)
        }

        var feature: String {
            let cells = JSONValue.object([
                JSONMember("乡镇", .text(township)), JSONMember("村名", .text(village)),
            ])
            return #"{"type":"Feature","properties":\#(cells.text()),"geometry":\#(geometry)}"#
        }
    }

    private static let known = [
        Village("东塘镇", "东南村", at: 0), Village("杨林寨乡", "东合港村", at: 1), Village("金龙镇", "芙蓉村", at: 2),
    ]

    private func geoJSON(_ villages: [Village], _ name: String = "v.geojson") throws -> String {
        let features = villages.map(\.feature).joined(separator: ",")
        try folder.write(#"{"type":"FeatureCollection","features":[\#(features)]}"#, to: name)
        return folder(name)
    }

    /// The same as a GeoPackage, in CGCS2000.
    private func geoPackage(_ villages: [Village], _ words: String...) async throws -> String {
        let source = try geoJSON(villages)
        try await ogr2ogr(
            ["-f", "GPKG", "-a_srs", "EPSG:4490", "-nln", "villages"] + words + [folder("v.gpkg"), source])
        return folder("v.gpkg")
    }

    private func ogr2ogr(_ words: [String]) async throws {
        let run = try await Program.tool("ogr2ogr").run(words)
        try #require(run.status == 0, "\(run.error)")
    }

    private func map(
        _ layer: String, _ words: String..., to name: String = "m.svg", environment: [String: String] = [:],
        withExamples: Bool = false
    ) async throws -> Run {
        let store =
            try await withExamples ? SharedStore.shared.pathWithExamples() : SharedStore.shared.path()
        return try await Program.landgrade.run(
            ["map", layer, "-o", folder(name), "--store", store, "--lang", "zh"] + words, environment: environment)
    }

    private func text(_ name: String = "m.svg") throws -> String {
        try #require(String(validating: try folder.bytes(name), as: UTF8.self))
    }

    private func checkMarkup(_ name: String = "m.svg") async throws {
        let run = try await Program.tool("xmllint").run(["--noout", folder(name)])
        #expect(run.status == 0, "\(run.error)")
    }

    @Test func `villages have the colours of their grades, and a picture says where it is from`() async throws {
        let run = try await map(try await geoPackage(Self.known))
        // Most of the county's villages are not in the layer.
        #expect(run.status == 1 && run.output.isEmpty, "\(run.error)")
        #expect(run.error.contains("图形 3 个，匹配 3 个，未匹配 0 个；级别表有而图层没有的村 242 个"), "\(run.error)")
        #expect(run.error.contains("图层“villages”：乡镇取自“乡镇”列，村取自“村名”列"), "\(run.error)")
        try await checkMarkup()
        let svg = try text()
        #expect(svg.contains("<title>东塘镇东南村：园地一级</title>"))
        #expect(svg.contains("<title>杨林寨乡东合港村：园地一级（待核）</title>"))
        #expect(svg.contains("<title>金龙镇芙蓉村：草地未公布</title>"))
        // Hatched is what is in dispute, for orchard and forest alike, and nothing else.
        #expect(svg.components(of: "<use href=\"#v1\" fill=\"url(#disputed)\"/>") == 2)
        #expect(svg.components(of: "fill=\"url(#disputed)\"") == 2)
        for part in [
            "湘阴县园地、林地、草地级别图", "一级，待核　1", "未公布级别　3", "湘阴政发〔2025〕1号", "EPSG:4490", "v.gpkg",
        ] {
            #expect(svg.contains(part), "\(part)")
        }
    }

    @Test func `one land type alone, by a file whose layer is chosen, in English`() async throws {
        let layer = try await geoPackage(Self.known)
        try await ogr2ogr(["-f", "GPKG", "-update", "-nln", "旧", folder("v.gpkg"), folder("v.geojson")])
        let several = try await map(layer)
        #expect(several.status == 2 && several.error.contains("文件中有多个图层：“villages”（3行）、“旧”（3行）"), "\(several.error)")
        #expect(folder.names.sorted() == ["v.geojson", "v.gpkg"])
        let run = try await map(layer, "--layer", "旧", "--land-type", "forest", "--lang", "en")
        #expect(run.status == 1, "\(run.error)")
        let svg = try text()
        #expect(svg.contains("<title>东塘镇 东南村: forest, 1</title>"), "\(svg)")
        #expect(!svg.contains("orchard") && svg.contains("grade 1"))
    }

    @Test func `what is not matched is said, drawn without a colour and listed`() async throws {
        let villages =
            Self.known + [
                Village("东塘镇", "<没有>&村", at: 3), Village("金龙镇", nil, at: 4), Village("杨林寨", "东合港", at: 5),
            ]
        let run = try await map(try geoJSON(villages))
        #expect(run.status == 1)
        #expect(run.error.contains("匹配 4 个（其中 1 个的写法与级别表不同），未匹配 2 个"), "\(run.error)")
        #expect(run.error.contains("未匹配：东塘镇 <没有>&村\n"), "\(run.error)")
        #expect(run.error.contains("未匹配：金龙镇（第 5 号，没有村名）"), "\(run.error)")
        try await checkMarkup()
        let svg = try text()
        #expect(svg.contains("未匹配：东塘镇 &lt;没有&gt;&amp;村、金龙镇（第 5 号，没有村名）"), "\(svg)")
        #expect(svg.contains("名称未匹配　2"))
        let page = try await map(try geoJSON(villages), to: "m.html")
        #expect(page.status == 1)
        let html = try text("m.html")
        #expect(html.contains("<li>东塘镇 &lt;没有&gt;&amp;村</li>"))
        // Each village leads to its row.
        #expect(html.components(of: "<a href=\"#p2\">") == 3 && html.components(of: "<tr id=\"p2\">") == 1)
        #expect(html.contains("<td>杨林寨 东合港</td>"))
        #expect(!html.contains("http://") && !html.contains("https://") && !html.contains("<script"))
    }

    @Test func `a name that two townships have is not guessed`() async throws {
        let run = try await map(try geoJSON([Village(nil, "东湖渔场", at: 0), Village(nil, "芙蓉村", at: 1)]))
        #expect(run.status == 1 && run.error.contains("匹配 1 个（其中 1 个的写法与级别表不同），未匹配 1 个"), "\(run.error)")
        #expect(run.error.contains("未匹配：东湖渔场（可能是：文星街道 东湖渔场、洋沙湖镇 东湖渔场）"), "\(run.error)")
    }

    @Test func `points, heights and projected coordinates`() async throws {
        let points = Self.known.enumerated().map { index, village in
            Village(
                village.township, village.village,
                geometry: #"{"type":"Point","coordinates":[112.5\#(index),28.5\#(index),33.5]}"#)
        }
        let layer = try await geoPackage(points)
        #expect(try await map(layer).status == 1)
        #expect(try text().contains("a15 15 0 1 0 30 0"))
        try await checkMarkup()
        _ = try await geoPackage(Self.known)
        try await ogr2ogr(["-f", "GPKG", "-t_srs", "EPSG:4547", folder("p.gpkg"), folder("v.gpkg")])
        let projected = try await map(folder("p.gpkg"))
        #expect(projected.status == 1 && !projected.error.contains("没有写明坐标系"), "\(projected.error)")
        #expect(try text().contains("EPSG:4547"))
    }

    @Test func `what has no area is not drawn, and that is said`() async throws {
        let line = Village("东塘镇", "湖湾村", geometry: #"{"type":"LineString","coordinates":[[112.5,28.5],[112.6,28.6]]}"#)
        let empty = Village("东塘镇", "东塘镇茶场", geometry: "null")
        let run = try await map(try await geoPackage(Self.known + [line, empty]))
        #expect(run.status == 1)
        #expect(run.error.contains("1 个图形是线、曲线或已损坏，没有画"), "\(run.error)")
        #expect(run.error.contains("1 个图形是空的，没有画"), "\(run.error)")
        let none = try await map(try geoJSON([line, empty]), to: "none.svg")
        #expect(none.status == 2 && none.error.contains("没有可画的面或点"), "\(none.error)")
        #expect(!folder.names.contains("none.svg"))
    }

    @Test func `a shapefile in GBK, whose names nothing says the encoding of`() async throws {
        let layer = try await geoPackage(Self.known)
        try await ogr2ogr(["-f", "ESRI Shapefile", "-lco", "ENCODING=GBK", folder("v.shp"), layer])
        let removal = try await Program.tool("/bin/rm").run([folder("v.cpg")])
        #expect(removal.status == 0)
        let run = try await map(folder("v.shp"))
        #expect(run.status == 1 && run.error.contains("匹配 3 个"), "\(run.error)")
        let table = try await map(folder("v.dbf"))
        #expect(table.status == 2 && table.error.contains("请写同名的 .shp"), "\(table.error)")
        let other = try await map(layer, "--encoding", "gbk")
        #expect(other.status == 2 && other.error.contains("--encoding 只用于 shapefile"), "\(other.error)")
    }

    @Test func `what a conversion says while it ends well is passed on`() async throws {
        let layer = try await geoPackage(Self.known)
        try await ogr2ogr(["-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8", folder("v.shp"), layer])
        let whole = try await map(folder("v.shp"))
        #expect(whole.status == 1 && !whole.error.contains("ogr2ogr"), "\(whole.error)")
        // Its index says that there are three shapes, and the last of them is cut.
        let shapes = try folder.bytes("v.shp")
        try folder.write(Array(shapes.dropLast(40)), to: "v.shp")
        let cut = try await map(folder("v.shp"))
        #expect(cut.error.contains("ogr2ogr 转换时提示“") && cut.error.contains("请核对图形是否齐全"), "\(cut.error)")
    }

    @Test func `the county is the one that the villages are in, and each day has its edition`() async throws {
        // The second is none of the county's, and its township is graded as a whole.
        let villages = [Village("青山镇", "松林村", at: 0), Village("青山镇", "没有村", at: 1)]
        let layer = try geoJSON(villages)
        let newest = try await map(layer, withExamples: true)
        #expect(newest.status == 1, "\(newest.error)")
        #expect(try text().contains("成果版本 990101-2025-1"))
        #expect(try await map(layer, "--as-of", "2024-01-01", withExamples: true).status == 1)
        #expect(try text().contains("成果版本 990101-2022-1，2024年1月1日适用"))
        let early = try await map(layer, "--as-of", "1999-01-01", "--county", "990101", withExamples: true)
        #expect(early.status == 2 && early.error.contains("示例县在 1999-01-01 没有适用的成果版本"), "\(early.error)")
        let both = try await map(try geoJSON(villages + Self.known), withExamples: true)
        #expect(
            both.status == 2 && both.error.contains("图层中的村分属多个县：湘阴县（3 处）、示例县（2 处）；请用 --county 指定其中一个"), "\(both.error)")
        let named = try await map(folder("v.geojson"), "--county", "示例县", withExamples: true)
        #expect(named.status == 1 && named.error.contains("匹配 2 个，未匹配 3 个"), "\(named.error)")
        let unknown = try await map(layer, "--county", "没有县")
        #expect(unknown.status == 2 && unknown.error.contains("没有收录县“没有县”；现有：湘阴县"), "\(unknown.error)")
        let foreign = try await map(try geoJSON([Village("某镇", "某村", at: 0)]), withExamples: true)
        #expect(foreign.status == 2 && foreign.error.contains("没有一个匹配到已收录的村"), "\(foreign.error)")
    }

    @Test func `a feature that its own row puts into another county is not matched by its name`() async throws {
        let square = Village("金龙镇", "芙蓉村", at: 0).geometry
        func feature(_ county: String) -> String {
            #"{"type":"Feature","properties":{"县":"\#(county)","乡镇":"金龙镇","村名":"芙蓉村"},"geometry":\#(square)}"#
        }
        try folder.write(
            #"{"type":"FeatureCollection","features":[\#(feature("湘阴县")),\#(feature("示例县")),\#(feature("汨罗市"))]}"#,
            to: "v.geojson")
        let run = try await map(folder("v.geojson"), "--county", "湘阴县", withExamples: true)
        #expect(run.status == 1 && run.error.contains("匹配 1 个，未匹配 2 个"), "\(run.error)")
        #expect(run.error.contains("未匹配：汨罗市 金龙镇 芙蓉村"), "\(run.error)")
    }

    /// Its township is graded as a whole for one land type; of the others nothing is known, which is not "not listed".
    @Test func `a village that is not known is not drawn as one that is not listed`() async throws {
        let villages = [Village("青山镇", "没有村", at: 0)]
        let run = try await map(try geoJSON(villages), "--county", "990101", withExamples: true)
        #expect(run.status == 1, "\(run.error)")
        let svg = try text()
        #expect(svg.contains("不知</title>") && svg.contains("名称未匹配　1") && !svg.contains("未列入级别表"), "\(svg)")
    }

    @Test func `what can't be read or written ends with a sentence, and nothing is left`() async throws {
        let layer = try await geoPackage(Self.known)
        try folder.write("not a layer", to: "x.txt")
        try folder.write("<OGRVRTDataSource></OGRVRTDataSource>", to: "x.vrt")
        try folder.write("{\"type\":\"FeatureCollection\"", to: "x.json")
        let before = folder.names.sorted()
        for (file, sentence) in [
            ("x.txt", "不是村级图层"), ("x.vrt", "不是村级图层"), ("x.json", "ogr2ogr 也读不了"), ("none.gpkg", "none.gpkg 无法读取"),
        ] {
            let run = try await map(folder(file))
            #expect(run.status == 2 && run.error.contains(sentence), "\(file): \(run.error)")
        }
        let own = try await Program.landgrade.run(
            ["map", layer, "-o", layer, "--store", try await SharedStore.shared.path()])
        #expect(own.status == 64)
        let name = try await map(layer, to: "map.jpg")
        #expect(name.status == 64 && name.error.contains("须以 .svg、.png 或 .html 结尾"), "\(name.error)")
        let role = try await map(layer, "--columns", "grade=1")
        #expect(role.status == 64, "\(role.error)")
        let column = try await map(layer, "--columns", "village=没有")
        #expect(column.status == 2 && column.error.contains("没有"), "\(column.error)")
        #expect(folder.names.sorted() == before)
    }

    @Test func `without the programs of others their formats are refused with what to install`() async throws {
        let nowhere = ["PATH": folder.path.string]
        let shapes = try await map(try geoJSON(Self.known), environment: nowhere)
        #expect(shapes.status == 2 && shapes.error.contains("apt install gdal-bin"), "\(shapes.error)")
        let picture = try await map(try await geoPackage(Self.known), to: "m.png", environment: nowhere)
        #expect(picture.status == 2 && picture.error.contains("apt install librsvg2-bin"), "\(picture.error)")
        #expect(!folder.names.contains("m.png"))
    }
}

extension String {
    /// How often a text is in it.
    fileprivate func components(of part: String) -> Int {
        var (count, rest) = (0, self[...])
        while let found = rest.firstRange(of: part) {
            count += 1
            rest = rest[found.upperBound...]
        }
        return count
    }
}
