import GradeModel
import PlaceMatching

/// Asks the gazetteers. Shared by the threads; keeps the last few counties.
final class PlaceResolver: @unchecked Sendable {
    private let lock = Lock()
    private let source: any CountySource
    private var loaded: [LoadedCounty] = []  // guarded by `lock`; the last used is the last
    private var loading: Set<String> = []  // codes; guarded by `lock`
    let errata = ErratumIDs()
    let parts = PartLists()
    let laterGrades = LaterGrades()
    let pricedKinds: PricedKinds

    private var hasManyCounties: Bool?  // guarded by `lock`

    /// Counties that are searched for a name of which no index says where it may be: each has to be loaded for it.
    static let mostSearched = 64

    /// A list sorted by county needs one; threads at different counties need a few.
    private static let kept = 32

    private let wantsPrices: Bool

    init(_ source: any CountySource, wantsPrices: Bool = false) {
        self.source = source
        pricedKinds = PricedKinds(source)
        self.wantsPrices = wantsPrices
    }

    var villageCount: Int { source.villageCount }

    func onlyCounty() throws -> County? { try source.onlyCounty() }

    func candidates(for question: PlaceQuestion) throws -> [County] { try source.candidates(for: question) }

    func haveSameCandidates(numberBehind text: String) throws -> Bool {
        try source.haveSameCandidates(numberBehind: text)
    }

    func haveSameCandidates(numberBehindVillage text: String) throws -> Bool {
        try source.haveSameCandidates(numberBehindVillage: text)
    }

    func counties(cell text: String, isAnyLevel: Bool) throws -> [County] {
        try source.counties(cell: text, isAnyLevel: isAnyLevel)
    }

    /// A county is loaded by the first thread that asks for it, while others load theirs; who asks for the same waits.
    func county(_ county: County) throws -> LoadedCounty {
        if let found = found(county.code) { return found }
        var new: LoadedCounty?
        defer {
            lock.withLock {
                loading.remove(county.code)
                if let new {
                    if loaded.count == Self.kept { loaded.removeFirst() }
                    loaded.append(new)
                }
                lock.announce()
            }
        }
        let made = LoadedCounty(
            try source.table(of: county), errata: errata, parts: parts, laterGrades: laterGrades,
            prices: wantsPrices ? try source.prices(of: county) : nil)
        new = made
        return made
    }

    /// Nil: it is the caller's to load.
    private func found(_ code: String) -> LoadedCounty? {
        lock.withLock {
            if let last = loaded.last, last.table.county.code == code { return last }
            lock.wait { !loading.contains(code) }
            guard let index = loaded.lastIndex(where: { $0.table.county.code == code }) else {
                loading.insert(code)
                return nil
            }
            let found = loaded[index]
            if index != loaded.count - 1 {
                loaded.remove(at: index)
                loaded.append(found)
            }
            return found
        }
    }

    /// Whether a row without a county names a place that could only be found by loading all of many counties, as pinyin is.
    func isTooWide(_ question: RowQuestion) throws -> Bool {
        let question = question.place
        guard case .names = question, Gazetteer.lookupKeys(question) == nil else { return false }
        return try lock.withLock {
            if let hasManyCounties { return hasManyCounties }
            let isWide = try source.candidates(for: question).count > Self.mostSearched
            hasManyCounties = isWide
            return isWide
        }
    }

    /// - Parameter counties: those the row names; nil where it names none.
    func match(_ question: RowQuestion, in counties: [County]?) throws -> ResolvedPlace {
        var searched = try counties ?? source.candidates(for: question.place)
        var matches: [GazetteerMatch] = []
        for county in searched { matches.append(try self.county(county).match(question)) }
        let resolved = ResolvedPlace(matches, of: searched)
        guard counties == nil, !resolved.match.isMatched else { return resolved }
        var further = try source.furtherCandidates(for: question.place)
        if let names = question.names {
            further += try source.candidates(for: names) + source.furtherCandidates(for: names)
        }
        for county in further where !searched.contains(county) {
            searched.append(county)
            matches.append(try self.county(county).match(question))
        }
        // No county of the store has such a township.
        if matches.isEmpty, question.township != nil { matches = [.unknownTownship([])] }
        return ResolvedPlace(matches, of: searched)
    }
}

/// What gazetteers make of a question.
struct ResolvedPlace {
    let match: GazetteerMatch
    /// Where the village is unknown, or none is named: the township, if one county alone has it.
    let township: (county: County, name: String)?
    /// Where it was looked for.
    let searched: [County]

    init(_ matches: [GazetteerMatch], of counties: [County]) {
        searched = counties
        match = GazetteerMatch.merged(matches)
        let isUnknown =
            if case .unknownVillage = match { true } else if case .townshipOnly = match { true } else { false }
        let found =
            !isUnknown
            ? []
            : zip(counties, matches).compactMap { county, match in
                match.townshipWithoutVillage.map { (county: county, name: $0) }
            }
        township = found.count == 1 ? found[0] : nil
    }
}
