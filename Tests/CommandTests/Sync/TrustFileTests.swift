import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// What a store knows of a source, gone or tampered with: refused, explained, and never made anew from what a server
/// says (fault 28).
@Suite struct TrustFileTests {
    let bench = FeedBench()
    private let source = FeedBench.source
    private let gone =
        "what was known of county.example/grades is gone from the store, so nothing it says can be believed; compare "
        + "the fingerprint on paper and set it up again: source add --replace"

    private func settled() async throws -> String { try await bench.settled([try await bench.package()]) }

    /// Holds that a pull refuses and that what came before still answers; then that setting the source up again helps.
    private func refuses(
        _ sentence: String, key: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        refused(try await bench.sync(["pull"]), 4, "\(source): \(sentence)", sourceLocation: sourceLocation)
        #expect(try await bench.answer() == ["1", "430624-2025-1", "feed:\(source)", nil])
        let status = try await bench.sync(["status"])
        #expect(status.status == 4 && status.output.contains("NOT USABLE"), sourceLocation: sourceLocation)
        #expect(try await bench.sync(["doctor"]).status == 4, sourceLocation: sourceLocation)
        let add = ["source", "add", bench.workspace("feed"), "--key", key + ".pub", "--yes"]
        refused(
            try await bench.sync(add), 2,
            "county.example/grades is set up already; --replace gives up what is known of it",
            sourceLocation: sourceLocation)
        #expect(try await bench.sync(add + ["--replace"]).status == 0, sourceLocation: sourceLocation)
        let run = try await bench.sync(["pull"])
        #expect(run.status == 0 && run.output.hasPrefix(source), "\(run.error)", sourceLocation: sourceLocation)
    }

    @Test func `a trust file that was deleted`() async throws {
        let key = try await settled()
        unlink(bench.trust().string)
        try await refuses(gone, key: key)
    }

    @Test(arguments: ["", "{}\n", "xx", "cut", "other"])
    func `a trust file that holds something else`(_ text: String) async throws {
        let key = try await settled()
        let good = try contents(of: bench.trust())
        let other = good.replacing("\"serial_floor\": 1", with: "\"serial_floor\":  1")
        try #require(other != good)
        let damage = ["cut": String(good.dropLast(20)), "other": other][text] ?? text
        try bench.workspace.write(damage, to: "store/trust/county.example+grades.trust")
        try await refuses(
            "\(bench.trust()): damaged; compare the fingerprint on paper and set the source up again: "
                + "source add --replace", key: key)
    }

    @Test func `the trust file of another source`() async throws {
        let key = try await settled()
        let good = try contents(of: bench.trust()).replacing("county.example/grades", with: "other.example/grades")
        try bench.workspace.write(good, to: "store/trust/county.example+grades.trust")
        try await refuses(
            "\(bench.trust()): damaged; compare the fingerprint on paper and set the source up again: "
                + "source add --replace", key: key)
    }

    @Test(arguments: ["trust", "source"], [mode_t(0o666), 0o664])
    func `a file that others can write to`(part: String, mode: mode_t) async throws {
        let key = try await settled()
        chmod(bench.trust(part).string, mode)
        try await refuses(
            "\(bench.trust(part)): others can write to it, so nothing in it is believed; compare it first, then chmod "
                + "go-w", key: key)
    }

    @Test(arguments: ["trust", "source"])
    func `a link in the place of a file`(part: String) async throws {
        let key = try await settled()
        let file = bench.trust(part)
        try #require(rename(file.string, bench.workspace("elsewhere")) == 0)
        try #require(symlink(bench.workspace("elsewhere"), file.string) == 0)
        try await refuses("\(file): not a regular file; nothing in it is believed", key: key)
    }

    @Test func `a folder in which others can exchange the files`() async throws {
        _ = try await settled()
        let folder = bench.workspace("store/trust")
        chmod(folder, 0o777)
        let sentence =
            "\(folder): others can write to it, so nothing in it is believed; compare it first, then chmod go-w"
        for words in [["pull"], ["pull", "--source", source], ["status"], ["source", "list"]] {
            let run = try await bench.sync(words)
            #expect(run.status == 4 && run.error.hasSuffix("\(sentence)\n"), "\(words): \(run.error)")
        }
        #expect(try await bench.sync(["doctor"]).output.contains("WRONG \(sentence)"))
        chmod(folder, 0o755)
        try #require(rename(folder, bench.workspace("elsewhere")) == 0)
        try #require(symlink(bench.workspace("elsewhere"), folder) == 0)
        refused(try await bench.sync(["pull"]), 4, "\(folder): a link, or no folder; nothing in it is believed")
    }

    @Test func `settings that went astray don't make a stranger of a known source`() async throws {
        let key = try await settled()
        unlink(bench.trust("source").string)
        refused(
            try await bench.sync(["pull"]), 2, "no source is set up; landgrade-sync source add takes one")
        refused(
            try await bench.sync(["source", "add", bench.workspace("feed"), "--key", key + ".pub", "--yes"]), 2,
            "county.example/grades is set up already; --replace gives up what is known of it")
    }

    @Test func `the list kept from the last time is only believed where it is the one that was seen`() async throws {
        _ = try await settled()
        try bench.workspace.write("anything", to: "store/trust/county.example+grades.signed")
        let run = try await bench.sync(["pull"])
        #expect(run.status == 0 && run.output.contains("up to date"))
    }

    @Test func `a sentence in Chinese says what to do`() async throws {
        _ = try await settled()
        unlink(bench.trust().string)
        refused(
            try await bench.sync(["pull", "--lang", "zh"]), 4,
            "\(source): 数据库中关于 county.example/grades 的信任记录已丢失，其内容无法确认；请对照纸质指纹后重新设置：source add --replace")
    }
}
