import SystemPackage
import TestSupport
import Testing

/// Lists and packages that are signed and say what they may not (faults 24 to 26). Nothing from the network ever becomes
/// a path: strace holds that no file is written outside `tmp/` and `trust/`.
@Suite struct HostileListTests {
    let bench = FeedBench()
    private let source = FeedBench.source

    /// A pull under strace. Every path that a call which changes something was given.
    private func tracedPull() async throws -> (run: Run, written: [String]) {
        let trace = bench.workspace("trace")
        let run = try await bench.sync(
            ["pull"],
            through: [
                "/usr/bin/strace", "-f", "-qq", "-s", "20000", "-o", trace, "-e",
                "trace=open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,"
                    + "unlinkat,rmdir,truncate,chmod,fchmodat",
            ])
        var written: [String] = []
        for line in try contents(of: FilePath(trace)).split(separator: "\n") {
            let isOpening = line.contains("open(") || line.contains("openat(")
            guard !isOpening || ["O_WRONLY", "O_RDWR", "O_CREAT"].contains(where: { line.contains($0) }) else {
                continue
            }
            // Every other piece between quotes is a path. A file without a name is linked by its descriptor.
            let pieces = line.split(separator: "\"", omittingEmptySubsequences: false)
            written += stride(from: 1, to: pieces.count, by: 2).map { String(pieces[$0]) }
                .filter { !(line.contains("linkat(") && $0.hasPrefix("/proc/self/fd/")) }
        }
        return (run, written)
    }

