import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// `source add|list|remove`: a person sets up whom the office believes.
@Suite struct SourceCommandTests {
    let bench = FeedBench()
    private let source = FeedBench.source

    /// A published feed of two keys; the path of the first.
    private func feed() async throws -> String {
        let key = try await bench.key("bureau"), safe = try await bench.key("safe")
        try await bench.start(keys: [key, safe])
        try await bench.publish([try await bench.package()], keys: [key])
        return key
    }

    private func add(_ key: String, _ more: [String] = [], input: String = "") async throws -> Run {
        try await bench.sync(["source", "add", bench.workspace("feed"), "--key", key] + more, input: input)
    }

    private func sources() async throws -> JSONValue? {
        let run = try await bench.sync(["source", "list", "--format", "json"])
        return try JSONValue(parsing: run.bytes)["sources"]
    }

    @Test func `it shows the fingerprints and asks`() async throws {
        let key = try await feed()
        let print = try await bench.fingerprint(key), safe = try await bench.fingerprint(bench.workspace("safe"))
        let shown = """
            \(source)
              at \(bench.workspace("feed"))
              \(print)  (given, and it has signed)
              \(safe)  (named by the source)
              1 of 2 keys must sign
            Compare the fingerprint with the one on paper. Believe this source? [y/N]\u{20}
            """
        for (input, answer) in [("n\n", "n"), ("", "end of input"), ("\n", "nothing"), ("yesterday\n", "no such word")]
        {
            let no = try await add(key + ".pub", input: input)
            #expect(no.status == 2 && no.output.isEmpty, "\(answer)")
            #expect(no.error == shown + "landgrade-sync: not added\n", "\(answer)")
            #expect(try await sources() == .array([]), "\(answer)")
        }
        let yes = try await add(key + ".pub", input: "y\n")
        #expect(yes.status == 0 && yes.output.isEmpty)
        #expect(
            yes.error == shown + "landgrade-sync: \(source) is set up; landgrade-sync pull fetches its editions\n")
        let told: JSONValue = [
            "source": .string(source), "address": .string(bench.workspace("feed")), "pins": .array([.string(print)]),
            "counties": .null,
        ]
        #expect(try await sources() == .array([told]))
    }

    @Test func `it asks in Chinese and takes a Chinese yes`() async throws {
        let key = try await feed()
        let yes = try await add(key + ".pub", ["--lang", "zh"], input: "是\n")
        let print = try await bench.fingerprint(key), safe = try await bench.fingerprint(bench.workspace("safe"))
        #expect(
            yes.error == """
                \(source)
                  地址 \(bench.workspace("feed"))
                  \(print)（由您提供，且已签名）
                  \(safe)（发布源列出）
                  2 个密钥中须有 1 个签名
                请与纸质指纹核对。是否信任该发布源？[y/N] \
                landgrade-sync: 已设置发布源 \(source)；请用 landgrade-sync pull 获取成果

                """)
    }

    @Test func `a fingerprint does as well as a file, and one that did not sign is refused`() async throws {
        let key = try await feed()
        let stranger = try await bench.key("stranger")
        let unknown = try await bench.fingerprint(stranger), safe = try await bench.fingerprint(bench.workspace("safe"))
        refused(try await add(unknown, ["--yes"]), 4, "keys/1.signed: the pinned key \(unknown) did not sign it")
        refused(
            try await add(stranger + ".pub", ["--yes"]), 4,
            "keys/1.signed: the pinned key \(unknown) did not sign it")
        // All that are given must have signed.
        refused(
            try await add(key + ".pub", ["--key", unknown, "--yes"]), 4,
            "keys/1.signed: the pinned key \(unknown) did not sign it")
        #expect(try await sources() == .array([]))
        #expect(try await add(try await bench.fingerprint(key), ["--key", safe, "--yes"]).status == 0)
    }

    @Test func `a private key, another file or no file is no key`() async throws {
        let key = try await feed()
        refused(
            try await add(key, ["--yes"]), 2,
            "\(key): not a public key as a .pub file has it (ssh-ed25519 AAAA…)")
        refused(
            try await add(bench.workspace("none"), ["--yes"]), 2,
            "\(bench.workspace("none")): can't be read (No such file or directory)")
        refused(
            try await add(bench.workspace("none"), ["--yes", "--lang", "zh"]), 2,
            "\(bench.workspace("none"))：无法读取（没有此文件或文件夹）")
        let bare = try await bench.sync(["source", "add", bench.workspace("feed")])
        #expect(bare.status == 64 && bare.error.contains("--key"))
    }

    @Test func `nothing published, no folder, no address`() async throws {
        let key = try await bench.key("bureau") + ".pub"
        func add(_ address: String) async throws -> Run {
            try await bench.sync(["source", "add", address, "--key", key, "--yes"])
        }
        _ = try await bench.tool(["mkdir", bench.workspace("empty")])
        refused(
            try await add(bench.workspace("empty")), 3,
            "nothing is published there (no current.signed, or no keys/1.signed)")
        refused(try await add(bench.workspace("stick")), 3, "\(bench.workspace("stick")): no such folder")
        refused(
            try await add("ftp://grades.county.example/"), 2,
            "the address is refused: only http:// and https:// are taken")
        refused(
            try await add("https://name:word@grades.county.example/"), 2,
            "the address is refused: a user name or password in the address; it belongs into the settings")
        refused(
            try await add("https://grades.county.example"), 2,
            "the address is refused: the address of a source ends in /")
    }

    @Test func `a source is forgotten and its editions stay`() async throws {
        let key = try await feed()
        #expect(try await add(key + ".pub", ["--yes"]).status == 0)
        refused(
            try await bench.sync(["source", "remove", "other.example/grades"]), 2,
            "no source other.example/grades is set up; source list names those there are")
        refused(
            try await bench.sync(["source", "remove", "../../../etc/passwd"]), 2,
            "no source ../../../etc/passwd is set up; source list names those there are")
        #expect(try await bench.sync(["pull"]).status == 0)
        #expect(try await bench.sync(["source", "list"]).output == "\(source)  \(bench.workspace("feed"))\n")
        let removed = try await bench.sync(["source", "remove", source])
        #expect(removed.status == 0 && removed.output.isEmpty)
        #expect(
            removed.error == "landgrade-sync: \(source) is forgotten; what came from it stays in the store and is not "
                + "renewed any more\n")
        #expect(names(in: FilePath(bench.store).appending("trust")).isEmpty)
        #expect(try await bench.answer() == ["1", "430624-2025-1", "feed:\(source)", nil])
        let none = try await bench.sync(["source", "list"])
        #expect(none.status == 0 && none.error.contains("no source is set up"))
        refused(try await bench.sync(["pull"]), 2, "no source is set up; landgrade-sync source add takes one")
    }

    @Test(arguments: [
        [], ["pull"], ["status"], ["doctor"], ["source"], ["source", "add"], ["source", "list"], ["source", "remove"],
    ])
    func `help has examples`(command: [String]) async throws {
        let run = try await Program.sync.run(command + ["--help"])
        #expect(run.status == 0 && run.output.contains("EXAMPLES\n  landgrade-sync "))
    }
}
