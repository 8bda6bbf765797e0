/// Why a key set is not taken.
public enum KeySetError: Error, Hashable, Sendable {
    case payload(PayloadFault)
    case key(index: Int, SignatureError)
    case tooManyKeys(Int, limit: Int)
    case keyTwice(fingerprint: String)
    case threshold(Int, keys: Int)
    // The chain
    case signature(SignatureError)
    /// No key was pinned to begin with.
    case noPin
    case pinDidNotSign(fingerprint: String)
    case pinNotInSet(fingerprint: String)
    case version(expected: Int, found: Int)
    case otherSource(expected: String, found: String)
    /// The set was not read from the message it is checked with.
    case otherPayload
}
