import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// What a pull does with editions, told in text and JSON and answered by `landgrade lookup`.
@Suite struct PullTests {
    let bench = FeedBench()
    private let source = FeedBench.source
    private let feed = "feed:county.example/grades"

    /// Outcome, and each edition with what became of it.
    private func told(_ json: JSONValue) -> [String] {
        let first = json["sources"]?.array?.first
        let editions = first?["editions"]?.array ?? []
        return [first?["outcome"]?.string ?? "?"]
            + editions.map { "\($0["edition"]?.string ?? "?") \($0["change"]?.string ?? "?")" }
    }

    @Test func `an edition comes, is corrected, withdrawn and listed again`() async throws {
        let first = try await bench.package()
        let key = try await bench.key("bureau")
        try await bench.start(keys: [key])
        try await bench.publish([first], keys: [key])
        try await bench.take(key: key)
        let new = try await bench.sync(["pull"])
        #expect(new.status == 0 && new.error.isEmpty)
        #expect(
            new.output == """
                \(source): serial 1, changed 1 edition
                  430624-2025-1  new
                store: gen-00000001.sqlite

                """)
        #expect(try await bench.answer() == ["1", "430624-2025-1", feed, nil])

        let same = try await bench.pull()
        #expect(same.run.status == 0 && told(same.json) == ["up_to_date"])
        #expect(same.json["generation"] == .null)
        try await bench.publish([first], keys: [key])
        #expect(told(try await bench.pull().json) == ["renewed"])

        let corrected = try await bench.package(called: "corrected", grades: FeedBench.moved)
        let revised = try await bench.package("430624-2026-1", issued: "2026-03-01")
        try await bench.publish([corrected], keys: [key])
        let second = try await bench.pull()
        #expect(told(second.json) == ["applied", "430624-2025-1 corrected"])
        #expect(second.json["generation"] == .string("gen-00000002.sqlite"))
        #expect(try await bench.answer() == ["2", "430624-2025-1", feed, nil])

        try await bench.publish([corrected, revised], keys: [key])
        #expect(told(try await bench.pull().json) == ["applied", "430624-2026-1 added"])
        #expect(try await bench.answer() == ["1", "430624-2026-1", feed, nil])

        try await bench.publish([corrected], keys: [key], published: time(in: 0))
        let withdrawn = try await bench.pull()
        #expect(told(withdrawn.json) == ["applied", "430624-2026-1 withdrawn"])
        #expect(try await bench.answer() == ["2", "430624-2025-1", feed, nil])

