import SignedFeed
import Subprocess
import SystemPackage
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Against the stock ssh-keygen of the machine.
@Suite struct SSHKeygenTests {
    private final class Folder: Sendable {
        let path: FilePath

        init() {
            var template = Array("/tmp/landgrade-keys-XXXXXX".utf8CString)
            path = FilePath(String(cString: mkdtemp(&template)!))  // /tmp is there on every machine we test on
        }

        deinit {
            for name in ["key", "key.pub", "payload", "payload.sig", "current.signed", "allowed"] {
                unlink(path.appending(name).string)
            }
            rmdir(path.string)
        }

        func write(_ bytes: [UInt8], to name: String) throws {
            let file = try FileDescriptor.open(
                path.appending(name), .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite])
            try file.closeAfter { _ = try file.writeAll(bytes) }
        }

        func read(_ name: String) throws -> [UInt8] {
            let file = try FileDescriptor.open(path.appending(name), .readOnly)
            return try file.closeAfter {
                var bytes = [UInt8](repeating: 0, count: 1 << 16)
                let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0) }
                return Array(bytes[..<count])
            }
        }

        func keygen(_ arguments: [String], input: FilePath = "/dev/null") async throws -> (status: Int32, text: String)
        {
            let result = try await Subprocess.run(
                .path("/usr/bin/ssh-keygen"), arguments: Arguments(arguments), workingDirectory: path,
                input: .fileDescriptor(try FileDescriptor.open(input, .readOnly), closeAfterSpawningProcess: true),
                output: .string(limit: 1 << 16), error: .string(limit: 1 << 16))
            guard case .exited(let status) = result.terminationStatus else { return (-1, "") }
            return (status, result.standardOutput + result.standardError)
        }
    }

    @Test func `what it signs is taken and the file satisfies it`() async throws {
        let folder = Folder()
        let made = try await folder.keygen([
            "-q", "-t", "ed25519", "-N", "", "-C", "grades@county.example", "-f", "key",
        ])
        #expect(made.status == 0)
        let key = try Ed25519Key(openSSH: String(decoding: try folder.read("key.pub"), as: UTF8.self))
        let printed = try await folder.keygen(["-lf", "key.pub"])
        #expect(printed.text.contains(" \(key.fingerprint) "))

        let payload = Array(ManifestTests.good.utf8)
        try folder.write(payload, to: "payload")
        let signed = try await folder.keygen(["-Y", "sign", "-f", "key", "-n", Namespace.manifest.rawValue, "payload"])
        #expect(signed.status == 0, "\(signed.text)")
        let file = try folder.read("payload.sig") + payload
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
        #expect(try await folder.keygen(check, input: folder.path.appending("payload")).status == 0)
        try folder.write(payload + [0x0A], to: "payload")
        #expect(try await folder.keygen(check, input: folder.path.appending("payload")).status != 0)
    }

    @Test(arguments: [("rsa", "ssh-rsa"), ("ecdsa", "ecdsa-sha2-nistp256")])
    func `its other keys are refused by name`(type: String, name: String) async throws {
        let folder = Folder()
        #expect(try await folder.keygen(["-q", "-t", type, "-N", "", "-f", "key"]).status == 0)
        let line = String(decoding: try folder.read("key.pub"), as: UTF8.self)
        #expect(
            refusal { _ = try Ed25519Key(openSSH: line) }
                == "a key of type \(name); only ssh-ed25519 is taken (ssh-keygen -t ed25519)")
        let secret = String(decoding: try folder.read("key"), as: UTF8.self)
        #expect(
            refusal { _ = try Ed25519Key(openSSH: secret) }
                == "not a public key as a .pub file has it (ssh-ed25519 AAAA…)")
    }
}
