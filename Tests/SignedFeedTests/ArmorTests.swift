import SignedFeed
import Testing

@testable import FuzzChecks

/// The text around signatures, and what is no signed file at all.
@Suite struct ArmorTests {
    static let payload = Array("{\"a\":1}\n".utf8)
    let signer = Signer(1)

    private func verify(_ bytes: [UInt8]) -> String? {
        refusal {
            try SignedMessage(parsing: bytes).verify(namespace: .manifest, keys: [signer.key], threshold: 1)
        }
    }

    @Test func `what is not signed is called that`() {
        #expect(verify([]) == "the file is empty")
        #expect(verify(Self.payload) == "not signed: the file does not begin with an SSH signature")
        #expect(
            verify(Array("\r\n <!DOCTYPE html><title>Login</title>".utf8))
                == "not signed: the file does not begin with an SSH signature; it looks like a web page (a login portal, "
                + "or an error page of the server)")
    }

    @Test func `nothing stands before the first block`() {
        let good = signer.block(Self.payload) + Self.payload
        for before in ["\n", " ", "\u{FEFF}", "x\n"] {
            #expect(verify(Array(before.utf8) + good)?.hasPrefix("not signed") == true)
        }
    }

    @Test func `what follows the block belongs to the payload`() {
        let block = signer.block(Self.payload)
        #expect(verify(block + [0x0A] + Self.payload)?.hasPrefix("the signature by") == true)
        let nested = Self.payload + signer.block(Self.payload)
        #expect(verify(block + nested)?.hasPrefix("the signature by") == true)
        #expect(verify(signer.block(nested) + nested) == nil)
    }

    @Test func `line ends may be of either kind in the armor and not in the payload`() {
        let armor = armored(signer.parts(Self.payload).blob, lineEnd: "\r\n")
        #expect(verify(armor + Self.payload) == nil)
        let changed = Array("{\"a\":1}\r\n".utf8)
        #expect(
            verify(signer.block(Self.payload) + changed)
                == "the signature by \(signer.key.fingerprint) does not fit the contents: line endings were changed in "
                + "transit (LF to CRLF); transfer the file as binary")
    }

    @Test func `broken armor is placed`() {
        func lines(_ change: (inout [String]) -> Void) -> [UInt8] {
            let text = String(decoding: signer.block(Self.payload), as: UTF8.self)
            var lines = text.split(separator: "\n").map(String.init)
            change(&lines)
            return Array(lines.map { $0 + "\n" }.joined().utf8) + Self.payload
        }
        #expect(verify(lines { $0.insert("", at: 2) }) == "line 3: broken signature armor: a blank line")
        #expect(
            verify(lines { $0[1] += " " }) == "line 2: broken signature armor: a character that is not base64")
        #expect(
            verify(lines { $0.removeSubrange(1..<($0.count - 1)) })
                == "line 2: broken signature armor: nothing between its first line and its last")
        #expect(
            verify(lines { $0[$0.count - 2].removeLast() })?
                .hasSuffix("the base64 is not as it is canonically written") == true)
    }

    @Test func `there are limits`() {
        let block = signer.block(Self.payload)
        let nine = (0..<9).flatMap { _ in block } + Self.payload
        #expect(verify(nine) == "more than 8 signatures")
        #expect(verify((0..<8).flatMap { _ in block } + Self.payload) == nil)
        let large = block + [UInt8](repeating: 0x20, count: SignedMessage.largestFile)
        #expect(verify(large) == "larger than 4 MiB")
        let long = Array("-----BEGIN SSH SIGNATURE-----\n".utf8) + [UInt8](repeating: 0x41, count: 3000)
        #expect(verify(long) == "signature 1 is longer than 2 KiB")
        let wide = armored([UInt8](repeating: 7, count: 1100)) + Self.payload
        #expect(verify(wide) == "signature 1: longer than 1 KiB")
    }
}
