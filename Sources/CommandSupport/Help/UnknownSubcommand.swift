import ArgumentParser
import SystemSupport

/// A word that stands where only a subcommand can stand and is none. ArgumentParser calls it an unexpected argument, or
/// complains of the first option behind it.
struct UnknownSubcommand: Worded {
    let word: String
    /// The one to type, where exactly one is as near.
    let near: String?

    /// - Parameter words: all that the program was given.
    static func find(in words: [String], of root: any ParsableCommand.Type) -> UnknownSubcommand? {
        var command = root
        for word in words {
            let known = command.configuration.subcommands
            guard !known.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
            if let next = known.first(where: { $0.configuration.commandName == word }) {
                command = next
                continue
            }
            return UnknownSubcommand(word: word, near: near(word, known.compactMap { $0.configuration.commandName }))
        }
        return nil
    }

    func sentence(in language: Language) -> Sentence {
        guard let near else {
            return language.pick(zh: "没有子命令“\(excerpt: word)”", en: "Unknown subcommand '\(excerpt: word)'")
        }
        return language.pick(
            zh: "没有子命令“\(excerpt: word)”，是否应为“\(near)”？",
            en: "Unknown subcommand '\(excerpt: word)'. Did you mean '\(near)'?")
    }

    /// One character in three may be wrong.
    private static func near(_ word: String, _ names: [String]) -> String? {
        guard word.utf8.count <= 40 else { return nil }
        let distances = names.map { (name: $0, distance: distance(Array(word.utf8), Array($0.utf8))) }
            .filter { $0.distance <= max(1, $0.name.utf8.count / 3) }
        guard let least = distances.map(\.distance).min() else { return nil }
        let nearest = distances.filter { $0.distance == least }
        return nearest.count == 1 ? nearest[0].name : nil
    }

    /// Characters inserted, left out, replaced, or exchanged with their neighbour.
    private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var rows = [Array(0...second.count)]
        for (i, byte) in first.enumerated() {
            var row = [i + 1]
            for (j, other) in second.enumerated() {
                var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (byte == other ? 0 : 1))
                if i > 0, j > 0, byte == second[j - 1], first[i - 1] == other {
                    least = min(least, rows[i - 1][j - 1] + 1)
                }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[first.count][second.count]
    }
}
