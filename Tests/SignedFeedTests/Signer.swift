import Crypto
import SignedFeed
import SystemSupport

@testable import FuzzChecks

/// Signs as `ssh-keygen -Y sign` does, and on request not quite as it does.
struct Signer {
    private let secret: Curve25519.Signing.PrivateKey

    /// The same key for the same number.
    init(_ number: UInt8) {
        // Any 32 bytes are a private key.
        secret = try! Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: number, count: 32))
    }

    var raw: [UInt8] { Array(secret.publicKey.rawRepresentation) }
    var key: Ed25519Key { try! Ed25519Key(raw: raw) }

    /// The parts of a block, to be made wrong one by one.
    struct Parts {
        var magic = "SSHSIG"
        var version: UInt32 = 1
        var keyType = "ssh-ed25519"
        var key: [UInt8]
        var behindKey: [UInt8] = []
        var namespace = Namespace.manifest.rawValue
        var reserved = ""
        var hash = "sha512"
        var signatureType = "ssh-ed25519"
        var signature: [UInt8]
        var behindSignature: [UInt8] = []
        var behind: [UInt8] = []

        var blob: [UInt8] {
            Array(magic.utf8) + number(version)
                + string(string(Array(keyType.utf8)) + string(key) + behindKey) + string(Array(namespace.utf8))
                + string(Array(reserved.utf8)) + string(Array(hash.utf8))
                + string(string(Array(signatureType.utf8)) + string(signature) + behindSignature) + behind
        }
    }

    func parts(_ payload: [UInt8], namespace: String = Namespace.manifest.rawValue, hash: String = "sha512") -> Parts {
        let digest = hash == "sha256" ? Array(SHA256.hash(data: payload)) : Array(SHA512.hash(data: payload))
        let signed =
            Array("SSHSIG".utf8) + string(Array(namespace.utf8)) + string([]) + string(Array(hash.utf8))
            + string(digest)
        let signature = try! secret.signature(for: signed)
        return Parts(key: raw, namespace: namespace, hash: hash, signature: Array(signature))
    }

    func block(_ payload: [UInt8], namespace: Namespace = .manifest) -> [UInt8] {
        armored(parts(payload, namespace: namespace.rawValue).blob)
    }
}

/// The sentence of what is thrown; nil where nothing is.
func refusal(_ body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch let error as any Worded {
        return error.sentence(in: .en).text
    } catch { return "\(error)" }
}
