public import SystemSupport

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

extension KeySetError: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .payload(let fault): fault.sentence(in: language)
        case .key(let index, let error):
            language.pick(
                zh: "keys[\(index)]：\(error.sentence(in: language))",
                en: "keys[\(index)]: \(error.sentence(in: language))")
        case .tooManyKeys(let count, let limit):
            language.pick(zh: "有 \(count) 个密钥，最多 \(limit) 个", en: "\(count) keys, at most \(limit) are allowed")
        case .keyTwice(let fingerprint):
            language.pick(zh: "密钥 \(fingerprint) 列了两次", en: "key \(fingerprint) is listed twice")
        case .threshold(let threshold, let keys):
            language.pick(
                zh: "签名个数要求为 \(threshold)，密钥为 \(keys) 个；要求至少为 1，不超过密钥个数，且不超过 \(KeySet.highestThreshold)",
                en:
                    "a threshold of \(threshold) with \(keys) keys; it is at least 1, at most their number and at most \(KeySet.highestThreshold)"
            )
        case .signature(let error): error.sentence(in: language)
        case .noPin: language.pick(zh: "没有指定受信任的密钥", en: "no key is pinned to begin with")
        case .pinDidNotSign(let fingerprint):
            language.pick(zh: "受信任的密钥 \(fingerprint) 没有在上面签名", en: "the pinned key \(fingerprint) did not sign it")
        case .pinNotInSet(let fingerprint):
            language.pick(
                zh: "受信任的密钥 \(fingerprint) 不在密钥集中",
                en: "the pinned key \(fingerprint) is not one of its keys")
        case .version(let expected, let found):
            language.pick(
                zh: "密钥集版本应为 \(expected)，实为 \(found)",
                en: "key set version \(found) where \(expected) has to be")
        case .otherSource(let expected, let found):
            language.pick(
                zh: "发布源不符：应为 \(excerpt: expected)，实为 \(excerpt: found)",
                en: "source mismatch: \(excerpt: found) instead of \(excerpt: expected)")
        case .otherPayload: language.pick(zh: "密钥集不是从这个文件读出的", en: "the key set was not read from this file")
        }
    }
}
