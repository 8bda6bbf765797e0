import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A look-up needs to read a file, and nothing else.
@Suite struct ReadOnlyStoreTests {
    let workspace = TemporaryFolder()
    let question = ["lookup", "--format", "csv", "--land-type", "forest", "金龙镇", "芙蓉村"]
    static let isRoot = geteuid() == 0
    static let hasStrace = access("/usr/bin/strace", X_OK) == 0

    private func store() async throws -> FilePath {
        let store = workspace.path.appending("store")
        let run = try await Program.landgrade.run(["init", "--store", store.string])
        try #require(run.status == 0, "\(run.error)")
        return store
    }

    @Test(.enabled(if: isRoot, "needs root, to become another user"))
    func `another user reads from a folder nobody may write`() async throws {
        let store = try await store()
        // The build folder may lie where nobody may read: the program is tested from a copy.
        let copy = workspace.path.appending("landgrade")
        _ = try await Program.tool("/bin/sh").run(
            ["-c", "cp \(Program.landgrade.path.string) \(copy.string)"])
        chmod(store.string, 0o555)
        let before = names(in: store)
        let run = try await Program.tool("/usr/bin/setpriv").run(
            ["--reuid=65534", "--regid=65534", "--clear-groups", copy.string] + question + ["--store", store.string])
        #expect(run.status == 0 && run.output.contains("芙蓉村"), "\(run.error)")
        #expect(names(in: store) == before)
    }

    @Test(.enabled(if: isRoot, "needs root, to mount"))
    func `a read-only mount is enough`() async throws {
        let store = try await store()
        let mounted = workspace("mounted")
        mkdir(mounted, 0o755)
        let script = """
            mount --bind "\(store)" "\(mounted)" && mount -o remount,bind,ro "\(mounted)" || exit 77
            touch "\(mounted)/x" 2>/dev/null && exit 78
            exec "\(Program.landgrade.path)" "$@"
            """
        let run = try await Program.tool("/usr/bin/unshare").run(
            ["--mount", "/bin/sh", "-c", script, "sh"] + question + ["--store", mounted])
        if run.status == 77 || run.error.contains("unshare failed") {
            withKnownIssue("this machine lets nobody mount: not tested here") { Issue.record("\(run.error)") }
            return
        }
        #expect(run.status == 0 && run.output.contains("芙蓉村"), "\(run.error)")
    }

    @Test func `the folder may lie behind links, and a generation is none`() async throws {
        let store = try await store()
        let link = workspace("link")
        symlink(store.string, link)
        let found = try await Program.landgrade.run(question + ["--store", link])
        #expect(found.status == 0 && found.output.contains("芙蓉村"), "\(found.error)")
        let added = try await Program.landgrade.run([
            "import", "--unsigned", Repository.file("Seeds/examples/990101-2025-1").string, "--store", link,
        ])
        #expect(added.status == 0, "\(added.error)")
        // A link in the last place leads to a file that nobody has vouched for.
        let generation = store.appending("gen-00000002.sqlite")
        rename(generation.string, workspace("elsewhere"))
        symlink(workspace("elsewhere"), generation.string)
        let refused = try await Program.landgrade.run(question + ["--store", store.string])
        #expect(refused.status == 2 && refused.output.isEmpty)
    }

    @Test(.enabled(if: hasStrace, "needs strace"))
    func `a look-up writes and locks nothing`() async throws {
        let store = try await store()
        let log = workspace.path.appending("calls")
        let calls =
            "trace=openat,open,creat,write,pwrite64,flock,fcntl,rename,unlink,mkdir,ftruncate,fsync,chmod,connect"
        let run = try await Program.landgrade.run(
            question + ["--store", store.string], through: ["/usr/bin/strace", "-f", "-o", log.string, "-e", calls])
        try #require(run.status == 0, "\(run.error)")
        let seen = try contents(of: log).split(separator: "\n")
        let opened = seen.filter { $0.contains("gen-00000001.sqlite") }
        #expect(!opened.isEmpty && opened.allSatisfy { $0.contains("O_RDONLY") })
        for forbidden in [
            "F_SETLK", "F_WRLCK", "O_WRONLY", "O_RDWR", "O_CREAT", "flock(", "rename(", "unlink(", "connect(",
        ] {
            #expect(!seen.contains { $0.contains(forbidden) && !$0.contains("/dev/null") }, "\(forbidden)")
        }
        // Standard output is the only thing written.
        let writes = seen.filter { $0.contains("write(") || $0.contains("pwrite64(") }
        #expect(writes.count == 1 && writes.allSatisfy { $0.contains("write(1,") })
    }

    @Test(arguments: ["/dev/full"])
    func `a full disk under standard output is said`(_ device: String) async throws {
        let store = try await store()
        let run = try await Program.tool("/bin/sh").run(
            ["-c", "exec \"$0\" \"$@\" > \(device)", Program.landgrade.path.string] + question
                + ["--store", store.string])
        #expect(run.status == 2 && run.error.contains("standard output"))
    }

    @Test func `a reader that goes away is no error`() async throws {
        let store = try await store()
        let script = "{ \"$0\" list villages --store \"$1\"; echo \"status $?\" >&2; } | head -c 1 >/dev/null"
        for _ in 0..<5 {
            let run = try await Program.tool("/bin/sh").run(
                ["-c", script, Program.landgrade.path.string, store.string])
            #expect(run.error == "status 0\n")
        }
    }
}
