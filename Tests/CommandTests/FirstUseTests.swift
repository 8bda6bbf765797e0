import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// The store as a user meets it, on the real program.
@Suite struct FirstUseTests {
    let workspace = TemporaryFolder()
    let question = ["lookup", "--format", "csv", "--land-type", "forest", "金龙镇", "芙蓉村"]

    private var home: [String: String] { ["XDG_DATA_HOME": workspace("data")] }

    @Test func `the first question makes the store and says where once`() async throws {
        let first = try await Program.landgrade.run(question, environment: home)
        #expect(first.status == 0)
        #expect(first.output.contains("芙蓉村"))
        #expect(first.error.contains(workspace("data/landgrade")))
        #expect(first.error.split(separator: "\n").count == 1)
        let second = try await Program.landgrade.run(question, environment: home)
        #expect(second == Run(output: first.output, error: "", status: 0, bytes: first.bytes))
    }

    @Test func `home is used where no data folder is named`() async throws {
        let run = try await Program.landgrade.run(question, environment: ["HOME": workspace("home")])
        #expect(run.status == 0)
        #expect(names(in: workspace.path.appending("home/.local/share/landgrade")).contains("current.sqlite"))
    }

    @Test func `many first questions at once all answer`() async throws {
        let runs = try await withThrowingTaskGroup(of: Run.self) { group in
            for _ in 0..<12 { group.addTask { try await Program.landgrade.run(question, environment: home) } }
            return try await group.reduce(into: [Run]()) { $0.append($1) }
        }
        #expect(runs.allSatisfy { $0.status == 0 })
        #expect(Set(runs.map(\.output)).count == 1)
        let files = names(in: workspace.path.appending("data/landgrade"))
        #expect(files == [".lock", "current.sqlite", "gen-00000001.sha256", "gen-00000001.sqlite", "tmp"])
    }

    @Test func `a named store that is missing is an error and is not made`() async throws {
        for arguments in [["--store", workspace("typo")], []] {
            let run = try await Program.landgrade.run(
                question + arguments, environment: ["LANDGRADE_STORE": workspace("typo")])
            #expect(run.status == 2 && run.output.isEmpty)
            #expect(run.error.contains("landgrade init"))
        }
        #expect(names(in: workspace.path).isEmpty)
    }

    @Test func `without any home the program says what it needs`() async throws {
        let run = try await Program.landgrade.run(question)
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.error.contains("--store"))
    }

    @Test func `a home that cannot be written is said`() async throws {
        let run = try await Program.landgrade.run(question, environment: ["HOME": "/proc/nowhere"])
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.error.contains("/proc/nowhere/.local/share/landgrade"))
    }

    @Test func `init leaves a store that is there alone`() async throws {
        let store = workspace("store")
        #expect(try await Program.landgrade.run(["init", "--store", store]).status == 0)
        let again = try await Program.landgrade.run(["init", "--store", store])
        #expect(again.status == 0 && again.output.contains(store))
        #expect(names(in: workspace.path.appending("store")).filter { $0.hasSuffix(".sqlite") }.count == 2)
    }

    @Test func `verify tells an intact generation from a changed one`() async throws {
        let store = workspace("store")
        _ = try await Program.landgrade.run(["init", "--store", store])
        let intact = try await Program.landgrade.run(["verify", "--store", store])
        let line = try contents(of: FilePath(store).appending("gen-00000001.sha256"))
        #expect(intact.status == 0 && intact.output.contains(line.prefix(64)))
        let file = FilePath(store).appending("gen-00000001.sqlite")
        chmod(file.string, 0o644)
        let descriptor = try FileDescriptor.open(file, .writeOnly)
        _ = try descriptor.closeAfter {
            try [UInt8](arrayLiteral: 0x55).withUnsafeBytes { try descriptor.write(toAbsoluteOffset: 9000, $0) }
        }
        let changed = try await Program.landgrade.run(["verify", "--store", store])
        #expect(changed.status == 2 && changed.output.isEmpty && changed.error.contains("expected"))
    }

    @Test func `the side file is one that sha256sum takes`() async throws {
        let store = workspace("store")
        _ = try await Program.landgrade.run(["init", "--store", store])
        let check = try await Program.tool("/bin/sh").run(
            ["-c", "cd \(store) && sha256sum --strict -c gen-00000001.sha256"])
        #expect(check.status == 0 && check.output == "gen-00000001.sqlite: OK\n")
    }
}
