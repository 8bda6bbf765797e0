import SystemPackage
import TestSupport
import Testing

/// What bash offers behind what was typed, by the script that the program makes.
@Suite struct CompletionTests {
    /// The words bash offers where the line ends.
    private func offered(_ words: [String], store: String) async throws -> [String] {
        let workspace = TemporaryFolder()
        let script = """
            program=$1 folder=$2; shift 2
            "$program" --generate-completion-script bash > "$folder/script" && . "$folder/script"
            PATH=${program%/*}:$PATH
            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=0
            COMP_POINT=${#COMP_LINE}
            completion=$(complete -p landgrade); function=${completion#*-F }; function=${function%% *}
            "$function" landgrade "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let run = try await Program.tool("/bin/bash").run(
            ["-c", script, "bash", Program.landgrade.path.string, workspace.path.string, "landgrade"] + words,
            environment: ["LANDGRADE_STORE": store, "HOME": "/nonexistent"])
        #expect(run.error.isEmpty, "\(run.error)")
        return run.output.split(separator: "\n").map { String($0.reversed().drop { $0 == " " }.reversed()) }
    }

    @Test func `townships and their villages are offered`() async throws {
        let store = try await SharedStore.shared.path()
        let townships = try await offered(["lookup", ""], store: store)
        #expect(townships.contains("金龙镇") && townships.contains("岭北镇") && !townships.contains("芙蓉村"))
        let begun = try await offered(["lookup", "金"], store: store)
        #expect(begun.contains("金龙镇") && begun.contains("金龙村") && begun.allSatisfy { $0.hasPrefix("金") })
        let villages = try await offered(["lookup", "金龙镇", "芙"], store: store)
        #expect(villages == ["芙蓉村"])
        #expect(try await offered(["value", "金龙镇", "芙"], store: store) == ["芙蓉村"])
        for command in [["list", "villages"], ["diff", "a", "b"]] {
            #expect(try await offered(command + ["--township", "金"], store: store) == ["金龙镇"])
        }
        #expect(try await offered(["lookup", "--store", "/nonexistent", "金"], store: store).isEmpty)
    }

    @Test func `commands and options are offered, and no store is made for it`() async throws {
        let store = TemporaryFolder()
        #expect(try await offered(["loo"], store: store("none")) == ["lookup"])
        #expect(try await offered(["lookup", "--as-p"], store: store("none")) == ["--as-printed"])
        #expect(try await offered(["lookup", ""], store: store("none")).isEmpty)
        #expect(names(in: store.path).isEmpty)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `what a shell says of an option follows the language`(_ shell: String) async throws {
        let chinese = try await Program.landgrade.run(
            ["--generate-completion-script", shell], environment: ["LANG": "zh_CN.UTF-8"])
        #expect(chinese.status == 0 && !chinese.output.contains("Show help information"))
        #expect(chinese.output.contains("显示帮助") == (shell != "bash"))
    }
}
