import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// Which list may follow which (faults 15 to 18).
@Suite struct OrderTests {
    let bench = FeedBench()
    private let source = FeedBench.source

    @Test func `an older list is a rollback, even where nothing of the newer one could be had`() async throws {
        let package = try await bench.package()
        let key = try await bench.settled([package], serial: 8)
        try await bench.copy("feed", to: "old")
        let revised = try await bench.package("430624-2026-1", issued: "2026-03-01")
        try await bench.publish([package, revised], keys: [key], serial: 9)
        for file in names(in: bench.workspace.path.appending("feed/files"))
        where !names(in: bench.workspace.path.appending("old/files")).contains(file) {
            _ = try await bench.tool(["rm", bench.workspace("feed/files/\(file)")])
        }
        let halved = try await bench.sync(["pull"])
        #expect(halved.status == 3 && halved.error.contains("is listed and not there: the publication is incomplete"))
        // The list is known all the same: withholding its files can't bring the one before back.
        _ = try await bench.tool(["cp", bench.workspace("old/current.signed"), bench.workspace("feed/current.signed")])
        refused(
            try await bench.sync(["pull"]), 4, "\(source): rollback: have 9, offered 8; an old list was put back")
        #expect(try await bench.answer() == ["1", "430624-2025-1", "feed:\(source)", nil])
    }

    @Test func `two lists under one serial are an alarm, whichever comes first`() async throws {
        let key = try await bench.settled([try await bench.package()], serial: 3)
        let seen = try await bench.sha256(try bench.payload("feed/current.signed"))
        let status = try await bench.sync(["status", "--format", "json"])
        let known = try JSONValue(parsing: status.bytes)["sources"]?.array?.first
        #expect(known?["serial"] == .integer(3) && known?["manifest_sha256"] == .string(seen))
        try await bench.forge(by: [key], ("2099-01-01", "2098-01-01"))
        let offered = try await bench.sha256(try bench.payload("feed/current.signed"))
        refused(
            try await bench.sync(["pull"]), 4,
            "\(source): equivocation: two different lists with serial 3 (SHA-256 \(seen) was seen, \(offered) is "
                + "offered); ask the publisher which is right")
        let chinese = try await bench.sync(["pull", "--lang", "zh"])
        #expect(chinese.error.contains("同一序号 3 有两份不同的清单") && chinese.error.contains(offered))
    }

    @Test func `the same list under other signatures is no alarm`() async throws {
        let bureau = try await bench.key("bureau"), safe = try await bench.key("safe")
        try await bench.start(keys: [bureau, safe])
        try await bench.publish([try await bench.package()], keys: [bureau])
        try await bench.take(key: bureau)
        #expect(try await bench.sync(["pull"]).status == 0)
        try await bench.forge(by: [safe, bureau])
        let run = try await bench.sync(["pull"])
        #expect(run.status == 0 && run.output.hasPrefix("\(source): up to date (serial 1, "), "\(run.error)")
    }

    @Test(arguments: [
        ("9007199254740992", "serial: 9007199254740992 is not a whole number from 1 to 9007199254740991"),
        ("8.0", "line 4, column 13: 8.0 is not a whole number in plain digits"),
        ("\"8\"", "serial: \"8\" is not a whole number from 1 to 9007199254740991"),
        ("-8", "serial: -8 is not a whole number from 1 to 9007199254740991"),
        ("8, \"serial\": 9", "line 4, column 16: the key \"serial\" stands twice"),
    ])
    func `a signed serial that is no whole number is refused`(serial: String, sentence: String) async throws {
        let key = try await bench.settled([try await bench.package()], serial: 7)
        try await bench.forge(by: [key], ("\"serial\": 7", "\"serial\": \(serial)"))
        refused(try await bench.sync(["pull"]), 4, "\(source): current.signed: \(sentence)")
    }

    @Test func `a serial that went far too high is come back from with new keys`() async throws {
        let package = try await bench.package()
        let key = try await bench.settled([package], serial: 7)
        let highest = 9_007_199_254_740_991
        try await bench.publish([package], keys: [key], serial: highest)
        #expect(try await bench.sync(["pull"]).status == 0)
        let stuck = try await bench.build([package], keys: [key])
        #expect(stuck.status == 2 && stuck.error.contains("serial: 9007199254740992 is not a whole number"))
        let low = try await bench.build([package], keys: [key], serial: 8)
        #expect(
            low.error == "landgrade-publish: serial 8 is not above \(highest); offices would take it for a rollback\n")
        // A key set that names the serial to go on with: the publisher's next list has it, and offices take it.
        // One more set on top of it takes nothing back.
        try await bench.rotate(to: [key], signing: [key], minSerial: 8)
        try await bench.rotate(to: [key], signing: [key])
        let below = try await bench.build([package], keys: [key], serial: 7)
        #expect(below.error == "landgrade-publish: serial 7 is not above 7; offices would take it for a rollback\n")
        let moved = try await bench.package(
            "430624-2026-1", issued: "2026-03-01", grades: FeedBench.moved)
        try await bench.publish([package, moved], keys: [key])
        let recovered = try await bench.pull()
        #expect(recovered.run.status == 0, "\(recovered.run.error)")
        #expect(recovered.json["sources"]?.array?.first?["serial"] == .integer(8))
        #expect(try await bench.answer() == ["2", "430624-2026-1", "feed:\(source)", nil])
        // From there on it counts up as ever.
        try await bench.publish([package, moved], keys: [key])
        #expect(try await bench.sync(["pull"]).output.contains("serial 9"))
    }
}
