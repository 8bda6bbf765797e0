import SignedFeed
import Testing

@testable import FuzzChecks

/// The chain of key sets: who may say who speaks for a source from now on.
@Suite struct KeySetTests {
    static let source = "county.example/grades"
    let old = Signer(1), safe = Signer(2), new = Signer(3)

    private func set(
        _ version: Int, _ signers: [Signer], threshold: Int = 1, source: String = source, minSerial: Int? = nil
    ) throws -> KeySet {
        try KeySet(
            version: version, source: source, threshold: threshold, keys: signers.map(\.key), minSerial: minSerial)
    }

    private func signed(_ set: KeySet, by signers: [Signer]) throws -> SignedMessage {
        let payload = set.bytes
        return try SignedMessage(parsing: signers.flatMap { $0.block(payload, namespace: .keys) } + payload)
    }

    private func refused(_ next: KeySet, by signers: [Signer], after previous: KeySet) throws -> String? {
        let message = try signed(next, by: signers)
        return refusal { _ = try KeySet(next: message, after: previous) }
    }

    @Test func `a set follows where the old keys and the new ones say so`() throws {
        let first = try set(1, [old, safe])
        let second = try set(2, [new, safe], minSerial: 12)
        #expect(try refused(second, by: [old, new], after: first) == nil)
        #expect(try KeySet(next: try signed(second, by: [safe]), after: first).minSerial == 12)
        #expect(try refused(second, by: [old], after: first) == "unknown key \(old.key.fingerprint)")
        #expect(try refused(second, by: [new], after: first) == "unknown key \(new.key.fingerprint)")
    }

    @Test func `the thresholds of both sets count`() throws {
        let first = try set(1, [old, safe], threshold: 2)
        let second = try set(2, [new, safe], threshold: 2)
        #expect(try refused(second, by: [old, safe, new], after: first) == nil)
        #expect(
            try refused(second, by: [old, new], after: first) == "signed by 1 of the source's keys, 2 are needed")
        #expect(
            try refused(second, by: [old, safe], after: first) == "signed by 1 of the source's keys, 2 are needed")
    }

    @Test func `no version is left out and no source exchanged`() throws {
        let first = try set(1, [old])
        #expect(
            try refused(try set(3, [old]), by: [old], after: first) == "key set version 3 where 2 has to be")
        #expect(
            try refused(try set(1, [old]), by: [old], after: first) == "key set version 1 where 2 has to be")
        #expect(
            try refused(try set(2, [old], source: "other.example/grades"), by: [old], after: first)
                == "source mismatch: other.example/grades instead of county.example/grades")
    }

    @Test func `a key that was replaced signs no more`() throws {
        let second = try set(2, [new])
        let payload = Array("{}".utf8)
        let message = try SignedMessage(parsing: old.block(payload) + payload)
        #expect(
            refusal { try message.verify(namespace: .manifest, keys: second.keys, threshold: second.threshold) }
                == "unknown key \(old.key.fingerprint)")
    }

    @Test func `the first set is signed by its pinned key and by its own threshold`() throws {
        let pin = old.key.fingerprint
        let first = try set(1, [old, safe], threshold: 2)
        #expect(try KeySet(first: try signed(first, by: [old, safe]), pinned: [pin]) == first)
        let one = try signed(first, by: [old])
        #expect(
            refusal { _ = try KeySet(first: one, pinned: [pin]) } == "signed by 1 of the source's keys, 2 are needed")
        // Anybody can name a key.
        let named = try signed(try set(1, [old, new]), by: [new])
        #expect(refusal { _ = try KeySet(first: named, pinned: [pin]) } == "the pinned key \(pin) did not sign it")
        let foreign = try signed(try set(1, [new]), by: [old, new])
        #expect(
            refusal { _ = try KeySet(first: foreign, pinned: [pin]) }
                == "the pinned key \(pin) is not one of its keys")
        let second = try signed(try set(2, [old]), by: [old])
        #expect(refusal { _ = try KeySet(first: second, pinned: [pin]) } == "key set version 2 where 1 has to be")
    }

    @Test(arguments: [0, -1, 3])
    func `a threshold is between one and the number of keys`(threshold: Int) throws {
        let sentence = "a threshold of \(threshold) with 2 keys; it is at least 1, at most their number and at most 4"
        #expect(refusal { _ = try set(1, [old, safe], threshold: threshold) } == sentence)
        let text = String(decoding: try set(1, [old, safe]).bytes, as: UTF8.self)
            .replacing("\"threshold\": 1", with: "\"threshold\": \(threshold)")
        #expect(refusal { _ = try KeySet(parsing: Array(text.utf8)) } == sentence)
    }

    @Test func `a key stands once and is one of ours`() throws {
        #expect(
            refusal { _ = try set(1, [old, old]) } == "key \(old.key.fingerprint) is listed twice")
        let text = String(decoding: try set(1, [old]).bytes, as: UTF8.self)
        let low = "ssh-ed25519 " + base64(string(Array("ssh-ed25519".utf8)) + string([UInt8](repeating: 0, count: 32)))
        #expect(
            refusal { _ = try KeySet(parsing: Array(text.replacing(old.key.openSSH, with: low).utf8)) }
                == "keys[0]: an Ed25519 key of low order, which any signature fits")
    }
}
