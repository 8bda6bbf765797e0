import StrictJSON
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A feed made, published, checked and given new keys, on the real program and with the real `ssh-keygen`.
@Suite(.enabled(if: access("/usr/bin/ssh-keygen", X_OK) == 0, "needs ssh-keygen"))
struct FeedPublishTests {
    let workspace = TemporaryFolder()
    private var feed: FilePath { workspace.path.appending("feed") }
    private let seed = Repository.xiangyin.string
    private static let source = "county.example/grades"

    private func run(_ arguments: [String], through wrapper: [String] = []) async throws -> Run {
        try await Program.publish.run(["feed"] + arguments, through: wrapper)
    }

    private func system(_ words: [String], input: [UInt8] = []) async throws -> Run {
        try await Program.tool(words[0]).run(Array(words.dropFirst()), input: input)
    }

    /// `name` and `name.pub`; the fingerprint that ssh-keygen itself prints.
    @discardableResult
    private func key(_ name: String, type: String = "ed25519") async throws -> String {
        let file = workspace(name)
        let made = try await system(["/usr/bin/ssh-keygen", "-q", "-t", type, "-N", "", "-C", name, "-f", file])
        try #require(made.status == 0, "\(made.error)")
        let shown = try await system(["/usr/bin/ssh-keygen", "-l", "-f", file + ".pub"])
        return String(try #require(shown.output.split(separator: " ").dropFirst().first))
    }

    private func start(_ keys: [String] = ["bureau"], threshold: Int = 1) async throws {
        for name in keys { try await key(name) }
        let made = try await run(
            ["init", feed.string, "--source", Self.source, "--threshold", "\(threshold)"]
                + keys.flatMap { ["--key", workspace($0)] })
        try #require(made.status == 0, "\(made.error)")
    }

    private func build(
        _ editions: [String], keys: [String] = ["bureau"], serial: Int? = nil, published: String = "2026-02-01",
        expires: String = "2099-03-01", out: String? = nil, through wrapper: [String] = []
    ) async throws -> Run {
        try await run(
            ["build"] + editions + ["--out", out ?? feed.string, "--published", published, "--expires", expires]
                + keys.flatMap { ["--key", workspace($0)] } + (serial.map { ["--serial", "\($0)"] } ?? []),
            through: wrapper)
    }

    private func verify(_ arguments: [String] = []) async throws -> Run {
        try await run(["verify", feed.string] + arguments)
    }

    private func bytes(_ name: String) throws -> String { try contents(of: feed.appending(name)) }

    /// What is not a refusal of the command line changes nothing and says one sentence.
    private func expect(_ run: Run, _ sentence: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(
            run == Run(output: "", error: "landgrade-publish: \(sentence)\n", status: 2, bytes: []),
            sourceLocation: sourceLocation)
    }

    @Test func `a feed is made once and prints the fingerprints that ssh-keygen prints`() async throws {
        let fingerprints = [try await key("bureau"), try await key("safe")]
        let words = [
            "init", feed.string, "--source", Self.source, "--key", workspace("bureau"), "--key", workspace("safe"),
        ]
        let made = try await run(words)
        #expect(made.status == 0 && made.error.contains("Signing file"))
        #expect(
            made.output == "\(feed): feed of \(Self.source), keys/1.signed written; put these on paper:\n"
                + fingerprints.map { "  \($0)\n" }.joined())
        #expect(names(in: feed) == ["files", "keys"] && names(in: feed.appending("keys")) == ["1.signed"])
        let again = try await run(words)
        expect(again, "\(feed): there is a feed already; feed rotate changes its keys")
    }

