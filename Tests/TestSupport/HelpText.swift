/// What the help of a program says, and how wide it is.
package enum HelpText {
    /// Every command of a program, each as its words: the program itself is the empty list. Found as a person finds them,
    /// in the help of the one above.
    package static func commands(of program: Program, under command: [String] = []) async throws -> [[String]] {
        let help = try await program.run(command.isEmpty ? ["--help"] : ["help"] + command)
        let isLeaf = !help.output.contains("\nSUBCOMMANDS:\n")
        guard help.status == 0, !isLeaf else { return [command] }
        let listed = help.output.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
        var commands = [command]
        for line in listed where line.hasPrefix("  ") && !line.hasPrefix("   ") && !line.hasPrefix("  See ") {
            guard let name = line.split(separator: " ").first else { continue }
            commands += try await self.commands(of: program, under: command + [String(name)])
        }
        return commands
    }

    package static func columns(of line: some StringProtocol) -> Int {
        line.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFFEF).contains($1.value) ? 2 : 1) }
    }

    /// What is wrong with a Chinese help: lines that are too wide, words of the parser in English, explanations without
    /// Chinese or out of their column.
    package static func faults(inChinese text: String) -> [String] {
        var faults: [String] = []
        for word in ["OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS", "SUBCOMMANDS", "EXAMPLES", "EXIT STATUS"]
        where text.contains(word) {
            faults.append(word)
        }
        for word in ["Show ", "(default", "(values", "See '", "<options>", "<subcommand>"] where text.contains(word) {
            faults.append(word)
        }
        let lines = text.split(separator: "\n").map(String.init)
        faults += lines.filter { columns(of: $0) > 80 }
        let entries = lines.drop { !["参数：", "选项：", "子命令："].contains($0) }
        for (line, next) in zip(entries, Array(entries.dropFirst()) + [""])
        where line.hasPrefix("  ") && !line.hasPrefix("   ") && !line.hasPrefix("  各子命令") {
            // The explanation stands in column 26 of this line, or of the next.
            let isBelow = next.hasPrefix(String(repeating: " ", count: 26)) && columns(of: line) < 60
            let (label, words) = cut(line)
            let explanation = words.isEmpty && isBelow ? next : words
            if !explanation.unicodeScalars.contains(where: { (0x4E00...0x9FFF).contains($0.value) }) {
                faults.append("\(label): \(explanation)")
            }
        }
        return faults
    }

    /// A line before its column 26 and from it on.
    private static func cut(_ line: String) -> (String, String) {
        var label = ""
        for character in line {
            if columns(of: label) >= 26 { break }
            label.append(character)
        }
        return (label, label.hasSuffix(" ") ? String(line.dropFirst(label.count)) : "")
    }
}
