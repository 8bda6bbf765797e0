import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// The maps of the pages; `scripts/check page` walks on them with a browser.
@Suite struct MapPageTests {
    private static func server(_ store: FilePath, _ layers: FilePath..., options: [String] = []) async throws -> Server
    {
        try await Server(store: store, layers.flatMap { ["--villages", $0.string] } + options)
    }

    /// Addresses of the villages on the map.
    private static func links(_ page: Response) -> [String] {
        page.text.matches(of: /<a href="([^"]*)"><use/).map { String($0.1).replacing("&amp;", with: "&") }
    }

    @Test func `without a layer there is no map, and no link to one`() async throws {
        let server = try await Server(store: Stores.seed())
        #expect(try await server.get("/map").problem == "not-found")
        for target in ["/browse", "/?village=\(encoded("芙蓉村"))"] {
            #expect(try await !server.get(target).text.contains("/map"), "\(target)")
        }
    }

    @Test func `every village has the colour of its grade and leads to its answer`() async throws {
        let server = try await Self.server(Stores.seed(), VillageLayers.xiangyin())
        let page = try await server.get("/map?county=430624&land_type=orchard")
        #expect(page.status == 200 && page["content-type"] == "text/html; charset=utf-8")
        #expect(page["content-security-policy"]?.hasPrefix("default-src 'none'; style-src 'self'") == true)
        for word in [" style=", "<style", " onclick", "javascript:", "http://", "https://"] {
            #expect(!page.text.contains(word), "\(word)")
        }
        let links = Self.links(page)
        #expect(links.count == 245 && Set(links).count == 245)
        #expect(page.text.contains("<title>杨林寨乡东合港村：园地一级（待核）</title>"))
        for part in [
            "<h1>湘阴县园地级别图</h1>", "一级，待核 <b>16</b>", "湘阴政发〔2025〕1号", "synthetic_villages", "EPSG:4490",
            "图形 245 个，匹配 245 个，未匹配 0 个；级别表有而图层没有的村 0 个",
        ] { #expect(page.text.contains(part), "\(part)") }
        let answer = try await server.get(try #require(links.first { $0.contains(encoded("芙蓉村")) }))
        #expect(answer.status == 200 && answer.text.contains("名称完全一致") && answer.text.contains(">芙蓉村 <small>"))
        // The way back, and that from the county.
        let target = "county=430624&amp;township=\(encoded("金龙镇"))&amp;village=\(encoded("芙蓉村"))"
        #expect(answer.text.contains("<a href=\"/map?\(target)\">在地图上查看</a>"), "\(answer.text)")
        #expect(try await server.get("/browse").text.contains("<a href=\"/map?county=430624\">级别地图</a>"))
        #expect(try await server.get("/map.js")["content-type"] == "text/javascript; charset=utf-8")
    }

    @Test func `land types, languages and days`() async throws {
        let server = try await Self.server(Stores.seed(), VillageLayers.xiangyin())
        let forest = try await server.get("/map?land_type=\(encoded("林地"))&as_of=2025-06-01&lang=en")
        #expect(forest.text.contains("<h1>湘阴县: grades of forest</h1>") && forest.text.contains("<html lang=\"en\">"))
        #expect(forest.text.contains("As of 2025-06-01") || forest.text.contains("2025"))
        let links = Self.links(forest)
        #expect(
            links.count == 245 && links.allSatisfy { $0.hasSuffix("&as_of=2025-06-01&lang=en") }, "\(links.prefix(2))")
        for landType in ["orchard", "forest", "grassland"] {
            let current = landType == "forest" ? " aria-current=\"page\"" : ""
            let link =
                "<a href=\"/map?county=430624&amp;land_type=\(landType)&amp;as_of=2025-06-01&amp;lang=en\"\(current)>"
            #expect(forest.text.contains(link), "\(link)")
        }
        // Without a word the first land type that has grades.
        #expect(try await server.get("/map").text.contains("<h1>湘阴县园地级别图</h1>"))
        let before = try await server.get("/map?as_of=2001-01-01")
        #expect(before.status == 200 && before.text.contains("该日没有适用的成果版本"))
        #expect(Self.links(before).isEmpty && !before.text.contains("<svg id=\"map\""))
    }

    @Test func `a page with fine outlines stays below 300 KB`() async throws {
        let layer = try await VillageLayers.geoPackage(LayerVillage.xiangyin, corners: 400)
        let server = try await Self.server(Stores.seed(), layer)
        for target in ["/map?land_type=orchard", "/map?land_type=forest&as_of=2025-06-01&lang=en"] {
            let page = try await server.get(target)
            #expect(Self.links(page).count == 245)
            #expect(page.body.count < 300_000, "\(target): \(page.body.count)")
            // They are drawn, and not left out.
            #expect(page.body.count > 120_000, "\(target): \(page.body.count)")
        }
    }

    @Test func `what is not matched, and what the layer lacks, is listed`() async throws {
        let layer = try await VillageLayers.geoPackage(
            LayerVillage.three + [LayerVillage("金龙镇", "<没有>&村"), LayerVillage("金龙镇", "芙容村")])
        let page = try await Self.server(Stores.seed(), layer).get("/map")
        #expect(page.text.contains("<h2 id=\"unmatched-heading\">未匹配的图形（2）</h2>"))
        #expect(page.text.contains("<li>金龙镇 &lt;没有&gt;&amp;村</li>"), "\(page.text)")
        #expect(page.text.contains("<li>金龙镇 芙容村（相近：金龙镇 芙蓉村"), "\(page.text)")
        #expect(page.text.contains("名称未匹配 <b>2</b>"))
        #expect(page.text.contains("级别表有而图层没有的村（242）"))
        #expect(Self.links(page).count == 3)
        let missing =
            "<a href=\"/?county=430624&amp;township=\(encoded("金龙镇"))&amp;village=\(encoded("望星村"))\">金龙镇 望星村</a>"
        #expect(page.text.contains(missing))
    }

    @Test func `the village that is asked for is outlined`() async throws {
        let server = try await Self.server(Stores.seed(), VillageLayers.geoPackage(LayerVillage.three))
        func page(_ village: String) async throws -> String {
            try await server.get("/map?township=\(encoded("金龙镇"))&village=\(encoded(village))").text
        }
        let marked = try await page("芙蓉村")
        #expect(marked.contains("图上用粗线标出：金龙镇 芙蓉村") && marked.contains("<g class=\"ring marked\"><use href=\"#v2\"/>"))
        let lacking = try await page("望星村")
        #expect(lacking.contains("图层中没有匹配到“金龙镇 望星村”，图上没有标出") && !lacking.contains("class=\"ring"))
    }

    @Test(arguments: [
        ("county=x", 404, "“x”"), ("county=990101", 404, "没有“示例县”的地图。有地图的县：湘阴县。"), ("land_type=moor", 400, "土地类型"),
        ("as_of=2025-02-30", 400, "日期格式应为"), ("nonsense=1", 400, "未知参数"), ("village=+", 400, "村"),
    ])
    func `what there is no map for is said`(_ query: String, _ status: Int, _ word: String) async throws {
        let server = try await Self.server(Stores.examples(), VillageLayers.geoPackage(LayerVillage.three))
        let page = try await server.get("/map?\(query)")
        #expect(page.status == status && page["content-type"] == "text/html; charset=utf-8")
        #expect(page.text.contains(word), "\(page.text)")
        // A county without a map has no link to one.
        #expect(try await !server.get("/browse?county=990101").text.contains("/map"))
    }

    @Test func `a layer is the map of the county that most of its features are villages of`() async throws {
        // One of three is a village of a county held, by chance.
        let foreign = try await VillageLayers.geoPackage([
            LayerVillage("某镇", "甲村"), LayerVillage("某镇", "乙村"), LayerVillage("金龙镇", "芙蓉村"),
        ])
        let server = try await Self.server(Stores.seed(), foreign)
        let page = try await server.get("/map")
        let reason = "没有地图。villages.gpkg 图层“synthetic_villages”：3 个图形中，没有一个已收录的县占半数以上（湘阴县 1 个），没有生成地图"
        #expect(page.status == 404 && page.text.contains(reason), "\(page.text)")
        #expect(try await !server.get("/browse").text.contains("/map"))
        let reasons = try server.events.filter { $0["event"]?.string == "layer without a map" }
            .compactMap { $0["reason"]?.string }
        let expected =
            "layer “synthetic_villages” of villages.gpkg: none of the counties held has more than half of its 3 features (湘阴县: 1), so there is no map of it"
        #expect(reasons == [expected])
    }

    @Test func `a layer of several counties is a map of each that its column names`() async throws {
        func named(_ villages: [LayerVillage], _ county: String) -> [LayerVillage] {
            villages.map { LayerVillage($0.township, $0.village, county: county) }
        }
        let both = named(LayerVillage.three, "湘阴县") + named(LayerVillage.examples, "990101")
        let server = try await Self.server(Stores.examples(), VillageLayers.geoPackage(both))
        for (county, villages) in [("430624", LayerVillage.three), ("990101", LayerVillage.examples)] {
            let page = try await server.get("/map?county=\(county)")
            #expect(page.text.contains("图形 3 个，匹配 3 个"), "\(page.text)")
            let found = Self.links(page)
            let names = villages.map {
                "county=\(county)&township=\(encoded($0.township))&village=\(encoded($0.village))"
            }
            #expect(found == names.map { "/?\($0)" })
            // The other one can be chosen.
            #expect(page.text.contains("<option value=\"430624\"") && page.text.contains("<option value=\"990101\""))
        }
    }

    @Test func `one file a county, and a second one of the same county is not used`() async throws {
        let (first, second) = (
            try await VillageLayers.geoPackage(LayerVillage.three),
            try await VillageLayers.geoPackage(LayerVillage.examples)
        )
        let third = try await VillageLayers.geoPackage([LayerVillage("金龙镇", "望星村")], layer: "later")
        let server = try await Self.server(Stores.examples(), first, second, third)
        #expect(Self.links(try await server.get("/map?county=430624")).count == 3)
        #expect(Self.links(try await server.get("/map?county=990101")).count == 3)
        let log = try server.log
        #expect(log.contains("湘阴县 has a map of a file named before, so it is not used"), "\(log)")
    }

    @Test func `a store that comes later has the map`() async throws {
        let store = TemporaryFolder.lasting().appending("store")
        let server = try await Self.server(store, VillageLayers.geoPackage(LayerVillage.three))
        #expect(try await server.get("/map").status == 503)
        try #require(await run("landgrade", ["init", "--store", store.string]) == 0)
        #expect(try await soon { try await server.get("/map").status == 200 })
        #expect(Self.links(try await server.get("/map")).count == 3)
    }

    @Test func `each day has its own map, however many were asked for before`() async throws {
        let server = try await Self.server(Stores.seed(), VillageLayers.geoPackage(LayerVillage.three))
        for day in (Array(1...9) + [1, 6, 3]).map({ "2025-06-0\($0)" }) {
            for (landType, title) in [("orchard", "园地一级"), ("forest", "林地一级"), ("grassland", "草地未公布")] {
                for (language, name) in [("", "金龙镇芙蓉村：\(title)"), ("&lang=en", "金龙镇 芙蓉村: \(landType), ")] {
                    let page = try await server.get("/map?as_of=\(day)&land_type=\(landType)\(language)")
                    let links = Self.links(page)
                    #expect(
                        links.count == 3 && links.allSatisfy { $0.hasSuffix("&as_of=\(day)\(language)") }, "\(links)")
                    #expect(page.text.contains("<title>\(name)"), "\(page.text)")
                }
            }
        }
    }

    @Test func `a new generation is in the next map`() async throws {
        let store = try await Stores.fresh()
        let server = try await Self.server(store, VillageLayers.geoPackage(LayerVillage.three))
        #expect(try await server.get("/map").text.contains("<title>金龙镇芙蓉村：园地一级</title>"))
        let package = TemporaryFolder.lasting().appending("430624-2025-1")
        try copyFolder(Repository.xiangyin, to: package)
        let old = "orchard,金龙镇,芙蓉村,village,1,1,,", grades = package.appending("grades.csv")
        let text = try contents(of: grades)
        try #require(text.contains(old))
        try write(text.replacing(old, with: "orchard,金龙镇,芙蓉村,village,2,2,,").utf8, to: grades)
        try #require(await run("landgrade-publish", ["seal", package.string]) == 0)
        let words = ["import", "--unsigned", "--replace", "--store", store.string, package.string]
        try #require(await run("landgrade", words) == 0)
        #expect(try await soon { try await server.get("/map").text.contains("<title>金龙镇芙蓉村：园地二级</title>") })
        #expect(try await server.get("/map").text.contains("【未签名】"))
    }

    @Test func `a layer that can't be read ends the start`() async throws {
        let folder = TemporaryFolder()
        try folder.write("no layer", to: "text.gpkg")
        let layer = try await VillageLayers.geoPackage(LayerVillage.three).string
        let store = try await Stores.seed().string
        for (words, zh, en) in [
            (["--villages", folder("none.gpkg")], "none.gpkg: 无法读取：", "none.gpkg: can't be read: "),
            (["--villages", folder("text.gpkg")], "text.gpkg: 不是村级图层：", "text.gpkg: not a layer of villages: "),
            (
                ["--villages", layer, "--villages-columns", "village=X"],
                "villages.gpkg: --villages-columns 为“村”指定的“X”不存在", "--villages-columns names ‘X’ for the village"
            ),
            (
                ["--villages", layer, "--villages-layer", "x"], "请用 --villages-layer 图层名 指定",
                "give it with --villages-layer NAME"
            ),
        ] {
            for (language, text) in [("zh", zh), ("en", en)] {
                let run = try await Program.serve.run(["--store", store, "--port", "0", "--lang", language] + words)
                #expect(run.status == 2 && run.error.contains(text), "\(words): \(run.error)")
            }
        }
        for words in [["--villages-layer", "x"], ["--villages-columns", "village=CM"]] {
            let run = try await Program.serve.run(words)
            #expect(run.status == 64 && run.error.contains("\(words[0]) goes with --villages"), "\(run.error)")
        }
        let roles = try await Program.serve.run(["--villages", layer, "--villages-columns", "grade=CM"])
        #expect(roles.status == 64 && roles.error.contains("--villages-columns takes role=NAME"), "\(roles.error)")
    }

    @Test func `the layer and the columns can be named`() async throws {
        let layer = try await VillageLayers.geoPackage(LayerVillage.three)
        // A second layer, in which the names are in columns that say nothing.
        let source = layer.removingLastComponent().appending("villages.geojson").string
        let words = [
            "-f", "GPKG", "-update", "-nln", "other", "-sql", "SELECT XZM AS a, CM AS b FROM villages", layer.string,
            source,
        ]
        let made = try await Program.tool("ogr2ogr").run(words)
        try #require(made.status == 0, "\(made.error)")
        let server = try await Self.server(
            Stores.seed(), layer,
            options: ["--villages-layer", "other", "--villages-columns", "township=a,village=b"])
        #expect(Self.links(try await server.get("/map")).count == 3)
    }
}
