import GradeModel
import SignedFeed
import SystemPackage
import TestSupport
import Testing

/// Files signed once by OpenSSH 9.2's `ssh-keygen -Y sign` and kept.
@Suite struct SignedOnceTests {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = Repository.file("Tests/SignedFeedTests/Signed")
        let file = try FileDescriptor.open(folder.appending(name), .readOnly)
        return try file.closeAfter {
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0) }
            return Array(bytes[..<count])
        }
    }

    static func key(_ name: String) throws -> Ed25519Key {
        try Ed25519Key(openSSH: String(decoding: try bytes(name), as: UTF8.self))
    }

    @Test(arguments: [("current.signed", "bureau.pub"), ("sha256.signed", "safe.pub")])
    func `its signature is good and its manifest reads`(name: String, key: String) throws {
        let message = try SignedMessage(parsing: try Self.bytes(name))
        try message.verify(namespace: .manifest, keys: [try Self.key(key)], threshold: 1)
        let manifest = try Manifest(parsing: message.payload, client: try #require(ClientVersion("1.0")))
        #expect(manifest.source == "county.example/grades" && manifest.serial == 7)
        #expect(manifest.published.description == "2026-02-01T00:00:00Z")
        #expect(manifest.editions.map(\.id.text) == ["430624-2025-1"] && manifest.editions[0].size == 2345)
        #expect(manifest.bytes == message.payload)
    }

    @Test func `the first key set is trusted by a pinned key that signed it`() throws {
        let message = try SignedMessage(parsing: try Self.bytes("keys-1.signed"))
        let bureau = try Self.key("bureau.pub"), safe = try Self.key("safe.pub")
        let set = try KeySet(first: message, pinned: [bureau.fingerprint, safe.fingerprint])
        #expect(set.keys == [bureau, safe] && set.threshold == 1 && set.version == 1)
        #expect(set.bytes == message.payload)
        let other = Signer(9).key.fingerprint
        #expect(
            refusal { _ = try KeySet(first: message, pinned: [other]) } == "the pinned key \(other) did not sign it")
        #expect(refusal { _ = try KeySet(first: message, pinned: []) } == "no key is pinned to begin with")
    }

    @Test func `every flipped bit is refused`() throws {
        let good = try Self.bytes("current.signed"), key = try Self.key("bureau.pub")
        for index in good.indices {
            for bit in 0..<8 {
                var bytes = good
                bytes[index] ^= 1 << UInt8(bit)
                let refusal = refusal {
                    try SignedMessage(parsing: bytes).verify(namespace: .manifest, keys: [key], threshold: 1)
                }
                #expect(refusal != nil, "byte \(index), bit \(bit)")
            }
        }
    }

    @Test func `every truncation is refused`() throws {
        let good = try Self.bytes("current.signed"), key = try Self.key("bureau.pub")
        for count in 0..<good.count {
            let refusal = refusal {
                try SignedMessage(parsing: Array(good[..<count]))
                    .verify(namespace: .manifest, keys: [key], threshold: 1)
            }
            #expect(refusal != nil, "\(count) bytes")
        }
        #expect(refusal { _ = try SignedMessage(parsing: Array(good[..<200])) }?.hasPrefix("truncated") == true)
    }

    @Test func `a signature for another purpose proves nothing`() throws {
        let message = try SignedMessage(parsing: try Self.bytes("keys-1.signed"))
        #expect(
            refusal { try message.verify(namespace: .manifest, keys: [try Self.key("bureau.pub")], threshold: 1) }
                == "the signature is for another purpose: landgrade-keys@v1 instead of landgrade-manifest@v1")
    }
}
