import GradeModel
import PlaceMatching

/// The closed list of one edition: its townships and villages, and the other spellings of them that any edition of the county
/// names. A spelling that another edition has as the village's name is one of them too, whichever of the two is older: so a
/// village that was renamed is found on both sides.
struct EditionNames {
    /// An alias as its edition prints it.
    struct Named: Hashable {
        let alias: Alias
        let edition: EditionID
    }

    let gazetteer: Gazetteer
    private let named: [Alias: Named]

    /// - Parameter all: every edition of the county, this one too, the newest first.
    init(of edition: Edition, among all: [Edition]) {
        var places: [Place] = []
        var held: Set<VillageName> = []
        for entry in edition.grades {
            guard let village = entry.village, let kind = entry.kind,
                held.insert(VillageName(township: entry.township, village: village)).inserted
            else { continue }
            places.append(Place(county: edition.county, township: entry.township, village: village, kind: kind))
        }
        var named: [Alias: Named] = [:]
        var aliases: [Alias] = []
        func add(_ alias: Alias, _ origin: Named) {
            guard named[alias] == nil else { return }
            named[alias] = origin
            aliases.append(alias)
        }
        // Its own first: where several editions name a spelling, this one is cited.
        for other in [edition] + all.filter({ $0.id != edition.id }) {
            for alias in other.aliases {
                let origin = Named(alias: alias, edition: other.id)
                let isNew = held.contains(VillageName(township: alias.township, village: alias.village))
                let isOld = held.contains(VillageName(township: alias.township, village: alias.alias))
                if isNew, !isOld {
                    add(alias, origin)
                } else if isOld, !isNew {
                    let turned = Alias(
                        township: alias.township, alias: alias.village, village: alias.alias, kind: alias.kind,
                        source: alias.source)
                    add(turned, origin)
                }
            }
        }
        self.named = named
        gazetteer = Gazetteer(
            county: edition.county, townships: edition.townships, villages: places, aliases: aliases)
    }

    /// The match with its alias as it is printed, and the edition that prints it.
    func printed(_ match: PlaceMatch) -> (match: PlaceMatch, edition: EditionID?) {
        guard let alias = match.alias, let origin = named[alias] else { return (match, nil) }
        return (PlaceMatch(match, alias: origin.alias), origin.edition)
    }
}
