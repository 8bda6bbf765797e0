import TestSupport
import Testing

/// Lists that were checked with headings in words and that somebody worked on before they are checked again.
@Suite struct CheckedAgainTests {
    /// No cell of ours has a comma in it.
    private static let list = "乡镇,村,地类,级别\n金龙镇,芙蓉村,园地,1\n金龙镇,芙蓉村,园地,\n"

    private func validate(_ text: String, language: String = "zh") async throws -> Run {
        let store = try await SharedStore.shared.path()
        return try await Program.landgrade.run(
            ["validate", "--store", store, "--lang", language, "--headings", "words", "--no-code-check"],
            input: Array(text.utf8))
    }

    private func cells(_ text: String) -> [[String]] {
        text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private func text(_ cells: [[String]]) -> String { cells.map { $0.joined(separator: ",") + "\n" }.joined() }

    @Test(arguments: ["zh", "en"])
    func `columns that were deleted or inserted among ours leave them ours`(language: String) async throws {
        let first = try await validate(Self.list, language: language)
        let own = 4, count = cells(first.output)[0].count
        for place in own + 1..<count {
            var less = cells(first.output), more = less
            for row in less.indices {
                less[row].remove(at: place)
                more[row].insert(row == 0 ? "处理意见" : "已核", at: place)
            }
            let again = try await validate(text(less), language: language)
            #expect(again.output == first.output && again.status == 0, "\(again.output)")
            let kept = try await validate(text(more), language: language)
            let ours = cells(first.output).map { Array($0[own...]) }
            #expect(cells(kept.output)[0][own] == "处理意见" && cells(kept.output)[1][own] == "已核", "\(kept.output)")
            #expect(cells(kept.output).map { Array($0.dropFirst(own + 1)) } == ours)
            #expect(again.error.contains(language == "zh" ? "以本次结果取代" : "they are replaced"))
        }
    }

    @Test func `two checks beside each other are both replaced`() async throws {
        let first = try await validate(Self.list)
        let doubled = cells(first.output).map { $0 + $0[4...] }
        #expect(try await validate(text(doubled)).output == first.output)
    }

    @Test(arguments: [
        "公布级别", "核对结论", "公布级别,核对说明,匹配乡镇", "核对结论,公布级别", "核对结论,核对说明,公布级别", "Check result,匹配乡镇,核对说明",
    ])
    func `columns of the list's own stay`(own: String) async throws {
        let width = own.split(separator: ",").count
        let run = try await validate("乡镇,村,地类,级别,\(own)\n金龙镇,芙蓉村,园地,1\(String(repeating: ",x", count: width))\n")
        #expect(run.output.hasPrefix("乡镇,村,地类,级别,\(own),核对结论,匹配乡镇,"), "\(run.output)")
        #expect(run.status == 0 && !run.error.contains("取代"))
    }

    /// The name as a shapefile has it, with ten bytes.
    private static func cut(_ name: String, inGBK: Bool) -> String {
        var name = name
        func width(_ scalar: Unicode.Scalar) -> Int {
            inGBK ? scalar.isASCII ? 1 : 2 : String(scalar).utf8.count
        }
        while name.unicodeScalars.map(width).reduce(0, +) > 10 { name.removeLast() }
        return name
    }

    @Test(arguments: [true, false])
    func `columns whose names a shapefile has cut are replaced`(inGBK: Bool) async throws {
        for language in ["zh", "en"] {
            let first = try await validate(Self.list, language: language)
            var short = cells(first.output)
            short[0] = short[0].map { Self.cut($0, inGBK: inGBK) }
            let again = try await validate(text(short), language: language)
            #expect(again.output == first.output && again.status == 0, "\(again.output)\(again.error)")
        }
    }

    @Test(arguments: ["GBK", "UTF-8"])
    func `a checked layer that was saved as a shapefile has no column twice`(encoding: String) async throws {
        let folder = TemporaryFolder()
        let store = try await SharedStore.shared.path()
        try folder.write(
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[112.8,28.6]},
            "properties":{"乡镇":"金龙镇","村":"芙蓉村","地类":"园地","级别":"1","面积":2,"单价":45}}]}
            """, to: "list.geojson")
        let convert = { (words: [String]) in
            let run = try await Program.tool("ogr2ogr").run(words)
            #expect(run.status == 0, "\(run.error)")
        }
        try await convert(["-f", "GPKG", folder("list.gpkg"), folder("list.geojson")])
        let options = [
            "validate", "--store", store, "--lang", "zh", "--headings", "words", "--units", "area=亩,unit_price=元/平方米",
        ]
        let first = try await Program.landgrade.run(options + [folder("list.gpkg"), "-o", folder("checked.gpkg")])
        #expect(first.status < 2, "\(first.error)")
        try await convert(
            [
                "-f", "ESRI Shapefile", "-lco", "ENCODING=\(encoding)", folder("checked.shp"), folder("checked.gpkg"),
                "list",
            ])
        let again = try await Program.landgrade.run(options + [folder("checked.dbf"), "--output-encoding", "utf-8"])
        let names =
            "乡镇,村,地类,级别,面积,单价,核对结论,核对提示,匹配乡镇,匹配村（社区）,匹配方式,核对地类,公布级别,公报所印级别,所依据的成果版本,核对说明,公布地价,公布地价单位,地价核对,核算总价\n"
        #expect(again.output.hasPrefix(names) && again.error.contains("取代"), "\(again.output)\(again.error)")
    }

    @Test func `of two verdicts the one with our columns behind it is ours`() async throws {
        let run = try await validate("乡镇,村,地类,级别,核对结论,匹配乡镇,核对结论,匹配乡镇,匹配村（社区）,核对说明\n金龙镇,芙蓉村,园地,1,a,b,c,d,e,f\n")
        #expect(run.output.hasPrefix("乡镇,村,地类,级别,核对结论,匹配乡镇,核对结论,匹配乡镇,匹配村"), "\(run.output)")
        #expect(run.output.contains("金龙镇,芙蓉村,园地,1,a,b,一致,"), "\(run.output)")
    }
}
