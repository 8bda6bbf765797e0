import GradeModel
import GradeStore
import SignedFeed

/// The editions of the next generation, a county at a time: what is held, with what the sources change about it. Where
/// the next generation can be the current one amended, only the counties that change.
struct NextGeneration {
    private let current: Generation?
    private var codes: ArraySlice<String>
    private var downloads: [String: [(source: String, EditionDownload)]] = [:]
    private var replaced: Set<EditionID> = []
    private var origins: [EditionID: EditionOrigin] = [:]
    private var withdrawals: [EditionID: CalendarDate] = [:]

    let amendment: Amendment?
    /// How many counties there are to come.
    let count: Int

    init(_ current: Generation?, _ plans: [SourcePlan], indexing: NameIndexing) throws(StoreError) {
        self.current = current
        for plan in plans {
            for download in plan.downloads {
                downloads[download.entry.county, default: []].append((plan.settings.source, download))
                replaced.insert(download.entry.id)
            }
            for id in plan.taken { origins[id] = .feed(plan.settings.source) }
            for id in plan.withdrawn { withdrawals[id] = plan.manifest.published.date }
        }
        let changed = Set(downloads.keys).union((Array(origins.keys) + withdrawals.keys).map(\.countyCode))
        if let current {
            amendment = try Amendment(of: current, replacing: changed, indexing: indexing)
            // Taken over row by row, or in one piece; either way from a file that is whole.
            if amendment == nil { try current.folder.requireIntact(current.name) }
        } else {
            amendment = nil
        }
        let known = amendment == nil ? try current?.counties().map(\.code) ?? [] : []
        codes = changed.union(known).sorted()[...]
        count = codes.count
    }

    mutating func next() throws -> [SourcedEdition]? {
        guard let code = codes.popFirst() else { return nil }
        var editions: [SourcedEdition] = []
        if let current {
            for county in try current.counties(named: code) {
                for record in try current.editions(of: county) where !replaced.contains(record.id) {
                    if let held = try current.storedEdition(record.id) { editions.append(changed(held)) }
                }
            }
        }
        for (source, download) in downloads[code] ?? [] { editions.append(try download.read(source: source)) }
        return editions.sorted { $0.edition.id.text < $1.edition.id.text }
    }

    private func changed(_ held: SourcedEdition) -> SourcedEdition {
        let id = held.edition.id
        if let origin = origins[id] {
            return SourcedEdition(edition: held.edition, packageSHA256: held.packageSHA256, origin: origin)
        }
        guard let date = withdrawals[id] else { return held }
        return SourcedEdition(
            edition: held.edition, packageSHA256: held.packageSHA256, origin: held.origin, withdrawn: date)
    }
}

extension Timestamp {
    /// The day in UTC.
    var date: CalendarDate? { CalendarDate(description.prefix(10)) }
}
