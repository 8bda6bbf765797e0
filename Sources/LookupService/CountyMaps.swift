package import GradeModel
import GradeStore
import SystemSupport
import VillageMap

/// Which sheets are maps of which counties, in one generation.
struct CountyMaps: Sendable {
    /// Those that have a map, in the order of the files.
    let counties: [County]
    /// By the county's code.
    private let sheets: [String: MapSheet]
    /// Why a sheet is no map.
    let faults: [MapSheetFault]
    /// To join the names of a county with its grades takes as long as a look-up for each; the answers take a few megabytes.
    private let joined = Recent<CountyDay, VillageMap>(limit: 4)
    /// To draw fine outlines takes longer than all else that is done for a page; a drawing has up to 300 KB.
    private let drawn = Recent<CountyMap.DrawingKey, Markup>(limit: 24)

    /// A sheet belongs to the county that more than half of its features are villages of: fewer would be a few names that
    /// happen to be the same in another county.
    init(_ all: [MapSheet], _ generation: Generation) throws(StoreError) {
        var counties: [County] = []
        var sheets: [String: MapSheet] = [:]
        var faults: [MapSheetFault] = []
        for sheet in all {
            let counts = try sheet.layer.counties(in: generation)
            guard let most = counts.max(by: { $0.value < $1.value }), most.value * 2 > sheet.layer.villages.count else {
                faults.append(MapSheetFault(sheet, .noCounty(counts)))
                continue
            }
            guard sheets[most.key.code] == nil else {
                faults.append(MapSheetFault(sheet, .countyTaken(most.key)))
                continue
            }
            counties.append(most.key)
            sheets[most.key.code] = sheet
        }
        (self.counties, self.sheets, self.faults) = (counties, sheets, faults)
    }

    func has(_ county: County) -> Bool { sheets[county.code] != nil }

    /// - Parameter join: makes the map of the county by a layer.
    /// - Returns: nil: the county has no map.
    func map(
        of county: County, asOf date: CalendarDate?, _ join: (VillageLayer) throws -> VillageMap
    ) rethrows -> CountyMap? {
        guard let sheet = sheets[county.code] else { return nil }
        let map = try joined.value(for: CountyDay(county: county.code, date: date)) { try join(sheet.layer) }
        return CountyMap(map: map, drawing: sheet.drawing, drawn: drawn)
    }
}

/// A county's map on one day.
package struct CountyMap: Sendable {
    /// All that the shapes of a page depend on, within a generation.
    struct DrawingKey: Hashable {
        let day: CountyDay
        let landType: LandType
        let language: Language
    }

    let map: VillageMap
    let drawing: MapDrawing
    private let drawn: Recent<DrawingKey, Markup>

    init(map: VillageMap, drawing: MapDrawing, drawn: Recent<DrawingKey, Markup>) {
        (self.map, self.drawing, self.drawn) = (map, drawing, drawn)
    }

    /// The shapes of a land type.
    ///
    /// - Parameter draw: draws them where they are not known.
    func shapes(of landType: LandType, in language: Language, _ draw: () -> Markup) -> Markup {
        let day = CountyDay(county: map.county.code, date: map.asOf)
        return drawn.value(for: DrawingKey(day: day, landType: landType, language: language), draw)
    }
}

struct CountyDay: Hashable {
    let county: String
    /// Nil: the newest edition.
    let date: CalendarDate?
}

extension Snapshot {
    /// Counties that have a map.
    package var mappedCounties: [County] { maps.counties }

    /// Layers that were named and are no map in this generation.
    public var mapFaults: [MapSheetFault] { maps.faults }

    package func hasMap(of county: County) -> Bool { maps.has(county) }

    /// Nil: the county has no map, or no edition of it was in force on that day.
    package func map(of county: County, asOf date: CalendarDate?) throws -> CountyMap? {
        do {
            return try maps.map(of: county, asOf: date) { layer in
                try list { try VillageMap(layer, county: county.code, asOf: date, in: $0) }
            }
        } catch MapFault.noEdition { return nil }
    }
}
