import StrictJSON
import Subprocess
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// `Tests/FaultServer`, started once for all tests. It ends with this process, which holds its standard input.
struct FaultServer: Sendable {
    /// Where nobody listens.
    let closed: Int
    let http: Int
    /// Another port with the same server behind it.
    let other: Int
    let tls: [String: Int]
    let proxies: [String: Int]
    let authority: FilePath
    /// The folder that is served.
    let root: FilePath

    private static let started = Task { try await start() }

    static var shared: FaultServer { get async throws { try await started.value } }

    private static func start() async throws -> FaultServer {
        let root = TemporaryFolder.lasting()
        try ServedFeed.write(to: root)
        let script = Repository.file("Tests/FaultServer/fault_server.py")
        let input = try pipe(), output = try pipe()
        Task.detached {
            _ = try await Subprocess.run(
                .path("/usr/bin/python3"), arguments: ["-B", script.string, "--root", root.string, "--remove"],
                input: .fileDescriptor(input.read, closeAfterSpawningProcess: true),
                output: .fileDescriptor(output.write, closeAfterSpawningProcess: true),
                error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false))
        }
        var line: [UInt8] = [], block = [UInt8](repeating: 0, count: 4096)
        while line.last != 0x0A {
            // A thread that only waited here could be the one that is needed to start the server.
            var ready = pollfd(fd: output.read.rawValue, events: Int16(POLLIN), revents: 0)
            while poll(&ready, 1, 0) == 0 { try await Task.sleep(for: .milliseconds(10)) }
            let count = try block.withUnsafeMutableBytes { try output.read.read(into: $0) }
            guard count > 0 else { throw Errno.brokenPipe }
            line += block[..<count]
        }
        let ports = try JSONValue(parsing: line)
        func named(_ key: String) -> [String: Int] {
            Dictionary(uniqueKeysWithValues: (ports[key]?.members ?? []).map { ($0.key, $0.value.integer ?? 0) })
        }
        return FaultServer(
            closed: ports["closed"]?.integer ?? 0, http: ports["http"]?.integer ?? 0,
            other: ports["other"]?.integer ?? 0, tls: named("tls"), proxies: named("proxy"),
            authority: FilePath(ports["authority"]?.string ?? ""), root: root)
    }

    private static func pipe() throws -> (read: FileDescriptor, write: FileDescriptor) {
        let (read, write) = try FileDescriptor.pipe()
        for end in [read, write] { _ = fcntl(end.rawValue, F_SETFD, FD_CLOEXEC) }
        return (read, write)
    }

    /// What was asked in a session, in order.
    func log(_ session: String) throws -> [Asked] {
        let answer = try get("/-/log/\(session)")
        let text = String(decoding: answer, as: UTF8.self)
        let body = try #require(text.firstRange(of: "\r\n\r\n"))
        let entries = try JSONValue(parsing: Array(text[body.upperBound...].utf8))
        return (entries.array ?? []).map { Asked(entry: $0) }
    }

    private func get(_ path: String) throws -> [UInt8] {
        let connection = FileDescriptor(
            rawValue: socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0))
        return try connection.closeAfter {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = UInt16(http).bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            let connected = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(connection.rawValue, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            guard connected == 0 else { throw Errno(rawValue: errno) }
            try connection.writeAll("GET \(path) HTTP/1.1\r\nHost: log\r\n\r\n".utf8)
            shutdown(connection.rawValue, CInt(SHUT_WR))
            var bytes: [UInt8] = [], block = [UInt8](repeating: 0, count: 65_536)
            while case let count = try block.withUnsafeMutableBytes({ try connection.read(into: $0) }), count > 0 {
                bytes += block[..<count]
            }
            return bytes
        }
    }
}

/// One request as the server saw it.
struct Asked {
    let entry: JSONValue

    var path: String { entry["path"]?.string ?? "" }
    var status: Int? { entry["status"]?.integer }
    /// Milliseconds of the server's clock.
    var time: Int { entry["time"]?.integer ?? 0 }

    /// A header's value; nil where it was not sent.
    subscript(header: String) -> String? {
        let pairs = (entry["headers"]?.array ?? []).compactMap(\.array)
        return pairs.first { $0[0].string?.lowercased() == header.lowercased() }?[1].string
    }
}
