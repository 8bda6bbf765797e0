import Crypto

/// One signature over a payload, as OpenSSH's PROTOCOL.sshsig lays it out, with everything refused that this format
/// does not need: other keys, other hashes, anything in the reserved field, bytes left over.
struct SignatureBlock: Hashable {
    enum Hash: String {
        case sha256, sha512
    }

    let key: Ed25519Key
    let namespace: [UInt8]
    let hash: Hash
    /// 64 bytes.
    let signature: [UInt8]

    private static let magic = Array("SSHSIG".utf8)

    init(blob: [UInt8]) throws(BlobFault) {
        var reader = SSHReader(blob[...])
        guard blob.starts(with: Self.magic) else { throw .noSSHSignature }
        _ = try reader.take(Self.magic.count)
        let version = try reader.number()
        guard version == 1 else { throw .version(version) }
        let publicKey = try reader.string()
        do throws(KeyFault) {
            key = try Ed25519Key(blob: publicKey)
        } catch {
            throw .key(error)
        }
        namespace = Array(try reader.string())
        guard try reader.string().isEmpty else { throw .reserved }
        let name = try reader.string()
        guard let known = [Hash.sha256, .sha512].first(where: { name.elementsEqual($0.rawValue.utf8) }) else {
            throw .hash(shownASCII(name))
        }
        hash = known
        signature = try Self.signature(try reader.string())
        guard reader.isAtEnd else { throw .trailing }
    }

    private static func signature(_ bytes: ArraySlice<UInt8>) throws(BlobFault) -> [UInt8] {
        var reader = SSHReader(bytes)
        let type = try reader.string()
        guard type.elementsEqual(Ed25519Key.type.utf8) else { throw .signatureType(shownASCII(type)) }
        let signature = Array(try reader.string())
        guard signature.count == 64 else { throw .signatureLength(signature.count) }
        guard reader.isAtEnd else { throw .trailing }
        return signature
    }

    /// Whether the key's owner signed exactly this payload for `namespace`.
    func isGood(namespace: Namespace, payload: [UInt8]) -> Bool {
        // 32 bytes always make a key here: `Ed25519Key` holds no other number.
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key.raw) else { return false }
        let digest =
            switch hash {
            case .sha256: Array(SHA256.hash(data: payload))
            case .sha512: Array(SHA512.hash(data: payload))
            }
        let signed =
            Self.magic + SSHWire.string(namespace.rawValue) + SSHWire.string("") + SSHWire.string(hash.rawValue)
            + SSHWire.string(digest)
        return key.isValidSignature(signature, for: signed)
    }
}
