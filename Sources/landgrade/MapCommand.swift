import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeModel
import GradeStore
import ParcelValidation
import SystemPackage
import SystemSupport
import TabularText
import VillageMap

struct MapCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: .help(zh: "把各村的级别画成地图。", en: "Draw the grades of a county's villages on a map."),
        discussion: .help(
            zh: """
                图形取自自备的村级图层（面或点）：GeoPackage，以及 ogr2ogr 能读的 shapefile、GeoJSON 等；图层中的村名按\
                查询的规则匹配。每种土地类型一幅，注明图例、出处、级别待核的村（斜线）和没有匹配的名称。PNG 用\
                rsvg-convert（librsvg2-bin）生成；HTML 为单个文件，图中的村可以点击，名单齐全。

                示例
                  landgrade map 村.gpkg -o 级别图.svg
                  landgrade map 村界.shp --land-type 园地 -o 园地.png
                  landgrade map villages.geojson --county 430624 -o map.html
                  landgrade map 村.gpkg --layer 行政村 --columns village=CM -o map.svg

                退出状态
                  0 图形和级别表完全对应；1 有图形没有匹配，或有村没有图形；2 画不了；64 命令行有误
                """,
            en: """
                The outlines come from a layer of villages that you have (areas or points): a
                GeoPackage, or what ogr2ogr reads, shapefiles and GeoJSON for two. Its names are
                matched as a look-up matches them. There is a panel for each land type, with a
                legend, the source, hatching where a grade is in dispute, and the names that were
                not matched. A PNG is made by rsvg-convert (librsvg2-bin); HTML is one file whose
                villages can be clicked, with whole lists.

                EXAMPLES
                  landgrade map villages.gpkg -o map.svg
                  landgrade map villages.shp --land-type orchard -o orchard.png
                  landgrade map villages.geojson --county 430624 -o map.html
                  landgrade map v.gpkg --layer villages --columns village=CM -o map.svg

                EXIT STATUS
                  0 layer and tables agree; 1 some features not matched, or villages without
                  a feature; 2 nothing could be drawn; 64 usage
                """))

    @Argument(help: ArgumentHelp(zh: "村级图层的文件。", en: "The file with the layer of villages.", value: .file))
    var layerFile: String

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            zh: "地图文件，名称以 .svg、.png 或 .html 结尾。", en: "The map, named .svg, .png or .html.", value: .file))
    var output: String

    @Option(
        help: ArgumentHelp(
            zh: "文件中的图层；只有一个时不必写。", en: "The layer, where the file has several.",
            value: .init(zh: "图层", en: "layer")))
    var layer: String?

    @Option(
        help: ArgumentHelp(
            zh: "名称所在的列，写作 用途=列名 或 用途=列号，以逗号分隔；用途：county（县）、township（乡镇）、village（村）。= 后面不写的表示没有这一列。",
            en:
                "Where the names are: role=NAME or role=NUMBER, with commas between; roles: county, township, village. Nothing behind = says that there is none.",
            value: .init(zh: "各列", en: "columns")))
    var columns: String?

    @Option(
        help: ArgumentHelp(
            zh: "shapefile 的文字编码：utf-8、gb18030（gbk）；不写则按 .cpg 文件或自动判断。",
            en: "Of a shapefile's names: utf-8, gb18030 (gbk); else as its .cpg says, or found out.", value: .name))
    var encoding: String?

    @Option(
        help: ArgumentHelp(
            zh: "县代码或名称；不写则为图层中各村所在的县。", en: "County code or name; else the one the layer's villages are in.",
            value: .county))
    var county: String?

    @Option(help: ArgumentHelp(zh: "只画这一土地类型。", en: "Only this land type.", value: .landType))
    var landType: String?

    @Option(
        help: ArgumentHelp(
            zh: "按这一天适用的成果版本，如 2025-06-30；不写则为最新。",
            en: "The edition in force on this day, YYYY-MM-DD; else the newest.",
            value: .date))
    var asOf: String?

    @OptionGroup var storeOption: StoreOption
    @OptionGroup var languageOption: LanguageOption

    var program: Program { landgrade.program }
    var language: Language { languageOption.language }

    private enum Form: String, CaseIterable {
        case svg, png, html

        init?(of path: String) {
            guard let suffix = FilePath(path).extension?.lowercased() else { return nil }
            self.init(rawValue: suffix == "htm" ? "html" : suffix)
        }
    }

    func validate() throws {
        guard Form(of: output) != nil else {
            throw ArgumentParser.ValidationError(
                zh: "-o 的名称须以 .svg、.png 或 .html 结尾", en: "-o takes a name that ends in .svg, .png or .html")
        }
        if let encoding, TextEncoding(name: encoding).map({ $0.isUTF16 }) ?? true {
            throw ArgumentParser.ValidationError(
                zh: "--encoding 只能是 utf-8、gb18030 或 gbk", en: "--encoding takes utf-8, gb18030 or gbk")
        }
        _ = try columnRoles()
    }

    private func columnRoles() throws -> [ColumnRole: String] {
        let known: Set<ColumnRole> = [.county, .township, .village]
        guard let roles = ColumnRoles.read(columns ?? ""), known.isSuperset(of: roles.keys) else {
            throw ArgumentParser.ValidationError(
                zh: "--columns 须写作 用途=列名 或 用途=列号，每种用途一次：county、township、village",
                en: "--columns takes role=NAME or role=NUMBER, each role once: county, township, village")
        }
        return roles
    }

    func perform() throws {
        guard let form = Form(of: output) else { return }
        let access = StoreAccess(store: storeOption.store, language: language)
        let landTypes = try access.landType(landType).map { [$0] } ?? LandType.allCases
        let date = try access.date(asOf)
        let county = try county.map { try access.checked($0, .county) }
        let file = try OutputFile(FilePath(output), besides: try inputIdentity())
        let generation = try access.openGeneration()
        var reading = VillageLayer.Reading()
        reading.layer = layer
        reading.columns = try columnRoles()
        reading.encoding = encoding.flatMap { TextEncoding(name: $0) }
        let villages = try read(reading)
        let map = try VillageMap(villages, county: county, asOf: date, in: generation)
        let drawing = try MapDrawing(villages, side: 2000, bytes: 3_000_000)
        let bytes: [UInt8] =
            switch form {
            case .svg: Array(MapPicture(map, drawing, landTypes, in: language).svg.text.utf8)
            case .png: try RasterPicture.png(MapPicture(map, drawing, landTypes, in: language).svg)
            case .html: Array(MapPage(map, drawing, landTypes, in: language).html.text.utf8)
            }
        try file.write(bytes[...])
        try file.finish()
        say(map)
        if !map.unmatched.isEmpty || !map.missing.isEmpty { throw CommandEnd.no }
    }

    private func inputIdentity() throws -> FileIdentity {
        do throws(Errno) {
            return try FileSystem.identity(FilePath(layerFile))
        } catch {
            throw CommandEnd.failure(
                language.pick(
                    zh: "\(layerFile) 无法读取：\(SystemWords.chinese(error))", en: "\(layerFile) can't be read: \(error)"))
        }
    }

    private func read(_ reading: VillageLayer.Reading) throws -> VillageLayer {
        do {
            return try VillageLayer(FilePath(layerFile), reading)
        } catch let error as any Worded {
            throw CommandEnd.failure("\(layerFile): \(error.sentence(in: language))")
        }
    }

    private func say(_ map: VillageMap) {
        for remark in map.remarks(in: language) { program.say(remark) }
        program.say(map.counts(in: language))
        let shown = 20
        for unmatched in map.unmatched.prefix(shown) {
            let reason = map.reason(unmatched, in: language)
            program.say(language.pick(zh: "未匹配：\(reason)", en: "not matched: \(reason)"))
        }
        if map.unmatched.count > shown {
            program.say(
                language.pick(
                    zh: "未匹配的共 \(map.unmatched.count) 个，-o 写成 .html 可得全部名单",
                    en: "\(map.unmatched.count) in all were not matched; an .html has the whole list"))
        }
    }
}
