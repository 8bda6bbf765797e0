import StrictJSON
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// The real `landgrade-serve` on a port of its own, ended with the test.
final class Server: Sendable {
    let process: pid_t
    let port: UInt16
    let logFile: FilePath

    /// For its temporary files.
    let temporary = TemporaryFolder.lasting()

    /// Starts it and waits until it listens.
    ///
    /// - Parameter before: what a shell does first, as `ulimit -n 100`.
    init(
        store: FilePath, _ options: [String] = [], before: String = ":", program: FilePath = Program.serve.path
    ) async throws {
        logFile = TemporaryFolder.lasting().appending("log")
        let words = [program.string, "--store", store.string, "--port", "0"] + options
        process = try spawn(
            "/bin/sh", ["-c", "\(before); exec \"$@\"", "sh"] + words, error: logFile,
            variables: ["TMPDIR=\(temporary.string)"])
        var found: UInt16?
        for _ in 0..<200 where found == nil {
            try await Task.sleep(for: .milliseconds(50))
            found = try Self.port(in: contents(of: logFile))
        }
        port = try #require(found, "the service does not listen")
    }

    deinit {
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    private static func port(in log: String) -> UInt16? {
        events(log).first { $0["event"]?.string == "listening" }?["port"]?.integer.map { UInt16($0) }
    }

    private static func events(_ log: String) -> [JSONValue] {
        log.split(separator: "\n").compactMap { try? JSONValue(parsing: Array($0.utf8)) }
    }

    var log: String { get throws { try contents(of: logFile) } }

    var events: [JSONValue] { get throws { try Self.events(log) } }

    func connect() throws -> Connection { try Connection(port: port) }

    /// One request on a connection of its own.
    func send(_ request: Request) async throws -> Response {
        let port = port
        return try await apart {
            let connection = try Connection(port: port)
            try connection.write(request.bytes)
            return try #require(try connection.response(toHead: request.method == "HEAD"))
        }
    }

    func get(_ target: String, _ fields: [String: String] = [:]) async throws -> Response {
        try await send(Request("GET", target, fields))
    }

    func post(_ target: String, _ type: String, _ body: [UInt8], _ fields: [String: String] = [:]) async throws
        -> Response
    {
        try await send(Request("POST", target, fields.merging(["Content-Type": type]) { $1 }, body: body))
    }

    /// How many files it has open.
    var openFiles: Int {
        get throws {
            let files = names(in: FilePath("/proc/\(process)/fd"))
            try #require(!files.isEmpty, "the service has ended")
            return files.count
        }
    }

    /// How many requests it is answering, this one among them.
    var openRequests: Int {
        get async throws {
            let text = try await get("/metrics").text
            let line = text.split(separator: "\n").first { $0.hasPrefix("landgrade_requests_open ") }
            return try #require(line.flatMap { Int($0.split(separator: " ")[1]) })
        }
    }

    /// Bytes in open files without a name, in which it keeps what clients send.
    var unnamedBytes: Int {
        let folder = FilePath("/proc/\(process)/fd")
        return names(in: folder).reduce(0) { sum, name in
            var status = stat()
            guard stat(folder.appending(name).string, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
                status.st_nlink == 0
            else { return sum }
            return sum + Int(status.st_size)
        }
    }

    /// Seconds of processors that it has used.
    var seconds: Double {
        get throws {
            let fields = try contents(of: FilePath("/proc/\(process)/stat")).split(separator: ")").last?
                .split(separator: " ")
            let ticks = try #require(fields).dropFirst(11).prefix(2).compactMap { Double($0) }
            return ticks.reduce(0, +) / Double(sysconf(Int32(_SC_CLK_TCK)))
        }
    }

    /// Kilobytes of memory that are really in use.
    var memory: Int {
        get throws {
            let status = try contents(of: FilePath("/proc/\(process)/status"))
            let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
            return try #require(Int(line.split(separator: " ").dropFirst().first ?? ""))
        }
    }
}

/// Runs a built program, or one of the machine by its path, to its end; its exit status.
@discardableResult
func run(_ name: String, _ arguments: [String]) async throws -> Int {
    let path = name.hasPrefix("/") ? FilePath(name) : Program.folder.appending(name)
    return try await Program(path: path).run(arguments).status
}

/// Waits for what has to come to be.
func soon(_ holds: () async throws -> Bool) async throws -> Bool {
    for _ in 0..<400 {
        if try await holds() { return true }
        try await Task.sleep(for: .milliseconds(50))
    }
    return false
}
