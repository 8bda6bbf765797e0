import GradeModel
import SignedFeed
import Testing

/// What a manifest may say.
@Suite struct ManifestTests {
    static let good = """
        {"format":"landgrade.manifest/1","source":"county.example/grades","serial":7,
         "published":"2026-02-01T00:00:00Z","expires":"2027-03-01T00:00:00Z","keys_version":1,"min_client":"1.0",
         "editions":[{"id":"430624-2025-1","county":"430624","size":2345,"sha256":"\(hash)"}]}
        """
    static let hash = String(repeating: "3b1f", count: 16)

    /// The manifest with one piece of text replaced; its refusal, nil where it is taken.
    private func refused(_ old: String, _ new: String, client: String = "1.0") throws -> String? {
        let client = try #require(ClientVersion(client))
        #expect(Self.good.contains(old))
        let text = Self.good.replacing(old, with: new)
        return refusal { _ = try Manifest(parsing: Array(text.utf8), client: client) }
    }

    @Test func `the good one reads and further top level fields are allowed`() throws {
        #expect(try refused("\"serial\"", "\"serial\"") == nil)
        #expect(try refused("\"serial\":7", "\"serial\":7,\"later\":{\"a\":[1]}") == nil)
        #expect(try refused("\"size\":2345", "\"size\":2345,\"later\":1") == "editions[0].later is unknown")
    }

    @Test(arguments: ["9007199254740992", "1.0", "\"7\"", "-1", "0", "1e3", "07", "null", "true"])
    func `a serial is a whole number in its range`(serial: String) throws {
        #expect(try refused("\"serial\":7", "\"serial\":\(serial)") != nil)
    }

    @Test func `the largest serial is taken`() throws {
        #expect(try refused("\"serial\":7", "\"serial\":9007199254740991") == nil)
        #expect(
            try refused("\"serial\":7", "\"serial\":9007199254740992")
                == "serial: 9007199254740992 is not a whole number from 1 to 9007199254740991")
    }

    @Test func `every field is required and stands once`() throws {
        for name in ["format", "source", "serial", "published", "expires", "keys_version", "min_client", "editions"] {
            #expect(try refused("\"\(name)\"", "\"x\"") == "\(name) is missing")
        }
        for name in ["id", "county", "size", "sha256"] {
            #expect(try refused("\"\(name)\":", "\"x\":") != nil)
        }
        #expect(
            try refused("\"serial\":7", "\"serial\":7,\"serial\":8")
                == "line 1, column 78: the key \"serial\" stands twice")
    }

    @Test(arguments: [
        "../x", "/etc/x", "a//b", "%2e%2e", "C:\\\\", "430624-2025-1\\u0000", "430624-2025-1/",
        "https://x/430624-2025-1",
        "430624-2025-1234", "43062-2025-1", "４３0624-2025-1", "",
    ])
    func `an ID is never a path`(id: String) throws {
        #expect(try refused("\"id\":\"430624-2025-1\"", "\"id\":\"\(id)\"")?.hasPrefix("editions[0].id: ") == true)
        let long = String(repeating: "4", count: 10_000)
        #expect(try refused("\"id\":\"430624-2025-1\"", "\"id\":\"\(long)\"").map { $0.utf8.count < 300 } == true)
    }

    @Test func `hashes and sizes have their form`() throws {
        for hash in [String(Self.hash.dropLast()), Self.hash.uppercased(), Self.hash + "0", "../" + Self.hash] {
            #expect(try refused(Self.hash, hash)?.hasPrefix("editions[0].sha256: ") == true)
        }
        for size in ["0", "-1", "67108865", "1.5"] { #expect(try refused("2345", size) != nil) }
        #expect(
            try refused("\"county\":\"430624\"", "\"county\":\"430625\"")
                == "edition 430624-2025-1 is listed for county 430625")
    }

    @Test func `an edition is listed once`() throws {
        let entry = "{\"id\":\"430624-2025-1\",\"county\":\"430624\",\"size\":2345,\"sha256\":\"\(Self.hash)\"}"
        #expect(try refused("[{", "[\(entry),{") == "edition 430624-2025-1 is listed twice")
    }

    @Test(arguments: [
        "2026-02-30T00:00:00Z", "2026-02-01", "2026-02-01T24:00:00Z", "2026-02-01T00:60:00Z", "2026-02-01T00:00:60Z",
        "2026-02-01 00:00:00Z", "2026-02-01T00:00:00+08:00", "2026-02-01T00:00:00.0Z", "２026-02-01T00:00:00Z",
    ])
    func `times have one form`(time: String) throws {
        #expect(
            try refused("2026-02-01T00:00:00Z", time)
                == "published: \"\(time)\" is not a time of the form 2026-02-01T00:00:00Z")
    }

    @Test func `what a later version wrote is called that`() throws {
        #expect(
            try refused("manifest/1", "manifest/2")
                == "the format is \"landgrade.manifest/2\", this version reads landgrade.manifest/1: update the program"
        )
        #expect(
            try refused("\"min_client\":\"1.0\"", "\"min_client\":\"99\"")
                == "it needs version 99.0 or later, this is 1.0: update the program")
        #expect(try refused("\"min_client\":\"1.0\"", "\"min_client\":\"1.9\"", client: "1.10") == nil)
    }

    @Test func `there are limits`() throws {
        let entries = (0...4096).map { index -> String in
            let county = 100_000 + index
            return "{\"id\":\"\(county)-2025-1\",\"county\":\"\(county)\",\"size\":1,\"sha256\":\"\(Self.hash)\"}"
        }
        let start = try #require(Self.good.split(separator: "[{").first)
        let text = "\(start)[\(entries.joined(separator: ","))]}"
        let client = try #require(ClientVersion("1.0"))
        #expect(
            refusal { _ = try Manifest(parsing: Array(text.utf8), client: client) }
                == "4097 editions, at most 4096 are allowed")
        let large = [UInt8](repeating: 0x20, count: (4 << 20) + 1)
        #expect(
            refusal { _ = try Manifest(parsing: large, client: client) } == "contents of more than 4096 KiB")
    }

    @Test func `times come back as they were`() throws {
        for text in ["1970-01-01T00:00:00Z", "2000-02-29T23:59:59Z", "2026-11-24T12:34:56Z", "2400-12-31T00:00:00Z"] {
            #expect(try #require(Timestamp(text)).description == text)
        }
        #expect(Timestamp("1970-01-02T00:00:01Z")?.seconds == 86_401)
        #expect(Timestamp("2026-11-24T00:00:00Z")?.seconds == 1_795_478_400)
    }
}
