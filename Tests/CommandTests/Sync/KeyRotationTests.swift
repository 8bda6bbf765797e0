import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// Keys that change, with the office asleep or awake (faults 21 to 23).
@Suite struct KeyRotationTests {
    let bench = FeedBench()
    private let source = FeedBench.source
    private let keySet = "landgrade-keys@v1"

    @Test func `an office that slept follows the chain, and old keys count no more`() async throws {
        let package = try await bench.package()
        let first = try await bench.settled([package])
        let second = try await bench.key("second"), third = try await bench.key("third")
        try await bench.rotate(to: [second], signing: [first, second])
        // Between the new keys and the next list, nothing may be taken; the publisher's own check says why.
        let between = try await bench.sync(["pull"])
        #expect(between.status == 4)
        #expect(between.error.contains("current.signed: unknown key \(try await bench.fingerprint(first))"))
        try await bench.rotate(to: [third], signing: [second, third])
        try await bench.publish([package], keys: [third])
        let followed = try await bench.pull()
        #expect(followed.run.status == 0, "\(followed.run.error)")
        let status = try await bench.sync(["status", "--format", "json"])
        let known = try JSONValue(parsing: status.bytes)["sources"]?.array?.first
        #expect(known?["keys_version"] == .integer(3))
        #expect(known?["keys"] == .array([.string(try await bench.fingerprint(third))]))
        // A key that was replaced is a stranger's.
        try await bench.forge(by: [first], ("\"serial\": 2", "\"serial\": 3"))
        refused(
            try await bench.sync(["pull"]), 4,
            "\(source): current.signed: unknown key \(try await bench.fingerprint(first))")
    }

    @Test func `a list from before the rotation is refused though its key still counts`() async throws {
        let package = try await bench.package()
        let first = try await bench.settled([package])
        let second = try await bench.key("second")
        try await bench.rotate(to: [first, second], signing: [first])
        refused(
            try await bench.sync(["pull"]), 4,
            "\(source): the list is signed under key set 1, and key set 2 is in force")
        let check = try await Program.publish.run(["feed", "verify", bench.workspace("feed")])
        #expect(check.status == 2)
        #expect(
            check.error == "landgrade-publish: what is published was published under key set 1, and the feed is at 2; "
                + "publish it again\n")
    }

    @Test func `a set that only the old keys or only the new ones signed is refused`() async throws {
        let first = try await bench.settled([try await bench.package()])
        let second = try await bench.key("second")
        try await bench.rotate(to: [second], signing: [first, second])
        for signer in [first, second] {
            try await bench.forge("feed/keys/2.signed", namespace: keySet, by: [signer])
            refused(
                try await bench.sync(["pull"]), 4,
                "\(source): keys/2.signed: unknown key \(try await bench.fingerprint(signer))")
        }
        let status = try await bench.sync(["status", "--format", "json"])
        #expect(try JSONValue(parsing: status.bytes)["sources"]?.array?.first?["keys_version"] == .integer(1))
    }

    @Test func `a set of another number, source or purpose is refused`() async throws {
        let first = try await bench.settled([try await bench.package()])
        try await bench.rotate(to: [first], signing: [first])
        let good = try contents(of: bench.workspace.path.appending("feed/keys/2.signed"))
        let forgeries: [(String, String, String)] = [
            ("\"version\": 2", "\"version\": 3", "key set version 3 where 2 has to be"),
            ("\"version\": 2", "\"version\": 1", "key set version 1 where 2 has to be"),
            (
                "county.example/grades", "other.example/grades",
                "source mismatch: other.example/grades instead of county.example/grades"
            ),
            (
                "\"threshold\": 1", "\"threshold\": 0",
                "a threshold of 0 with 1 keys; it is at least 1, at most their number and at most 4"
            ),
            (
                "landgrade.keys/1", "landgrade.keys/2",
                "the format is \"landgrade.keys/2\", this version reads landgrade.keys/1: update the program"
            ),
        ]
        for (old, new, sentence) in forgeries {
            try bench.workspace.write(good, to: "feed/keys/2.signed")
            try await bench.forge("feed/keys/2.signed", namespace: keySet, by: [first], (old, new))
            refused(try await bench.sync(["pull"]), 4, "\(source): keys/2.signed: \(sentence)")
        }
        try bench.workspace.write(good, to: "feed/keys/2.signed")
        try await bench.forge("feed/keys/2.signed", namespace: "landgrade-manifest@v1", by: [first])
        refused(
            try await bench.sync(["pull"]), 4,
            "\(source): keys/2.signed: the signature is for another purpose: landgrade-manifest@v1 instead of "
                + "landgrade-keys@v1")
    }

    @Test func `a chain of more than thirty-two sets is followed in two runs`() async throws {
        let package = try await bench.package()
        let key = try await bench.settled([package])
        let set = try bench.payload("feed/keys/1.signed")
        for version in 2...34 {
            let text = set.replacing("\"version\": 1", with: "\"version\": \(version)")
            try bench.workspace.write(
                try await bench.blocks(text, keySet, by: [key]) + text, to: "feed/keys/\(version).signed")
        }
        try await bench.publish([package], keys: [key])
        refused(
            try await bench.sync(["pull"]), 4,
            "\(source): a long chain of key sets: followed up to set 33 in this run; run it again for the rest")
        let second = try await bench.sync(["pull"])
        #expect(second.status == 0 && second.output.contains("serial 2"), "\(second.error)")
    }
}
