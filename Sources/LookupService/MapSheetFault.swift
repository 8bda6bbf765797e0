import GradeModel
public import SystemSupport
import VillageMap

/// Why a sheet is no map of any county.
public struct MapSheetFault: Sendable {
    enum Reason: Sendable {
        /// How many features were found in which county.
        case noCounty([County: Int])
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
            let found = counts.sorted { ($1.value, $0.key.code) < ($0.value, $1.key.code) }.prefix(5).map {
                county, count in
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
