import GradeModel
import PlaceMatching

/// Asks the gazetteers. Shared by the threads; keeps the last few counties.
final class PlaceResolver: @unchecked Sendable {
    private let lock = Lock()
    private let source: any CountySource  // asked under `lock` only
    private var loaded: [LoadedCounty] = []  // guarded by `lock`; the last used is the last
    let errata = ErratumIDs()

    /// A list sorted by county needs one; threads a few apart, a few.
    private static let kept = 32

    init(_ source: any CountySource) { self.source = source }

    func counties(named text: String) throws -> [County] {
        try lock.withLock { () throws in try source.counties(named: text) }
    }

    func county(_ county: County) throws -> LoadedCounty {
        try lock.withLock { () throws in
            if let index = loaded.lastIndex(where: { $0.table.county.code == county.code }) {
                let found = loaded[index]
                if index != loaded.count - 1 {
                    loaded.remove(at: index)
                    loaded.append(found)
                }
                return found
            }
            let new = LoadedCounty(try source.table(of: county), errata: errata)
            if loaded.count == Self.kept { loaded.removeFirst() }
            loaded.append(new)
            return new
        }
    }

    /// - Parameter counties: those the row names; nil where it names none.
    func match(_ question: PlaceQuestion, in counties: [County]?) throws -> GazetteerMatch {
        let counties = try counties ?? lock.withLock { () throws in try source.candidates(for: question) }
        var matches: [GazetteerMatch] = []
        for county in counties { matches.append(try self.county(county).gazetteer.match(question)) }
        return GazetteerMatch.merged(matches)
    }
}