    private func staysInside(
        _ sentence: String, _ status: Int, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let before = try bench.contentsOfStore().filter { !$0.key.contains("/trust/") }
        let (run, written) = try await tracedPull()
        refused(run, status, "\(source): \(sentence)", sourceLocation: sourceLocation)
        #expect(!written.isEmpty, "strace saw the lock at least", sourceLocation: sourceLocation)
        let own = [
            bench.store, bench.workspace("store/.lock"), bench.workspace("store/tmp"), bench.workspace("store/trust"),
        ]
        for path in written {
            let isInside = path.hasPrefix("\(bench.store)/tmp/") || path.hasPrefix("\(bench.store)/trust/")
            #expect((isInside && !path.contains("..")) || own.contains(path), "\(path)", sourceLocation: sourceLocation)
        }
        #expect(
            try bench.contentsOfStore().filter { !$0.key.contains("/trust/") } == before, sourceLocation: sourceLocation
        )
    }

    private static let tricks: [(json: String, shown: String)] = [
        ("../x", "../x"), ("/etc/x", "/etc/x"), ("a//b", "a//b"), ("%2e%2e", "%2e%2e"), ("C:\\\\", "C:\\\\"),
        ("x\\u0000y", "x\\u0000y"), ("https://other.example/x", "https://other.example/x"),
    ]

    @Test func `an edition's id is never a path`() async throws {
        let key = try await bench.settled([try await bench.package()])
        let good = try contents(of: bench.workspace.path.appending("feed/current.signed"))
        for (json, shown) in Self.tricks {
            try bench.workspace.write(good, to: "feed/current.signed")
            try await bench.forge(by: [key], ("\"id\": \"430624-2025-1\"", "\"id\": \"\(json)\""))
            try await staysInside(
                "current.signed: editions[0].id: \"\(shown)\" is not an edition id such as 430624-2025-1", 4)
        }
        try bench.workspace.write(good, to: "feed/current.signed")
        try await bench.forge(
            by: [key], ("\"id\": \"430624-2025-1\"", "\"id\": \"\(String(repeating: "../", count: 3400))\""))
        let (run, _) = try await tracedPull()
        #expect(run.status == 4 && run.error.utf8.count < 400, "\(run.error)")
        try bench.workspace.write(good, to: "feed/current.signed")
        let hash = try #require(good.firstMatch(of: /"sha256": "([0-9a-f]{64})"/)?.output.1)
        try await bench.forge(by: [key], ("\"sha256\": \"\(hash)\"", "\"sha256\": \"../../../../../etc/passwd\""))
        try await staysInside(
            "current.signed: editions[0].sha256: \"../../../../../etc/passwd\" is not a SHA-256 of 64 lower-case hex digits",
            4)
    }

    @Test func `a table's name in a package is never a path`() async throws {
        let package = try await bench.package()
        let key = try await bench.settled([package])
        let descriptor = try contents(of: FilePath(package).appending("datapackage.json"))
        let good = try contents(of: bench.workspace.path.appending("feed/current.signed"))
        let hash = try #require(good.firstMatch(of: /"sha256": "([0-9a-f]{64})"/)?.output.1)
        for (json, shown) in Self.tricks + [(String(repeating: "x/", count: 5000), "")] {
            let hostile = descriptor.replacing("\"path\": \"grades.csv\"", with: "\"path\": \"\(json)\"")
            try #require(hostile != descriptor)
            let sha256 = try await bench.sha256(hostile)
            try bench.workspace.write(hostile, to: "feed/files/\(sha256)")
            try bench.workspace.write(good, to: "feed/current.signed")
            try await bench.forge(
                by: [key], ("\"serial\": 1", "\"serial\": 2"), (String(hash), sha256),
                ("\"size\": \(descriptor.utf8.count)", "\"size\": \(hostile.utf8.count)"))
            let (run, written) = try await tracedPull()
            #expect(run.status == 6 && run.output.isEmpty, "\(shown): \(run.error)")
            #expect(
                run.error.hasPrefix("landgrade-sync: \(source): edition 430624-2025-1: datapackage.json, resources["),
                "\(run.error)")
            #expect(run.error.utf8.count < 700, "\(run.error.utf8.count) bytes")
            #expect(written.allSatisfy { $0.hasPrefix(bench.store) && !$0.contains("..") })
            // The next list, under the same serial, is another one: the office starts anew for the next trick.
            try await bench.take(key: key, ["--replace"])
        }
        #expect(try await bench.answer() == ["1", "430624-2025-1", "feed:\(source)", nil])
    }

    @Test func `a list of another source under the same key is no list of this one`() async throws {
        let key = try await bench.settled([try await bench.package()])
        try await bench.start("other", source: "other.example/grades", keys: [key])
        try await bench.publish(
            [try await bench.package("430625-2025-1", county: "别县")], in: "other", keys: [key], serial: 2)
        _ = try await bench.tool([
            "cp", bench.workspace("other/current.signed"), bench.workspace("feed/current.signed"),
        ])
        refused(
            try await bench.sync(["pull"]), 4,
            "\(source): source mismatch: this is other.example/grades, not county.example/grades; is the address right?"
        )
        let check = try await Program.publish.run(["feed", "verify", bench.workspace("feed")])
        #expect(
            check.error == "landgrade-publish: what is published is of other.example/grades, and the keys are of "
                + "county.example/grades\n" && check.status == 2)
    }

    @Test func `what a later version published asks for an update of the program`() async throws {
        let key = try await bench.settled([try await bench.package()])
        let good = try contents(of: bench.workspace.path.appending("feed/current.signed"))
        try await bench.forge(by: [key], ("landgrade.manifest/1", "landgrade.manifest/2"))
        refused(
            try await bench.sync(["pull"]), 4,
            "\(source): current.signed: the format is \"landgrade.manifest/2\", this version reads "
                + "landgrade.manifest/1: update the program")
        try bench.workspace.write(good, to: "feed/current.signed")
        try await bench.forge(by: [key], ("\"min_client\": \"1.0\"", "\"min_client\": \"99\""))
        refused(
            try await bench.sync(["pull"]), 4,
            "\(source): current.signed: it needs version 99.0 or later, this is 1.0: update the program")
    }

    @Test func `a file that is not the one listed is not taken`() async throws {
        let package = try await bench.package()
        let key = try await bench.settled([package])
        let revised = try await bench.package("430624-2026-1", issued: "2026-03-01", grades: FeedBench.moved)
        try await bench.publish([package, revised], keys: [key])
        let table = try await bench.sha256(try contents(of: FilePath(revised).appending("grades.csv")))
        let good = try contents(of: FilePath(revised).appending("grades.csv"))
        // Of the same length, longer, shorter.
        for text in [good.replacing("芙蓉村", with: "芙荣村"), good + "\n", String(good.dropLast(5)), ""] {
            try bench.workspace.write(text, to: "feed/files/\(table)")
            refused(
                try await bench.sync(["pull"]), 6,
                "\(source): files/\(table) holds other bytes than the list promises")
        }
        _ = try await bench.tool(["rm", bench.workspace("feed/files/\(table)")])
        refused(
            try await bench.sync(["pull"]), 3,
            "\(source): files/\(table) is listed and not there: the publication is incomplete; try again later, or tell "
                + "the publisher")
        try bench.workspace.write(good, to: "feed/files/\(table)")
        #expect(try await bench.sync(["pull"]).status == 0)
        #expect(try await bench.answer() == ["2", "430624-2026-1", "feed:\(source)", nil])
    }
}
