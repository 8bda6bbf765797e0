import FeedClient
import StrictJSON
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// What the environment says about proxies, in a process of its own: the real landgrade-sync asks for a source that is
/// no feed, and the servers tell which way it came (FAULTS 45).
@Suite struct EnvironmentTests {
    private static var program: FilePath {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        return FilePath(String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self))
            .removingLastComponent().appending("landgrade-sync")
    }

    /// - Returns: whether it came to the server, and whether by the proxy.
    private func ways(
        _ scene: Scene, host: String, _ variables: [String: String]
    ) async throws -> (server: Bool, proxy: Bool) {
        var all = variables
        all["LANDGRADE_STORE"] = scene.server.root.appending("store-\(scene.session)").string
        let url = scene.url("ok", base: "http://\(host):\(scene.server.http)")
        let run = try await Program.sync.run(
            ["source", "add", url, "--yes", "--key", "SHA256:OOKZo6kBK/QkF5Qmm82pyLQCQ3SmrA3yWsYdmVbgP2k"],
            environment: all)
        #expect(run.status != 0)
        let target = "http://\(host):\(scene.server.http)/\(scene.session)/"
        let proxied = try scene.server.log("proxy-good").contains {
            $0.entry["target"]?.string?.hasPrefix(target) == true
        }
        let asked = try !scene.asked().isEmpty
        #expect(asked, "\(run.error)")
        return (asked, proxied)
    }

    @Test func `lower case counts`() async throws {
        let scene = try await Scene()
        let proxy = "http://127.0.0.1:\(scene.server.proxies["good"]!)"
        #expect(try await ways(scene, host: "county.example", ["http_proxy": proxy]) == (true, true))
    }

    /// A web server puts a client's `Proxy:` header there.
    @Test func `upper case does not`() async throws {
        let scene = try await Scene()
        let proxy = "http://127.0.0.1:\(scene.server.proxies["good"]!)"
        #expect(try await ways(scene, host: "127.0.0.1", ["HTTP_PROXY": proxy]) == (true, false))
    }

    @Test(arguments: ["no_proxy", "NO_PROXY"])
    func `hosts that need none`(name: String) async throws {
        let scene = try await Scene()
        let proxy = "http://127.0.0.1:\(scene.server.proxies["good"]!)"
        let variables = ["http_proxy": proxy, name: "county.example,127.0.0.1"]
        #expect(try await ways(scene, host: "127.0.0.1", variables) == (true, false))
    }
}
