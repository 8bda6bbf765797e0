import GradeStore
import SignedFeed

/// Steps 2 to 11 of a synchronisation: from a source's address to a list that may be believed. Each step fails closed,
/// and nothing is kept before its step has passed.
struct SourceCheck {
    let trust: TrustFolder
    let reader: any FeedReader
    let clock: FeedClock
    /// Nothing is written where it is only asked what a pull would do.
    let keeps: Bool

    struct Result {
        let record: TrustRecord
        /// Nil: nothing to do, the list seen last is still the source's, and its editions are in the store.
        let manifest: Manifest?
    }

    func run(_ start: TrustRecord, client: ClientVersion) throws(PullError) -> Result {
        var record = start
        // One request where nothing is new. The keys are walked before anything in the answer is looked at.
        let held = try trust.message(record)
        switch try reader.message(.current, unlike: held == nil ? nil : record.seen?.etag) {
        case .absent: throw .unpublished
        case .notModified:
            // Only an answer to what we hold can be "not modified", and that was checked in full when it came.
            guard let held, let seen = record.seen else { throw .unpublished }
            try ManifestRules(record: record, clock: clock).time(published: seen.published, expires: seen.expires)
            let manifest = record.applied == seen.serial ? nil : try verified(held, record, client)
            record.contact = clock.system
            record.notBefore = nil
            try keep(record)
            return Result(record: record, manifest: manifest)
        case .bytes(let bytes, let etag):
            record = try KeyWalk.follow(from: record, reader: reader) { next throws(PullError) in try keep(next) }
            let message = try SignedMessage(bytes, file: .current)
            let manifest = try verified(message, record, client)
            let sha256 = message.sha256
            let verdict = try ManifestRules(record: record, clock: clock).judge(manifest, sha256: sha256)
            record.accept(manifest, sha256: sha256, etag: etag)
            record.contact = clock.system
            record.notBefore = nil
            if keeps { try trust.write(message: bytes, of: record.source) }
            try keep(record)
            let isDone = verdict == .same && record.applied == manifest.serial
            return Result(record: record, manifest: isDone ? nil : manifest)
        }
    }

    private func keep(_ record: TrustRecord) throws(PullError) {
        if keeps { try trust.write(record) }
    }

    private func verified(
        _ message: SignedMessage, _ record: TrustRecord, _ client: ClientVersion
    ) throws(PullError) -> Manifest {
        do throws(SignatureError) {
            try message.verify(namespace: .manifest, keys: record.keys.keys, threshold: record.keys.threshold)
        } catch { throw .message(file: FeedPath.current.text, error) }
        do throws(ManifestError) {
            return try Manifest(parsing: message.payload, client: client)
        } catch { throw .manifest(error) }
    }
}
