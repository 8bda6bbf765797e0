import TestSupport
import Testing

/// Help in both languages, of every command there is. That of `landgrade-serve` is tested with it.
@Suite struct HelpTests {
    static let programs = [Program.landgrade, .publish, .sync, .workbook]

    @Test(arguments: programs)
    func `every help is there in both languages and fits a terminal of 80 columns`(_ program: Program) async throws {
        let commands = try await HelpText.commands(of: program)
        #expect(commands.count >= (program.name == "landgrade-workbook" ? 1 : 8))
        for command in commands {
            let environment = ["COLUMNS": "80"]
            // A program without subcommands has no `help`; one that hands over leaves --help to the other.
            let words = command.isEmpty ? ["--help"] : ["help"] + command
            let english = try await program.run(words, environment: environment)
            #expect(english.status == 0 && english.error.isEmpty)
            #expect(english.output.hasPrefix("OVERVIEW: ") && english.output.contains("\n\nUSAGE: \(program.name)"))
            for line in english.output.split(separator: "\n") { #expect(HelpText.columns(of: line) <= 80, "\(line)") }
            let chinese = try await program.run(
                words, environment: environment.merging(["LANG": "zh_CN.UTF-8"]) { $1 })
            #expect(chinese.status == 0 && chinese.error.isEmpty)
            #expect(chinese.output.hasPrefix("概述：") && chinese.output.contains("\n\n用法：\(program.name)"))
            let faults = HelpText.faults(inChinese: chinese.output)
            #expect(faults.isEmpty, "\(program.name) \(command): \(faults)")
            // Both name the same options.
            for word in english.output.split(whereSeparator: { " \n,".contains($0) }) where word.hasPrefix("--") {
                let name = word.prefix { $0 == "-" || $0.isLetter || $0.isNumber }
                #expect(chinese.output.contains(name), "\(program.name) \(command): \(name)")
            }
        }
    }

    @Test(arguments: [
        ["lookup", "--help", "--lang", "zh"], ["lookup", "--lang", "zh", "--help"], ["lookup", "-h", "--lang=zh"],
        ["help", "lookup", "--lang", "zh"], ["help", "--lang=zh", "lookup"], ["--lang", "zh", "help", "lookup"],
        ["--lang=zh", "lookup", "--help"], ["lookup", "--lang", "en", "--lang", "zh", "-h"],
    ])
    func `the language of help is chosen anywhere on the command line`(_ words: [String]) async throws {
        let chosen = try await Program.landgrade.run(words)
        #expect(
            chosen == (try await Program.landgrade.run(["lookup", "--help"], environment: ["LANG": "zh_CN.UTF-8"])))
        #expect(chosen.status == 0 && chosen.output.hasPrefix("概述：查询一个村"))
    }

    @Test func `English is chosen against the locale`() async throws {
        let english = try await Program.landgrade.run(
            ["lookup", "--help", "--lang", "en"], environment: ["LANG": "zh_CN.UTF-8"])
        #expect(english == (try await Program.landgrade.run(["lookup", "--help"])))
        // Behind -- stands a name.
        let name = try await Program.landgrade.run(["list", "--", "--lang", "zh"])
        #expect(name.error.hasPrefix("Error: "))
    }

    @Test func `the language alone and nothing at all are calls for help`() async throws {
        let chinese = try await Program.landgrade.run(["--lang", "zh"])
        #expect(chinese.status == 0 && chinese.output.hasPrefix("概述：查询各村"))
        #expect(chinese == (try await Program.landgrade.run([], environment: ["LANG": "zh_CN.UTF-8"])))
        let list = try await Program.landgrade.run(["list"], environment: ["LANG": "zh_CN.UTF-8"])
        #expect(list.status == 0 && list.output.contains("用法：landgrade list <子命令>"))
    }

    @Test func `a command behind the language answers in it`() async throws {
        let store = try await SharedStore.shared.path()
        let run = try await Program.landgrade.run(["--lang", "zh", "lookup", "--store", store, "金龙镇", "芙蓉村"])
        #expect(run.status == 0 && run.output.contains("名称完全一致"))
        let handed = try await Program.landgrade.run(["--lang", "zh", "sync", "status", "--store", "/nonexistent"])
        #expect(handed.error.contains("尚未设置发布源"))
    }

    @Test func `a wider or narrower terminal is filled`() async throws {
        for columns in [60, 120] {
            let help = try await Program.landgrade.run(
                ["validate", "--help", "--lang", "zh"], environment: ["COLUMNS": "\(columns)"])
            let options = help.output.split(separator: "\n").drop { $0 != "选项：" }
            let widest = options.map { HelpText.columns(of: $0) }.max() ?? 0
            #expect((columns - 4...columns).contains(widest), "\(widest)")
        }
    }

    @Test(arguments: programs)
    func `every command says its version`(_ program: Program) async throws {
        let version = try await program.run(["--version"])
        #expect(version.status == 0 && version.error.isEmpty)
        #expect(version.output == "0.1.0\n")
        for command in try await HelpText.commands(of: program) where command != ["serve"] {
            #expect(try await program.run(command + ["--version"]) == version, "\(program.name) \(command)")
        }
    }
}
