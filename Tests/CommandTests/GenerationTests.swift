import StrictJSON
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Going back to an earlier generation by hand, on the real program.
@Suite struct GenerationCommandTests {
    let workspace = TemporaryFolder()
    private var store: String { workspace("store") }

    private func run(_ arguments: [String], through wrapper: [String] = []) async throws -> Run {
        try await Program.landgrade.run(arguments + ["--store", store], through: wrapper)
    }

    /// Two generations: the seed, then the seed with a second edition.
    private func makeStore() async throws {
        _ = try await run(["init"])
        let package = try await workspace.revised("430624-2027-3", issued: "2027-03-01", [.moved])
        let imported = try await run(["import", "--unsigned", package])
        try #require(imported.status == 0, "\(imported.error)")
    }

    private var link: String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = max(readlink(store + "/current.sqlite", &buffer, buffer.count), 0)
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private func grade() async throws -> String? {
        let csv = try await run(["lookup", "--format", "csv", "--land-type", "orchard", "金龙镇", "芙蓉村"])
        return csv.output.split(separator: "\n").last.map { String($0.split(separator: ",")[9]) }
    }

    @Test func `the generations are listed with their state`() async throws {
        try await makeStore()
        let all = try await run(["generations"])
        #expect(all.status == 0 && all.error.isEmpty)
        let lines = all.output.split(separator: "\n")
        #expect(lines.first?.split(separator: " ") == ["generation", "made", "editions", "bytes", "file"])
        #expect(lines.count == 3 && lines[1].hasSuffix("  intact") && lines[2].hasSuffix("  intact, current"))
        let json = try JSONValue(parsing: try await run(["generations", "--format", "json"]).bytes)
        let second = try #require(json["generations"]?.array?.last)
        #expect(second["generation"] == .integer(2) && second["current"] == .bool(true))
        #expect(second["editions"] == .array([.string("430624-2027-3"), .string("430624-2025-1")]))
        var status = stat()
        stat(store + "/gen-00000002.sqlite", &status)
        #expect(second["bytes"] == .integer(Int(status.st_size)))
        let made = try #require(second["made"]?.string)
        #expect(made.utf8.count == 20 && made.hasPrefix("20") && made.hasSuffix("Z"))
        // It is about that of the file, which was flushed later.
        let later = try await Program.tool("/bin/sh").run(
            [
                "-c", "echo $(($(stat -c %Y \"$1\") - $(date -d \"$2\" +%s)))", "sh", store + "/gen-00000002.sqlite",
                made,
            ])
        #expect((0...120).contains(try #require(Int(later.output.dropLast()))))
    }

    @Test func `a copy of the store says when its generations were made`() async throws {
        try await makeStore()
        let before = try await run(["generations"])
        let copied = try await Program.tool("/bin/sh").run(
            ["-c", "cp -r \"$1\" \"$1.copy\" && touch -d 2031-02-03T04:05:06Z \"$1.copy\"/gen-*", "sh", store])
        #expect(copied.status == 0, "\(copied.error)")
        let after = try await Program.landgrade.run(["generations", "--store", store + ".copy"])
        #expect(after == before && after.status == 0 && !after.output.contains("2031"))
    }

    @Test func `one can go back and forward`() async throws {
        try await makeStore()
        #expect(try await grade() == "2")
        let back = try await run(["use-generation", "1"])
        #expect(back.status == 0 && back.output == "the current generation is gen-00000001.sqlite\n")
        #expect(link == "gen-00000001.sqlite")
        #expect(try await grade() == "1")
        let again = try await run(["use-generation", "1", "--lang", "zh"])
        #expect(again.status == 0 && again.output == "gen-00000001.sqlite已是当前批次\n")
        #expect(try await run(["use-generation", "2"]).status == 0)
        #expect(try await grade() == "2")
        #expect(names(in: FilePath(store).appending("tmp")).isEmpty)
    }

