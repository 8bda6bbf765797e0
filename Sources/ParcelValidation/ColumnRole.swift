/// What a column of a list may be needed for.
public enum ColumnRole: String, CaseIterable, Hashable, Sendable {
    case county, township, village, address
    case landType = "land_type"
    case grade
    case parcelID = "parcel_id"

    /// Place in `allCases`.
    var place: Int {
        switch self {
        case .county: 0
        case .township: 1
        case .village: 2
        case .address: 3
        case .landType: 4
        case .grade: 5
        case .parcelID: 6
        }
    }

    /// Headers that mean it, folded by `ColumnFinder.key`. Not among them: 地力等级 (DLDJ), 等别, 质量等级, which are
    /// other figures than the grade.
    var headers: [String] {
        switch self {
        case .county:
            ["县", "县区", "县市区", "县(市、区)", "县(市区)", "区县", "所属县", "所属县区", "县名称", "县级名称", "XJMC", "COUNTY"]
        case .township:
            [
                "乡镇", "所属乡镇", "所在乡镇", "乡镇名称", "乡镇名", "乡(镇)", "乡镇街道", "乡镇(街道)", "乡(镇、街道)", "乡镇/街道", "镇街",
                "XZMC", "TOWNSHIP", "TOWN",
            ]
        case .village:
            [
                "村", "行政村", "行政村名称", "行政村名", "村(社区)", "村社区", "村/社区", "行政村/社区", "行政村(社区)", "行政村/社区名", "村名", "村名称",
                "所属村", "所在村", "社区名", "社区名称", "坐落单位名称", "ZLDWMC", "VILLAGE",
            ]
        case .address:
            ["坐落", "座落", "土地坐落", "土地座落", "宗地坐落", "宗地座落", "坐落地址", "地址", "ZL", "ADDRESS", "LOCATION"]
        case .landType: Self.landTypeCodes + Self.landTypeNames
        case .grade: ["级别", "土地级别", "定级级别", "JB", "TDJB", "GRADE"]
        case .parcelID:
            ["宗地代码", "宗地号", "地块编码", "地块代码", "不动产单元号", "ZDDM", "DKBM", "BDCDYH", "PARCEL_ID", "PARCELID", "PARCEL"]
        }
    }

    /// A list often has both, the code and its name: then the code is taken.
    static let landTypeCodes = ["地类编码", "地类代码", "DLBM", "DLDM", "LAND_TYPE_CODE"]
    static let landTypeNames = ["地类", "地类名称", "DLMC", "土地类型", "土地类别", "LAND_TYPE", "LANDTYPE", "LANDUSE", "LAND_USE"]
}
