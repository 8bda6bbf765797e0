import StrictJSON
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Clients that send a list and then do not as clients do: nothing ends the process, and nothing is held for them.
@Suite(.serialized) struct HostileClientTests {
    private static let header = "宗地代码,所属乡镇,行政村,地类名称,土地级别,备注\n"
    private static let row = "430624001,金龙镇,芙蓉村,果园,一级,一行里的其他内容不影响判定，只是占地方\n"
    private static let small = Array((header + row).utf8)

    private static func list(_ rows: Int) -> [UInt8] { Array((header + String(repeating: row, count: rows)).utf8) }

    private static func upload(_ list: [UInt8], _ query: String = "") -> [UInt8] {
        Request("POST", "/v1/validate\(query)", ["Content-Type": "text/csv"], body: list).bytes
    }

    private static func check(_ server: Server) async throws {
        let response = try await server.post("/v1/validate?format=summary", "text/csv", small)
        #expect(response.status == 200)
        #expect(try response.json["rows"]?.integer == 1)
    }

    /// Before and after the answer has begun, reading some of it or nothing.
    @Test(arguments: [nil, 0, 20_000] as [Int?], ["", "?format=summary", "?format=jsonl"])
    func `a client that leaves is forgotten`(_ taken: Int?, _ query: String) async throws {
        let server = try await Server(store: Stores.seed(), ["--max-lists", "1"])
        let files = try server.openFiles
        let list = Self.list(15_000)
        try await apart {
            for _ in 0..<4 {
                let connection = try Connection(port: server.port, window: 4096)
                let bytes = Self.upload(list, query)
                try connection.write(taken == nil ? Array(bytes.dropLast(1_000)) : bytes)
                if let taken, taken > 0 { _ = try connection.some(query.contains("summary") ? 10 : taken) }
            }
        }
        try await Self.check(server)
        #expect(try await soon { try await server.openRequests == 1 })
        #expect(try await soon { try server.openFiles <= files + 2 })
        #expect(kill(server.process, 0) == 0)
    }

    @Test func `a client that takes nothing is cut off`() async throws {
        let server = try await Server(store: Stores.seed(), ["--write-seconds", "2", "--max-lists", "1"])
        let list = Self.list(15_000)
        let connections = try await apart {
            try (0..<3).map { _ in
                let connection = try Connection(port: server.port, window: 4096)
                try connection.write(Self.upload(list))
                return connection
            }
        }
        // It holds no place in the queue meanwhile.
        try await Self.check(server)
        #expect(try await soon { try await server.openRequests == 1 })
        withExtendedLifetime(connections) {}
    }

