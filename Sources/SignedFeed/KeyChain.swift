extension KeySet {
    /// The first set of a source, from `keys/1.signed`, trusted because of what is printed on paper.
    ///
    /// `pinned` are fingerprints (`SHA256:…`, see `Ed25519Key.fingerprint`), at least one. Every pinned key must be one
    /// of the set's and must have signed it, and as many of its keys as its own threshold asks for. A set that only
    /// *names* a pinned key proves nothing: anybody can name it.
    public init(first message: SignedMessage, pinned: [String]) throws(KeySetError) {
        let signed = message.claimedKeys.filter { pinned.contains($0.fingerprint) }
        for fingerprint in pinned where !signed.contains(where: { $0.fingerprint == fingerprint }) {
            throw .pinDidNotSign(fingerprint: fingerprint)
        }
        guard !signed.isEmpty else { throw .noPin }
        try Self.verify(message, signed, threshold: 1)
        let set = try KeySet(parsing: message.payload)
        for key in signed where !set.keys.contains(key) { throw .pinNotInSet(fingerprint: key.fingerprint) }
        guard set.version == 1 else { throw .version(expected: 1, found: set.version) }
        try Self.verify(message, set.keys, threshold: set.threshold)
        self = set
    }

    /// The set that follows another, from `keys/N+1.signed`. Nothing of it is read before the keys of the set before
    /// have been found to vouch for it.
    public init(next message: SignedMessage, after previous: KeySet) throws(KeySetError) {
        try Self.verify(message, previous.keys, threshold: previous.threshold)
        let set = try KeySet(parsing: message.payload)
        try set.succeeds(previous, message: message)
        self = set
    }

    /// That this set, read from `message`, follows `previous`: the next version, of the same source, signed by the
    /// threshold of the old keys and by the threshold of the new ones. A key in both counts for both.
    public func succeeds(_ previous: KeySet, message: SignedMessage) throws(KeySetError) {
        try Self.verify(message, previous.keys, threshold: previous.threshold)
        guard try KeySet(parsing: message.payload) == self else { throw .otherPayload }
        guard version == previous.version + 1 else { throw .version(expected: previous.version + 1, found: version) }
        guard source == previous.source else { throw .otherSource(expected: previous.source, found: source) }
        try Self.verify(message, keys, threshold: threshold)
    }

    private static func verify(
        _ message: SignedMessage, _ keys: [Ed25519Key], threshold: Int
    ) throws(KeySetError) {
        do throws(SignatureError) {
            try message.verify(namespace: .keys, keys: keys, threshold: threshold)
        } catch {
            throw .signature(error)
        }
    }
}
