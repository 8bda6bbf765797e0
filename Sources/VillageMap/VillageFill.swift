public import GradeModel
import SystemSupport

/// What a village's area shows for one land type.
public enum VillageFill: Hashable, Sendable, Comparable {
    case graded(Grade)
    /// The grade held; the document prints another.
    case disputed(Grade)
    /// Its parts have grades of their own.
    case byPart
    /// So are they, and of one the document prints another than the one held.
    case byPartDisputed
    case notListed
    /// The edition has no grades of the land type, for any village.
    case notPublished
    /// The layer's name is no village of the county, or could be several: which grade its land has is not known.
    case unmatched

    init(_ place: PlaceAnswer, _ landType: LandType) {
        guard let answer = place.landTypes.first(where: { $0.landType == landType }) else {
            self = .notPublished
            return
        }
        switch (answer.outcome, answer.grade) {
        case (.graded, let grade?): self = .graded(grade)
        case (.disputed, let grade?): self = .disputed(grade)
        case (.byPart, _): self = answer.parts.contains(where: \.isDisputed) ? .byPartDisputed : .byPart
        case (.notPublished, _): self = .notPublished
        case (.unknownVillage, _): self = .unmatched
        case (.graded, nil), (.disputed, nil), (.notListed, _): self = .notListed
        }
    }

    private var order: (Int, Int) {
        switch self {
        case .graded(let grade): (0, grade.rawValue)
        case .disputed(let grade): (1, grade.rawValue)
        case .byPart: (2, 0)
        case .byPartDisputed: (2, 1)
        case .notListed: (3, 0)
        case .notPublished: (4, 0)
        case .unmatched: (5, 0)
        }
    }

    public static func < (a: Self, b: Self) -> Bool { a.order < b.order }
}

extension VillageFill {
    /// The names of the patterns that lie over its colour.
    var patterns: [Markup] {
        switch self {
        case .graded, .notListed, .notPublished, .unmatched: []
        case .disputed: ["disputed"]
        case .byPart: ["parts"]
        case .byPartDisputed: ["parts", "disputed"]
        }
    }
}

/// Colours of grades: the best is the darkest, and each next one lighter, so that a copy in grey keeps their order; told
/// apart by people with any of the usual colour deficiencies.
enum MapColours {
    private static let grades: [Markup] = [
        "#1d6470", "#3a8a80", "#6bad70", "#b3c95f", "#f0df7a", "#f7ecb5", "#fbf6dd",
    ]

    static let outline: Markup = "#5f6b6d"
    static let border: Markup = "#1d2426"
    static let dispute: Markup = "#b3261e"
    static let text: Markup = "#1d2426"
    static let minor: Markup = "#4c5659"

    /// - Parameter grades: how many the edition has of the land type. Few of them get colours far from one another.
    static func fill(_ grade: Grade, of grades: Int) -> Markup {
        let last = Self.grades.count - 1
        // As many steps as there are grades, over the first five colours where those are enough.
        let span = max(grades - 1, 1)
        let place = grades <= 5 ? (grade.rawValue - 1) * 4 / span : grade.rawValue - 1
        return Self.grades[min(max(place, 0), last)]
    }

    /// What lies below the pattern, where there is one.
    static func ground(_ fill: VillageFill, of grades: Int) -> Markup {
        switch fill {
        case .graded(let grade), .disputed(let grade): Self.fill(grade, of: grades)
        case .byPart, .byPartDisputed: "#dcd6ea"
        case .notListed: "#d9dcdd"
        case .notPublished: "#eceeee"
        case .unmatched: "#ffffff"
        }
    }
}
