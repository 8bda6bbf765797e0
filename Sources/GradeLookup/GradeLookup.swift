public import GradeModel
public import GradeStore
public import PlaceMatching

/// One question, one answer: the name resolved, the grades read, definition and citation attached. The command, the
/// service and the slow validator all ask here.
public final class GradeLookup {
    let generation: Generation
    private var gazetteers: [String: Gazetteer] = [:]
    /// How addresses in all counties begin; read when first needed.
    private var beginnings: AddressBeginnings?
    /// `Generation.numberedNames`, read when first needed.
    private var numbered: Set<String>??

    public init(_ generation: Generation) { self.generation = generation }

    /// Answers from this generation alone, so that an answer never mixes two.
    public func answer(_ question: Question) throws(StoreError) -> Answer {
        let counties: [County]?
        if let text = question.county {
            let named = try generation.counties(named: text)
            guard !named.isEmpty else { return try unknownCounty(question) }
            counties = named
        } else {
            counties = nil
        }
        if let matches = try exactMatches(question.place, counties) { return try answer(question, matches) }
        switch try match(question.place, counties) {
        case .matched(let matches): return try answer(question, matches)
        case .unknownVillage(_, let near, _), .townshipOnly(let near):
            let townships = try wholeTownships(question, counties)
            guard townships.isEmpty else { return try answer(question, townships) }
            return Self.no(question, .unknownVillage, near)
        case .otherTownship(_, let near): return Self.no(question, .unknownVillage, near)
        case .unknownTownship(let near): return Self.no(question, .unknownTownship, near)
        case .unknownCounty: return try unknownCounty(question)
        }
    }

    /// The first rule of the ladder, asked of the database alone: no gazetteer has to be loaded for it. The
    /// gazetteer's own answer is the same; a test holds the two against each other.
    private func exactMatches(_ place: PlaceQuestion, _ counties: [County]?) throws(StoreError) -> [PlaceMatch]? {
        guard case .names(let township, let village) = place else { return nil }
        var places: [Place] = []
        for county in counties.map({ $0.map(Optional.some) }) ?? [nil] {
            places += try generation.places(township: township, village: village, county: county)
        }
        guard !places.isEmpty else { return nil }
        return places.map { PlaceMatch(place: $0, rule: township == nil ? .townshipOmitted : .exact, alias: nil) }
    }

    /// Where the village is unknown: the township, if the edition in force grades it as a whole for a land type asked for.
    /// Then the grade does not depend on the village, whose name can't be checked. None where several counties have
    /// the township and one of them grades it by villages: the question may be about that one.
    private func wholeTownships(
        _ question: Question, _ counties: [County]?
    ) throws(StoreError) -> [PlaceMatch] {
        var matches: [PlaceMatch] = []
        let searched = if let counties { counties } else { try countiesOfTownship(question.place) }
        for county in searched {
            guard let township = try gazetteer(of: county).match(question.place).townshipWithoutVillage else {
                continue
            }
            // Without an edition in force that is what the answer says, and not that the village is unknown.
            var edition = try generation.edition(of: county, inForce: question.asOf)
            if edition == nil { edition = try generation.edition(of: county, inForce: nil) }
            guard let edition, try hasWholeGrade(of: township, in: edition, question) else { return [] }
            matches.append(PlaceMatch(township: township, of: county))
        }
        return matches
    }

    /// Every county that could have the township of a question; none where they are more than can be loaded for one
    /// question.
    private func countiesOfTownship(_ place: PlaceQuestion) throws(StoreError) -> [County] {
        let counties = try candidates(place)
        guard case .names = place, let keys = Gazetteer.lookupKeys(place), !keys.townships.isEmpty,
            try generation.extent().counties > Self.fewCounties
        else { return counties }
        let all = try generation.counties(townshipKeys: keys.townships, villageKeys: [])
        return all.count > Self.fewCounties ? [] : all
    }

    private func match(_ place: PlaceQuestion, _ counties: [County]?) throws(StoreError) -> GazetteerMatch {
        var results: [GazetteerMatch] = []
        let searched = if let counties { counties } else { try candidates(place) }
        for county in searched { results.append(try gazetteer(of: county).match(place)) }
        if counties == nil, !GazetteerMatch.merged(results).isMatched {
            for county in try furtherCandidates(place) where !searched.contains(county) {
                results.append(try gazetteer(of: county).match(place))
            }
        }
        guard results.isEmpty, case .names(let township, _) = place else { return GazetteerMatch.merged(results) }
        // No county of the store has such a name.
        return township == nil ? .unknownVillage(township: nil, []) : .unknownTownship([])
    }

