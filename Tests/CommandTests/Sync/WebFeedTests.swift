import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A folder on a plain web server of the loopback; the server ends with this value.
final class WebFolder {
    private let server: pid_t
    let address: String

    init(_ folder: String, log: FilePath) throws {
        let child = try spawn(
            "/usr/bin/python3", ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder],
            output: log, error: log)
        server = child
        // It says which port it was given once it listens.
        var found: String?
        for _ in 0..<600 where found == nil {
            usleep(50_000)
            found = (try? contents(of: log))?.firstMatch(of: /\((http:\/\/[0-9.:]+\/)\)/).map { String($0.output.1) }
        }
        guard let found else {
            kill(child, SIGKILL)
            throw NoServer()
        }
        address = found
    }

    struct NoServer: Error {}

    deinit {
        // Not SIGTERM: the threads of tests block it, and what they start inherits that.
        kill(server, SIGKILL)
        waitpid(server, nil, 0)
    }
}

/// The same rules over HTTP; what a network does to bytes is tested with the transfer itself.
@Suite struct WebFeedTests {
    let bench = FeedBench()
    private let source = FeedBench.source

    @Test func `a feed on a web server is taken with a warning and pulled like one in a folder`() async throws {
        let first = try await bench.package()
        let key = try await bench.key("bureau")
        try await bench.start(keys: [key])
        try await bench.publish([first], keys: [key])
        let log = bench.workspace.path.appending("log")
        let web = try WebFolder(bench.workspace("feed"), log: log)
        let added = try await bench.sync(["source", "add", web.address, "--key", key + ".pub"], input: "y\n")
        #expect(added.status == 0)
        #expect(added.error.contains("plain http: what is pulled is signed, but others can see it"))
        #expect(try await bench.sync(["pull"]).status == 0)
        #expect(try await bench.answer() == ["1", "430624-2025-1", "feed:\(source)", nil])
        let same = try await bench.sync(["pull"])
        #expect(same.status == 0 && same.output.contains("up to date"), "\(same.error)")
        let moved = try await bench.package("430624-2026-1", issued: "2026-03-01", grades: FeedBench.moved)
        try await bench.publish([first, moved], keys: [key])
        let before = try contents(of: log).ranges(of: "GET /files/").count
        #expect(try await bench.sync(["pull"]).status == 0)
        #expect(try await bench.answer() == ["2", "430624-2026-1", "feed:\(source)", nil])
        // Its description and its five tables; nothing of the edition that is there.
        #expect(try contents(of: log).ranges(of: "GET /files/").count - before == 6)
    }

    @Test func `what is not signed is refused and the old edition stays`() async throws {
        let key = try await bench.key("bureau")
        try await bench.start(keys: [key])
        try await bench.publish([try await bench.package()], keys: [key])
        let web = try WebFolder(bench.workspace("feed"), log: bench.workspace.path.appending("log"))
        #expect(try await bench.sync(["source", "add", web.address, "--key", key + ".pub", "--yes"]).status == 0)
        #expect(try await bench.sync(["pull"]).status == 0)
        let list = try bench.payload("feed/current.signed")
        for (file, sentence) in [
            ("", "the file is empty"), (list, "not signed: the file does not begin with an SSH signature"),
            (
                "\n<html><title>Login</title>",
                "not signed: the file does not begin with an SSH signature; it looks like a web page (a login portal, "
                    + "or an error page of the server)"
            ),
        ] {
            try bench.workspace.write(file, to: "feed/current.signed")
            refused(try await bench.sync(["pull"]), 4, "\(source): current.signed: \(sentence)")
        }
        _ = try await bench.tool(["rm", bench.workspace("feed/current.signed")])
        refused(
            try await bench.sync(["pull"]), 3,
            "\(source): nothing is published there (no current.signed, or no keys/1.signed)")
        #expect(try await bench.answer() == ["1", "430624-2025-1", "feed:\(source)", nil])
    }
}
