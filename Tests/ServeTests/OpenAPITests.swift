import StrictJSON
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// The description against the program: what is described is there, and what is there is described.
@Suite struct OpenAPITests {
    @Test func `every described operation is there`() async throws {
        let server = try await Server(store: Stores.seed())
        let document = try await server.get("/openapi.json").json
        #expect(document["openapi"]?.string == "3.1.0")
        for path in try #require(document["paths"]?.members) {
            for operation in path.value.members ?? [] {
                let target = path.key.replacing("{name}", with: encoded("金龙镇"))
                    .replacing("{a}", with: "430624-2025-1").replacing("{b}", with: "430624-2025-1")
                let method = operation.key.uppercased()
                let response = try await server.send(Request(method, target))
                #expect(![404, 405].contains(response.status), "\(method) \(path.key)")
                let statuses = operation.value["responses"]?.members?.map(\.key) ?? []
                #expect(statuses.contains("\(response.status)"), "\(method) \(path.key) answers \(response.status)")
            }
        }
    }

    @Test func `every route is described`() async throws {
        let server = try await Server(store: Stores.seed())
        let paths = try await server.get("/openapi.json").json["paths"]
        let folder = Repository.file("Sources/landgrade-serve/Routes")
        let files = try #require(opendir(folder.string))
        defer { closedir(files) }
        var count = 0
        while let entry = readdir(files) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasSuffix(".swift") else { continue }
            for match in try contents(of: folder.appending(name)).matches(of: /\.(get|post)\("(\/[^"]*)"/) {
                count += 1
                #expect(paths?[String(match.2)]?[String(match.1)] != nil, "\(match.1) \(match.2)")
            }
        }
        #expect(count > 15)
    }
}
