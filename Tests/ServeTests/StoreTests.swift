import StrictJSON
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// The store under a running service.
@Suite struct StoreTests {
    @Test func `a hundred flips without an error or a mixed answer`() async throws {
        let store = try await Stores.two()
        let server = try await Server(store: store)
        let hashes = try await hashes(server, store)
        let port = server.port
        let flipping = Task {
            for number in 0..<100 {
                try Stores.point(store, to: 1 + number % 2)
                try await Task.sleep(for: .milliseconds(60))
            }
        }
        var seen: Set<Int> = []
        let name = encoded("杨林寨乡"), village = encoded("东合港村")
        try await withThrowingTaskGroup(of: Set<Int>.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    try await apart {
                        var seen: Set<Int> = []
                        let connection = try Connection(port: port)
                        let end = ContinuousClock.now + .seconds(7)
                        while ContinuousClock.now < end {
                            let target = "/v1/lookup?township=\(name)&village=\(village)"
                            try connection.write(Request("GET", target).bytes)
                            let response = try #require(try connection.response())
                            try #require(response.status == 200, "\(response.text)")
                            let generation = try #require(response["landgrade-generation"].flatMap { Int($0) })
                            let types = try #require(try response.json["matches"]?.array?.first?["land_types"]?.array)
                            let found = Set(types.map { $0["citation"]?["package_sha256"]?.string })
                            try #require(types.count == 3)
                            #expect(found == [hashes[generation]], "an answer from two editions")
                            seen.insert(generation)
                        }
                        return seen
                    }
                }
            }
            for try await part in group { seen.formUnion(part) }
        }
        try await flipping.value
        #expect(seen == [1, 2])
    }

    /// The hash of the package in each generation.
    private func hashes(_ server: Server, _ store: FilePath) async throws -> [Int: String] {
        var hashes: [Int: String] = [:]
        for number in [2, 1] {
            try Stores.point(store, to: number)
            #expect(
                try await soon { try await server.get("/v1/editions")["landgrade-generation"] == "\(number)" })
            let response = try await server.get("/v1/editions")
            hashes[number] = try response.json["editions"]?.array?.first?["package_sha256"]?.string
        }
        try #require(hashes.count == 2 && hashes[1] != hashes[2])
        return hashes
    }

    @Test func `without a store it lives and says why`() async throws {
        let store = TemporaryFolder.lasting().appending("store")
        let server = try await Server(store: store)
        #expect(try await server.get("/healthz").status == 200)
        let ready = try await server.get("/readyz")
        #expect(ready.status == 503)
        #expect(try ready.json["reason"]?.string == "no store at \(store)")
        let lookup = try await server.get("/v1/lookup?village=x")
        #expect(lookup.status == 503)
        #expect(lookup["retry-after"] == "1")
        #expect(try lookup.problem == "no-store")
        let list = try await server.post("/v1/validate", "text/csv", Array("村,地类\nx,果园\n".utf8))
        #expect(list.status == 503)

        try #require(await run("landgrade", ["init", "--store", store.string]) == 0)
        #expect(try await soon { try await server.get("/readyz").status == 200 })
    }

    @Test func `a damaged generation is not taken up`() async throws {
        let store = try await Stores.two()
        var damaged = try bytes(of: store.appending("gen-00000002.sqlite"))
        damaged[damaged.count / 2] ^= 1
        let file = store.appending("gen-00000002.sqlite")
        unlink(file.string)
        try write(damaged, to: file)
        let server = try await Server(store: store)
        try Stores.point(store, to: 2)
        #expect(
            try await soon { try await server.get("/readyz").json["status"]?.string == "stale" })
        let ready = try await server.get("/readyz")
        #expect(ready.status == 200)
        #expect(try ready.json["status"]?.string == "stale")
        #expect(try ready.json["reason"]?.string?.contains("damaged") == true)
        let answer = try await server.get("/v1/lookup?village=\(encoded("芙蓉园村"))")
        #expect(answer.status == 200)
        #expect(answer["landgrade-generation"] == "1")
        #expect(answer["landgrade-stale"] == "true")

        let fresh = try await Server(store: store)
        #expect(try await fresh.get("/v1/lookup?village=x").status == 503)
    }
}