    @Test func `a connection that asks no more is closed`() async throws {
        let server = try await Server(store: Stores.seed(), ["--idle-seconds", "1"])
        let next = try await apart { () throws -> Response? in
            let connection = try Connection(port: server.port, seconds: 20)
            try connection.write(Request("GET", "/healthz").bytes)
            #expect(try connection.response() != nil)
            return try connection.response()
        }
        #expect(next == nil)
        // Where it may idle it is kept: the read ends, the connection does not.
        let patient = try await Server(store: Stores.seed(), ["--idle-seconds", "3600"])
        await #expect(throws: Errno.resourceTemporarilyUnavailable) {
            try await apart {
                let connection = try Connection(port: patient.port, seconds: 3)
                try connection.write(Request("GET", "/healthz").bytes)
                #expect(try connection.response() != nil)
                _ = try connection.response()
            }
        }
    }

    @Test func `a slow steady reader is served`() async throws {
        let server = try await Server(store: Stores.seed(), ["--write-seconds", "2"])
        let list = Self.list(30_000)
        let expected = try await server.post("/v1/validate", "text/csv", list)
        let body = try await apart { () throws -> [UInt8]? in
            let connection = try Connection(port: server.port, window: 16 << 10)
            try connection.write(Self.upload(list))
            var bytes: [UInt8] = []
            for _ in 0..<40 {
                bytes += try connection.some(20_000)
                usleep(200_000)
            }
            connection.putBack(bytes)
            return try connection.response()?.body
        }
        #expect(body?.count == expected.body.count)
        #expect(body == expected.body)
    }

    @Test func `a client that has ended its side is answered`() async throws {
        let server = try await Server(store: Stores.seed())
        let response = try await apart {
            let connection = try server.connect()
            try connection.write(Self.upload(Self.list(2_000)))
            connection.endSending()
            return try connection.response()
        }
        #expect(response?.status == 200)
        #expect(response?.text.split(separator: "\n").count == 2_001)
    }

    @Test func `lists that wait have a bound in all`() async throws {
        let server = try await Server(store: Stores.seed(), ["--max-list", "4", "--max-waiting", "5"])
        let list = Self.list(34_000)
        #expect((3 << 20..<4 << 20).contains(list.count))
        let waiting = try await apart {
            let connection = try server.connect()
            try connection.write(Array(Self.upload(list).dropLast(10)))
            return connection
        }
        // The request is open at its head; its bytes count as they come.
        #expect(try await soon { try await server.openRequests == 2 && server.unnamedBytes > 3 << 20 })
        let refused = try await server.post("/v1/validate", "text/csv", list)
        #expect(refused.status == 503)
        #expect(try refused.problem == "no-room")
        #expect(refused["retry-after"] != nil)
        try await Self.check(server)
        let whole = try await apart {
            try waiting.write(Array(Self.upload(list).suffix(10)))
            return try waiting.response()
        }
        #expect(whole?.status == 200)
        #expect(try await server.post("/v1/validate?format=summary", "text/csv", list).status == 200)
    }

    private static func database(_ view: String) async throws -> [UInt8] {
        let file = TemporaryFolder.lasting().appending("list.sqlite")
        let script = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.argv[2])"
        let sql = "CREATE TABLE one (a); INSERT INTO one VALUES (1); CREATE VIEW 地块 AS \(view);"
        try #require(await run("/usr/bin/env", ["python3", "-c", script, file.string, sql]) == 0)
        return try bytes(of: file)
    }

    private static let endless =
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "
        + "SELECT '金龙镇' AS 乡镇, '芙蓉村' AS 村, '园地' AS 地类 FROM c WHERE x < 0"

    @Test func `a view is not run`() async throws {
        let server = try await Server(store: Stores.seed(), ["--max-lists", "1"])
        let list = try await Self.database(Self.endless)
        for _ in 0..<3 {
            let response = try await server.post(
                "/v1/validate?layer=\(encoded("地块"))", "application/vnd.sqlite3", list, ["Accept-Language": "zh"])
            #expect(response.status == 422)
            #expect(response.text.contains("视图"))
        }
        try await Self.check(server)
        #expect(names(in: server.temporary).isEmpty)
    }

    /// However the process ends.
    @Test func `no file has a name`() async throws {
        let server = try await Server(store: Stores.seed())
        let list = Self.list(15_000)
        let connections = try await apart {
            let taking = try Connection(port: server.port, window: 4096)
            try taking.write(Self.upload(list))
            let sending = try server.connect()
            try sending.write(Array(Self.upload(list).dropLast(10)))
            return [taking, sending]
        }
        let files = "/proc/\(server.process)/fd"
        #expect(
            try await soon {
                let targets = names(in: FilePath(files)).map { name in
                    var buffer = [CChar](repeating: 0, count: 4096)
                    let count = readlink("\(files)/\(name)", &buffer, buffer.count - 1)
                    return String(validating: buffer[..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
                }
                return targets.count { $0?.hasPrefix(server.temporary.string) == true } >= 1
            })
        #expect(names(in: server.temporary).isEmpty)
        kill(server.process, SIGKILL)
        withExtendedLifetime(connections) {}
        #expect(names(in: server.temporary).isEmpty)
    }

    @Test func `a limit on the size of files is an answer`() async throws {
        let server = try await Server(store: Stores.seed(), before: "ulimit -f 2048")
        let response = try await server.post("/v1/validate", "text/csv", Self.list(34_000))
        #expect(response.status == 503)
        #expect(try response.problem == "no-room")
        try await Self.check(server)
    }

    @Test func `few descriptors are said at the start`() async throws {
        let store = try await Stores.seed()
        for count in [4, 5, 6, 8, 12, 20, 60] {
            let log = TemporaryFolder.lasting().appending("log")
            let program = Program.serve.path.string
            let words = [
                "-c", "ulimit -n \(count); exec \"$@\"", "sh", program, "--store", store.string, "--port", "0",
            ]
            let process = try spawn("/bin/sh", words, error: log)
            let status = await apart { wait(for: process) }
            let text = try contents(of: log)
            // With so few that the system can't load the program, it is the system that says so.
            #expect(status == 2 || (status == 127 && count < 5), "\(count): \(status)")
            #expect(text.contains("\(count) files open") || text.contains("cannot open"), "\(count): \(text)")
            #expect(!text.contains("Signal"))
        }
    }

    @Test(arguments: [120, 200])
    func `when all connections are taken nothing turns for nothing`(_ count: Int) async throws {
        let server = try await Server(
            store: Stores.seed(), ["--header-seconds", "3600"], before: "ulimit -n \(count)")
        var connections = try await apart { try (0..<(count + 60)).map { _ in try server.connect() } }
        try await Task.sleep(for: .milliseconds(500))
        let before = try server.seconds
        try await Task.sleep(for: .seconds(1))
        #expect(try server.seconds - before < 0.5)
        #expect(try server.openFiles < count - 20)
        connections = []
        try await Self.check(server)
        withExtendedLifetime(connections) {}
    }
}
