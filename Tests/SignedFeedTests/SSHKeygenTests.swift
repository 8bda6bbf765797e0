import SignedFeed
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Against the stock ssh-keygen of the machine.
@Suite struct SSHKeygenTests {
    private let folder = TemporaryFolder()

    private func keygen(_ arguments: [String], input: [UInt8] = []) async throws -> (status: Int, text: String) {
        let run = try await Program.tool("ssh-keygen").run(arguments, input: input, in: folder.path)
        return (run.status, run.output + run.error)
    }

    @Test func `what it signs is taken and the file satisfies it`() async throws {
        let made = try await keygen([
            "-q", "-t", "ed25519", "-N", "", "-C", "grades@county.example", "-f", "key",
        ])
        #expect(made.status == 0)
        let key = try Ed25519Key(openSSH: String(decoding: try folder.bytes("key.pub"), as: UTF8.self))
        let printed = try await keygen(["-lf", "key.pub"])
        #expect(printed.text.contains(" \(key.fingerprint) "))

        let payload = Array(ManifestTests.good.utf8)
        try folder.write(payload, to: "payload")
        let signed = try await keygen(["-Y", "sign", "-f", "key", "-n", Namespace.manifest.rawValue, "payload"])
        #expect(signed.status == 0, "\(signed.text)")
        let file = try folder.bytes("payload.sig") + payload
        let message = try SignedMessage(parsing: file)
        #expect(message.payload == payload)
        try message.verify(namespace: .manifest, keys: [key], threshold: 1)

        // Anyone can check our file with it as it is: it stops reading at the first footer.
        try folder.write(file, to: "current.signed")
        try folder.write(Array("grades@county.example \(key.openSSH)\n".utf8), to: "allowed")
        let check = [
            "-Y", "verify", "-f", "allowed", "-I", "grades@county.example", "-n", Namespace.manifest.rawValue, "-s",
            "current.signed",
        ]
        #expect(try await keygen(check, input: folder.bytes("payload")).status == 0)
        try folder.write(payload + [0x0A], to: "payload")
        #expect(try await keygen(check, input: folder.bytes("payload")).status != 0)
    }

    @Test(arguments: [("rsa", "ssh-rsa"), ("ecdsa", "ecdsa-sha2-nistp256")])
    func `its other keys are refused by name`(type: String, name: String) async throws {
        #expect(try await keygen(["-q", "-t", type, "-N", "", "-f", "key"]).status == 0)
        let line = String(decoding: try folder.bytes("key.pub"), as: UTF8.self)
        #expect(
            refusal { _ = try Ed25519Key(openSSH: line) }
                == "a key of type \(name); only ssh-ed25519 is taken (ssh-keygen -t ed25519)")
        let secret = String(decoding: try folder.bytes("key"), as: UTF8.self)
        #expect(
            refusal { _ = try Ed25519Key(openSSH: secret) }
                == "not a public key as a .pub file has it (ssh-ed25519 AAAA…)")
    }
}