    @Test func `a missing or damaged generation is refused`() async throws {
        try await makeStore()
        let missing = try await run(["use-generation", "7"])
        #expect(missing.status == 2 && missing.error == "landgrade: The store has no generation 7. There are: 1, 2.\n")
        for word in ["0", "-1", "x", "1.0", "１", "123456789", ""] {
            let odd = try await run(["use-generation", "--", word])
            #expect(odd.status == 64 && odd.output.isEmpty, "\(word)")
        }
        let file = FilePath(store).appending("gen-00000001.sqlite")
        let descriptor = try FileDescriptor.open(file, .readWrite)
        _ = try descriptor.closeAfter { try descriptor.writeAll(toAbsoluteOffset: 5000, [1, 2, 3]) }
        let changed = try await run(["use-generation", "1"])
        #expect(changed.status == 2 && changed.error.contains("gen-00000001.sqlite: the file was changed (expected "))
        unlink(store + "/gen-00000001.sha256")
        let unknown = try await run(["use-generation", "1"])
        #expect(unknown.status == 2 && unknown.error.contains("gen-00000001.sha256: no checksum file"))
        #expect(link == "gen-00000002.sqlite")
        let list = try await run(["generations"])
        #expect(list.status == 1 && list.output.contains("no checksum to verify against\n"))
    }

    /// The side file fits, and what is in the file is no generation.
    @Test func `a file that is no generation is refused whatever its hash`() async throws {
        try await makeStore()
        let script =
            "cd \"$1\" && rm gen-00000001.* && echo 这不是数据库 > gen-00000001.sqlite && "
            + "sha256sum gen-00000001.sqlite > gen-00000001.sha256"
        let replaced = try await Program.tool("/bin/sh").run(
            ["-c", script, "sh", store])
        #expect(replaced.status == 0)
        let refused = try await run(["use-generation", "1"])
        #expect(refused.status == 2 && refused.error.contains("Not a SQLite database"))
        let list = try await run(["generations"])
        #expect(list.status == 1 && list.output.contains("not readable"))
        #expect(link == "gen-00000002.sqlite")
    }

    @Test func `where there is no store none is made`() async throws {
        for command in [["generations"], ["use-generation", "1"]] {
            let run = try await run(command)
            #expect(run.status == 2 && run.error.hasPrefix("landgrade: No store at "))
        }
        #expect(names(in: workspace.path).isEmpty)
    }

    @Test func `the lock is respected`() async throws {
        try await makeStore()
        let run = try await Program.tool("/usr/bin/flock").run(
            [store + "/.lock", Program.landgrade.path.string, "use-generation", "1", "--store", store])
        #expect(run.status == 2 && run.error.hasPrefix("landgrade: Another process is updating the store: "))
        #expect(link == "gen-00000002.sqlite")
    }

    @Test(.enabled(if: access("/usr/bin/strace", X_OK) == 0, "needs strace"))
    func `the link is renamed and the folder flushed after it`() async throws {
        try await makeStore()
        let log = workspace("log")
        let run = try await run(
            ["use-generation", "1"],
            through: [
                "/usr/bin/strace", "-f", "-y", "-o", log, "-e",
                "trace=symlink,symlinkat,rename,renameat,renameat2,fsync",
            ])
        #expect(run.status == 0)
        let calls = try contents(of: FilePath(log)).split(separator: "\n").compactMap { line in
            ["symlink", "rename", "fsync"].first { line.contains(" \($0)") }
        }
        #expect(calls == ["symlink", "rename", "fsync"])
        let failed = try await self.run(
            ["use-generation", "2"],
            through: ["/usr/bin/strace", "-f", "-o", log, "-e", "inject=fsync:error=EIO"])
        #expect(failed.status == 2 && failed.error.contains("not confirmed on disk"))
        for call in ["rename", "renameat", "renameat2"] {
            _ = try await self.run(
                ["use-generation", "1"],
                through: ["/usr/bin/strace", "-f", "-o", log, "-e", "inject=\(call):signal=KILL"])
        }
        #expect(["gen-00000001.sqlite", "gen-00000002.sqlite"].contains(link))
        #expect(try await self.run(["use-generation", "1"]).status == 0)
        #expect(link == "gen-00000001.sqlite")
    }
}
