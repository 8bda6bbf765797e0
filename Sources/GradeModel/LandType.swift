/// The kinds of land whose grades are published: 园地, 林地, 草地.
public enum LandType: String, CaseIterable, Hashable, Sendable, Comparable {
    case orchard, forest, grassland

    /// The name the documents use.
    public var name: String {
        switch self {
        case .orchard: "园地"
        case .forest: "林地"
        case .grassland: "草地"
        }
    }

    /// Accepts the Chinese name and the English word in any case, nothing else.
    public init?(word: String) {
        let lower = word.lowercased()
        guard let found = Self.allCases.first(where: { $0.name == word || $0.rawValue == lower }) else { return nil }
        self = found
    }

    public static func < (a: Self, b: Self) -> Bool {
        allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!  // every case is in allCases
    }
}
