import SystemPackage
import TestSupport
import Testing

/// Lists out of their time, and clocks out of theirs (faults 19 and 20). The program's clock is set by Debian's
/// `faketime`.
@Suite struct ClockTests {
    let bench = FeedBench()
    private let source = FeedBench.source

    /// A pull by a clock that says this, or runs like this.
    private func pull(at clock: String) async throws -> Run {
        try await bench.sync(["pull"], environment: ["TZ": "UTC"], through: ["/usr/bin/faketime", "-f", clock])
    }

    private func feed(published: String, expires: String) async throws -> (key: String, package: String) {
        let key = try await bench.key("bureau"), package = try await bench.package()
        try await bench.start(keys: [key])
        try await bench.publish([package], keys: [key], published: published, expires: expires)
        try await bench.take(key: key)
        return (key, package)
    }

    @Test func `an expired list is refused with both times`() async throws {
        _ = try await feed(published: "2026-02-01T00:00:00Z", expires: "2026-03-01T00:00:00Z")
        refused(
            try await pull(at: "2026-03-01 00:00:00"), 4,
            "\(source): the list expired 2026-03-01T00:00:00Z, and it is 2026-03-01T00:00:00Z here; the publisher has "
                + "to sign again")
        #expect(try await pull(at: "2026-02-28 23:59:59").status == 0)
    }

    @Test func `a run is judged by the time at which it began`() async throws {
        _ = try await feed(published: "2026-02-01T00:00:00Z", expires: "2026-03-01T00:00:00Z")
        // This clock goes on by 25 hours whenever it is read. Something reads it once before the program does, so the
        // program begins on the 27th at 23:00, and were it to look again it would be the first of March.
        let run = try await pull(at: "@2026-02-26 22:00:00 i90000")
        #expect(run.status == 0 && run.output.contains("changed 1 edition"), "\(run.error)")
        #expect(run.error.contains("the list expires 2026-03-01T00:00:00Z"))
    }

    @Test func `a list from the future says to check the clock`() async throws {
        let (key, package) = try await feed(published: "2026-02-02T01:00:00Z", expires: "2026-03-01T00:00:00Z")
        refused(
            try await pull(at: "2026-02-01 00:00:00"), 4,
            "\(source): check the clock: the list was published 2026-02-02T01:00:00Z, and it is 2026-02-01T00:00:00Z "
                + "here")
        #expect(try await pull(at: "2026-02-01 01:00:00").status == 0)
        // Where an office says that its clock may be off by more, more is taken.
        try await bench.publish(
            [package], keys: [key], published: "2026-02-05T00:00:00Z", expires: "2026-03-01T00:00:00Z")
        #expect(try await pull(at: "2026-02-03 00:00:00").status == 4)
        try await bench.take(key: key, ["--clock-tolerance", "48", "--replace"])
        #expect(try await pull(at: "2026-02-03 00:00:00").status == 0)
    }

    @Test func `a clock set back brings no expired list to life`() async throws {
        let (key, package) = try await feed(published: "2026-02-01T00:00:00Z", expires: "2027-01-01T00:00:00Z")
        #expect(try await pull(at: "2026-02-03 00:00:00").status == 0)
        // Two years back the time of the list that was seen is gone by, less a day.
        let back = try await pull(at: "2024-02-03 00:00:00")
        #expect(back.status == 0 && back.output.contains("up to date"), "\(back.error)")
        let clock = "by the latest signed time seen (this machine's clock says 2024-02-03T00:00:00Z)"
        try await bench.publish(
            [package], keys: [key], published: "2024-01-01T00:00:00Z", expires: "2024-03-01T00:00:00Z")
        refused(
            try await pull(at: "2024-02-03 00:00:00"), 4,
            "\(source): the list expired 2024-03-01T00:00:00Z, and it is 2026-01-31T00:00:00Z here \(clock); the "
                + "publisher has to sign again")
        try await bench.publish(
            [package], keys: [key], published: "2026-02-05T00:00:00Z", expires: "2027-01-01T00:00:00Z")
        refused(
            try await pull(at: "2024-02-03 00:00:00"), 4,
            "\(source): check the clock: the list was published 2026-02-05T00:00:00Z, and it is 2026-01-31T00:00:00Z "
                + "here \(clock)")
        #expect(try await pull(at: "2026-02-05 00:00:00").status == 0)
    }

    @Test func `status by a later clock tells what has expired`() async throws {
        _ = try await feed(published: "2026-02-01T00:00:00Z", expires: "2026-03-01T00:00:00Z")
        #expect(try await pull(at: "2026-02-10 00:00:00").status == 0)
        let late = try await bench.sync(
            ["status"], environment: ["TZ": "UTC"], through: ["/usr/bin/faketime", "-f", "2026-03-02 00:00:00"])
        #expect(late.status == 4 && late.output.contains("2026-03-01T00:00:00Z  EXPIRED"))
        let soon = try await bench.sync(
            ["status"], environment: ["TZ": "UTC"], through: ["/usr/bin/faketime", "-f", "2026-02-28 00:00:00"])
        #expect(soon.status == 0 && soon.output.contains("2026-03-01T00:00:00Z  1 day left"))
    }
}
