import GradeModel
import GradeStore
import SignedFeed

/// All editions of the next generation, a county at a time: what is held, with what the sources change about it.
struct NextGeneration {
    private let current: Generation?
    private var codes: ArraySlice<String>
    private var downloads: [String: [(source: String, EditionDownload)]] = [:]
    private var replaced: Set<EditionID> = []
    private var origins: [EditionID: EditionOrigin] = [:]
    private var withdrawals: [EditionID: CalendarDate] = [:]

    /// How many counties there are.
    let count: Int

    init(_ current: Generation?, _ plans: [SourcePlan]) throws(StoreError) {
        self.current = current
        var known = Set(try current?.counties().map(\.code) ?? [])
        for plan in plans {
            for download in plan.downloads {
                downloads[download.entry.county, default: []].append((plan.settings.source, download))
                replaced.insert(download.entry.id)
                known.insert(download.entry.county)
            }
            for id in plan.taken { origins[id] = .feed(plan.settings.source) }
            for id in plan.withdrawn { withdrawals[id] = plan.manifest.published.date }
        }
        codes = known.sorted()[...]
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
