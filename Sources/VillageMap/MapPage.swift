import AnswerRendering
public import GradeModel
public import SystemSupport

/// A map as one HTML file that needs nothing else: a panel for each land type, whose villages lead to their rows in the
/// table below, and whole lists of what was not matched.
public struct MapPage: Sendable {
    private let map: VillageMap
    private let drawing: MapDrawing
    private let landTypes: [LandType]
    private let language: Language

    public init(_ map: VillageMap, _ drawing: MapDrawing, _ landTypes: [LandType], in language: Language) {
        (self.map, self.drawing, self.landTypes, self.language) = (map, drawing, landTypes, language)
    }

    public var html: Markup {
        let title = map.title(landTypes, in: language)
        let notes =
            ([map.source(landTypes, in: language), map.layerLine(in: language), map.counts(in: language)]
            + map.remarks(in: language).dropFirst()).map { "<p class=\"note\">\($0)</p>\n" as Markup }.joined()
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <h1>\(title)</h1>
            <p class="note">\(map.editionLine(in: language))</p>
            <svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs>\
            \(MapPanel.patterns(size: drawing.side / 75))\(MapPanel.patterns(size: 7, suffix: "-legend"))\(drawing.definitions)</defs></svg>
            <div class="panels">
            \(landTypes.map(figure).joined())
            </div>
            \(notes)
            \(unmatched)
            \(missing)
            \(table)
            </body>
            </html>

            """
    }

    private static let style: Markup = """
        body{font-family:"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;\
        margin:1.5rem;color:#1d2426;background:#fff;line-height:1.5}\
        h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem}\
        .panels{display:flex;flex-wrap:wrap;gap:1.5rem}figure{flex:1 1 22rem;max-width:60rem;margin:1rem 0}\
        figure svg{width:100%;height:auto}figcaption ul{list-style:none;margin:.5rem 0;padding:0;columns:2}\
        figcaption svg{vertical-align:middle;margin-right:.5rem;width:32px;height:20px}\
        a:focus-visible use,a:hover use{stroke:#000;stroke-width:8}tr:target{background:#fff3c4}\
        .note{color:#4c5659;font-size:.9rem;margin:.3rem 0}table{border-collapse:collapse}\
        th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #d9dcdd}
        """

    private func figure(_ landType: LandType) -> Markup {
        let panel = MapPanel(map, drawing, landType, in: language)
        let legend = panel.legend.map { entry -> Markup in
            """
            <li><svg viewBox="0 0 32 20" aria-hidden="true">\
            \(panel.swatch(entry.fill, x: 1, y: 1, width: 30, height: 18, pattern: "-legend"))</svg>\
            \(entry.label) <b>\(entry.count)</b></li>
            """
        }.joined()
        return """
            <figure>
            <figcaption><h2>\(language.word(landType))</h2></figcaption>
            <svg viewBox="0 0 \(drawing.width) \(drawing.height)" role="group" aria-label="\(map.title([landType], in: language))">\
            \(panel.shapes(text: MapPanel.TextSizes(township: drawing.side / 48), link: { "#p\($0.feature.id)" }))</svg>
            <figcaption><ul>\(legend)</ul></figcaption>
            </figure>

            """
    }

    private var unmatched: Markup {
        guard !map.unmatched.isEmpty else { return "" }
        let heading = language.pick(
            zh: "未匹配的图形（\(map.unmatched.count)）", en: "Features that were not matched (\(map.unmatched.count))")
        let items = map.unmatched.map { "<li>\(map.reason($0, in: language))</li>" as Markup }.joined()
        return "<h2>\(heading)</h2><ul>\(items)</ul>"
    }

    private var missing: Markup {
        guard !map.missing.isEmpty else { return "" }
        let heading = language.pick(
            zh: "级别表有而图层没有的村（\(map.missing.count)）",
            en: "Villages of the tables that the layer lacks (\(map.missing.count))")
        let items = map.missing.map { "<li>\($0.township) \($0.village)</li>" as Markup }.joined()
        return "<h2>\(heading)</h2><ul>\(items)</ul>"
    }

    private var table: Markup {
        let heads =
            ([language.pick(zh: "乡镇", en: "Township"), language.pick(zh: "村", en: "Village")]
            + landTypes.map { language.word($0) } + [language.pick(zh: "图层中的名称", en: "Name in the layer")])
            .map { "<th scope=\"col\">\($0)</th>" as Markup }.joined()
        let rows = map.matched.map { village -> Markup in
            let match = village.place.match
            let cells = landTypes.map { landType -> Markup in
                let answer = village.place.landTypes.first { $0.landType == landType }
                return "<td>\(answer.map { language.cell($0) } ?? "")</td>"
            }.joined()
            let own = match.rule == .exact ? "" : VillageMap.name(village.feature, in: language)
            return """
                <tr id="p\(Int(village.feature.id))"><td>\(match.township)</td><th scope="row">\(match.village ?? village.feature.village ?? "")</th>\(cells)<td>\(own)</td></tr>

                """
        }.joined()
        return """
            <h2>\(language.pick(zh: "各村级别", en: "Grades of the villages"))</h2>
            <table><thead><tr>\(heads)</tr></thead><tbody>
            \(rows)</tbody></table>
            """
    }
}
