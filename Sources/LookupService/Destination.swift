import GradeLookup
public import GradeModel
import GradeStore
import ParcelValidation
import PlaceMatching

/// The page that a text in the search field leads to where it names no village.
public enum Destination: Hashable, Sendable {
    case county(County)
    case township(String, of: County)
    /// A land type, or one of its grades. `county`: the only one there is to show.
    case grades(LandType, Grade?, of: County?)
}

extension Snapshot {
    /// Where the text leads; nil where the answer itself is what was asked for.
    ///
    /// A village called like a land type is found by its own name. By a name without its ending (草地 for 草地村) or in pinyin
    /// it is not: the land type is what was written.
    ///
    /// - Parameters:
    ///   - answer: what the text was answered with.
    ///   - county: the one asked for, by code or name.
    public func destination(of text: String, _ answer: Answer, county word: String?) throws -> Destination? {
        let asWritten: Set<MatchRule> = [.exact, .normalized, .alias, .townshipOmitted, .address]
        if answer.matches.contains(where: { asWritten.contains($0.match.rule) }) { return nil }
        if let asked = LandTypeAndGrade(text) {
            let counties = try list { try Listing($0).counties(word) }
            return .grades(asked.landType, asked.grade, of: counties.count == 1 ? counties[0] : nil)
        }
        guard answer.matches.isEmpty else { return nil }
        let named = answer.namedTownships
        if named.count == 1, let township = named[0].township { return .township(township, of: named[0].county) }
        let counties = try list { try $0.counties(named: text.filter { !$0.isWhitespace }) }
        return counties.count == 1 ? .county(counties[0]) : nil
    }
}

/// 草地, 果园, 一级园地, 林地2级, `grade 1 orchard`.
struct LandTypeAndGrade: Hashable {
    let landType: LandType
    let grade: Grade?

    /// Nil where anything else stands in it.
    init?(_ text: String) {
        let text = NameKey(text).text.lowercased()
        // A kind of land, 果园 or 0201, as lists have it.
        if let landType = LandKind.landType(text, []) {
            self.landType = landType
            grade = nil
            return
        }
        let names = LandType.allCases.flatMap { landType in [landType.name, landType.rawValue].map { (landType, $0) } }
        guard text.utf8.count <= 60, let (landType, name) = names.first(where: { text.contains($0.1) }) else {
            return nil
        }
        let rest = text.split(separator: name, maxSplits: 1, omittingEmptySubsequences: false)
        guard rest.contains(where: \.isEmpty) else { return nil }
        let word = rest.joined()
        let grade = word.isEmpty ? nil : Grade(declared: word.hasPrefix("grade") ? String(word.dropFirst(5)) : word)
        guard word.isEmpty || grade != nil else { return nil }
        self.landType = landType
        self.grade = grade
    }
}
