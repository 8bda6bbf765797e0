import StrictJSON
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// `status` and `doctor`, and how a run ends that no other test ends so.
@Suite struct StatusTests {
    let bench = FeedBench()
    private let source = FeedBench.source

    @Test func `status tells what is known of a source`() async throws {
        let key = try await bench.key("bureau")
        try await bench.start(keys: [key])
        try await bench.publish([try await bench.package()], keys: [key], published: "2026-02-01T00:00:00Z")
        try await bench.take(key: key)
        let fingerprint = try await bench.fingerprint(key)
        let never = try await bench.sync(["status"])
        #expect(never.status == 0)
        #expect(
            never.output == """
                \(source)
                Address   \(bench.workspace("feed"))
                Counties  all
                Keys      1 of 1 keys must sign
                          \(fingerprint)
                List      never pulled

                """)
        #expect(try await bench.sync(["pull"]).status == 0)
        let sha256 = try await bench.sha256(try bench.payload("feed/current.signed"))
        let english = try await bench.sync(["status"])
        let lines = english.output.split(separator: "\n").map(String.init)
        #expect(lines.contains("List          serial 1, 1 edition; applied"), "\(english.output)")
        #expect(lines.contains("SHA-256       \(sha256)"))
        #expect(lines.contains("Published     2026-02-01T00:00:00Z"))
        #expect(lines.contains { $0.hasPrefix("Good until    2099-01-01T00:00:00Z  ") && $0.hasSuffix(" days left") })
        let chinese = try await bench.sync(["status", "--lang", "zh"])
        for line in ["县        全部", "清单      序号 1，含 1 个成果版本，已入库", "发布时间  2026-02-01T00:00:00Z"] {
            #expect(chinese.output.contains(line + "\n"), "\(chinese.output)")
        }
        let json = try JSONValue(parsing: try await bench.sync(["status", "--format", "json"]).bytes)
        let told = try #require(json["sources"]?.array?.first)
        #expect(told["keys"] == .array([.string(fingerprint)]) && told["threshold"] == .integer(1))
        #expect(told["serial"] == .integer(1) && told["applied_serial"] == .integer(1))
        #expect(told["manifest_sha256"] == .string(sha256) && told["expired"] == .bool(false))
        #expect(told["expires_soon"] == .bool(false) && told["error"] == .null && told["contact"] != .null)
    }

    @Test func `a list that soon runs out is reported at every pull`() async throws {
        let key = try await bench.key("bureau")
        try await bench.start(keys: [key])
        let expires = time(in: 86_400)
        try await bench.publish(
            [try await bench.package()], keys: [key], published: time(in: -90 * 86_400), expires: expires)
        try await bench.take(key: key)
        let run = try await bench.sync(["pull"])
        #expect(run.status == 0)
        #expect(
            run.error == "landgrade-sync: \(source): the list expires \(expires); ask the publisher to sign again\n")
        let again = try await bench.sync(["pull", "--lang", "zh"])
        #expect(again.error == "landgrade-sync: \(source)：清单将于 \(expires) 过期，请联系发布单位重新签发\n")
    }

    @Test func `doctor finds nothing, and then each thing that is wrong`() async throws {
        _ = try await bench.settled([try await bench.package()])
        let good = try await bench.sync(["doctor"])
        #expect(good.status == 0 && !good.output.contains("WRONG"), "\(good.output)")
        #expect(good.output.contains("ok    \(source)\n") && good.output.contains("libcurl"))
        let journal = bench.workspace("store/gen-00000001.sqlite-journal")
        _ = try await bench.tool(["touch", journal])
        let stray = try await bench.sync(["doctor", "--format", "json"])
        #expect(stray.status == 7)
        let findings = try JSONValue(parsing: stray.bytes)["findings"]?.array ?? []
        #expect(findings.count { $0["ok"] == .bool(false) } == 1)
        unlink(journal)
        let file = bench.workspace("store/gen-00000001.sqlite")
        chmod(file, 0o644)
        try bench.workspace.write("not a database", to: "store/gen-00000001.sqlite")
        let damaged = try await bench.sync(["doctor", "--lang", "zh"])
        #expect(damaged.status == 7 && damaged.output.contains("有误"), "\(damaged.output)")
        // A store that can't be read is not made anew over what was imported by hand.
        let pull = try await bench.sync(["pull"])
        #expect(pull.status == 7 && pull.output.isEmpty)
    }

    @Test func `another updater at work ends with 75, nonsense with 64`() async throws {
        let key = try await bench.settled([try await bench.package()])
        let busy = try await bench.sync(["pull"], through: ["/usr/bin/flock", bench.workspace("store/.lock")])
        #expect(busy.status == 75 && busy.output.isEmpty, "\(busy.error)")
        let add = try await bench.sync(
            ["source", "add", bench.workspace("feed"), "--key", key + ".pub", "--yes"],
            through: ["/usr/bin/flock", bench.workspace("store/.lock")])
        #expect(add.status == 75)
        for words in [["pull", "--format", "csv"], ["pull", "--splay", "-1"], ["push"], ["status", "--lang", "fr"]] {
            let run = try await bench.sync(words)
            #expect(run.status == 64 && run.output.isEmpty, "\(words)")
        }
    }

    @Test func `a folder that can't be flushed after the flip ends with 8`() async throws {
        let first = try await bench.package()
        let key = try await bench.settled([first])
        let moved = try await bench.package("430624-2026-1", issued: "2026-03-01", grades: FeedBench.moved)
        try await bench.publish([first, moved], keys: [key])
        // How many flushes a run makes up to its last, which is that of the trust file's folder; the flip's is before.
        let trace = bench.workspace("trace")
        let traced = { (words: [String]) in
            try await bench.sync(["pull"], through: ["/usr/bin/strace", "-f", "-qq", "-o", trace] + words)
        }
        try await bench.copy("store", to: "rehearsal")
        let rehearsal = try await traced(["-e", "trace=fsync,rename"])
        #expect(rehearsal.status == 0)
        let calls = try contents(of: FilePath(trace)).split(separator: "\n")
        let flip = try #require(calls.firstIndex { $0.contains("current.sqlite\")") })
        let number = calls[...flip].count { $0.contains("fsync(") } + 1
        _ = try await bench.tool(["rm", "-rf", bench.store])
        try await bench.copy("rehearsal", to: "store")
        let run = try await traced(["-e", "trace=fsync", "-e", "inject=fsync:error=EIO:when=\(number)"])
        #expect(try contents(of: FilePath(trace)).contains("(INJECTED)"))
        #expect(run.status == 8, "\(run.error)")
        #expect(try await bench.answer() == ["2", "430624-2026-1", "feed:\(source)", nil])
        let after = try await bench.sync(["pull"])
        #expect(after.status == 0, "\(after.error)")
    }
}
