package import GradeModel
import GradeStore
import Synchronization
public import SystemSupport
import VillageMap

/// Which sheets are maps of which counties, in one generation.
struct CountyMaps: Sendable {
    /// Those that have a map, in the order of the files.
    let counties: [County]
    /// By the county's code.
    private let sheets: [String: MapSheet]
    /// Why a sheet is no map.
    let faults: [MapSheetFault]

    /// A sheet belongs to the county that more than half of its features are villages of: fewer would be a few names that
    /// happen to be the same in another county.
    init(_ all: [MapSheet], _ generation: Generation) throws(StoreError) {
        var counties: [County] = []
        var sheets: [String: MapSheet] = [:]
        var faults: [MapSheetFault] = []
        for sheet in all {
            let counts = try sheet.layer.counties(in: generation)
            guard let most = counts.max(by: { $0.value < $1.value }), most.value * 2 > sheet.layer.villages.count else {
                faults.append(MapSheetFault(sheet, .noCounty(counts.sorted { $0.value > $1.value }.map { $0 })))
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

    subscript(county: County) -> MapSheet? { sheets[county.code] }
}

/// Why a sheet is no map of any county.
public struct MapSheetFault: Sendable {
    enum Reason: Sendable {
        /// How many features were found in which county, most first.
        case noCounty([(key: County, value: Int)])
        /// A sheet of a file named before is its map.
        case countyTaken(County)
    }

    private let layer: VillageLayer
    private let reason: Reason

    init(_ sheet: MapSheet, _ reason: Reason) { (layer, self.reason) = (sheet.layer, reason) }
}

extension MapSheetFault: Worded {
    public func sentence(in language: Language) -> Sentence {
        let name = language.pick(
            zh: "\(excerpt: layer.file) 图层“\(excerpt: layer.name)”",
            en: "layer “\(excerpt: layer.name)” of \(excerpt: layer.file)")
        switch reason {
        case .noCounty(let counts):
            let found = counts.prefix(5).map { county, count in
                language.pick(zh: "\(county.name) \(count) 个", en: "\(county.name): \(count)") as Sentence
            }.joined(separator: language.pick(zh: "、", en: ", "))
            return language.pick(
                zh:
                    "\(name)：\(layer.villages.count) 个图形中，没有一个已收录的县占半数以上\(if: !counts.isEmpty, "（\(found)）")，没有生成地图",
                en:
                    "\(name): none of the counties held has more than half of its \(layer.villages.count) features\(if: !counts.isEmpty, " (\(found))"), so there is no map of it"
            )
        case .countyTaken(let county):
            return language.pick(
                zh: "\(name)：\(county.name)已有前一个文件的地图，没有采用",
                en: "\(name): \(county.name) has a map of a file named before, so it is not used")
        }
    }
}

/// A county's map on one day.
package struct CountyMap: Sendable {
    let map: VillageMap
    let drawing: MapDrawing
}

extension Snapshot {
    /// Counties that have a map.
    package var mappedCounties: [County] { maps.counties }

    /// Layers that were named and are no map in this generation.
    public var mapFaults: [MapSheetFault] { maps.faults }

    package func hasMap(of county: County) -> Bool { maps[county] != nil }

    /// Nil: the county has no map, or no edition of it was in force on that day.
    package func map(of county: County, asOf date: CalendarDate?) throws -> CountyMap? {
        guard let sheet = maps[county] else { return nil }
        do {
            let map = try list { try VillageMap(sheet.layer, county: county.code, asOf: date, in: $0) }
            return CountyMap(map: map, drawing: sheet.drawing)
        } catch MapFault.noEdition { return nil }
    }
}
