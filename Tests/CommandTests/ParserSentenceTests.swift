import TestSupport
import Testing

/// What ArgumentParser says of words that make no sense, by the real parser: a version of it that words a sentence
/// otherwise fails here.
@Suite struct ParserSentenceTests {
    struct Fault: Sendable {
        var program = Program.landgrade
        let words: [String]
        let en: String
        let zh: String
    }

    @Test(arguments: [
        Fault(
            words: ["lookup", "--lnd-type", "x"], en: "Unknown option '--lnd-type'. Did you mean '--land-type'?",
            zh: "未知选项“--lnd-type”，是否应为“--land-type”？"),
        Fault(words: ["lookup", "a", "-x"], en: "Unknown option '-x'", zh: "未知选项“-x”"),
        Fault(
            words: ["lookup", "--no-such-option", "x"], en: "Unknown option '--no-such-option'",
            zh: "未知选项“--no-such-option”"),
        Fault(
            words: ["lookup", "--land-type"], en: "Missing value for '--land-type <type>'",
            zh: "“--land-type <地类>”后面缺少值"),
        Fault(
            words: ["validate", "-xo"],
            en: "Unknown option '-xo'\n   or: Missing value for '-o <file>' in '-xo'",
            zh: "未知选项“-xo”；如果是要用“-o <文件>”，“-xo”中缺少它的值"),
        Fault(
            words: ["lookup", "a", "--as-printed=1"],
            en: "The option '--as-printed' does not take any value, but '1' was specified.",
            zh: "选项“--as-printed”不带值，却写了“1”"),
        Fault(words: ["status", "x"], en: "Unexpected argument 'x'", zh: "多余的参数“x”"),
        Fault(words: ["status", "x", "y"], en: "2 unexpected arguments: 'x', 'y'", zh: "多余的参数（2个）：“x”、“y”"),
        Fault(words: ["diff", "a"], en: "Missing expected argument '<new>'", zh: "缺少参数“<新>”"),
        Fault(
            words: ["value", "a", "--area", "1亩"], en: "Missing expected argument '--land-type <type>'",
            zh: "缺少参数“--land-type <地类>”"),
        Fault(program: .workbook, words: [], en: "Missing expected argument '<file>'", zh: "缺少参数“<文件>”"),
        Fault(
            words: ["value", "a", "--land-type", "园地", "--area", "1亩", "--years", "x"],
            en: "The value 'x' is invalid for '--years <years>'", zh: "“x”不能用作“--years <年数>”的值"),
        Fault(
            program: .sync, words: ["status", "--format", "xml"],
            en: "The value 'xml' is invalid for '--format <format>'. Please provide one of 'text' and 'json'.",
            zh: "“xml”不能用作“--format <格式>”的值，应为“text”或“json”"),
        Fault(words: ["lookup", "---x"], en: "Invalid option: ---x", zh: "选项写法不对：---x"),
        Fault(
            words: ["--generate-completion-script", "csh"],
            en:
                "Can't generate completion scripts for 'csh'.\nPlease use --generate-completion-script=<shell> with one of:\n    zsh bash fish",
            zh: "不能为“csh”生成补全脚本；--generate-completion-script 可用 zsh、bash、fish"),
        Fault(
            words: ["--generate-completion-script"],
            en:
                "Can't autodetect a supported shell.\nPlease use --generate-completion-script=<shell> with one of:\n    zsh bash fish",
            zh: "无法识别当前的 shell；请用 --generate-completion-script 指定 zsh、bash 或 fish"),
    ])
    func `each fault of the words is said in both languages`(_ fault: Fault) async throws {
        let english = try await fault.program.run(fault.words)
        #expect(english.status == 64 && english.output.isEmpty)
        #expect(english.error.hasPrefix("Error: \(fault.en)\n"), "\(english.error)")
        let chinese = try await fault.program.run(fault.words, environment: ["LANG": "zh_CN.UTF-8"])
        #expect(chinese.status == 64 && chinese.output.isEmpty)
        #expect(chinese.error.hasPrefix("错误：\(fault.zh)\n"), "\(chinese.error)")
        #expect(chinese.error.contains("用法：\(fault.program.name)"))
        let rest = String(chinese.error.drop { $0 != "\n" })
        #expect(HelpText.faults(inChinese: rest).isEmpty, "\(rest)")
    }

    /// It is of no use to a clerk in any language, and half a translation is worse than none.
    @Test func `a sentence that is not known stays English`() async throws {
        let run = try await Program.landgrade.run(
            ["---completion", "nosuch", "--", "x", "0", "0"], environment: ["LANG": "zh_CN.UTF-8"])
        #expect(run.status == 64)
        #expect(run.error.hasPrefix("错误：Internal error. Invalid state while parsing command-line arguments.\n"))
    }

    @Test(arguments: [
        (["lokup", "金龙镇"], "lokup", "lookup"), (["lokup", "--lang", "en"], "lokup", "lookup"),
        (["valdiate", "x.csv"], "valdiate", "validate"), (["list", "vilages"], "vilages", "villages"),
        (["list", "village"], "village", "villages"), (["lst"], "lst", "list"),
    ])
    func `a mistyped subcommand gets the one that is meant`(words: [String], given: String, meant: String) async throws
    {
        let english = try await Program.landgrade.run(words)
        #expect(english.status == 64)
        #expect(english.error.hasPrefix("Error: Unknown subcommand '\(given)'. Did you mean '\(meant)'?\nUsage: "))
        let chinese = try await Program.landgrade.run(
            words.filter { !["--lang", "en"].contains($0) } + ["--lang", "zh"])
        #expect(chinese.error.hasPrefix("错误：没有子命令“\(given)”，是否应为“\(meant)”？\n用法："))
    }

    @Test func `what is near no subcommand, or near two, is not guessed`() async throws {
        for word in ["nonsense", "金龙镇", "query", "e"] {
            let run = try await Program.landgrade.run([word])
            #expect(
                run.status == 64 && run.error.hasPrefix("Error: Unknown subcommand '\(word)'\nUsage: "), "\(run.error)")
        }
    }

    @Test func `what was typed can't move the cursor`() async throws {
        for words in [["\u{1B}[2J"], ["status", "\u{1B}[2J"], ["lookup", "--\u{1B}[2J"], ["lookup", "-\u{9B}"]] {
            let run = try await Program.landgrade.run(words)
            #expect(run.status == 64 && !run.error.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" })
        }
    }
}
