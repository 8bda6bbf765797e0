import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// Counties side by side, each from its own source.
@Suite struct SeveralSourcesTests {
    let bench = FeedBench()

    private static let counties = [
        "430624": "湘阴县", "430625": "甲县", "430626": "乙县", "430627": "丙县", "430628": "丁县",
    ]

    private func source(_ code: String) -> String { "c\(code).example/grades" }

    /// Five feeds by five keys, all taken. The keys' paths, by county.
    private func five() async throws -> [String: String] {
        var keys: [String: String] = [:]
        for (code, name) in Self.counties.sorted(by: { $0.key < $1.key }) {
            let key = try await bench.key("key\(code)")
            try await bench.start("feed\(code)", source: source(code), keys: [key])
            try await bench.publish(
                [try await bench.package("\(code)-2025-1", county: name)], in: "feed\(code)", keys: [key])
            try await bench.take("feed\(code)", key: key)
            keys[code] = key
        }
        return keys
    }

    private func outcomes(_ json: JSONValue) -> [String] {
        (json["sources"]?.array ?? []).map { "\($0["source"]?.string ?? "?") \($0["outcome"]?.string ?? "?")" }
    }

    @Test func `one of five fails and the other four are applied in one generation`() async throws {
        let keys = try await five()
        try await bench.forge("feed430626/current.signed", by: [try #require(keys["430625"])])
        let pulled = try await bench.pull()
        #expect(pulled.run.status == 9)
        #expect(
            outcomes(pulled.json)
                == Self.counties.keys.sorted().map {
                    "\(source($0)) \($0 == "430626" ? "failed" : "applied")"
                })
        #expect(pulled.json["generation"] == .string("gen-00000001.sqlite"))
        let failed = pulled.json["sources"]?.array?[2]["error"]
        #expect(failed?["kind"] == .string("trust"))
        #expect(failed?["message"]?.string?.hasPrefix("current.signed: unknown key SHA256:") == true)
        #expect(pulled.run.error.hasPrefix("landgrade-sync: \(source("430626")): current.signed: unknown key"))
        for code in Self.counties.keys where code != "430626" {
            #expect(try await bench.answer(county: code) == ["1", "\(code)-2025-1", "feed:\(source(code))", nil])
        }
        #expect(try await bench.answer(county: "430626").count == 1)
        // The one that failed catches up by itself.
        try await bench.forge("feed430626/current.signed", by: [try #require(keys["430626"])])
        let second = try await bench.pull()
        #expect(second.run.status == 0 && outcomes(second.json).count { $0.hasSuffix("up_to_date") } == 4)
        #expect(try await bench.answer(county: "430626").first == "1")
        // Only those that are named are asked, and once.
        let one = try await bench.pull(["--source", source("430625"), "--source", source("430625")])
        #expect(outcomes(one.json) == ["\(source("430625")) up_to_date"])
        refused(
            try await bench.sync(["pull", "--source", "none.example/grades"]), 2,
            "none.example/grades: no source none.example/grades is set up; source list names those there are")
    }

    @Test func `a county that another source publishes is refused`() async throws {
        _ = try await bench.settled([try await bench.package()])
        let second = try await bench.key("second")
        try await bench.start("feed2", source: "second.example/grades", keys: [second])
        let moved = try await bench.package("430624-2026-1", issued: "2026-03-01", grades: FeedBench.moved)
        try await bench.publish([moved], in: "feed2", keys: [second])
        try await bench.take("feed2", key: second)
        let sentence =
            "landgrade-sync: second.example/grades: edition 430624-2026-1: its county's editions come from "
            + "\(FeedBench.source); remove that source first if this one is right\n"
        let refused = try await bench.sync(["pull"])
        #expect(refused.status == 9 && refused.error == sentence)
        let alone = try await bench.sync(["pull", "--source", "second.example/grades"])
        #expect(alone.status == 6 && alone.error == sentence)
        #expect(try await bench.answer() == ["1", "430624-2025-1", "feed:\(FeedBench.source)", nil])
        #expect(try await bench.sync(["source", "remove", FeedBench.source]).status == 0)
        #expect(try await bench.sync(["pull"]).status == 0)
        #expect(try await bench.answer() == ["2", "430624-2026-1", "feed:second.example/grades", nil])
    }

    @Test func `two sources that bring one county in one run don't both have it`() async throws {
        for name in ["a", "b"] {
            let key = try await bench.key(name)
            try await bench.start("feed\(name)", source: "\(name).example/grades", keys: [key])
            try await bench.publish(
                [try await bench.package(called: "package\(name)")], in: "feed\(name)", keys: [key])
            try await bench.take("feed\(name)", key: key)
        }
        let pulled = try await bench.pull()
        #expect(pulled.run.status == 9)
        #expect(outcomes(pulled.json) == ["a.example/grades applied", "b.example/grades failed"])
        #expect(try await bench.answer() == ["1", "430624-2025-1", "feed:a.example/grades", nil])
    }

    @Test func `only the counties that an office wants are taken from a source`() async throws {
        let key = try await bench.key("bureau")
        try await bench.start(keys: [key])
        try await bench.publish([try await bench.package("430625-2025-1", county: "甲县")], keys: [key])
        try await bench.take(key: key, ["--county", "430624"])
        refused(
            try await bench.sync(["pull"]), 6,
            "\(FeedBench.source): edition 430625-2025-1 is of a county that is not taken from this source")
        try await bench.take(key: key, ["--county", "430624", "--county", "430625", "--replace"])
        #expect(try await bench.sync(["pull"]).status == 0)
    }
}
