import SignedFeed

/// From the key set that is known to the newest one the source has, each vouched for by the one before.
enum KeyWalk {
    /// How many sets one run takes: a source that has an endless chain can't hold an office up for ever.
    static let longest = 32

    /// `accepted` is called after each set, so that a run that is cut off does not lose the way it came.
    static func follow(
        from record: TrustRecord, reader: any FeedReader, accepted: (TrustRecord) throws(PullError) -> Void
    ) throws(PullError) -> TrustRecord {
        var record = record
        for _ in 0..<longest {
            let path = FeedPath.keys(record.keys.version + 1)
            guard case .bytes(let bytes, _) = try reader.message(path, unlike: nil) else { return record }
            record.accept(try next(bytes, path, after: record.keys))
            try accepted(record)
        }
        guard case .absent = try reader.message(.keys(record.keys.version + 1), unlike: nil) else {
            throw .longChain(reached: record.keys.version)
        }
        return record
    }

    /// The first set of a source: believed because of the fingerprints that came on paper.
    static func first(reader: any FeedReader, pins: [String]) throws(PullError) -> KeySet {
        let path = FeedPath.keys(1)
        guard case .bytes(let bytes, _) = try reader.message(path, unlike: nil) else { throw .unpublished }
        let message = try SignedMessage(bytes, file: path)
        do throws(KeySetError) {
            return try KeySet(first: message, pinned: pins)
        } catch { throw .keySet(file: path.text, error) }
    }

    private static func next(_ bytes: [UInt8], _ path: FeedPath, after last: KeySet) throws(PullError) -> KeySet {
        let message = try SignedMessage(bytes, file: path)
        do throws(KeySetError) {
            return try KeySet(next: message, after: last)
        } catch { throw .keySet(file: path.text, error) }
    }
}

extension SignedMessage {
    /// Of what is signed, without the signatures.
    var sha256: String { ContentAddress.of(payload) }

    /// The file, parsed; nothing about it is trusted yet.
    init(_ bytes: [UInt8], file: FeedPath) throws(PullError) {
        do throws(SignatureError) {
            try self.init(parsing: bytes)
        } catch { throw .message(file: file.text, error) }
    }
}
