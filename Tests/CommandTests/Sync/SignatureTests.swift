import SystemPackage
import TestSupport
import Testing

/// What is not signed, or not so, is refused by the real program and changes nothing (faults 1 to 14).
@Suite struct SignatureTests {
    let bench = FeedBench()

    /// Puts another `current.signed` into the feed, and holds that a pull refuses it with this sentence and that the
    /// store stays as it is to the last byte.
    private func refuses(
        _ file: String, _ sentence: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let before = try bench.contentsOfStore()
        try bench.workspace.write(file, to: "feed/current.signed")
        refused(
            try await bench.sync(["pull"]), 4, "\(FeedBench.source): current.signed: \(sentence)",
            sourceLocation: sourceLocation)
        #expect(try bench.contentsOfStore() == before, sourceLocation: sourceLocation)
        #expect(
            try await bench.answer() == ["1", "430624-2025-1", "feed:\(FeedBench.source)", nil],
            sourceLocation: sourceLocation)
    }

    @Test func `a changed byte in signature or list is refused`() async throws {
        let key = try await bench.settled([try await bench.package()])
        let good = try contents(of: bench.workspace.path.appending("feed/current.signed"))
        let print = try await bench.fingerprint(key)
        let changed = "the signature by \(print) does not fit the contents: something was changed"
        try await refuses(good.replacing("\"serial\": 1", with: "\"serial\": 2"), changed)
        try await refuses(good.replacing("430624", with: "430625"), changed)
        try await refuses(good + "\n", changed)
        try await refuses(
            good.replacing("}\n", with: "}\r\n"),
            "the signature by \(print) does not fit the contents: line endings were changed in transit (LF to CRLF); "
                + "transfer the file as binary")
        // One bit of every tenth byte of the block: whatever it breaks, it is never taken.
        let end = try #require(good.firstRange(of: "-----END")).lowerBound
        let length = good[..<end].utf8.count
        for place in stride(from: 0, to: length, by: 10) {
            var bytes = Array(good.utf8)
            bytes[place] ^= 1
            try bench.workspace.write(String(decoding: bytes, as: UTF8.self), to: "feed/current.signed")
            let run = try await bench.sync(["pull"])
            #expect(run.status == 4 && run.output.isEmpty, "byte \(place): \(run.error)")
        }
        try bench.workspace.write(good, to: "feed/current.signed")
        #expect(try await bench.sync(["pull"]).status == 0)
    }

    @Test func `what is not signed at all is called that`() async throws {
        let key = try await bench.settled([try await bench.package()])
        let list = try bench.payload("feed/current.signed")
        try await refuses("", "the file is empty")
        try await refuses(list, "not signed: the file does not begin with an SSH signature")
        try await refuses(
            "<!DOCTYPE html><title>Login</title>",
            "not signed: the file does not begin with an SSH signature; it looks like a web page (a login portal, or an "
                + "error page of the server)")
        let block = try await bench.blocks(list, "landgrade-manifest@v1", by: [key])
        try await refuses(String(block.prefix(200)), "truncated: the file ends inside signature 1")
        try await refuses(" " + block + list, "not signed: the file does not begin with an SSH signature")
        try await refuses(String(repeating: block, count: 9) + list, "more than 8 signatures")
        try await refuses(block + String(repeating: " ", count: 4 << 20), "larger than 4 MiB")
    }

    @Test func `a good signature by a stranger or for something else is refused`() async throws {
        let key = try await bench.settled([try await bench.package()])
        let list = try bench.payload("feed/current.signed").replacing("\"serial\": 1", with: "\"serial\": 2")
        let stranger = try await bench.key("stranger")
        let signed = { (namespace: String, keys: [String]) in
            try await bench.blocks(list, namespace, by: keys) + list
        }
        let print = try await bench.fingerprint(stranger)
        try await refuses(try await signed("landgrade-manifest@v1", [stranger]), "unknown key \(print)")
        for namespace in ["file", "git", "landgrade-keys@v1", "landgrade-manifest@v2"] {
            try await refuses(
                try await signed(namespace, [key]),
                "the signature is for another purpose: \(namespace) instead of landgrade-manifest@v1")
        }
        // Beside a known key's signature a stranger's counts for nothing and harms nothing.
        try bench.workspace.write(
            try await signed("landgrade-manifest@v1", [stranger, key]), to: "feed/current.signed")
        let run = try await bench.sync(["pull"])
        #expect(run.status == 0 && run.output.hasPrefix("\(FeedBench.source): signed anew"), "\(run.error)")
    }

    @Test func `other kinds of keys are refused by name, as pin and as signer`() async throws {
        let key = try await bench.settled([try await bench.package()])
        for (type, name) in [("rsa", "ssh-rsa"), ("ecdsa", "ecdsa-sha2-nistp256")] {
            let path = bench.workspace(type)
            #expect(try await bench.tool(["ssh-keygen", "-q", "-t", type, "-N", "", "-f", path]).status == 0)
            let add = ["source", "add", bench.workspace("feed"), "--key", path + ".pub", "--yes"]
            let sentence = "a key of type \(name); only ssh-ed25519 is taken (ssh-keygen -t ed25519)"
            refused(try await bench.sync(add), 2, "\(path).pub: \(sentence)")
            let list = try bench.payload("feed/current.signed")
            let signed = try await bench.blocks(list, "landgrade-manifest@v1", by: [path, key]) + list
            try await refuses(signed, "signature 1: \(sentence)")
            try bench.workspace.write(
                try await bench.blocks(list, "landgrade-manifest@v1", by: [key]) + list, to: "feed/current.signed")
        }
    }

    @Test func `two signatures by one key are one, where two keys must sign`() async throws {
        let bureau = try await bench.key("bureau"), safe = try await bench.key("safe")
        try await bench.start(keys: [bureau, safe], threshold: 2)
        let package = try await bench.package()
        let few = try await bench.build([package], keys: [bureau, bureau])
        #expect(few.status == 2)
        #expect(
            few.error.hasSuffix(
                "landgrade-publish: the signatures are not enough: signed by 1 of the source's keys, 2 are needed\n"))
        try await bench.publish([package], keys: [bureau, safe])
        try await bench.take(key: bureau)
        #expect(try await bench.sync(["pull"]).status == 0)
        try await bench.forge(by: [safe, safe], ("\"serial\": 1", "\"serial\": 2"))
        refused(
            try await bench.sync(["pull"]), 4,
            "\(FeedBench.source): current.signed: signed by 1 of the source's keys, 2 are needed")
    }

    @Test(arguments: [("0", "0"), ("-1", "-1"), ("2", "2")])
    func `a first key set with a threshold that no one can meet is refused`(number: String, shown: String) async throws
    {
        let key = try await bench.key("bureau")
        try await bench.start(keys: [key])
        try await bench.forge(
            "feed/keys/1.signed", namespace: "landgrade-keys@v1", by: [key],
            ("\"threshold\": 1", "\"threshold\": \(number)"))
        refused(
            try await bench.sync(["source", "add", bench.workspace("feed"), "--key", key + ".pub", "--yes"]), 4,
            "keys/1.signed: a threshold of \(shown) with 1 keys; it is at least 1, at most their number and at most 4")
        #expect(!names(in: FilePath(bench.store)).contains("trust"))
    }

    @Test func `a key of low order or one key named twice makes no key set`() async throws {
        let key = try await bench.key("bureau")
        try await bench.start(keys: [key])
        let line = try #require(try contents(of: FilePath(key + ".pub")).split(separator: " ").dropFirst().first)
        let old = "\"ssh-ed25519 \(line)\""
        // The identity point, which "verifies" whatever it is shown.
        let low = "\"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\""
        let add = ["source", "add", bench.workspace("feed"), "--key", key + ".pub", "--yes"]
        try await bench.forge(
            "feed/keys/1.signed", namespace: "landgrade-keys@v1", by: [key], (old, "\(old), \(low)"))
        refused(
            try await bench.sync(add), 4,
            "keys/1.signed: keys[1]: an Ed25519 key of low order, which any signature fits")
        try await bench.forge("feed/keys/1.signed", namespace: "landgrade-keys@v1", by: [key], (low, old))
        refused(
            try await bench.sync(add), 4,
            "keys/1.signed: key \(try await bench.fingerprint(key)) is listed twice")
    }
}
