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
        /// Nil: nothing to do, the editions of the source's list are in the store.
        let manifest: Manifest?
        /// Of the list, as `SeenManifest.sha256`.
        let sha256: String
    }

    func run(_ start: TrustRecord, client: ClientVersion) throws(PullError) -> Result {
        // What is held but signed by no key of now is requested again: its bytes can't stand in for an answer.
        let held = try trust.message(start).flatMap { (try? verified($0.message, start, client)) == nil ? nil : $0 }
        let bytes: [UInt8], etag: String?
        switch try reader.message(.current, unlike: held == nil ? nil : start.seen?.etag) {
        case .absent: throw .unpublished
        case .notModified:
            // Only an answer to an ETag can be "not modified". From here on it is as if the bytes had come again.
            guard let held else { throw .unpublished }
            (bytes, etag) = (held.bytes, start.seen?.etag)
        case .bytes(let received, let tag): (bytes, etag) = (received, tag)
        }
        // The keys are walked before anything in the list is looked at.
        var record = try KeyWalk.follow(from: start, reader: reader) { next throws(PullError) in try keep(next) }
        let message = try SignedMessage(bytes, file: .current)
        let manifest = try verified(message, record, client)
        let sha256 = message.sha256
        try ManifestRules(record: record, clock: clock).judge(manifest, sha256: sha256)
        record.accept(manifest, sha256: sha256, etag: etag)
        record.contact = clock.system
        record.notBefore = nil
        if keeps, bytes != held?.bytes { try trust.write(message: bytes, of: record.source) }
        try keep(record)
        return Result(
            record: record, manifest: record.applied?.sha256 == sha256 ? nil : manifest, sha256: sha256)
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
