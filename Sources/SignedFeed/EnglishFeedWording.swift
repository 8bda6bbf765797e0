import StrictJSON
import SystemSupport

public struct EnglishFeedWording: FeedWording {
    public init() {}

    public func sentence(_ error: SignatureError) -> String {
        switch error {
        case .empty: "the file is empty"
        case .notSigned(let isPage):
            "not signed: the file does not begin with an SSH signature"
                + (isPage ? "; it looks like a web page (a login portal, or an error page of the server)" : "")
        case .tooLarge(let limit): "larger than \(limit >> 20) MiB"
        case .tooManyBlocks(let limit): "more than \(limit) signatures"
        case .blockTooLarge(let block, let limit): "signature \(block) is longer than \(limit >> 10) KiB"
        case .truncated(let block): "truncated: the file ends inside signature \(block)"
        case .armor(let line, let fault): "line \(line): broken signature armor: \(sentence(fault))"
        case .blob(let block, let fault): "signature \(block): \(sentence(fault))"
        case .key(let fault): sentence(fault)
        case .namespace(let expected, let found):
            "the signature is for another purpose: \(excerpt(found)) instead of \(expected.rawValue)"
        case .wrongSignature(let fingerprint):
            "the signature by \(fingerprint) does not fit the contents: something was changed"
        case .lineEndings(let fingerprint):
            "the signature by \(fingerprint) does not fit the contents: line endings were changed in transit (LF to "
                + "CRLF); transfer the file as binary"
        case .unknownKey(let fingerprint): "unknown key \(fingerprint)"
        case .threshold(let found, let needed):
            "signed by \(found) of the source's keys, \(needed) are needed"
        }
    }

    private func sentence(_ fault: ArmorFault) -> String {
        switch fault {
        case .blankLine: "a blank line"
        case .character: "a character that is not base64"
        case .base64: "the base64 is not as it is canonically written"
        case .noText: "nothing between its first line and its last"
        }
    }

    private func sentence(_ fault: BlobFault) -> String {
        switch fault {
        case .tooLong(let limit): "longer than \(limit >> 10) KiB"
        case .noSSHSignature: "not an SSH signature"
        case .version(let number): "signature version \(number), only 1 is read"
        case .cutShort: "it ends inside a field"
        case .trailing: "something follows its last field"
        case .key(let fault): sentence(fault)
        case .reserved: "the reserved field is not empty"
        case .hash(let name): "hash algorithm \"\(name)\", only sha512 and sha256 are taken"
        case .signatureType(let name): "signature of type \"\(name)\", only ssh-ed25519 is taken"
        case .signatureLength(let count): "an Ed25519 signature of \(count) bytes instead of 64"
        }
    }

    public func sentence(_ error: KeyFault) -> String {
        switch error {
        case .line: "not a public key as a .pub file has it (ssh-ed25519 AAAA…)"
        case .type(let type): "a key of type \(type); only ssh-ed25519 is taken (ssh-keygen -t ed25519)"
        case .length(let count): "an Ed25519 key of \(count) bytes instead of 32"
        case .notCanonical: "an Ed25519 key that is not written in its canonical form"
        case .lowOrder: "an Ed25519 key of low order, which any signature fits"
        }
    }

    public func sentence(_ error: PayloadFault) -> String {
        switch error {
        case .tooLarge(let limit): "contents of more than \(limit >> 10) KiB"
        case .json(let error): error.description
        case .notObject: "the contents are no JSON object"
        case .format(let found, let reads):
            "the format is \"\(excerpt(found))\", this version reads \(reads): update the program"
        case .clientTooOld(let needs, let has):
            "it needs version \(needs) or later, this is \(has): update the program"
        case .missing(let member): "\(excerpt(member)) is missing"
        case .value(let member, let found, let expected): "\(excerpt(member)): \(excerpt(found)) is not \(expected)"
        case .unknownMember(let member): "\(excerpt(member)) is unknown"
        }
    }

    public func sentence(_ error: ManifestError) -> String {
        switch error {
        case .payload(let fault): sentence(fault)
        case .tooManyEditions(let count, let limit): "\(count) editions, at most \(limit) are allowed"
        case .editionTwice(let id): "edition \(id) is listed twice"
        case .otherCounty(let id, let county): "edition \(id) is listed for county \(excerpt(county))"
        }
    }

    public func sentence(_ error: KeySetError) -> String {
        switch error {
        case .payload(let fault): sentence(fault)
        case .key(let index, let error): "keys[\(index)]: \(sentence(error))"
        case .tooManyKeys(let count, let limit): "\(count) keys, at most \(limit) are allowed"
        case .keyTwice(let fingerprint): "key \(fingerprint) is listed twice"
        case .threshold(let threshold, let keys):
            "a threshold of \(threshold) with \(keys) keys; it is at least 1, at most their number and at most "
                + "\(KeySet.highestThreshold)"
        case .signature(let error): sentence(error)
        case .noPin: "no key is pinned to begin with"
        case .pinDidNotSign(let fingerprint): "the pinned key \(fingerprint) did not sign it"
        case .pinNotInSet(let fingerprint): "the pinned key \(fingerprint) is not one of its keys"
        case .version(let expected, let found): "key set version \(found) where \(expected) has to be"
        case .otherSource(let expected, let found): "source mismatch: \(excerpt(found)) instead of \(excerpt(expected))"
        case .otherPayload: "the key set was not read from this file"
        }
    }
}
