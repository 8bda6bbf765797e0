import GradeModel
import StrictJSON
import SystemSupport
import Testing

@testable import EditionPackage

/// `datapackage.json` and what guards a package against changes nobody meant.
struct DescriptorTests {
    private let seed: EditionFiles
    private let descriptor: String

    init() throws {
        seed = try Xiangyin.seed()
        descriptor = String(decoding: try #require(seed.files["datapackage.json"]), as: UTF8.self)
    }

    private func with(_ file: String, _ bytes: [UInt8]?) throws -> EditionFiles {
        var files = seed.files
        files[file] = bytes
        return try EditionFiles(files)
    }

    /// The descriptor with a text replaced, once.
    private func changed(_ text: String, _ other: String) throws -> EditionFiles {
        let parts = descriptor.split(separator: text, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "\(text) is not in datapackage.json")
        return try with("datapackage.json", Array((parts[0] + other + parts[1]).utf8))
    }

    @Test func `one changed byte anywhere in any table is refused by size or hash`() throws {
        let package = try DataPackage(Array(descriptor.utf8), sealed: true)
        try #require(!package.resources.isEmpty)
        for resource in package.resources {
            var bytes = try #require(seed.files[resource.path])
            try resource.check(bytes)
            for index in bytes.indices {
                bytes[index] ^= 1 << (index % 8)
                #expect(throws: PackageError.self) { try resource.check(bytes) }
                bytes[index] ^= 1 << (index % 8)
            }
        }
        // And the whole reader asks them.
        for name in DataResource.order where seed.files[name] != nil {
            var bytes = try #require(seed.files[name])
            bytes[bytes.count / 2] ^= 1
            #expect(refusal(try with(name, bytes)).hasPrefix("\(name): its SHA-256 is "))
        }
    }

    @Test func `one changed byte anywhere in datapackage.json is refused`() throws {
        var bytes = Array(descriptor.utf8)
        // Every seventh byte: whatever the member, many of its bytes and all eight bits come round.
        for index in stride(from: 0, to: bytes.count, by: 7) {
            let bit: UInt8 = 1 << (index % 8)
            bytes[index] ^= bit
            #expect(refusal(try with("datapackage.json", bytes)) != "not refused", "byte \(index), bit \(bit)")
            bytes[index] ^= bit
        }
    }

    @Test func `sizes, hashes and the seal are named when they are wrong`() throws {
        let remedy = "after a change by hand, run landgrade-publish seal; otherwise get a whole copy"
        let short = Array(try #require(seed.files["aliases.csv"]).dropLast())
        #expect(
            refusal(try with("aliases.csv", short))
                == "aliases.csv: \(short.count) bytes, datapackage.json says \(short.count + 1); \(remedy)")
        var flipped = try #require(seed.files["aliases.csv"])
        let stated = "sha256:" + hexSHA256(flipped)
        flipped[40] ^= 1
        #expect(
            refusal(try with("aliases.csv", flipped))
                == "aliases.csv: its SHA-256 is sha256:\(hexSHA256(flipped)), datapackage.json says "
                + "\"\(stated.prefix(60))…\"; \(remedy)")
        #expect(
            refusal(try changed("\"name\": \"湘阴县\"", "\"name\": \"湘阳县\""))
                == "datapackage.json, landgrade.seal: the seal does not fit what the file says; \(remedy)")
        #expect(
            refusal(try changed("{\n  \"profile\"", "{ \"profile\""))
                == "datapackage.json: not laid out as landgrade-publish seal writes it; after a change by hand, run it")
    }

    @Test func `a package needs its files and names each of them`() throws {
        #expect(refusal(try with("grades.csv", nil)) == "grades.csv: missing; a package needs it")
        #expect(refusal(try with("datapackage.json", nil)) == "datapackage.json: missing; a package needs it")
        let prices = Array("land_type,grade,amount,unit\n".utf8)
        #expect(
            refusal(try with("prices.csv", prices))
                == "prices.csv: stands in the package and datapackage.json does not name it; "
                + "after a change by hand, run landgrade-publish seal; otherwise get a whole copy")
    }

    @Test(arguments: [
        "../grades.csv", "/etc/passwd", "a//b.csv", "%2e%2e/grades.csv", "C:\\\\grades.csv",
        "https://example.org/grades.csv",
    ])
    func `a path that is no file of a package is refused`(path: String) throws {
        let shown = path.replacing("\\\\", with: "\\")
        #expect(
            refusal(try changed("\"path\": \"grades.csv\"", "\"path\": \"\(path)\""))
                == "datapackage.json, resources[1].path: \"\(shown)\" is not one of definitions.csv, grades.csv, "
                + "aliases.csv, errata.csv, townships.csv, prices.csv, rates.csv")
    }

    @Test func `members that are missing, misspelt or wrong are named`() throws {
        #expect(
            refusal(try changed("\"format\": \"landgrade.edition/1\"", "\"format\": \"landgrade.edition/2\""))
                == "datapackage.json, landgrade.format: \"landgrade.edition/2\" is a format this version can't read; "
                + "it reads landgrade.edition/1: update the program")
        #expect(
            refusal(try changed("\"province\"", "\"provnce\""))
                == "datapackage.json, landgrade.county: unknown member \"provnce\"; correct its name or take it out")
        #expect(
            refusal(try changed("\"issuer\"", "\"registration2\"")).hasPrefix(
                "datapackage.json, landgrade.document: unknown"))
        #expect(
            refusal(try changed("      \"issuer\": \"湘阴县人民政府\",\n", ""))
                == "datapackage.json, landgrade.document.issuer: missing")
        #expect(
            refusal(try changed("\"issued\": \"2025-01-23\"", "\"issued\": \"2025-1-23\""))
                == "datapackage.json, landgrade.document.issued: \"2025-1-23\" is not a date of the form 2025-01-23")
        #expect(
            refusal(try changed("\"issued\": \"2025-01-23\"", "\"issued\": 20250123"))
                == "datapackage.json, landgrade.document.issued: \"20250123\" is not a date of the form 2025-01-23")
        #expect(
            refusal(try changed("\"name\": \"430624-2025-1\"", "\"name\": \"430624-2025-2\""))
                == "datapackage.json, name: \"430624-2025-2\" is not the edition's id, 430624-2025-1")
        #expect(
            refusal(try changed("\"path\": \"aliases.csv\"", "\"path\": \"grades.csv\""))
                == "grades.csv: named twice in datapackage.json; "
                + "after a change by hand, run landgrade-publish seal; otherwise get a whole copy")
        #expect(
            refusal(try changed("\"bytes\": ", "\"bytes\": -"))
                == "datapackage.json, resources[0].bytes: missing")
        #expect(
            refusal(try with("datapackage.json", Array("[]".utf8)))
                == "datapackage.json: \"[]\" is not an object")
        #expect(
            refusal(try with("datapackage.json", Array("{\"a\": 1, \"a\": 2}".utf8)))
                == "datapackage.json, line 1, column 10: the key \"a\" stands twice; "
                + "correct it and run landgrade-publish seal")
        #expect(
            refusal(try with("datapackage.json", []))
                == "datapackage.json, line 1, column 1: the text ends inside a value; "
                + "correct it and run landgrade-publish seal")
    }

    @Test func `sealing keeps members that are not ours`() throws {
        let files = try changed("\"resources\": [", "\"licenses\": [{\"name\": \"none\"}],\n  \"resources\": [")
        #expect(refusal(files) != "not refused")
        let sealed = try EditionPackage.seal(files)
        #expect(refusal(sealed) == "not refused")
        let root = try JSONValue(parsing: try #require(sealed.files["datapackage.json"]))
        #expect(root["licenses"] == .array([["name": .string("none")]]))
    }

    @Test func `memory takes only the files of a package, and not too large`() throws {
        #expect(throws: PackageError("../x", .unknownFile)) { try EditionFiles(["../x": []]) }
        #expect(
            PackageError("../x", .unknownFile).sentence(in: .en).text
                == "../x: no file of an edition package; its files are datapackage.json, definitions.csv, grades.csv, "
                + "aliases.csv, errata.csv, townships.csv, prices.csv, rates.csv")
        let large = [UInt8](repeating: 0x20, count: EditionFiles.largestFile + 1)
        #expect(throws: PackageError("grades.csv", .tooLarge(limit: 64 << 20))) {
            try EditionFiles(["grades.csv": large])
        }
        #expect(
            PackageError("grades.csv", .tooLarge(limit: 64 << 20)).sentence(in: .en).text
                == "grades.csv: larger than 64 MiB; this is not a table of one county")
    }
}
