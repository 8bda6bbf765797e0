import StrictJSON
import SystemPackage
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// The root of the checkout these tests were compiled from.
let repository = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()

/// The built programs: beside the test bundle, or where `LANDGRADE_BIN` says.
let programs: FilePath = {
    if let folder = getenv("LANDGRADE_BIN") { return FilePath(String(cString: folder)) }
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return FilePath(String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self))
        .removingLastComponent()
}()

/// The real `landgrade-serve` on a port of its own, ended with the test.
final class Server: Sendable {
    let process: pid_t
    let port: UInt16
    let logFile: FilePath

    /// For its temporary files.
    let temporary = Folder.make()

    /// Starts it and waits until it listens.
    ///
    /// - Parameter before: what a shell does first, as `ulimit -n 100`.
    init(store: FilePath, _ options: [String] = [], before: String = ":") async throws {
        logFile = Folder.make().appending("log")
        let words = [programs.appending("landgrade-serve").string, "--store", store.string, "--port", "0"] + options
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
    var openFiles: Int { get throws { try names(in: FilePath("/proc/\(process)/fd")).count } }

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

/// Starts a program and does not wait for it.
func spawn(
    _ path: FilePath, _ arguments: [String], error: FilePath? = nil, variables: [String] = []
) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, error?.string ?? "/dev/null", O_WRONLY | O_CREAT | O_APPEND, 0o644)
    var words = pointers([path.string] + arguments)
    var environment = pointers(["PATH=/usr/bin:/bin", "LANG=C.UTF-8"] + variables)
    defer { for word in words + environment { free(word) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, path.string, &actions, nil, &words, &environment)
    guard result == 0 else { throw Errno(rawValue: result) }
    return process
}

/// Copies as C wants a list of strings, with nil behind the last.
private func pointers(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var pointers: [UnsafeMutablePointer<CChar>?] = []
    for text in texts { pointers.append(strdup(text)) }
    pointers.append(nil)
    return pointers
}

/// Runs a program to its end; its exit status, a signal as minus its number.
@discardableResult
func run(_ name: String, _ arguments: [String]) async throws -> Int32 {
    let path = name.hasPrefix("/") ? FilePath(name) : programs.appending(name)
    let process = try spawn(path, arguments)
    return await apart { wait(for: process) }
}

func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
}
