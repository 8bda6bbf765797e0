import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A password in a file that others can read is refused before anything is sent (FAULTS 46).
@Suite struct SecretFileTests {
    private func add(mode: mode_t) async throws -> (Run, String) {
        let bench = FeedBench()
        let secret = bench.workspace("secret")
        try bench.workspace.write("geheim\n", to: "secret")
        chmod(secret, mode)
        let fingerprint = try await bench.fingerprint(try await bench.key("bureau"))
        // Port 1 of this machine: nobody listens, so a run that gets as far as the network ends with 3.
        let run = try await Program.sync.run([
            "source", "add", "http://127.0.0.1:1/", "--key", fingerprint, "--user", "office", "--secret-file", secret,
            "--yes", "--store", bench.store, "--format", "json",
        ])
        return (run, secret)
    }

    @Test func `a file that others can read is refused with the remedy`() async throws {
        let (run, secret) = try await add(mode: 0o644)
        refused(run, 2, "\(secret): others can read this secret; chmod 600 \(secret)")
    }

    @Test func `a file of one's own is used and never shown`() async throws {
        let (run, _) = try await add(mode: 0o600)
        #expect(run.status == 3 && !run.error.contains("geheim"), "\(run.error)")
    }
}
