import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// What a source may ask of an office: bytes, silence, time.
@Suite struct FeedBoundTests {
    let bench = FeedBench()
    private let source = FeedBench.source

    /// A feed behind a server, taken by an address with these faults. `source add` makes the first request there.
    private func taken(_ faults: String) async throws -> FaultFolder {
        let key = try await bench.key("bureau")
        try await bench.start(keys: [key])
        try await bench.publish([try await bench.package()], keys: [key])
        return try await take(faults, key)
    }

    private func take(_ faults: String, _ key: String) async throws -> FaultFolder {
        let web = try FaultFolder(bench.workspace.path.string, log: bench.workspace.path.appending("log"))
        let added = try await bench.sync(["source", "add", web.address(faults), "--key", key + ".pub", "--yes"])
        try #require(added.status == 0, "\(added.error)")
        return web
    }

    /// The package's description, with other numbers of bytes, in the place of the true one.
    private func publish(bytes: [String: Int]) async throws -> FaultFolder {
        let key = try await bench.key("bureau"), package = try await bench.package()
        try await bench.start(keys: [key])
        try await bench.publish([package], keys: [key])
        let old = try contents(of: FilePath(package).appending("datapackage.json"))
        var new = old
        for (table, count) in bytes {
            let pattern = try Regex("(\"path\": \"\(table)\"[^}]*?\"bytes\": )[0-9]+", as: (Substring, Substring).self)
            new.replace(pattern, with: { "\($0.output.1)\(count)" })
        }
        try #require(new != old)
        let sum = try await bench.sha256(new)
        try bench.workspace.write(new, to: "feed/files/\(sum)")
        try await bench.forge(
            by: [key], (try await bench.sha256(old), sum),
            ("\"size\": \(old.utf8.count)", "\"size\": \(new.utf8.count)"))
        return try await take("ok", key)
    }

    @Test(arguments: [
        (["grades.csv": 10_000_000_000], "larger than 64 MiB; this is not a table of one county"),
        (["grades.csv": (64 << 20) + 1], "larger than 64 MiB; this is not a table of one county"),
        (
            ["grades.csv": 64 << 20, "aliases.csv": 64 << 20],
            "all files together are larger than 128 MiB; this is not a package of one county"
        ),
    ])
    func `a package that says it is too large is refused before any of its tables`(
        bytes: [String: Int], sentence: String
    ) async throws {
        let web = try await publish(bytes: bytes)
        let pulled = try await bench.sync(["pull"])
        #expect(pulled.status == 6 && pulled.error.contains(sentence), "\(pulled.error)")
        #expect(try await web.asked(bench).count { $0.contains("feed/files/") } == 1)
    }

    @Test func `a day of silence counts from the day it was asked for`() async throws {
        let web = try await taken("status@403,after=1,first=1")
        func pull(at clock: String) async throws -> Run {
            try await bench.sync(["pull"], environment: ["TZ": "UTC"], through: ["/usr/bin/faketime", "-f", clock])
        }
        #expect(try await pull(at: "2098-06-01 00:00:00").error.contains("status 403"))
        let wait = "\(source): the server asked not to be contacted before 2098-06-02T00:00:0"
        #expect(try await pull(at: "2098-06-01 12:00:00").error.contains(wait))
        #expect(try await web.asked(bench).count == 2)
        // The clock was wrong by 72 years, and is right again.
        let status = try await bench.sync(["status", "--lang", "en"])
        #expect(!status.output.contains("Not before"), "\(status.output)")
        let pulled = try await bench.sync(["pull"])
        #expect(pulled.status == 0, "\(pulled.error)")
        #expect(try await web.asked(bench).count > 2)
    }

    @Test func `a run ends at its deadline and the next one continues`() async throws {
        let web = try await taken("noreply,after=1,first=1")
        refused(
            try await bench.sync(["pull", "--deadline", "1"]), 3,
            "\(source): not finished within 1 s; what has come is kept, and the next run continues (--deadline allows "
                + "more)")
        #expect(try await web.asked(bench).count == 2)
        let pulled = try await bench.sync(["pull"])
        #expect(pulled.status == 0, "\(pulled.error)")
        #expect(try await web.asked(bench).count > 2)
    }
}
