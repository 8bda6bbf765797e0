import SignedFeed
import Testing

@testable import FuzzChecks

/// Blocks that are nearly right.
@Suite struct HostileBlockTests {
    static let payload = Array("{}\n".utf8)
    let signer = Signer(1)

    private func verify(_ bytes: [UInt8], _ keys: [Ed25519Key]? = nil, threshold: Int = 1) -> String? {
        refusal {
            try SignedMessage(parsing: bytes)
                .verify(namespace: .manifest, keys: keys ?? [signer.key], threshold: threshold)
        }
    }

    private func verify(_ change: (inout Signer.Parts) -> Void) -> String? {
        var parts = signer.parts(Self.payload)
        change(&parts)
        return verify(armored(parts.blob) + Self.payload)
    }

    @Test func `the unchanged block is taken`() {
        #expect(verify { _ in } == nil)
        #expect(verify(armored(signer.parts(Self.payload, hash: "sha256").blob) + Self.payload) == nil)
    }

    @Test(arguments: ["file", "git", "landgrade-keys@v1", "landgrade-manifest@v2", ""])
    func `another namespace is refused`(namespace: String) {
        let block = armored(signer.parts(Self.payload, namespace: namespace).blob)
        #expect(
            verify(block + Self.payload)
                == "the signature is for another purpose: \(namespace) instead of landgrade-manifest@v1")
    }

    @Test(arguments: [
        "ssh-rsa", "ecdsa-sha2-nistp256", "sk-ssh-ed25519@openssh.com", "ssh-ed25519-cert-v01@openssh.com",
    ])
    func `other keys are refused by name`(type: String) {
        #expect(
            verify { $0.keyType = type }
                == "signature 1: a key of type \(type); only ssh-ed25519 is taken (ssh-keygen -t ed25519)")
        #expect(
            verify { $0.signatureType = type }
                == "signature 1: signature of type \"\(type)\", only ssh-ed25519 is taken")
    }

    @Test(arguments: ["sha1", "md5", "SHA512", "sha384", "sha512 ", ""])
    func `other hashes are refused`(name: String) {
        let shown = name.replacing(" ", with: "?")
        #expect(
            verify { $0.hash = name }
                == "signature 1: hash algorithm \"\(shown)\", only sha512 and sha256 are taken")
    }

    @Test func `what is left over is refused`() {
        #expect(verify { $0.reserved = "x" } == "signature 1: the reserved field is not empty")
        #expect(verify { $0.version = 0 } == "signature 1: signature version 0, only 1 is read")
        #expect(verify { $0.version = 2 } == "signature 1: signature version 2, only 1 is read")
        #expect(verify { $0.magic = "SSHSIH" } == "signature 1: not an SSH signature")
        #expect(verify { $0.behind = [0] } == "signature 1: something follows its last field")
        #expect(verify { $0.behindSignature = [0] } == "signature 1: something follows its last field")
        #expect(
            verify { $0.behindKey = [0] } == "signature 1: not a public key as a .pub file has it (ssh-ed25519 AAAA…)")
        #expect(verify { $0.signature.removeLast() } == "signature 1: an Ed25519 signature of 63 bytes instead of 64")
        #expect(verify { $0.key.removeLast() } == "signature 1: an Ed25519 key of 31 bytes instead of 32")
    }

    @Test func `a malleated signature is refused`() {
        // The group's order L, little-endian; S and S + L are the same to a careless verifier.
        let order: [UInt8] = [
            0xED, 0xD3, 0xF5, 0x5C, 0x1A, 0x63, 0x12, 0x58, 0xD6, 0x9C, 0xF7, 0xA2, 0xDE, 0xF9, 0xDE, 0x14, 0, 0, 0, 0,
            0,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
        ]
        let refused = verify { parts in
            var carry = 0
            for index in 0..<32 {
                let sum = Int(parts.signature[32 + index]) + Int(order[index]) + carry
                parts.signature[32 + index] = UInt8(sum & 0xFF)
                carry = sum >> 8
            }
        }
        #expect(
            refused == "the signature by \(signer.key.fingerprint) does not fit the contents: something was changed")
    }

    @Test func `a key of low order is refused wherever it stands`() {
        for low in [[UInt8](repeating: 0, count: 32), [1] + [UInt8](repeating: 0, count: 31)] {
            #expect(
                refusal { _ = try Ed25519Key(raw: low) } == "an Ed25519 key of low order, which any signature fits")
            #expect(verify { $0.key = low } == "signature 1: an Ed25519 key of low order, which any signature fits")
        }
    }

    @Test func `an unknown key is named`() {
        let other = Signer(2)
        #expect(verify(other.block(Self.payload) + Self.payload) == "unknown key \(other.key.fingerprint)")
        // Beside a known one it is passed over.
        #expect(verify(other.block(Self.payload) + signer.block(Self.payload) + Self.payload) == nil)
    }

    @Test func `keys are counted once`() {
        let other = Signer(2)
        let twice = signer.block(Self.payload) + signer.block(Self.payload) + Self.payload
        #expect(
            verify(twice, [signer.key, other.key], threshold: 2) == "signed by 1 of the source's keys, 2 are needed")
        let both = signer.block(Self.payload) + other.block(Self.payload) + Self.payload
        #expect(verify(both, [signer.key, other.key], threshold: 2) == nil)
        #expect(verify(both, [signer.key, signer.key], threshold: 2) != nil)
    }

    @Test func `a wrong block of a known key is never passed over`() {
        let other = Signer(2)
        var parts = other.parts(Self.payload)
        parts.signature[0] ^= 1
        let bytes = signer.block(Self.payload) + armored(parts.blob) + Self.payload
        #expect(verify(bytes, [signer.key, other.key])?.hasPrefix("the signature by") == true)
    }
}
