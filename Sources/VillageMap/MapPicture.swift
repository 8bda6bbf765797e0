import AnswerRendering
public import GradeModel
public import SystemSupport

/// A map as a picture that carries what has to be known of it: a panel for each land type with its legend, the source, and
/// what was not matched.
public struct MapPicture: Sendable {
    private let map: VillageMap
    private let drawing: MapDrawing
    private let landTypes: [LandType]
    private let language: Language

    // In pixels.
    private let margin = 36
    private var panelWidth: Int { landTypes.count == 1 ? 1000 : 520 }
    private var width: Int { 2 * margin + landTypes.count * panelWidth + (landTypes.count - 1) * margin }
    private static let swatch = (width: 30, height: 18)
    private static let row = 26
    private static let line = 20
    private static let note = 13
    /// A picture has room for so many names of what was not matched; the HTML form lists all.
    private static let shownNames = 60
    private static let fonts: Markup =
        "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', 'WenQuanYi Zen Hei', sans-serif"

    public init(_ map: VillageMap, _ drawing: MapDrawing, _ landTypes: [LandType], in language: Language) {
        (self.map, self.drawing, self.landTypes, self.language) = (map, drawing, landTypes, language)
    }

    /// Thousandths of a pixel in a unit of the drawing, the same for all panels.
    private var scale: Int {
        min(1000 * panelWidth / drawing.width, 1000 * (panelWidth * 3 / 2) / drawing.height)
    }

    /// A picture of one land type alone has room for the villages' names.
    private var texts: MapPanel.TextSizes {
        func units(_ pixels: Int) -> Int { 1000 * pixels / max(scale, 1) }
        return landTypes.count == 1
            ? MapPanel.TextSizes(township: units(14), village: units(9)) : MapPanel.TextSizes(township: units(11))
    }

    /// An SVG file.
    public var svg: Markup {
        let panels = landTypes.map { MapPanel(map, drawing, $0, in: language) }
        let mapHeight = drawing.height * scale / 1000
        let legendHeight = (panels.map { ($0.legend.count + 1) / 2 }.max() ?? 0) * Self.row
        let top = 132
        let notesTop = top + mapHeight + 24 + legendHeight + 28
        let notes = notes.map {
            WrappedText.lines($0.text, width: (width - 2 * margin) * 2 / (Self.note + 1)).map(Optional.some)
        }
        var below = notesTop
        var body: Markup = ""
        for (index, panel) in panels.enumerated() {
            let left = margin + index * (panelWidth + margin)
            body +=
                "<text x=\"\(left)\" y=\"\(top - 16)\" font-size=\"18\" font-weight=\"bold\">\(language.word(panel.landType))</text>"
            let shift = (panelWidth - drawing.width * scale / 1000) / 2
            body += """
                <g transform="translate(\(left + shift) \(top)) scale(\(Self.decimal(scale)))">\
                \(panel.shapes(text: texts))</g>
                """
            body += legend(panel, left: left, top: top + mapHeight + 24)
        }
        for line in notes.joined(separator: [nil]) {
            if let line {
                body +=
                    "<text x=\"\(margin)\" y=\"\(below)\" font-size=\"\(Self.note)\" fill=\"\(MapColours.minor)\">\(line)</text>"
            }
            below += line == nil ? Self.line / 3 : Self.line
        }
        let height = below + margin
        let patternSize = max(7000 / max(scale, 1), 4)
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" font-family="\(Self.fonts)" fill="\(MapColours.text)" lang="\(language.rawValue)" role="img">
            <title>\(title)</title>
            <defs>\(MapPanel.patterns(size: patternSize))\(MapPanel.patterns(size: 7, suffix: "-legend"))\(drawing.definitions)</defs>
            <rect width="\(width)" height="\(height)" fill="#fff"/>
            <text x="\(margin)" y="50" font-size="26" font-weight="bold">\(title)</text>
            <text x="\(margin)" y="78" font-size="14" fill="\(MapColours.minor)">\(map.editionLine(in: language))</text>
            \(body)
            </svg>

            """
    }

    private var title: Sentence { map.title(landTypes, in: language) }

    private func legend(_ panel: MapPanel, left: Int, top: Int) -> Markup {
        panel.legend.enumerated().map { index, entry -> Markup in
            let x = left + index % 2 * (panelWidth / 2)
            let y = top + index / 2 * Self.row
            let count = language.pick(zh: "\(entry.label)　\(entry.count)", en: "\(entry.label): \(entry.count)")
            return """
                \(panel.swatch(entry.fill, x: x, y: y, width: Self.swatch.width, height: Self.swatch.height, pattern: "-legend"))\
                <text x="\(x + Self.swatch.width + 8)" y="\(y + Self.swatch.height - 4)" font-size="14">\(count)</text>
                """
        }.joined()
    }

    /// What is written below the panels, a paragraph each.
    private var notes: [Sentence] {
        var notes = [
            map.source(landTypes, in: language), map.layerLine(in: language), map.counts(in: language),
        ]
        notes += Array(map.remarks(in: language).dropFirst())
        if !map.unmatched.isEmpty {
            let names = list(map.unmatched.map { map.reason($0, in: language) })
            notes.append(language.pick(zh: "未匹配：\(names)", en: "Not matched: \(names)"))
        }
        if !map.missing.isEmpty {
            let names = list(map.missing.map { "\($0.township) \($0.village)" as Sentence })
            notes.append(language.pick(zh: "级别表有而图层没有：\(names)", en: "In the tables, not in the layer: \(names)"))
        }
        return notes
    }

    private func list(_ names: [Sentence]) -> Sentence {
        let shown = Array(names.prefix(Self.shownNames)).joined(separator: language.pick(zh: "、", en: ", "))
        guard names.count > Self.shownNames else { return shown }
        return language.pick(zh: "\(shown)等 \(names.count) 个", en: "\(shown) and others, \(names.count) in all")
    }

    /// Thousandths as XML writes a fraction.
    private static func decimal(_ thousandths: Int) -> Markup {
        let rest = String(thousandths % 1000)
        return Markup(data: "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest)
    }
}
