/// A file whose every byte is signed: one to eight signature blocks as `ssh-keygen -Y sign` writes them, and behind
/// the last one's line end the payload up to the end of the file.
///
///     let message = try SignedMessage(parsing: bytes)
///     try message.verify(namespace: .manifest, keys: keySet.keys, threshold: keySet.threshold)
///     let manifest = try Manifest(parsing: message.payload, client: version)
public struct SignedMessage: Hashable, Sendable {
    /// Nothing about it is known before `verify` has passed.
    public let payload: [UInt8]
    private let blocks: [SignatureBlock]

    /// 4 MiB, signatures included.
    public static let largestFile = 4 << 20
    public static let mostBlocks = 8

    /// Parses the file and judges its form. No signature is checked here.
    public init(parsing bytes: [UInt8]) throws(SignatureError) {
        guard bytes.count <= Self.largestFile else { throw .tooLarge(limit: Self.largestFile) }
        guard !bytes.isEmpty else { throw .empty }
        guard SignatureArmor.begins(bytes[...]) else { throw .notSigned(isPage: Self.isPage(bytes)) }
        var blocks: [SignatureBlock] = []
        var rest = bytes[...]
        var line = 1
        repeat {
            guard blocks.count < Self.mostBlocks else { throw .tooManyBlocks(limit: Self.mostBlocks) }
            let number = blocks.count + 1
            let read = try SignatureArmor.read(rest, block: number, line: &line)
            do throws(BlobFault) {
                blocks.append(try SignatureBlock(blob: read.blob))
            } catch {
                throw .blob(block: number, error)
            }
            rest = read.rest
        } while SignatureArmor.begins(rest)
        self.blocks = blocks
        payload = Array(rest)
    }

    /// The keys the blocks name, in the order of the blocks: a claim, until `signers` has checked it.
    public var claimedKeys: [Ed25519Key] { blocks.map(\.key) }

    /// Those of `keys` that signed this payload for `namespace`; a key counts once, however often it signed.
    ///
    /// A block by another key is passed over, unless there is no other: `.unknownKey`. A block by one of `keys` that
    /// is wrong is never passed over.
    public func signers(namespace: Namespace, among keys: [Ed25519Key]) throws(SignatureError) -> Set<Ed25519Key> {
        var signers: Set<Ed25519Key> = []
        for block in blocks where keys.contains(block.key) {
            guard block.namespace == Array(namespace.rawValue.utf8) else {
                throw .namespace(expected: namespace, found: shownASCII(block.namespace))
            }
            guard block.isGood(namespace: namespace, payload: payload) else {
                throw wrong(block, namespace: namespace)
            }
            signers.insert(block.key)
        }
        // There is always a first block: `init` refuses a file without one.
        guard !signers.isEmpty else { throw .unknownKey(fingerprint: blocks[0].key.fingerprint) }
        return signers
    }

    /// That at least `threshold` of `keys`, and at least one, signed this payload for `namespace`.
    public func verify(namespace: Namespace, keys: [Ed25519Key], threshold: Int) throws(SignatureError) {
        let signers = try signers(namespace: namespace, among: keys)
        guard signers.count >= threshold else { throw .threshold(found: signers.count, needed: threshold) }
    }

    /// Only to word the error: what was changed on its way is never accepted.
    private func wrong(_ block: SignatureBlock, namespace: Namespace) -> SignatureError {
        var unix: [UInt8] = []
        unix.reserveCapacity(payload.count)
        for byte in payload {
            if byte == 0x0A, unix.last == 0x0D { unix.removeLast() }
            unix.append(byte)
        }
        let changed = unix.count < payload.count && block.isGood(namespace: namespace, payload: unix)
        let fingerprint = block.key.fingerprint
        return changed ? .lineEndings(fingerprint: fingerprint) : .wrongSignature(fingerprint: fingerprint)
    }

    private static func isPage(_ bytes: [UInt8]) -> Bool {
        bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "<")
    }
}
