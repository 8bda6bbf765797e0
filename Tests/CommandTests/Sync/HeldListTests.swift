import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// Lists that the office holds already, after the keys have changed: a server that says "not modified" gets no further
/// than one that sends the bytes again.
@Suite struct HeldListTests {
    let bench = FeedBench()
    private let source = FeedBench.source

    /// A feed with one edition behind a server that knows ETags, taken and not pulled yet.
    private func feed(serial: Int? = nil) async throws -> (key: String, package: String, web: FaultFolder) {
        let key = try await bench.key("bureau"), package = try await bench.package()
        try await bench.start(keys: [key])
        try await bench.publish([package], keys: [key], serial: serial)
        let web = try FaultFolder(bench.workspace.path.string, log: bench.workspace.path.appending("log"))
        let added = try await bench.sync(["source", "add", web.address(), "--key", key + ".pub", "--yes"])
        try #require(added.status == 0, "\(added.error)")
        return (key, package, web)
    }

    /// Takes a file of a package out of the feed; gives back how to put it there again.
    private func withhold(_ file: String, of package: String) async throws -> () async throws -> Void {
        let sum = try await bench.sha256(try contents(of: FilePath(package).appending(file)))
        let path = bench.workspace("feed/files/\(sum)"), aside = bench.workspace("aside")
        try #require(try await bench.tool(["mv", path, aside]).status == 0)
        return { [bench] in try #require(try await bench.tool(["mv", aside, path]).status == 0) }
    }

    @Test func `not modified is no way around a rotation of the keys`() async throws {
        let (first, package, web) = try await feed()
        #expect(try await bench.sync(["pull"]).status == 0)
        #expect(try await bench.sync(["pull"]).output.contains("up to date"))
        #expect(try await web.asked(bench).suffix(2) == ["GET feed/current.signed 304", "GET feed/keys/2.signed 404"])
        let second = try await bench.key("second")
        try await bench.rotate(to: [first, second], signing: [first])
        for _ in 0..<2 {
            refused(
                try await bench.sync(["pull"]), 4,
                "\(source): the list is signed under key set 1, and key set 2 is in force")
            #expect(try await web.asked(bench).contains { $0 == "GET feed/current.signed 304" })
        }
        try await bench.publish([package], keys: [second])
        #expect(try await bench.sync(["pull"]).status == 0)
    }

    @Test func `a list held under the old keys and not applied stays so`() async throws {
        let (first, package, web) = try await feed()
        let restore = try await withhold("grades.csv", of: package)
        #expect(try await bench.sync(["pull"]).status == 3)
        try await restore()
        let second = try await bench.key("second")
        try await bench.rotate(to: [first, second], signing: [first])
        refused(
            try await bench.sync(["pull"]), 4,
            "\(source): the list is signed under key set 1, and key set 2 is in force")
        #expect(try await web.asked(bench).contains("GET feed/current.signed 304"))
        #expect(try await bench.answer().count == 1, "no edition may be there")
    }

    @Test func `a list held whose key counts no more is asked for anew`() async throws {
        let (first, package, web) = try await feed()
        defer { withExtendedLifetime(web) {} }
        #expect(try await bench.sync(["pull"]).status == 0)
        let second = try await bench.key("second")
        try await bench.rotate(to: [second], signing: [first, second])
        for _ in 0..<2 {
            refused(
                try await bench.sync(["pull"]), 4,
                "\(source): current.signed: unknown key \(try await bench.fingerprint(first))")
        }
        try await bench.publish([package], keys: [second])
        #expect(try await bench.sync(["pull"]).status == 0)
    }

    @Test(arguments: [5, 4])
    func `a serial that a key set brought back is applied`(lowest: Int) async throws {
        let (first, package, web) = try await feed(serial: 5)
        defer { withExtendedLifetime(web) {} }
        #expect(try await bench.sync(["pull"]).status == 0)
        // The publisher begins anew below a serial that got out by mistake.
        try await bench.rotate(to: [first], signing: [first], minSerial: lowest)
        let moved = try await bench.package("430624-2026-1", issued: "2026-03-01", grades: FeedBench.moved)
        try #require(try await bench.tool(["rm", bench.workspace("feed/current.signed")]).status == 0)
        try await bench.publish([package, moved], keys: [first], serial: 5)
        let restore = try await withhold("grades.csv", of: moved)
        #expect(try await bench.sync(["pull"]).status == 3)
        let status = try await bench.sync(["status", "--lang", "en"])
        #expect(status.output.contains("serial 5, 2 editions; serial 5 is applied"), "\(status.output)")
        try await restore()
        let pulled = try await bench.sync(["pull"])
        #expect(pulled.status == 0 && pulled.output.contains("430624-2026-1"), "\(pulled.error)\(pulled.output)")
        #expect(try await bench.answer() == ["2", "430624-2026-1", "feed:\(source)", nil])
    }
}
