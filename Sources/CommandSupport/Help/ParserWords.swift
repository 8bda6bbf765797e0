/// What ArgumentParser says, in Chinese; each `*` is a text that it puts in. What is not here stays English, whole.
enum ParserWords {
    /// What is wrong with the command line. Earlier ones go before later ones that also fit.
    static let faults: [(en: String, zh: String)] = [
        (
            "Unknown option '*'\n   or: Missing value for '*' in '*'",
            "未知选项“*”；如果是要用“*”，“*”中缺少它的值"
        ),
        ("Unknown option '*'. Did you mean '*'?", "未知选项“*”，是否应为“*”？"),
        ("Unknown option '*'", "未知选项“*”"),
        ("Missing value for '*'", "“*”后面缺少值"),
        ("The option '*' does not take any value, but '*' was specified.", "选项“*”不带值，却写了“*”"),
        ("Unexpected argument '*'", "多余的参数“*”"),
        ("* unexpected arguments: '*'", "多余的参数（*个）：“*”"),
        ("Missing expected argument '*'", "缺少参数“*”"),
        ("The value '*' is invalid for '*'. Please provide one of '*' and '*'.", "“*”不能用作“*”的值，应为“*”或“*”"),
        ("The value '*' is invalid for '*'", "“*”不能用作“*”的值"),
        ("Invalid option: *", "选项写法不对：*"),
        (
            "Can't generate completion scripts for '*'.\n"
                + "Please use --generate-completion-script=<shell> with one of:\n    zsh bash fish",
            "不能为“*”生成补全脚本；--generate-completion-script 可用 zsh、bash、fish"
        ),
        (
            "Can't autodetect a supported shell.\n"
                + "Please use --generate-completion-script=<shell> with one of:\n    zsh bash fish",
            "无法识别当前的 shell；请用 --generate-completion-script 指定 zsh、bash 或 fish"
        ),
    ]

    /// What the parser appends to the help of an option.
    static let values: [(en: String, zh: String)] = [
        (" (values: *; default: *)", "（可用 *；默认 *）"),
        (" (values: *)", "（可用 *）"),
        (" (default: *)", "（默认 *）"),
    ]

    /// The help of what ArgumentParser itself adds.
    static let abstracts: [(en: String, zh: String)] = [
        ("Show help information.", "显示帮助。"),
        ("Show the version.", "显示版本号。"),
        ("Show subcommand help information.", "显示子命令的帮助。"),
    ]

    static let headings: [(en: String, zh: String)] = [
        ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "子命令："),
    ]

    /// Words of a usage.
    static let usage: [(en: String, zh: String)] = [
        ("<options>", "<选项>"), ("<subcommand>", "<子命令>"), ("<subcommands>", "<子命令>"),
    ]

    static let moreInformation = (en: "  See '*' for more information.", zh: "  详见 *")
    static let moreHelp = (en: "  See '* <subcommand>' for detailed help.", zh: "  各子命令的说明见 * <子命令>")

    /// `text` in Chinese where it is as `pattern` has it, else nil.
    static func chinese(_ text: String, by pattern: (en: String, zh: String)) -> String? {
        guard let values = values(in: text, by: pattern.en) else { return nil }
        let pieces = pattern.zh.split(separator: "*", omittingEmptySubsequences: false)
        var result = String(pieces[0])
        for (value, piece) in zip(values, pieces.dropFirst()) { result += value + piece }
        return result
    }

    static func chinese(_ text: String, by table: [(en: String, zh: String)]) -> String? {
        for pattern in table {
            if let chinese = chinese(text, by: pattern) { return chinese }
        }
        return nil
    }

    /// What stands for each `*`.
    private static func values(in text: String, by pattern: String) -> [String]? {
        let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard pieces.count > 1, let first = pieces.first, let last = pieces.last else {
            return text == pattern ? [] : nil
        }
        guard text.hasPrefix(first) else { return nil }
        var rest = text.dropFirst(first.count)
        var values: [String] = []
        for piece in pieces.dropFirst().dropLast() {
            guard let range = rest.firstRange(of: piece) else { return nil }
            values.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        guard rest.hasSuffix(last) else { return nil }
        values.append(String(rest.dropLast(last.count)))
        return values.map { $0.replacing("', '", with: "”、“") }
    }
}
