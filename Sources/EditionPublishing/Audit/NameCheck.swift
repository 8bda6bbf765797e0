import GradeModel

/// Names that are probably none, and entries that contradict a list of all places.
struct NameCheck {
    private(set) var findings: [Finding] = []

    init(_ edition: Edition, _ places: [String: [String]]?) {
        var seen: Set<VillageName> = []
        let aliased = Set(edition.aliases.map { VillageName(township: $0.township, village: $0.village) })
        for entry in edition.grades {
            guard let village = entry.village else { continue }
            let name = VillageName(township: entry.township, village: village)
            guard seen.insert(name).inserted else { continue }
            if let list = places?[entry.township] {
                if list.contains(village) { continue }
                let other = edition.aliases.contains {
                    $0.township == entry.township && $0.village == village && list.contains($0.alias)
                }
                if !other {
                    findings.append(
                        .notListed(township: entry.township, name: village, source: entry.source))
                }
            }
            guard !aliased.contains(name), let doubt = PlaceName.doubt(village) else { continue }
            findings.append(
                .doubtfulName(
                    township: entry.township, name: village, source: entry.source, reason: doubt.reason))
        }
        for landType in Set(edition.grades.map(\.landType)).sorted() {
            let entries = edition.grades.filter { $0.landType == landType }
            addWholes(entries, landType)
            if let places { addUngraded(entries, landType, edition, places) }
        }
    }

    private mutating func addWholes(_ entries: [GradeEntry], _ landType: LandType) {
        let villages = Set(entries.filter { !$0.isWholeTownship }.map(\.township))
        for entry in entries where entry.isWholeTownship && villages.contains(entry.township) {
            findings.append(.wholeAndVillages(landType, township: entry.township))
        }
    }

    private mutating func addUngraded(
        _ entries: [GradeEntry], _ landType: LandType, _ edition: Edition, _ places: [String: [String]]
    ) {
        let whole = Set(entries.filter(\.isWholeTownship).map(\.township))
        for township in places.keys.sorted() where !whole.contains(township) {
            var graded = Set(entries.filter { $0.township == township }.compactMap(\.village))
            for alias in edition.aliases where alias.township == township && graded.contains(alias.village) {
                graded.insert(alias.alias)
            }
            let missing = (places[township] ?? []).filter { !graded.contains($0) }
            if !missing.isEmpty {
                findings.append(.listedUngraded(landType, township: township, villages: missing))
            }
        }
    }
}

extension PlaceName.Doubt {
    var reason: String {
        switch self {
        case .whole: "a whole township"
        case .except: "all but some villages"
        case .rest: "the rest of a township"
        case .part, .somePart: "a part of a village"
        case .joined: "two names"
        case .counted: "a count of villages"
        case .boundary: "an area by its borders"
        case .noEnding: "no ending that a place has"
        case .phrase: "words of a sentence"
        }
    }
}
