import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// A whole feed that was signed once and kept (`Tests/Feeds`), pulled by the programs of today.
@Suite struct SignedOnceFeedTests {
    let bench = FeedBench()
    private let feed = Repository.file("Tests/Feeds/two-townships").string
    private var key: String { feed + ".pub" }

    @Test func `it is taken by the key of its first set, pulled, and answers`() async throws {
        let added = try await bench.sync(["source", "add", feed, "--key", key], input: "yes\n")
        #expect(added.status == 0)
        #expect(
            added.error.contains("  SHA256:80C4ASwO1+ZbqUy7fqSOM9idl+vptpq7xJiZCIqUlS4  (given, and it has signed)\n"))
        let pulled = try await bench.pull()
        #expect(pulled.run.status == 0, "\(pulled.run.error)")
        let told = pulled.json["sources"]?.array?.first
        #expect(told?["serial"] == .integer(7) && told?["outcome"] == .string("applied"))
        #expect(
            told?["manifest_sha256"] == .string("f71c8486bebd1797ead83977d4e7c1f3725c614c34f3de08adbf9f987750501b"))
        #expect(try await bench.answer() == ["1", "430624-2025-1", "feed:county.example/grades", nil])
        let check = try await Program.publish.run(["feed", "verify", feed, "--key", key])
        #expect(check.status == 0 && check.output.contains("keys: set 2, 1 of 2 must sign\n"), "\(check.error)")
    }

    /// As SSH's manual has it: the file is its own signature file, because ssh-keygen stops at the first footer.
    private func verify(_ file: String, _ namespace: String, by key: String, _ payload: String) async throws -> Int {
        try bench.workspace.write("grades@county.example \(key)\n", to: "allowed")
        return try await bench.tool(
            [
                "ssh-keygen", "-Y", "verify", "-f", bench.workspace("allowed"), "-I", "grades@county.example", "-n",
                namespace, "-s", file,
            ], input: payload
        ).status
    }

    @Test func `the stock ssh-keygen finds the kept list good, and not another`() async throws {
        let file = FilePath(feed).appending("current.signed")
        let end = "-----END SSH SIGNATURE-----\n"
        let text = try contents(of: file)
        let payload = String(text[try #require(text.firstRange(of: end)).upperBound...])
        let second = try contents(of: FilePath(feed).appending("keys/2.signed"))
        let key = String(try #require(second.firstMatch(of: /ssh-ed25519 [A-Za-z0-9+\/=]+/)).output)
        #expect(try await verify(file.string, "landgrade-manifest@v1", by: key, payload) == 0)
        #expect(try await verify(file.string, "landgrade-keys@v1", by: key, payload) != 0)
        #expect(try await verify(file.string, "landgrade-manifest@v1", by: key, payload + " ") != 0)
    }

    @Test func `the stock ssh-keygen finds what is published today good`() async throws {
        let secret = try await bench.key("bureau")
        try await bench.start(keys: [secret])
        try await bench.publish([try await bench.package()], keys: [secret])
        let key = try contents(of: FilePath(secret + ".pub")).split(separator: " ").prefix(2).joined(separator: " ")
        for (name, namespace) in [("current", "landgrade-manifest@v1"), ("keys/1", "landgrade-keys@v1")] {
            let payload = try bench.payload("feed/\(name).signed"), file = bench.workspace("feed/\(name).signed")
            #expect(try await verify(file, namespace, by: key, payload) == 0)
            #expect(try await verify(file, namespace, by: key, payload.replacing("1", with: "2")) != 0)
        }
    }
}
