public import GradeModel

/// A place as one text: `430624/金龙镇/芙蓉村`. No name of a place has a slash in it.
public struct PlaceID: Hashable, Sendable {
    public let county: String
    public let township: String
    public let village: String

    public init(_ place: Place) {
        county = place.county.code
        township = place.township
        village = place.village
    }

    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, County.isCode(String(parts[0])), !parts[1].isEmpty, !parts[2].isEmpty,
            text.utf8.count <= Inquiry.longestName
        else { return nil }
        county = String(parts[0])
        township = String(parts[1])
        village = String(parts[2])
    }

    public var text: String { "\(county)/\(township)/\(village)" }

    /// Asks for exactly this place.
    public var question: Question {
        Question(place: .names(township: township, village: village), county: county)
    }
}
