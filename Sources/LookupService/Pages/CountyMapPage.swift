import AnswerRendering
package import GradeModel
import GradeStore
import SystemSupport
import VillageMap

/// The villages of a county on a map, coloured by their grades for one land type; each leads to its answer.
package struct CountyMapPage {
    private let county: County
    private let counties: [County]
    private let landType: LandType?
    private let date: CalendarDate?
    private let marked: MarkedVillage?

    /// - Parameters:
    ///   - counties: those that have a map, to choose from.
    ///   - landType: nil: the first that the county has grades of.
    ///   - marked: a village that is outlined.
    package init(
        _ county: County, of counties: [County], _ landType: LandType?, asOf date: CalendarDate?,
        marking marked: MarkedVillage?
    ) {
        self.county = county
        self.counties = counties
        self.landType = landType
        self.date = date
        self.marked = marked
    }

    /// - Parameter found: nil: no edition was in force.
    package func page(_ found: CountyMap?, in frame: PageFrame) -> Page {
        let language = frame.language
        let landType = landType ?? found?.firstGraded ?? .orchard
        let heading = PageNote.map(county, landType).sentence(in: language)
        let edition = found?.map.edition
        return Page(
            "map", title: heading,
            [
                "heading": .sentence(heading), "county_name": .sentence("\(county.name)"),
                "county_url": .text(frame.link.county(county, asOf: date)),
                "county_choices": counties.count > 1
                    ? .view(Choices.counties(counties, chosen: county.code)) : .nothing,
                "date": .text(date?.description ?? ""), "action": .text("/map"),
                "kept_land_type": .text(landType.rawValue),
                "land_types": .views(
                    LandType.allCases.map {
                        [
                            "text": .sentence(language.word($0)), "current": .flag($0 == landType),
                            "url": .text(
                                frame.link.map(
                                    of: county, $0, asOf: date, township: marked?.township, village: marked?.village)),
                        ]
                    }),
                "warnings": .sentences(EditionWarnings.texts(edition, language)),
                "edition_label": .sentence(frame.editionLabel(date)),
                "edition_id": .text(orNothing: edition?.id.text), "edition_url": .text(frame.link.path("/editions")),
                "sheet": .view(orNothing: edition.map { frame.sheetHead($0) }),
                "list_url": .text(
                    frame.link.villages(of: county, VillageFilter(landType: landType), asOf: date)),
                "drawn": .view(orNothing: found.map { MapView($0, landType, marked).view(in: frame) }),
            ], in: frame)
    }
}

/// A village that a map is asked to show, as its address names it.
package struct MarkedVillage: Sendable {
    let township: String?
    let village: String

    package init(township: String?, village: String) { (self.township, self.village) = (township, village) }
}

/// A map with what has to be known of it.
struct MapView {
    private let found: CountyMap
    private let landType: LandType
    private let marked: MarkedVillage?

    private var map: VillageMap { found.map }

    init(_ found: CountyMap, _ landType: LandType, _ marked: MarkedVillage?) {
        (self.found, self.landType, self.marked) = (found, landType, marked)
    }

    // In units of the drawing.
    private static let texts = MapPanel.TextSizes(township: 26, village: 12)
    private static let stripe = 13
    /// In those of the legend.
    private static let swatch = (width: 32, height: 20, stripe: 7)

    func view(in frame: PageFrame) -> View {
        let language = frame.language
        let panel = MapPanel(map, found.drawing, landType, in: language)
        let shapes = found.shapes(of: landType, in: language) {
            panel.shapes(text: Self.texts) { village in
                let match = village.place.match
                return match.place.map { frame.link.place($0, asOf: map.asOf) }
                    ?? frame.link.township(match.township, of: match.county, asOf: map.asOf)
            }
        }
        let outlined = markedIndex
        return [
            "width": .text("\(found.drawing.width)"), "height": .text("\(found.drawing.height)"),
            "name": .sentence(map.title([landType], in: language)),
            "definitions": .markup(
                """
                \(MapPanel.patterns(size: Self.stripe))\(MapPanel.patterns(size: Self.swatch.stripe, suffix: "-legend"))\
                \(found.drawing.definitions)
                """),
            "shapes": .markup(shapes),
            "outlined": outlined.flatMap { found.drawing.shape($0) }.map(View.Value.markup) ?? .nothing,
            "marked": .sentence(
                orNothing: marked.map { PageNote.marked($0, isDrawn: outlined != nil).sentence(in: language) }),
            "legend": .views(legend(panel)),
            "notes": .sentences(
                [
                    map.source([landType], in: language), map.layerLine(in: language), map.counts(in: language),
                ] + map.remarks(in: language).dropFirst()),
            "unmatched": map.unmatched.isEmpty
                ? .nothing
                : .view([
                    "heading": .sentence(PageNote.unmatched(map.unmatched.count).sentence(in: language)),
                    "list": .sentences(map.unmatched.map { map.reason($0, in: language) }),
                ]),
            "missing": map.missing.isEmpty
                ? .nothing
                : .view([
                    "heading": .sentence(PageNote.missing(map.missing.count).sentence(in: language)),
                    "list": .views(
                        map.missing.map {
                            [
                                "text": .sentence("\($0.township) \($0.village)"),
                                "url": .text(frame.link.place($0, asOf: map.asOf)),
                            ]
                        }),
                ]),
        ]
    }

    private func legend(_ panel: MapPanel) -> [View] {
        panel.legend.map { entry in
            [
                "swatch": .markup(
                    panel.swatch(
                        entry.fill, x: 1, y: 1, width: Self.swatch.width - 2, height: Self.swatch.height - 2,
                        pattern: "-legend")),
                "label": .sentence(entry.label), "count": .sentence("\(entry.count)"),
            ]
        }
    }

    /// The place in the layer of the village that is to be outlined; nil where it has no outline.
    private var markedIndex: Int? {
        guard let marked,
            let village = map.matched.first(where: {
                $0.place.match.village == marked.village
                    && (marked.township == nil || $0.place.match.township == marked.township)
            })
        else { return nil }
        let index = map.layer.villages.firstIndex { $0.id == village.feature.id }
        return index.flatMap { found.drawing.shape($0) == nil ? nil : $0 }
    }
}

extension CountyMap {
    /// The first land type that a village of the map has a grade of.
    var firstGraded: LandType? {
        LandType.allCases.first { landType in
            map.matched.contains { village in
                village.place.landTypes.contains {
                    $0.landType == landType && ($0.grade != nil || !$0.parts.isEmpty)
                }
            }
        }
    }
}
