import GradeModel
import GradeStore
import SignedFeed
import SystemPackage

/// What a list asks of the store: which editions have to be fetched, which are there, which are withdrawn.
struct SourcePlan {
    let settings: SourceSettings
    let manifest: Manifest
    /// Of the signed list.
    let sha256: String
    private(set) var downloads: [EditionDownload] = []
    /// Held with the listed contents, but not as this source's.
    private(set) var taken: Set<EditionID> = []
    private(set) var withdrawn: [EditionID] = []
    private(set) var changes = SourceChanges()

    /// - Parameter others: sources of other editions, by county code.
    init(
        _ manifest: Manifest, sha256: String, settings: SourceSettings, current: Generation?, others: [String: String],
        temporary: FilePath
    ) throws(PullError) {
        self.settings = settings
        self.manifest = manifest
        self.sha256 = sha256
        for entry in manifest.editions {
            if let counties = settings.counties, !counties.contains(entry.county) { throw .foreignCounty(entry.id) }
            if let other = others[entry.county] { throw .takenCounty(entry.id, by: other) }
            try add(entry, held: Self.record(entry.id, in: current), temporary)
        }
        try addWithdrawn(current)
    }

    private mutating func add(
        _ entry: ManifestEdition, held: EditionRecord?, _ temporary: FilePath
    ) throws(PullError) {
        guard let held, held.packageSHA256 == entry.sha256 else {
            downloads.append(EditionDownload(entry, in: temporary))
            return
        }
        if held.origin != .feed(settings.source) {
            taken.insert(entry.id)
            changes.editions.append(PulledEdition(entry.id, .confirmed))
        } else if held.withdrawn != nil {
            taken.insert(entry.id)
            changes.editions.append(PulledEdition(entry.id, .restored))
        }
    }

    private mutating func addWithdrawn(_ current: Generation?) throws(PullError) {
        guard let current else { return }
        let listed = Set(manifest.editions.map(\.id))
        do throws(StoreError) {
            for record in try current.editions()
            where record.origin == .feed(settings.source) && record.withdrawn == nil && !listed.contains(record.id) {
                withdrawn.append(record.id)
                changes.editions.append(PulledEdition(record.id, .withdrawn))
            }
        } catch { throw .store(error) }
    }

    private static func record(_ id: EditionID, in current: Generation?) throws(PullError) -> EditionRecord? {
        do throws(StoreError) {
            return try current?.edition(id)
        } catch { throw .store(error) }
    }

    /// Steps 12 and 13: fetches what is missing and judges it. An edition is held in memory only while it is judged.
    ///
    /// - Parameter ensuring: throws unless there is room for so many bytes more.
    mutating func fetch(
        from reader: any FeedReader, current: Generation?, acceptingShrinkage: Bool,
        ensuring: (Int) throws(PullError) -> Void, progress: (Int, Int) -> Void
    ) throws(PullError) {
        for index in downloads.indices {
            progress(index, downloads.count)
            try downloads[index].fetch(from: reader, ensuring: ensuring)
            let sourced = try downloads[index].read(source: settings.source)
            let edition = sourced.edition
            let before = try Self.before(edition, in: current)
            if let before, !acceptingShrinkage {
                let shrinkages = ShrinkRule.shrinkages(from: before.edition, to: edition)
                guard shrinkages.isEmpty else { throw .shrunk(edition.id, shrinkages) }
            }
            let kind: PulledEditionKind = before?.edition.id == edition.id ? .corrected : .added
            // Only editions of two counties can't be compared, and `before` is of this one's.
            let comparison = before.flatMap { try? EditionComparison(from: $0, to: sourced) }
            changes.editions.append(PulledEdition(edition.id, kind, comparison))
        }
    }

    /// The edition that this one corrects, or the one that was in force when it was issued.
    private static func before(_ edition: Edition, in current: Generation?) throws(PullError) -> SourcedEdition? {
        guard let current else { return nil }
        do throws(StoreError) {
            if let same = try current.storedEdition(edition.id) { return same }
            guard let record = try current.edition(of: edition.county, inForce: edition.document.issued) else {
                return nil
            }
            return try current.storedEdition(record.id)
        } catch { throw .store(error) }
    }
}
