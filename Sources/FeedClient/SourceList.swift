public import GradeStore
public import SignedFeed
import SystemPackage

/// The sources of a store: set up, listed, removed by a person.
public struct SourceList {
    private let store: StoreFolder
    private let indexing: NameIndexing
    private let access: FeedAccess
    private let trust: TrustFolder

    public init(_ store: StoreFolder, indexing: NameIndexing, access: FeedAccess) {
        self.store = store
        self.indexing = indexing
        self.access = access
        trust = TrustFolder(of: store)
    }

    /// Asks a source for its first key set and checks it against the fingerprints from paper. Nothing is kept.
    ///
    /// The name of the source is what the pinned keys have signed, so it can't be misspelt.
    public func introduce(
        address: String, pins: [String], access settings: SourceAccess
    ) throws(PullError) -> KeySet {
        let writer = try writer()
        let stranger = SourceSettings(source: "unknown", address: address, pins: pins, access: settings)
        return try KeyWalk.first(reader: access.reader(for: stranger, temporary: writer.temporary), pins: pins)
    }

    /// Keeps a source and the keys it starts from.
    ///
    /// - Parameter replacing: whether what was known of it is given up: the way out where trust was lost.
    public func add(_ settings: SourceSettings, keys: KeySet, replacing: Bool) throws(PullError) {
        let writer = try writer()
        defer { _ = writer.temporary }
        // Where only the settings went astray, what was seen of the source still counts.
        let isKnown = try trust.knows(settings.source)
        guard replacing || !isKnown else { throw .known(source: settings.source) }
        if isKnown { try trust.remove(settings.source) }
        try trust.write(TrustRecord(keys: keys))
        try trust.write(settings)
    }

    /// Forgets a source. What came from it stays in the store and is not renewed any more.
    public func remove(_ source: String) throws(PullError) {
        let writer = try writer()
        defer { _ = writer.temporary }
        guard try trust.sources().contains(source) else { throw .unknownSource(source) }
        try trust.remove(source)
    }

    private func writer() throws(PullError) -> StoreWriter {
        do throws(StoreError) {
            return try StoreWriter(store, indexing: indexing)
        } catch { throw .store(error) }
    }
}