        // With nothing else to go by, the withdrawn one answers and says so.
        try await bench.publish([revised], keys: [key])
        let swapped = try await bench.sync(["pull", "--lang", "zh"])
        #expect(
            swapped.output == """
                \(source)：序号 6，已更新 2 个成果版本
                  430624-2026-1  重新列入
                  430624-2025-1  发布源已撤回；数据库中保留并注明
                数据库：gen-00000005.sqlite

                """)
        #expect(try await bench.answer() == ["1", "430624-2026-1", feed, nil])
        let editions = try await Program.landgrade.run(["editions", "--store", bench.store])
        #expect(editions.output.contains("ithdrawn"), "\(editions.output)")
    }

    @Test func `where every edition of a county is withdrawn the newest answers with a warning`() async throws {
        let key = try await bench.settled([try await bench.package()])
        try await bench.publish(
            [try await bench.package("430625-2025-1", county: "别县")], keys: [key], published: time(in: 0))
        let pulled = try await bench.pull()
        #expect(told(pulled.json) == ["applied", "430624-2025-1 withdrawn", "430625-2025-1 added"])
        let day = String(time(in: 0).prefix(10))
        #expect(try await bench.answer() == ["1", "430624-2025-1", feed, day])
        let text = try await Program.landgrade.run([
            "lookup", "--store", bench.store, "--county", "430624", "--lang", "zh", "金龙镇", "芙蓉村",
        ])
        #expect(text.status == 0 && text.output.contains("撤回"), "\(text.output)")
    }

    @Test func `what is held from elsewhere is confirmed and not fetched`() async throws {
        _ = try await Program.landgrade.run(["init", "--store", bench.store])
        #expect(try await bench.answer() == ["1", "430624-2025-1", "builtin", nil])
        let key = try await bench.key("bureau")
        try await bench.start(keys: [key])
        try await bench.publish([Repository.xiangyin.string], keys: [key])
        try await bench.take(key: key)
        _ = try await bench.tool(["rm", "-r", bench.workspace("feed/files")])
        let pulled = try await bench.pull()
        #expect(told(pulled.json) == ["applied", "430624-2025-1 confirmed"], "\(pulled.run.error)")
        #expect(try await bench.answer() == ["1", "430624-2025-1", feed, nil])
    }

    @Test func `a township that loses its villages needs a person's word`() async throws {
        let first = try await bench.package()
        let key = try await bench.settled([first])
        var kept = 0
        let shrunk = try await bench.package(
            "430624-2026-1", issued: "2026-03-01",
            keeping: { line in
                guard line.contains(",东塘镇,") else { return true }
                kept += 1
                return kept == 1
            })
        try await bench.publish([first, shrunk], keys: [key])
        let refusal = try await bench.sync(["pull"])
        #expect(refusal.status == 6 && refusal.output.isEmpty)
        #expect(
            refusal.error.contains("edition 430624-2026-1: 东塘镇 would go from ")
                && refusal.error.hasSuffix(
                    " villages to 1; if the villages are really gone, accept it with --accept-shrink\n"),
            "\(refusal.error)")
        #expect(try await bench.answer() == ["1", "430624-2025-1", feed, nil])
        let chinese = try await bench.sync(["pull", "--lang", "zh"])
        #expect(chinese.status == 6 && chinese.error.contains("东塘镇将由") && chinese.error.contains("--accept-shrink"))
        let again = try await bench.pull(["--accept-shrink"])
        #expect(told(again.json) == ["applied", "430624-2026-1 added"], "\(again.run.error)")
        #expect(try await bench.answer() == ["1", "430624-2026-1", feed, nil])
    }

    @Test(arguments: [
        ("orchard,金龙镇,东福新村,village,1,1,,", "orchard,金龙镇,东福新村,village,0,0,,", "grades.csv, line "),
        ("orchard,金龙镇,东福新村,village,1,1,,", "orchard,金龙镇,芙蓉村,village,2,2,,", "grades.csv, line "),
        ("orchard,金龙镇,东福新村,village,1,1,,", "orchard,无此镇,东福新村,village,1,1,,", "grades.csv, line "),
    ]) func `what a bureau signed by mistake is refused with its line`(
        old: String, new: String, place: String
    ) async throws {
        let first = try await bench.package()
        let key = try await bench.settled([first])
        // No program of ours would publish this, so the package, the list and their hashes are made by hand.
        let grades = try contents(of: FilePath(first).appending("grades.csv"))
        try #require(grades.contains(old))
        let wrong = grades.replacing(old, with: new)
        let descriptor = try contents(of: FilePath(first).appending("datapackage.json"))
        var text = descriptor.replacing("\"bytes\": \(grades.utf8.count),", with: "\"bytes\": \(wrong.utf8.count),")
            .replacing(try await bench.sha256(grades), with: try await bench.sha256(wrong))
        let root = try JSONValue(parsing: Array(text.utf8))
        let unsealed = (root.members ?? []).map { member in
            guard member.key == "landgrade" else { return member }
            return JSONMember("landgrade", .object((member.value.members ?? []).filter { $0.key != "seal" }))
        }
        let seal = try #require(root["landgrade"]?["seal"]?.string)
        text = text.replacing(seal, with: "sha256:" + (try await bench.sha256(JSONValue.object(unsealed).text())))
        for file in [wrong, text] { try bench.workspace.write(file, to: "feed/files/\(try await bench.sha256(file))") }
        try await bench.forge(
            by: [key], ("\"serial\": 1", "\"serial\": 2"),
            (try await bench.sha256(descriptor), try await bench.sha256(text)),
            ("\"size\": \(descriptor.utf8.count)", "\"size\": \(text.utf8.count)"))
        let run = try await bench.sync(["pull"])
        #expect(run.status == 6 && run.output.isEmpty)
        #expect(
            run.error.hasPrefix("landgrade-sync: \(source): edition 430624-2025-1: \(place)"), "\(run.error)")
        #expect(try await bench.answer() == ["1", "430624-2025-1", feed, nil])
    }

    @Test func `an edition that fails its checks leaves the old ones in force`() async throws {
        let first = try await bench.package()
        let key = try await bench.settled([first])
        let other = try await bench.package("430624-2026-1", issued: "2026-03-01")
        try await bench.publish([first, other], keys: [key])
        // Signed under an id that is not the package's.
        try await bench.forge(by: [key], ("430624-2026-1", "430624-2027-1"))
        refused(
            try await bench.sync(["pull"]), 6,
            "\(source): edition 430624-2027-1: the package is edition 430624-2026-1")
        #expect(try await bench.answer() == ["1", "430624-2025-1", feed, nil])
        #expect(names(in: FilePath(bench.store)).filter { $0.hasPrefix("gen-") }.count == 2)
    }
}
