import SystemPackage
import TestSupport

#if canImport(Glibc)
    import Glibc
#endif

/// A folder behind `Tests/FaultServer`, which knows ETags and does wrong what an address says; it ends with this value.
final class FaultFolder {
    private let server: pid_t
    private let input: FileDescriptor
    private let port: String

    struct NoServer: Error {}

    init(_ folder: String, log: FilePath) throws {
        let (read, write) = try FileDescriptor.pipe()
        for end in [read, write] { _ = fcntl(end.rawValue, F_SETFD, FD_CLOEXEC) }
        defer { try? read.close() }
        input = write
        let script = Repository.file("Tests/FaultServer/fault_server.py").string
        let child = try spawn("/usr/bin/python3", ["-B", script, "--root", folder], input: read, output: log)
        server = child
        var found: String?
        for _ in 0..<600 where found == nil {
            usleep(50_000)
            found = (try? contents(of: log))?.firstMatch(of: /"http": ([0-9]+)/).map { String($0.output.1) }
        }
        guard let found else {
            kill(child, SIGKILL)
            throw NoServer()
        }
        port = found
    }

    deinit {
        // Not SIGTERM: the threads of tests block it, and what they start inherits that.
        kill(server, SIGKILL)
        waitpid(server, nil, 0)
        try? input.close()
    }

    /// The feed `feed` of the folder, with these faults.
    func address(_ faults: String = "ok") -> String { "http://127.0.0.1:\(port)/office/\(faults)/feed/" }

    /// What was asked for so far, and what was answered: `GET feed/current.signed 304`.
    func asked(_ bench: FeedBench) async throws -> [String] {
        let program = """
            import json, urllib.request
            for entry in json.load(urllib.request.urlopen("http://127.0.0.1:\(port)/-/log/office")):
                print(entry["method"], entry["path"], entry["status"])
            """
        return try await bench.tool(["/usr/bin/python3", "-c", program]).output.split(separator: "\n").map(String.init)
    }
}