    @Test func `keys of other kinds and odd key sets are refused`() async throws {
        try await key("bureau")
        try await key("old", type: "rsa")
        func start(_ arguments: [String]) async throws -> Run {
            try await run(["init", feed.string, "--source", Self.source] + arguments)
        }
        let rsa = try await start(["--key", workspace("old")])
        expect(
            rsa,
            "\(workspace("old.pub")): a key of type ssh-rsa; only ssh-ed25519 is taken (ssh-keygen -t ed25519)")
        let twice = try await start(["--key", workspace("bureau"), "--key", workspace("bureau")])
        #expect(twice.status == 2 && twice.error.contains("is listed twice"))
        let high = try await start(["--key", workspace("bureau"), "--threshold", "2"])
        #expect(high.status == 2 && high.error.contains("a threshold of 2 with 1 keys"))
        let missing = try await start(["--key", workspace("none")])
        #expect(missing.status == 2 && missing.error.contains("none.pub: can't be read (No such file or directory)"))
        let odd = try await run(["init", feed.string, "--source", "a b", "--key", workspace("bureau")])
        #expect(odd.status == 2 && odd.error.contains("source: "))
        #expect(names(in: feed).isEmpty)
    }

    @Test func `the same input gives the same bytes`() async throws {
        try await start()
        let other = workspace("other")
        _ = try await system(["/bin/cp", "-r", feed.string, other])
        let first = try await build([seed])
        #expect(first.status == 0)
        #expect(
            first.output
                == "\(feed): \(Self.source), serial 1, 1 edition(s), expires 2099-03-01T00:00:00Z\n")
        #expect(try await build([seed], out: other).status == 0)
        #expect(try await system(["/usr/bin/diff", "-r", feed.string, other]).status == 0)
        // Once more with the same serial is the same publication, and changes nothing.
        let before = try bytes("current.signed")
        #expect(try await build([seed], serial: 1).status == 0)
        #expect(try bytes("current.signed") == before)
        // The files are the package's, under their hashes.
        for name in names(in: feed.appending("files")) {
            let sum = try await system(["/usr/bin/sha256sum", feed.appending("files").appending(name).string])
            #expect(sum.output.hasPrefix(name + " "))
        }
        #expect(names(in: feed.appending("files")).count == 6)
    }

    @Test func `the stock tool checks the feed from current.signed itself`() async throws {
        try await start(["bureau", "safe"], threshold: 2)
        #expect(try await build([seed], keys: ["bureau", "safe"]).status == 0)
        let whole = try bytes("current.signed")
        #expect(whole.split(separator: "\n").count { $0 == "-----BEGIN SSH SIGNATURE-----" } == 2)
        let end = "-----END SSH SIGNATURE-----\n"
        let first = try #require(whole.firstRange(of: end)).upperBound
        let last = try #require(whole[first...].firstRange(of: end)).upperBound
        let payload = Array(whole[last...].utf8)
        let publicKey = try contents(of: FilePath(workspace("bureau.pub")))
        try workspace.write("grades@county.example \(publicKey)", to: "allowed")
        func stock(_ payload: [UInt8], _ namespace: String) async throws -> Int {
            try await system(
                [
                    "/usr/bin/ssh-keygen", "-Y", "verify", "-f", workspace("allowed"), "-I", "grades@county.example",
                    "-n",
                    namespace, "-s", feed.appending("current.signed").string,
                ], input: payload
            ).status
        }
        #expect(try await stock(payload, "landgrade-manifest@v1") == 0)
        #expect(try await stock(payload + [0x0A], "landgrade-manifest@v1") != 0)
        #expect(try await stock(payload, "landgrade-keys@v1") != 0)
        let manifest = try JSONValue(parsing: payload)
        #expect(manifest["source"] == .string(Self.source) && manifest["serial"] == .integer(1))
        #expect(manifest["min_client"] == .string("1.0") && manifest["keys_version"] == .integer(1))
        let sum = try await system(["/usr/bin/sha256sum", seed + "/datapackage.json"])
        #expect(manifest["editions"]?.array?.first?["sha256"] == .string(String(sum.output.prefix(64))))
    }

    @Test(.enabled(if: access("/usr/bin/strace", X_OK) == 0, "needs strace"))
    func `current.signed is written last when every file is on disk`() async throws {
        try await start()
        let log = workspace("log")
        let trace = "trace=link,linkat,rename,renameat,renameat2,fsync,syncfs"
        let run = try await build([seed], through: ["/usr/bin/strace", "-f", "-y", "-o", log, "-e", trace])
        #expect(run.status == 0)
        let calls = try contents(of: FilePath(log)).split(separator: "\n").filter { $0.contains(feed.string) }
        // All files in one go, and only then the list, whose folder is flushed behind it.
        let list = ["syncfs", "fsync", "linkat", "fsync"]
        try #require(calls.count == 6 + list.count, "\(calls)")
        for call in calls.prefix(6) { #expect(call.contains(" linkat") && call.contains("/files/"), "\(call)") }
        for (call, name) in zip(calls.suffix(list.count), list) { #expect(call.contains(" \(name)"), "\(call)") }
        #expect(calls[7].contains("(deleted)") && calls[8].contains("/current.signed\""))
        #expect(!calls[9].contains("(deleted)"))
        // Where a file can't be flushed, what is published stays.
        let before = try bytes("current.signed")
        let revised = try await workspace.revised("430624-2027-3", issued: "2027-03-01", [.moved])
        let failed = try await build(
            [seed, revised], through: ["/usr/bin/strace", "-f", "-o", log, "-e", "inject=syncfs:error=EIO"])
        #expect(failed.status == 2 && failed.error.contains("can't be written"))
        #expect(try contents(of: FilePath(log)).contains("INJECTED"))
        #expect(try bytes("current.signed") == before)
        #expect(try await verify().status == 0)
    }

    @Test func `the next publication says what it withdraws`() async throws {
        try await start()
        let revised = try await workspace.revised("430624-2027-3", issued: "2027-03-01", [.moved])
        #expect(try await build([seed, revised]).status == 0)
        let next = try await build([revised])
        #expect(next.status == 0 && next.output.contains("serial 2, 1 edition(s)"))
        #expect(
            next.error.hasSuffix(
                "landgrade-publish: 430624-2025-1 is not published any more: offices see it withdrawn\n"))
        let check = try await verify(["--format", "json"])
        let json = try JSONValue(parsing: check.bytes)
        #expect(json["editions"]?.array?.map { $0["id"] } == [.string("430624-2027-3")])
    }

    @Test func `a serial that is not above the last is refused`() async throws {
        try await start()
        #expect(try await build([seed], serial: 7).status == 0)
        let before = try bytes("current.signed")
        for serial in [6, 1] {
            let lower = try await build([seed], serial: serial)
            expect(
                lower, "serial \(serial) is not above 7; offices would take it for a rollback")
        }
        // The same serial with other contents would be two publications under one number.
        let equal = try await build([seed], serial: 7, expires: "2099-04-01")
        expect(equal, "serial 7 is not above 7; offices would take it for a rollback")
        for serial in ["0", "9007199254740992"] {
            let odd = try await build([seed], serial: Int(serial))
            #expect(odd.status == 2 && odd.error.contains("serial: \(serial) is not a whole number"))
        }
        #expect(try bytes("current.signed") == before)
        #expect(try await build([seed]).output.contains("serial 8,"))
    }

    @Test func `what would expire before it is published is refused and what has expired is said`() async throws {
        try await start()
        let early = try await build([seed], published: "2026-02-02", expires: "2026-02-01")
        expect(
            early,
            "it would expire (2026-02-01T00:00:00Z) before it is published (2026-02-02T00:00:00Z)")
        let odd = try await build([seed], expires: "2027-02-30")
        #expect(odd.status == 64)
        #expect(try await build([seed], published: "2020-02-01", expires: "2020-03-01").status == 0)
        let check = try await verify()
        #expect(check.status == 1 && check.output.contains("expires 2020-03-01T00:00:00Z (expired)\n"))
        let json = try JSONValue(parsing: try await verify(["--format", "json"]).bytes)
        #expect(json["expired"] == .bool(true))
    }

    @Test func `a publication of the future is said because offices will not take it`() async throws {
        try await start()
        #expect(try await build([seed], published: "2098-02-01").status == 0)
        let check = try await verify()
        #expect(check.status == 1 && check.output.contains("published 2098-02-01T00:00:00Z (in the future), expires "))
        let json = try JSONValue(parsing: try await verify(["--format", "json"]).bytes)
        #expect(json["in_future"] == .bool(true) && json["expired"] == .bool(false))
    }

    @Test func `a damaged package or one given twice publishes nothing`() async throws {
        try await start()
        let damaged = try await workspace.revised("430624-2027-3", issued: "2027-03-01")
        let grades = try contents(of: FilePath(damaged).appending("grades.csv"))
        try workspace.write(grades + " ", to: "430624-2027-3/grades.csv")
        let run = try await build([seed, damaged])
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.error.hasPrefix("landgrade-publish: \(damaged): grades.csv"))
        expect(try await build([seed, seed]), "edition 430624-2025-1 is given twice")
        let none = try await build([workspace("none")])
        #expect(none.status == 2 && none.error.hasPrefix("landgrade-publish: \(workspace("none")): "))
        #expect(names(in: feed) == ["files", "keys"] && names(in: feed.appending("files")).isEmpty)
        let nowhere = try await build([seed], out: workspace("nowhere"))
        expect(nowhere, "\(workspace("nowhere")): no feed (keys/1.signed is missing); feed init makes one")
    }

    @Test func `a threshold of two asks for two different keys`() async throws {
        try await start(["bureau", "safe"], threshold: 2)
        try await key("stranger")
        let one = try await build([seed])
        #expect(
            one.status == 2
                && one.error.hasSuffix(
                    "the signatures are not enough: signed by 1 of the source's keys, 2 are needed\n")
        )
        let twice = try await build([seed], keys: ["bureau", "bureau"])
        #expect(twice.error.hasSuffix("signed by 1 of the source's keys, 2 are needed\n"))
        let stranger = try await build([seed], keys: ["bureau", "stranger"])
        #expect(stranger.error.hasSuffix("signed by 1 of the source's keys, 2 are needed\n"))
        #expect(!names(in: feed).contains("current.signed"))
        #expect(try await build([seed], keys: ["safe", "bureau"]).status == 0)
        let check = try await verify()
        #expect(check.status == 0 && check.output.contains("keys: set 1, 2 of 2 must sign\n"))
    }

    @Test func `new keys are signed by old and new and the chain is followed`() async throws {
        try await start(["bureau", "safe"])
        #expect(try await build([seed]).status == 0)
        let fingerprint = try await key("bureau2")
        func rotate(_ new: [String], signing: [String], _ more: [String] = []) async throws -> Run {
            try await run(
                ["rotate", feed.string] + new.flatMap { ["--new", workspace($0)] }
                    + signing.flatMap { ["--key", workspace($0)] } + more)
        }
        for signing in [["bureau2"], ["bureau"]] {
            let half = try await rotate(["bureau2"], signing: signing)
            #expect(half.status == 2 && half.error.contains("the signatures are not enough: "), "\(signing)")
        }
        #expect(names(in: feed.appending("keys")) == ["1.signed"])
        let done = try await rotate(["bureau2"], signing: ["safe", "bureau2"])
        #expect(done.status == 0)
        #expect(
            done.output == "\(feed): keys/2.signed written; now publish again with one of:\n  \(fingerprint)\n")
        // What is published is signed by a key that counts no more.
        let stale = try await verify()
        #expect(stale.status == 2 && stale.error.contains("unknown key"))
        let old = try await build([seed])
        #expect(old.status == 2 && old.error.contains("the signatures are not enough: "))
        let fresh = try await build([seed], keys: ["bureau2"])
        #expect(fresh.status == 0 && fresh.output.contains("serial 2,"))
        #expect(try await rotate(["bureau2", "safe"], signing: ["bureau2"]).status == 0)
        // Signed by a key of the new set too, and published under the old one: no office takes it.
        let between = try await verify()
        expect(
            between,
            "what is published was published under key set 2, and the feed is at 3; publish it again")
        #expect(try await build([seed], keys: ["safe"]).output.contains("serial 3,"))
        let check = try await verify(["--key", workspace("bureau.pub")])
        #expect(check.status == 0 && check.output.contains("keys: set 3, 1 of 2 must sign\n"))
        let otherPin = try await verify(["--key", workspace("bureau2.pub")])
        #expect(otherPin.status == 2 && otherPin.error.contains("keys/1.signed: the pinned key"))
    }

    @Test func `after far too high a serial a new key set goes on from a low one`() async throws {
        try await start()
        #expect(try await build([seed], serial: 9_007_199_254_740_991).status == 0)
        let stuck = try await build([seed])
        #expect(stuck.status == 2)
        try await key("bureau2")
        let rotated = try await run([
            "rotate", feed.string, "--new", workspace("bureau2"), "--key", workspace("bureau"), "--key",
            workspace("bureau2"), "--min-serial", "12",
        ])
        #expect(rotated.status == 0, "\(rotated.error)")
        let low = try await build([seed], keys: ["bureau2"], serial: 11)
        expect(low, "serial 11 is not above 11; offices would take it for a rollback")
        #expect(try await build([seed], keys: ["bureau2"]).output.contains("serial 12,"))
        #expect(try await build([seed], keys: ["bureau2"]).output.contains("serial 13,"))
        let back = try await build([seed], keys: ["bureau2"], serial: 12)
        #expect(back.status == 2)
    }

    @Test func `verify tells what is wrong with files from what is wrong with signatures`() async throws {
        try await start()
        let nothing = try await verify()
        #expect(nothing.status == 2 && nothing.error.contains("nothing has been published; feed build does it"))
        #expect(try await build([seed]).status == 0)
        let json = try JSONValue(parsing: try await verify(["--format", "json"]).bytes)
        #expect(json["faults"] == .array([]) && json["expired"] == .bool(false) && json["serial"] == .integer(1))
        #expect(json["keys"]?.array?.count == 1 && json["threshold"] == .integer(1))

        let sum = try await system(["/usr/bin/sha256sum", seed + "/grades.csv"])
        let name = String(sum.output.prefix(64))
        let text = try bytes("files/\(name)")
        try workspace.write(text + "x", to: "feed/files/\(name)")
        let changed = try await verify()
        #expect(changed.status == 1)
        #expect(
            changed.output.hasSuffix(
                "FAULT 430624-2025-1: files/\(name) holds other bytes than its name says\n"))
        unlink(feed.appending("files").appending(name).string)
        let missing = try JSONValue(parsing: try await verify(["--format", "json"]).bytes)
        #expect(missing["faults"] == .array([.string("430624-2025-1: files/\(name) is missing")]))
        // The next publication puts it back.
        #expect(try await build([seed]).status == 0)
        #expect(try await verify().status == 0)

        let signed = try bytes("current.signed")
        try workspace.write(signed.replacing("\"serial\": 2", with: "\"serial\": 3"), to: "feed/current.signed")
        let forged = try await verify()
        #expect(forged.status == 2 && forged.output.isEmpty && forged.error.contains("something was changed"))
        try workspace.write(signed.replacing("\n", with: "\r\n"), to: "feed/current.signed")
        let endings = try await verify()
        #expect(endings.status == 2 && endings.error.contains("line endings were changed in transit"))
        try workspace.write("<html>", to: "feed/current.signed")
        #expect(try await verify().error.contains("it looks like a web page"))
    }

    @Test func `a key that cannot sign is named`() async throws {
        try await start()
        unlink(workspace("bureau"))
        let run = try await build([seed])
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.error.hasSuffix("signing with \(workspace("bureau")) failed: ssh-keygen ended with 255\n"))
        #expect(!names(in: feed).contains("current.signed"))
    }

    @Test func `folders and files are for everyone to read whatever the umask`() async throws {
        try await key("bureau")
        let script =
            "umask 077; \"$1\" feed init \"$2\" --source \(Self.source) --key \"$3\" && "
            + "\"$1\" feed build \"$4\" --out \"$2\" --key \"$3\" --expires 2099-01-01"
        let run = try await system([
            "/bin/sh", "-c", script, "sh", Program.publish.path.string, feed.string, workspace("bureau"), seed,
        ])
        #expect(run.status == 0, "\(run.error)")
        let found = try await system(["/usr/bin/find", feed.string, "!", "-perm", "-o=r"])
        #expect(found.output.isEmpty)
        let folders = try await system(["/usr/bin/find", feed.string, "-type", "d", "!", "-perm", "-o=x"])
        #expect(folders.output.isEmpty)
    }
}
