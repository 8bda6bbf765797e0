import AnswerRendering
import GradeLookup
import GradeModel
import GradeStore
import PlaceMatching
import SystemSupport

extension StoreAccess {
    /// What is said of a township that is not held, with the names near it: what `lookup` would take it for, else what it
    /// would offer.
    ///
    /// - Parameters:
    ///   - held: Only these are offered; nil: all.
    ///   - generation: Whose names are offered; nil: the current one.
    func unknown(
        township: String, county: String?, among held: Set<String>? = nil, in generation: Generation? = nil
    ) throws -> Sentence {
        let generation = try generation ?? openGeneration()
        let lookup = GradeLookup(generation)
        var near: [String] = []
        // In a store of the whole country only where the county is named.
        for county in try Listing(generation).counties(county).prefix(Self.mostCounties) {
            for name in Self.townships(near: township, in: try lookup.gazetteer(of: county))
            where !near.contains(name) && held?.contains(name) != false {
                near.append(name)
            }
        }
        let sentence = Notice.unknownTownship(township).sentence(in: language)
        guard !near.isEmpty else { return sentence }
        let offer = Notice.nearNames(Array(near.prefix(Self.mostNames))).sentence(in: language)
        return language.pick(zh: "\(sentence)\(offer)", en: "\(sentence) \(offer)")
    }

    private static let mostCounties = 16
    private static let mostNames = 5

    /// The name stands for the village too: what is asked here is only which township it may mean.
    private static func townships(near name: String, in gazetteer: Gazetteer) -> [String] {
        let match = gazetteer.match(.names(township: name, village: name))
        if let township = match.townshipWithoutVillage { return [township] }
        switch match {
        case .matched(let matches): return matches.compactMap { $0.place?.township }
        case .unknownTownship(let near): return near.filter { $0.village == nil }.compactMap(\.township)
        default: return []
        }
    }
}
