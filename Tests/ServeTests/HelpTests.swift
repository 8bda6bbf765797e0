import SystemPackage
import TestSupport
import Testing

/// What the service says to the person who starts it.
@Suite struct HelpTests {
    @Test func `help is there in both languages and fits a terminal of 80 columns`() async throws {
        let english = try await Program.serve.run(["--help"], environment: ["COLUMNS": "80"])
        #expect(english.status == 0 && english.output.contains("\n\nUSAGE: landgrade-serve <options>\n"))
        for line in english.output.split(separator: "\n") { #expect(HelpText.columns(of: line) <= 80, "\(line)") }
        let chinese = try await Program.serve.run(["--help", "--lang", "zh"], environment: ["COLUMNS": "80"])
        #expect(chinese.status == 0 && chinese.output.contains("\n\n用法：landgrade-serve <选项>\n"))
        #expect(HelpText.faults(inChinese: chinese.output).isEmpty, "\(HelpText.faults(inChinese: chinese.output))")
        #expect(try await Program.landgrade.run(["serve", "--help"], environment: ["COLUMNS": "80"]) == english)
        #expect(
            try await Program.landgrade.run(["--lang", "zh", "serve", "--help"], environment: ["COLUMNS": "80"])
                == chinese)
    }

    @Test func `it says its version and makes no store for that`() async throws {
        let home = TemporaryFolder()
        let version = try await Program.landgrade.run(["serve", "--version"], environment: ["HOME": home.path.string])
        #expect(version == (try await Program.serve.run(["--version"])))
        #expect(version.status == 0 && version.output == "0.1.0\n" && names(in: home.path).isEmpty)
    }

    @Test(arguments: [
        (["--port", "65536"], "--port 只能是 0 至 65535", "--port takes 0 to 65535"),
        (["--log-level", "x"], "--log-level 只能是 info 或 debug", "--log-level takes info or debug"),
        (["--max-lists", "0"], "--max-lists 只能是 1 至 64", "--max-lists takes 1 to 64"),
        (["--prot", "1"], "未知选项“--prot”，是否应为“--port”？", "Unknown option '--prot'. Did you mean '--port'?"),
    ])
    func `what makes no sense is said in both languages`(words: [String], zh: String, en: String) async throws {
        let english = try await Program.serve.run(words)
        #expect(english.status == 64 && english.error.hasPrefix("Error: \(en)\nUsage: "), "\(english.error)")
        let chinese = try await Program.serve.run(words, environment: ["LANG": "zh_CN.UTF-8"])
        #expect(chinese.status == 64 && chinese.error.hasPrefix("错误：\(zh)\n用法："), "\(chinese.error)")
    }

    /// A log that a program reads has no such line: `Server` of these tests reads every line as JSON.
    @Test(arguments: [
        ("zh", "127.0.0.1", "服务已启动，请在浏览器中打开 http://127.0.0.1:", "/ （按 Ctrl-C 停止）"),
        ("en", "::1", "The service runs: open http://[::1]:", "/ in a browser (Ctrl-C stops it)"),
        ("en", "0.0.0.0", "The service runs: open http://127.0.0.1:", "/ in a browser (Ctrl-C stops it)"),
    ])
    func `on a terminal it says the address to open`(
        language: String, host: String, beginning: String, end: String
    ) async throws {
        let store = try await Stores.seed().string
        let folder = TemporaryFolder()
        // Ended when it has said that it listens, however long the machine takes until then. The file that `script`
        // writes begins with these commands, so they must not hold what they look for.
        let commands = """
            \(Program.serve.path.string) --store \(store) --port 0 --host \(host) --lang \(language) & service=$!
            until grep -q '"listen[i]ng"' \(folder("said")); do kill -0 $service && sleep 0.05 || exit 1; done
            kill $service && wait $service
            """
        let run = try await Program.tool("/usr/bin/script").run(
            ["-qefc", commands, folder("said")], environment: ["TERM": "dumb", "SHELL": "/bin/sh"])
        #expect(run.status == 0, "\(run.output)")
        let lines = run.output.split(whereSeparator: \.isNewline)
        let said = lines.filter { $0.hasPrefix(beginning) && $0.hasSuffix(end) }
        #expect(said.count == 1 && lines.contains { $0.contains("\"listening\"") }, "\(run.output)")
    }

    @Test func `in a log every line is for a program`() async throws {
        let server = try await Server(store: Stores.seed())
        let lines = try server.log.split(separator: "\n")
        #expect(try server.events.count == lines.count)
    }
}
