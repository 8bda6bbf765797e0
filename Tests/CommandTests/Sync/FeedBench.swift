import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// A publisher and an office on one machine: keys, packages, feeds and a store, all in a folder of the test's own. What
/// is well-formed is made by `landgrade-publish`, what is hostile by hand with the stock `ssh-keygen`.
struct FeedBench {
    static let source = "county.example/grades"
    static let farOff = "2099-01-01T00:00:00Z"

    let workspace = TemporaryFolder()
    var store: String { workspace("store") }

    /// Any other program of the machine.
    func tool(_ words: [String], input: String = "") async throws -> Run {
        try await Program.tool(words[0]).run(
            Array(words.dropFirst()), input: Array(input.utf8))
    }

    // MARK: the publisher

    /// Makes a key pair; the private key's path.
    func key(_ name: String) async throws -> String {
        let made = try await tool(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", workspace(name)])
        try #require(made.status == 0, "\(made.error)")
        return workspace(name)
    }

    func fingerprint(_ key: String) async throws -> String {
        let printed = try await tool(["ssh-keygen", "-lf", key + ".pub"])
        return String(try #require(printed.output.split(separator: " ").dropFirst().first))
    }

    func start(
        _ feed: String = "feed", source: String = source, keys: [String], threshold: Int = 1
    ) async throws {
        let made = try await Program.publish.run(
            ["feed", "init", workspace(feed), "--source", source, "--threshold", "\(threshold)"]
                + keys.flatMap { ["--key", $0] })
        try #require(made.status == 0, "\(made.error)")
    }

    /// What `feed build` says; it need not have succeeded.
    func build(
        _ packages: [String], in feed: String = "feed", keys: [String], serial: Int? = nil, published: String? = nil,
        expires: String = farOff
    ) async throws -> Run {
        try await Program.publish.run(
            ["feed", "build"] + packages + ["--out", workspace(feed), "--expires", expires]
                + keys.flatMap { ["--key", $0] } + (serial.map { ["--serial", "\($0)"] } ?? [])
                + (published.map { ["--published", $0] } ?? []))
    }

    func publish(
        _ packages: [String], in feed: String = "feed", keys: [String], serial: Int? = nil, published: String? = nil,
        expires: String = farOff
    ) async throws {
        let built = try await build(
            packages, in: feed, keys: keys, serial: serial, published: published, expires: expires)
        try #require(built.status == 0, "\(built.error)")
    }

    func rotate(
        _ feed: String = "feed", to keys: [String], signing: [String], threshold: Int = 1, minSerial: Int? = nil
    ) async throws {
        let rotated = try await Program.publish.run(
            ["feed", "rotate", workspace(feed), "--threshold", "\(threshold)"] + keys.flatMap { ["--new", $0] }
                + signing.flatMap { ["--key", $0] } + (minSerial.map { ["--min-serial", "\($0)"] } ?? []))
        try #require(rotated.status == 0, "\(rotated.error)")
    }

    // MARK: the publisher's hand

    /// Signature blocks of the keys, in order.
    func blocks(_ payload: String, _ namespace: String, by keys: [String]) async throws -> String {
        var blocks = ""
        for key in keys {
            let signed = try await tool(["ssh-keygen", "-Y", "sign", "-f", key, "-n", namespace], input: payload)
            try #require(signed.status == 0, "\(signed.error)")
            blocks += signed.output
        }
        return blocks
    }

    /// What is signed in a file of a feed: everything behind the last signature.
    func payload(_ file: String) throws -> String {
        let text = try contents(of: workspace.path.pushing(FilePath(file)))
        let end = "-----END SSH SIGNATURE-----\n"
        return String(text[try #require(text.ranges(of: end).last).upperBound...])
    }

    /// Signs a file of a feed again, after its payload was changed.
    func forge(
        _ file: String = "feed/current.signed", namespace: String = "landgrade-manifest@v1", by keys: [String],
        _ changes: (old: String, new: String)...
    ) async throws {
        var text = try payload(file)
        for (old, new) in changes {
            try #require(text.contains(old), "\(old) is not in \(text)")
            text = text.replacing(old, with: new)
        }
        try workspace.write(try await blocks(text, namespace, by: keys) + text, to: file)
    }

    func copy(_ from: String, to target: String) async throws {
        let copied = try await tool(["cp", "-a", workspace(from), workspace(target)])
        try #require(copied.status == 0, "\(copied.error)")
    }

    func sha256(_ text: String) async throws -> String {
        String(try await tool(["sha256sum"], input: text).output.prefix(64))
    }

    // MARK: the office

    func sync(
        _ words: [String], input: String = "", environment: [String: String] = [:], through wrapper: [String] = []
    ) async throws -> Run {
        try await Program.sync.run(
            words + ["--store", store], environment: environment, input: Array(input.utf8), through: wrapper)
    }

    /// Takes a feed for a source, its first key given on paper.
    func take(_ feed: String = "feed", key: String, _ more: [String] = []) async throws {
        let added = try await sync(["source", "add", workspace(feed), "--key", key + ".pub", "--yes"] + more)
        try #require(added.status == 0, "\(added.error)")
    }

    /// A pull and its JSON.
    func pull(_ words: [String] = []) async throws -> (run: Run, json: JSONValue) {
        let run = try await sync(["pull", "--format", "json"] + words)
        return (run, try JSONValue(parsing: run.bytes))
    }

    /// Keys, a feed with these packages, the feed taken and pulled: where most tests begin. The key's path.
    func settled(_ packages: [String], serial: Int? = nil) async throws -> String {
        let key = try await key("bureau")
        try await start(keys: [key])
        try await publish(packages, keys: [key], serial: serial)
        try await take(key: key)
        let pulled = try await sync(["pull"])
        try #require(pulled.status == 0, "\(pulled.error)")
        return key
    }
}
