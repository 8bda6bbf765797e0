import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A bit that flips in a generation changes no answer: whatever reads the page says that it is damaged, and what reads
/// other pages answers as before. On the real program, for everything that reads a store.
@Suite struct FlippedBitTests {
    let workspace = TemporaryFolder()
    private var store: FilePath { workspace.path.appending("store") }

    private static let questions = [
        ["lookup", "--county", "430624", "金龙镇", "芙蓉村"], ["lookup", "金龙 芙蓉", "--format", "json"],
        ["validate", "--lang", "en", "LIST"], ["validate", "--county", "430624", "--lang", "en", "LIST"],
        ["list", "grades", "--format", "csv"], ["list", "villages"], ["define"], ["editions", "--format", "json"],
        ["status", "--format", "json"], ["diff", "430624-2025-1", "430624-2027-3"],
    ]

    private func ask(_ question: [String]) async throws -> Run {
        let words = question.map { $0 == "LIST" ? workspace("list.csv") : $0 }
        return try await Program.landgrade.run(words + ["--store", store.string])
    }

    @Test func `every answer is right or none`() async throws {
        #expect(try await Program.landgrade.run(["init", "--store", store.string]).status == 0)
        let package = try await workspace.revised("430624-2027-3", issued: "2027-03-01", [.moved])
        let imported = try await Program.landgrade.run(["import", "--unsigned", package, "--store", store.string])
        try #require(imported.status == 0, "\(imported.error)")
        try workspace.write(
            "乡镇,村,地类,级别\n" + ["芙蓉村", "金嵒村", "东福新村", "金龙新村"].map { "金龙镇,\($0),园地,1\n" }.joined(),
            to: "list.csv")
        var right: [[UInt8]] = []
        for question in Self.questions { right.append(try await ask(question).bytes) }
        let file = store.appending("gen-00000002.sqlite")
        chmod(file.string, 0o644)
        let good = try bytes(of: file), pages = good.count / 4096
        var refusals = [Int](repeating: 0, count: Self.questions.count)
        // Two bits of every page, each page with two of the questions; between them, the questions meet every page.
        for page in 0..<pages {
            for round in 0..<2 {
                var damaged = good
                let place = page * 4096 + (page &* 2_654_435_761 &+ round &* 40_503) % 4096
                damaged[place] ^= 1 << UInt8((page + round) % 8)
                try write(damaged, to: file)
                let index = (2 * page + round) % Self.questions.count
                let run = try await ask(Self.questions[index])
                if run.status == 2 {
                    refusals[index] += 1
                    #expect(Self.isRefusal(run.error), "\(place): \(run.error)")
                    #expect(run.output.isEmpty || index == 2 || index == 3 || index == 4, "\(place): \(run.output)")
                } else {
                    #expect(run.bytes == right[index], "\(place) \(Self.questions[index]): \(run.output)")
                }
            }
        }
        // Every question reads the first page.
        for place in stride(from: 0, to: 4096, by: 173) {
            var damaged = good
            damaged[place] ^= 0x10
            try write(damaged, to: file)
            let index = place % Self.questions.count
            let run = try await ask(Self.questions[index])
            refusals[index] += 1
            #expect(run.status == 2 && Self.isRefusal(run.error), "\(place): \(run.status) \(run.error)")
        }
        #expect(refusals.allSatisfy { $0 > 0 }, "\(refusals)")
    }

    private static func isRefusal(_ sentence: String) -> Bool {
        ["damaged", "cut short", "Not a SQLite database", "incomplete"].contains { sentence.contains($0) }
    }

    private func bytes(of path: FilePath) throws -> [UInt8] {
        let file = try FileDescriptor.open(path, .readOnly)
        return try file.closeAfter {
            var bytes = [UInt8](repeating: 0, count: Int(try file.seek(offset: 0, from: .end)))
            _ = try bytes.withUnsafeMutableBytes { try file.read(fromAbsoluteOffset: 0, into: $0) }
            return bytes
        }
    }

    private func write(_ bytes: [UInt8], to path: FilePath) throws {
        let file = try FileDescriptor.open(path, .writeOnly)
        try file.closeAfter { _ = try file.writeAll(bytes) }
    }
}
