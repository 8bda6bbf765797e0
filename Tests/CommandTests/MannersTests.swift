import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// How the program behaves whatever it is asked.
@Suite struct MannersTests {
    @Test func `an argument that is not UTF-8 is refused and not repaired`() async throws {
        let run = try await Program.tool("/bin/sh").run(
            [
                "-c", "exec \"$0\" lookup \"$(printf '\\275\\360\\301\\372\\325\\362')\" x",
                Program.landgrade.path.string,
            ])
        #expect(run.status == 64 && run.output.isEmpty)
        #expect(run.error.contains("argument 2") && run.error.contains("UTF-8"))
    }

    @Test func `ten thousand bytes of garbage get one sentence`() async throws {
        let store = try await SharedStore.shared.path()
        let garbage = String(repeating: "垃\u{1B}[31m", count: 1500)
        for arguments in [["金龙镇", garbage], [garbage], ["--address", garbage], ["--county", garbage, "芙蓉村"]] {
            let run = try await Program.landgrade.run(["lookup", "--store", store] + arguments)
            #expect(run.status == 64 && run.output.isEmpty)
            #expect(run.error.split(separator: "\n").count == 1 && !run.error.contains("\u{1B}"))
        }
    }

    @Test func `a thousand bytes of garbage are a question like another`() async throws {
        let store = try await SharedStore.shared.path()
        let run = try await Program.landgrade.run(
            ["lookup", "--store", store, "金龙镇", String(repeating: "\u{1B}[2J", count: 250)])
        #expect(run.status == 1 && !run.output.contains("\u{1B}") && !run.error.contains("\u{1B}"))
    }

    @Test func `input that is never read is no error`() async throws {
        let run = try await Program.landgrade.run(
            ["validate", "-", "--no-such-option"], input: [UInt8](repeating: UInt8(ascii: "x"), count: 4 << 20))
        #expect(run.status == 64 && run.output.isEmpty)
    }

    @Test func `sync is handed over to its own program`() async throws {
        let arguments = ["status", "--store", "/nonexistent"]
        let direct = try await Program.sync.run(arguments)
        let handed = try await Program.landgrade.run(["sync"] + arguments)
        #expect(direct == handed && direct.status == 0)
        #expect(direct.error.contains("no source is set up"))
    }

    /// An office without libcurl has landgrade alone.
    @Test func `without its sibling landgrade answers and says what is missing`() async throws {
        let workspace = TemporaryFolder()
        _ = try await Program.tool("/bin/cp").run(
            [Program.landgrade.path.string, workspace("landgrade")])
        let alone = Program(path: workspace["landgrade"])
        let answer = try await alone.run(["lookup", "金龙镇", "芙蓉村"], environment: ["HOME": workspace("home")])
        #expect(answer.status == 0 && answer.output.contains("芙蓉村"))
        let sync = try await alone.run(["sync", "pull"])
        #expect(sync.status == 2 && sync.error.contains("landgrade-sync can't be started: No such file or directory"))
        let chinese = try await alone.run(["sync", "pull", "--lang", "zh"])
        #expect(chinese.error == "landgrade: landgrade-sync 无法启动：没有此文件或文件夹\n")
    }

    @Test func `publish is handed over to its own program`() async throws {
        let direct = try await Program.publish.run(["check", "/nonexistent"])
        let handed = try await Program.landgrade.run(["publish", "check", "/nonexistent"])
        #expect(direct.status == 2 && handed == direct)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completion scripts are made for each shell`(_ shell: String) async throws {
        let run = try await Program.landgrade.run(["--generate-completion-script", shell])
        #expect(run.status == 0 && run.output.contains("lookup") && run.output.contains("as-printed"))
    }

    @Test func `the language follows the locale unless it is given`() async throws {
        let store = try await SharedStore.shared.path()
        let question = ["lookup", "--store", store, "金龙镇", "芙蓉村"]
        let locales: [([String: String], Bool)] = [
            (["LANG": "zh_CN.UTF-8"], true), (["LANG": "en_US.UTF-8"], false),
            (["LANG": "en_US.UTF-8", "LC_ALL": "zh_TW.UTF-8"], true),
            (["LANG": "zh_CN.UTF-8", "LC_MESSAGES": "C"], false), (["LANG": ""], false),
        ]
        for (environment, chinese) in locales {
            let run = try await Program.landgrade.run(question, environment: environment)
            #expect(run.output.contains("名称完全一致") == chinese, "\(environment)")
        }
        let english = try await Program.landgrade.run(
            question + ["--lang", "en"], environment: ["LANG": "zh_CN.UTF-8"])
        #expect(english.output.contains("exactly as written"))
    }
}
