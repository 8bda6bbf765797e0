/// What an entry of the village column is. The column holds more than villages.
public enum PlaceKind: String, CaseIterable, Hashable, Sendable {
    case village
    case community
    case teaFarm = "tea_farm"
    case fishery
    case farm
    case reservoir
    case lake
    case waterBoard = "water_board"
    case reedStation = "reed_station"
    case other

    /// Name endings and the kind each stands for, the longer of two that share an end first.
    public static let endings: [(ending: String, kind: PlaceKind)] = [
        ("社区居委会", .community), ("社区居民委员会", .community), ("社区", .community),
        ("茶场", .teaFarm), ("渔场", .fishery), ("农场", .farm), ("林场", .farm), ("水库", .reservoir),
        ("湖泊", .lake), ("湖区", .lake), ("下湖", .lake), ("水管会", .waterBoard), ("芦苇站", .reedStation),
        ("村", .village),
    ]

    /// The kind a name's ending tells: `芙蓉村` is a village, `赛美水库` a reservoir, `临资镇` other.
    public init(name: String) {
        self = Self.endings.first { name.hasSuffix($0.ending) }?.kind ?? .other
    }

    /// 村, 社区, 茶场 …
    public var label: String {
        switch self {
        case .village: "村"
        case .community: "社区"
        case .teaFarm: "茶场"
        case .fishery: "渔场"
        case .farm: "农林场"
        case .reservoir: "水库"
        case .lake: "湖泊"
        case .waterBoard: "水管会"
        case .reedStation: "芦苇站"
        case .other: "其他"
        }
    }
}
