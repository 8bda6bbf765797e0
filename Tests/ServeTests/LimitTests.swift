import StrictJSON
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Time, size, and the end.
@Suite struct LimitTests {
    @Test func `silence and a dripping header end in five seconds`() async throws {
        let server = try await Server(store: Stores.seed())
        async let silent = apart { () throws -> Duration in
            let start = ContinuousClock.now
            _ = try server.connect().rest()
            return ContinuousClock.now - start
        }
        async let dripping = apart { () throws -> Duration? in
            let start = ContinuousClock.now
            let connection = try server.connect()
            let head = Array("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: ".utf8)
            return connection.drip(head + [UInt8](repeating: 0x61, count: 100)) ? nil : ContinuousClock.now - start
        }
        #expect(try await silent > .seconds(4))
        #expect(try #require(try await dripping, "all of it could be sent") > .seconds(4))
    }

    @Test func `a dripping body ends`() async throws {
        let server = try await Server(store: Stores.seed(), ["--body-seconds", "2"])
        let duration = try await apart { () throws -> Duration? in
            let start = ContinuousClock.now
            let connection = try server.connect()
            try connection.write(
                "POST /v1/lookup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"
            )
            return connection.drip([UInt8](repeating: 0x20, count: 60)) ? nil : ContinuousClock.now - start
        }
        #expect(try #require(duration, "all of it could be sent") > .seconds(1))
    }

    @Test func `bodies above the limit are refused and the connection ends`() async throws {
        let server = try await Server(store: Stores.seed(), ["--max-list", "1"])
        let before = try server.memory
        let stated = try await apart {
            let connection = try server.connect()
            try connection.write(
                "POST /v1/validate HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nContent-Length: 99999999\r\n\r\n"
            )
            let response = try connection.response()
            return (response?.status, try connection.rest().count)
        }
        #expect(stated.0 == 413)
        #expect(stated.1 == 0)
        let chunked = try await apart {
            let connection = try server.connect()
            try connection.write(
                "POST /v1/validate HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n"
            )
            let chunk = Array("10000\r\n".utf8) + [UInt8](repeating: 0x61, count: 0x10000) + Array("\r\n".utf8)
            for _ in 0..<1_000 { guard (try? connection.write(chunk)) != nil else { break } }
            return try connection.response()?.status
        }
        #expect(chunked == 413)
        #expect(try server.memory - before < 20_000)
    }

    @Test func `a client that asks first is answered to continue or not`() async throws {
        let server = try await Server(store: Stores.seed(), ["--max-list", "1"])
        let statuses = try await apart {
            var statuses: [[Int?]] = []
            for length in [31, 9_999_999] {
                let connection = try server.connect()
                try connection.write(
                    "POST /v1/lookup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Expect: 100-continue\r\nContent-Length: \(length)\r\n\r\n")
                let first = try connection.response(toHead: true)?.status
                guard first == 100 else {
                    statuses.append([first])
                    continue
                }
                try connection.write(#"{"questions":[{"village":"x"}]}"#)
                statuses.append([first, try connection.response()?.status])
            }
            return statuses
        }
        #expect(statuses == [[100, 200], [413]])
    }

    @Test func `requests sent ahead are answered in order`() async throws {
        let server = try await Server(store: Stores.seed())
        let answers = try await apart {
            let connection = try server.connect()
            try connection.write(
                Request("GET", "/healthz").bytes + Request("GET", "/nothing").bytes + Request("HEAD", "/readyz").bytes)
            return [try connection.response(), try connection.response(), try connection.response(toHead: true)]
        }
        #expect(answers.map { $0?.status } == [200, 404, 200])
    }

    @Test func `a known answer waits for the answers before it`() async throws {
        let server = try await Server(store: Stores.seed())
        let villages = try await server.get("/v1/townships/%E9%87%91%E9%BE%99%E9%95%87/villages")
        let editions = try await server.get("/v1/editions")
        let answers = try await apart {
            let connection = try server.connect()
            let asked = [
                "/v1/editions", "/nothing", "/v1/townships/%E9%87%91%E9%BE%99%E9%95%87/villages", "/v1/townships",
                "/v1/editions",
            ]
            try connection.write(asked.flatMap { Request("GET", $0).bytes })
            return try asked.map { _ in try connection.response() }
        }
        #expect(answers.map { $0?.status } == [200, 404, 200, 200, 200])
        #expect(answers[0]?.body == editions.body && answers[4]?.body == editions.body)
        #expect(answers[2]?.body == villages.body)
        #expect(answers.allSatisfy { $0?["date"]?.hasSuffix(" GMT") ?? false })
    }

    @Test func `a connection of HTTP/1.0 ends with its answer`() async throws {
        let server = try await Server(store: Stores.seed())
        let (status, rest) = try await apart {
            let connection = try server.connect()
            try connection.write("GET /healthz HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n")
            let response = try connection.response()
            return (response?.status, try connection.rest())
        }
        #expect(status == 200 && rest.isEmpty)
    }

    @Test func `too many requests are refused with 503`() async throws {
        let server = try await Server(store: Stores.seed(), ["--max-requests", "1", "--body-seconds", "600"])
        let first = try await apart {
            let connection = try server.connect()
            try connection.write(
                "POST /v1/validate HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nContent-Length: 9\r\n\r\nabc"
            )
            return connection
        }
        // The first one takes the only place as soon as its head is read.
        #expect(try await soon { try await server.get("/healthz").status == 503 })
        let second = try await server.get("/healthz")
        #expect(second.status == 503)
        #expect(second["retry-after"] == "1")
        #expect(try second.problem == "busy")
        withExtendedLifetime(first) {}
    }

    @Test func `open requests finish after SIGTERM`() async throws {
        let server = try await Server(store: Stores.seed(), ["--body-seconds", "600"])
        let (idle, connection) = (try server.connect(), try server.connect())
        let body = try await apart {
            let body = Array(#"{"questions":[{"village":"芙蓉园村"}]}"#.utf8)
            try connection.write(
                "POST /v1/lookup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: \(body.count)\r\n\r\n"
            )
            try connection.write(Array(body[..<5]))
            return body
        }
        #expect(try await soon { try await server.openRequests == 2 })
        kill(server.process, SIGTERM)
        let response = try await apart {
            usleep(500_000)
            try connection.write(Array(body[5...]))
            return try connection.response()
        }
        withExtendedLifetime(idle) {}
        #expect(response?.status == 200)
        #expect(await apart { wait(for: server.process) } == 0)
        #expect(throws: (any Error).self) { try server.connect() }
        // By itself, not because its ten seconds were over.
        #expect(try server.events.last?["event"]?.string == "stopped")
    }

    @Test func `a request that never ends does not keep the service`() async throws {
        let server = try await Server(store: Stores.seed(), ["--body-seconds", "600"])
        let connection = try server.connect()
        try connection.write(
            "POST /v1/lookup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{"
        )
        #expect(try await soon { try await server.openRequests == 2 })
        kill(server.process, SIGTERM)
        // Nine seconds later; without them the wait would have no end.
        #expect(await apart { wait(for: server.process) } == 0)
        #expect(try server.events.last?["event"]?.string == "stopped with requests open")
        withExtendedLifetime(connection) {}
    }
}
