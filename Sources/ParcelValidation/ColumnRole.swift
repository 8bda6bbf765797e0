/// What a column of a list may be needed for.
public enum ColumnRole: String, CaseIterable, Hashable, Sendable {
    case county, township, village, address
    case landType = "land_type"
    case grade
    case parcelID = "parcel_id"
    /// Only summed up.
    case area

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
        case .area: 7
        }
    }
}
