import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// `pull --dry-run`: everything is said, village by village, and nothing is changed.
@Suite struct DryRunTests {
    let bench = FeedBench()
    private let source = FeedBench.source

    @Test func `it tells each village that moves and leaves the store to the last byte`() async throws {
        let first = try await bench.package()
        let key = try await bench.settled([first])
        let revised = try await bench.package(
            "430624-2026-1", issued: "2026-03-01",
            grades: FeedBench.moved + [(old: "orchard,东塘镇,东南村,village,1,1,,表2第1行\n", new: "")])
        try await bench.publish([first, revised], keys: [key])
        let before = try bench.contentsOfStore()
        let dry = try await bench.sync(["pull", "--dry-run"])
        #expect(dry.status == 1 && dry.error.isEmpty, "\(dry.error)")
        #expect(dry.output.hasPrefix("\(source): serial 2, would change 1 edition\n  430624-2026-1  new\n"))
        let lines = dry.output.split(separator: "\n")
        for line in [
            "Moved to another grade: 1", "orchard    金龙镇    芙蓉村   1    2    表2第3行  表2第16行",
            "Known villages that a table dropped: 1", "orchard    东塘镇    东南村   1    表2第1行",
        ] {
            #expect(lines.contains { $0 == line }, "\(dry.output)")
        }
        #expect(!dry.output.contains("store: "))
        let json = try await bench.pull(["--dry-run"])
        #expect(json.run.status == 1 && json.json["dry_run"] == .bool(true) && json.json["generation"] == .null)
        let told = json.json["sources"]?.array?.first
        #expect(told?["outcome"] == .string("available"))
        #expect(told?["editions"]?.array?.first?["comparison"] != .null)
        #expect(try bench.contentsOfStore() == before)
        let chinese = try await bench.sync(["pull", "--dry-run", "--lang", "zh"])
        #expect(chinese.output.hasPrefix("\(source)：序号 2，将更新 1 个成果版本\n  430624-2026-1  新增\n"))
        #expect(try bench.contentsOfStore() == before)
        // What was only asked for is then applied, and after that nothing is to be had.
        #expect(try await bench.sync(["pull"]).status == 0)
        #expect(try await bench.answer() == ["2", "430624-2026-1", "feed:\(source)", nil])
        #expect(try await bench.sync(["pull", "--dry-run"]).status == 0)
    }

    @Test func `it refuses what a pull would refuse, and remembers nothing of it`() async throws {
        let key = try await bench.settled([try await bench.package()])
        let stranger = try await bench.key("stranger")
        let before = try bench.contentsOfStore()
        try await bench.forge(by: [stranger], ("\"serial\": 1", "\"serial\": 2"))
        #expect(try await bench.sync(["pull", "--dry-run"]).status == 4)
        try await bench.rotate(to: [stranger], signing: [key, stranger])
        try await bench.forge(by: [stranger], ("\"keys_version\": 1", "\"keys_version\": 2"))
        let dry = try await bench.sync(["pull", "--dry-run"])
        #expect(dry.status == 0 && dry.output.contains("signed anew"), "\(dry.error)")
        #expect(try bench.contentsOfStore() == before)
    }
}