    /// Counties that could hold the place. With few, or where the generation was indexed by other name rules than
    /// ours, all of them: slower, and never wrong.
    public func candidates(_ place: PlaceQuestion) throws(StoreError) -> [County] {
        let extent = try generation.extent()
        guard extent.counties > Self.fewCounties, extent.nameRules == NameKey.rules else {
            return try generation.counties()
        }
        if case .address(let text) = place { return try candidates(address: text) }
        guard let keys = Gazetteer.lookupKeys(place) else { return try generation.counties() }
        let byTownship = try generation.counties(townshipKeys: keys.townships, villageKeys: [])
        let byVillage = try generation.counties(townshipKeys: [], villageKeys: keys.villages)
        if keys.townships.isEmpty { return byVillage }
        if keys.villages.isEmpty { return byTownship }
        let both = byTownship.filter(byVillage.contains)
        // Where no county has both names, those with the township can still say what is near, if they are few.
        return both.isEmpty ? Array(byTownship.prefix(Self.fewCounties)) : both
    }

    private func candidates(address text: String) throws(StoreError) -> [County] {
        let (named, probes) = try allBeginnings().probes(of: text)
        var found = Set(named)
        for probe in probes {
            let counties = try generation.counties(townshipKeys: probe.townships, villageKeys: probe.villages)
            found.formUnion(probe.counties.map { only in counties.filter(only.contains) } ?? counties)
        }
        return found.sorted { $0.code < $1.code }
    }

    /// Counties that could hold the place where none of `candidates` has it: its cells may hold more than a name.
    public func furtherCandidates(_ place: PlaceQuestion) throws(StoreError) -> [County] {
        let extent = try generation.extent()
        guard extent.counties > Self.fewCounties, extent.nameRules == NameKey.rules,
            let keys = Gazetteer.cellKeys(place)
        else { return [] }
        let byVillage = try generation.counties(townshipKeys: [], villageKeys: keys.villages)
        if keys.townships.isEmpty { return byVillage }
        return try generation.counties(townshipKeys: keys.townships, villageKeys: []).filter(byVillage.contains)
    }

    /// Whether addresses that begin with `text` and continue with a number have the same candidates, whatever the number is: the
    /// names that candidates are found by begin where an administrative part ends, and none of the store has the text from
    /// there to the number, and then a digit.
    public func haveSameCandidates(numberBehind text: String) throws(StoreError) -> Bool {
        let extent = try generation.extent()
        guard extent.counties > Self.fewCounties, extent.nameRules == NameKey.rules else { return true }
        guard let numbered = try numberedNames() else { return false }
        return try allBeginnings().rests(of: text).isDisjoint(with: numbered)
    }

    /// The same of the cell of a village that begins with `text`. Candidates are found by what begins anywhere in it; of
    /// what begins with the number itself, none can be read there.
    public func haveSameCandidates(numberBehindVillage text: String) throws(StoreError) -> Bool {
        let extent = try generation.extent()
        guard extent.counties > Self.fewCounties, extent.nameRules == NameKey.rules else { return true }
        guard let numbered = try numberedNames() else { return false }
        let key = NameKey(text).text
        return !key.unicodeScalars.indices.contains { numbered.contains(String(key.unicodeScalars[$0...])) }
    }

    private func numberedNames() throws(StoreError) -> Set<String>? {
        if let numbered { return numbered }
        let read = try generation.numberedNames()
        numbered = .some(read)
        return read
    }

    private func allBeginnings() throws(StoreError) -> AddressBeginnings {
        if let beginnings { return beginnings }
        let read = AddressBeginnings(try generation.counties())
        beginnings = read
        return read
    }

    /// As many counties as are loaded without asking the index which.
    private static let fewCounties = 8

    /// How many counties' gazetteers are held.
    public var loadedCounties: Int { gazetteers.count }

    /// The gazetteer of a county, loaded when first named and kept.
    public func gazetteer(of county: County) throws(StoreError) -> Gazetteer {
        if let known = gazetteers[county.code] { return known }
        let source = try generation.gazetteerSource(of: county)
        let gazetteer = Gazetteer(
            county: source.county, townships: source.townships, villages: source.villages, aliases: source.aliases)
        gazetteers[county.code] = gazetteer
        return gazetteer
    }

    /// Offers counties whose names have a character in common with what was asked, besides the ending.
    private func unknownCounty(_ question: Question) throws(StoreError) -> Answer {
        guard let asked = question.county else { return Self.no(question, .unknownCounty, []) }
        let stem = Set(asked).subtracting("省市县区旗自治州盟")
        let near = try generation.counties().filter { !stem.isDisjoint(with: $0.name) }
        let offered = near.prefix(5).map { Suggestion(county: $0, township: nil, village: nil) }
        return Self.no(question, .unknownCounty, Array(offered))
    }

    static func no(_ question: Question, _ outcome: LookupOutcome, _ near: [Suggestion]) -> Answer {
        Answer(question: question, outcome: outcome, matches: [], suggestions: near)
    }
}
