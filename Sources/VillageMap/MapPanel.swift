import AnswerRendering
public import GradeModel
public import SystemSupport

/// The villages of a map coloured by their grades for one land type.
public struct MapPanel: Sendable {
    /// One line of the legend, and how many features are so.
    public struct LegendEntry: Hashable, Sendable {
        public let fill: VillageFill
        public let label: Sentence
        public let count: Int
    }

    /// Of names, in units of the drawing.
    public struct TextSizes: Hashable, Sendable {
        public let township: Int
        /// Nil: villages have no names on the drawing.
        public let village: Int?

        public init(township: Int, village: Int? = nil) { (self.township, self.village) = (township, village) }
    }

    public let landType: LandType
    private let map: VillageMap
    private let drawing: MapDrawing
    private let language: Language
    /// By the number of the feature in the layer.
    private let matches: [Int64: VillageMap.Village]
    /// How many grades the edition has of the land type.
    private let grades: Int

    public init(_ map: VillageMap, _ drawing: MapDrawing, _ landType: LandType, in language: Language) {
        (self.map, self.drawing, self.landType, self.language) = (map, drawing, landType, language)
        matches = Dictionary(map.matched.map { ($0.feature.id, $0) }, uniquingKeysWith: { first, _ in first })
        grades =
            map.matched.flatMap(\.place.landTypes).filter { $0.landType == landType }
            .compactMap { answer in max(answer.grade?.rawValue ?? 0, answer.parts.map(\.grade.rawValue).max() ?? 0) }
            .max() ?? 0
    }

    private func fill(_ feature: VillageLayer.Village) -> VillageFill {
        matches[feature.id].map { VillageFill($0.place, landType) } ?? .unmatched
    }

    /// Of every fill that occurs, the best grade first.
    public var legend: [LegendEntry] {
        var counts: [VillageFill: Int] = [:]
        for feature in map.layer.villages { counts[fill(feature), default: 0] += 1 }
        return counts.keys.sorted().map { fill in
            LegendEntry(fill: fill, label: language.legend(fill), count: counts[fill] ?? 0)
        }
    }

    /// The shapes, for an SVG whose units are those of the drawing and which has its `definitions`, and `patterns`.
    ///
    /// - Parameters:
    ///   - text: how large names are.
    ///   - link: where a village leads; nil: nowhere.
    public func shapes(text: TextSizes, link: (VillageMap.Village) -> String? = { _ in nil }) -> Markup {
        var fills: Markup = ""
        for (index, feature) in map.layer.villages.enumerated() where drawing.outlines[index] != nil {
            let fill = fill(feature)
            let match = matches[feature.id]
            var shape = shape(index, fill)
            shape += "<title>\(title(feature, match, fill))</title>"
            if let match, let address = link(match) {
                fills += "<a href=\"\(address)\">\(shape)</a>"
            } else {
                fills += "<g>\(shape)</g>"
            }
        }
        let line = max(drawing.side / 1400, 1)
        let borders = TownshipBorders(
            map.layer.villages.indices.compactMap { index in
                guard let outline = drawing.outlines[index],
                    let match = matches[map.layer.villages[index].id]
                else { return nil }
                return (outline, match.place.match.township)
            })
        return """
            <g stroke="\(MapColours.outline)" stroke-width="\(line)" stroke-linejoin="round" fill-rule="evenodd">\(fills)</g>
            <path d="\(Markup(data: borders.path))" fill="none" stroke="\(MapColours.border)" stroke-width="\(2 * line)" stroke-linejoin="round" pointer-events="none"/>
            \(names(text))
            """
    }

    private func shape(_ index: Int, _ fill: VillageFill) -> Markup {
        let ground = MapColours.ground(fill, of: grades)
        var dash: Markup = ""
        if fill == .unmatched {
            let length = max(drawing.side / 250, 2)
            dash = " stroke-dasharray=\"\(length) \(length)\""
        }
        let patterns = fill.patterns.map { "<use href=\"#v\(index)\" fill=\"url(#\($0))\"/>" as Markup }
        return "<use href=\"#v\(index)\" fill=\"\(ground)\"\(dash)/>\(patterns.joined())"
    }

    private func title(
        _ feature: VillageLayer.Village, _ match: VillageMap.Village?, _ fill: VillageFill
    ) -> Sentence {
        let name =
            match.map { match -> Sentence in
                "\(match.place.match.township)\(language.pick(zh: "", en: " "))\(match.place.match.village ?? feature.village ?? "")"
            } ?? VillageMap.name(feature, in: language)
        let state =
            match.flatMap { match in match.place.landTypes.first { $0.landType == landType } }
            .map { language.cell($0) } ?? language.legend(fill)
        return language.pick(
            zh: "\(name)：\(language.word(landType))\(state)", en: "\(name): \(language.word(landType)), \(state)")
    }

    private func names(_ sizes: TextSizes) -> Markup {
        let known = map.layer.villages.indices.compactMap { index in
            matches[map.layer.villages[index].id].map { (index: index, match: $0.place.match) }
        }
        var names = MapNames(on: drawing)
        names.add(townshipsOf: known.map { ($0.index, $0.match.township) }, size: sizes.township)
        if let size = sizes.village {
            names.add(villages: known.compactMap { entry in entry.match.village.map { (entry.index, $0) } }, size: size)
        }
        return """
            <g text-anchor="middle" fill="\(MapColours.text)" stroke="#fff" stroke-width="\(max(sizes.township / 5, 1))" stroke-linejoin="round" paint-order="stroke" pointer-events="none">\(names.texts)</g>
            """
    }

    /// The patterns that shapes and swatches are filled with, for the definitions of an SVG.
    ///
    /// - Parameters:
    ///   - size: from line to line.
    ///   - suffix: of their names, where an SVG needs them in two sizes.
    public static func patterns(size: Int, suffix: Markup = "") -> Markup {
        // Red alone is lost on the dark colours, and white alone on the light ones.
        let dot = max(size / 6, 1), stroke = max(size / 4, 1), white = max(size / 2, 2)
        return """
            <pattern id="disputed\(suffix)" width="\(size)" height="\(size)" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="\(white)" height="\(size)" fill="#fff"/><rect x="\((white - stroke) / 2)" width="\(stroke)" height="\(size)" fill="\(MapColours.dispute)"/></pattern>\
            <pattern id="parts\(suffix)" width="\(size)" height="\(size)" patternUnits="userSpaceOnUse"><circle cx="\(size / 2)" cy="\(size / 2)" r="\(dot)" fill="#4a3f72"/></pattern>
            """
    }

    /// A rectangle as a village of this fill is drawn.
    public func swatch(_ fill: VillageFill, x: Int, y: Int, width: Int, height: Int, pattern: Markup = "") -> Markup {
        func rectangle(_ colour: Markup, _ dash: Markup = "") -> Markup {
            "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(colour)\" stroke=\"\(MapColours.outline)\"\(dash)/>"
        }
        let ground = rectangle(
            MapColours.ground(fill, of: grades), fill == .unmatched ? " stroke-dasharray=\"3 3\"" : "")
        return ([ground] + fill.patterns.map { rectangle("url(#\($0)\(pattern))") }).joined()
    }
}
