public import ArgumentParser
import SystemSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How a program of landgrade is run by ArgumentParser and ends: all that ArgumentParser has to say passes here, in the
/// language of the command line and within the width of the terminal.
extension ParsableCommand {
    /// Reads the words, runs the command they name and ends the process.
    public static func begin(_ words: [String]) -> Never {
        do {
            var command = try parseAsRoot(words.withLanguageBehind)
            try command.run()
            endProcess(ExitStatus.success.rawValue)
        } catch { end(error) }
    }

    /// Ends the process as `exit(withError:)` of ArgumentParser does.
    public static func end(_ error: any Error) -> Never {
        let status = exitCode(for: error).rawValue
        let ending = ParserText(language: .ofCommandLine, width: TerminalWidth.columns)
        // In one line each, as far as possible: ArgumentParser counts characters, and an ideograph is two columns wide.
        let full = fullMessage(for: error, columns: 1 << 20)
        if status == ExitStatus.success.rawValue {
            if !full.isEmpty { StandardStreams.write((ending.answer(full) + "\n").utf8) }
        } else if !full.isEmpty {
            let words = ArgumentText.words() ?? []
            let fault = UnknownSubcommand.find(in: words.withLanguageBehind, of: Self.self)
            let text = ending.refusal(full, message: message(for: error), instead: fault)
            StandardStreams.draw(text + "\n")
        }
        endProcess(status)
    }
}

/// Within a command `exit` is that of ArgumentParser.
private func endProcess(_ status: Int32) -> Never { exit(status) }

extension [String] {
    /// The words with a `--lang` that stands in front of the subcommand moved behind it, where ArgumentParser takes it; in
    /// front of `help` it is left out, which has said all it can say by then.
    var withLanguageBehind: [String] {
        var rest = self[...]
        var moved: [String] = []
        while let first = rest.first {
            let count = first == "--lang" ? 2 : first.hasPrefix("--lang=") ? 1 : 0
            guard count > 0, rest.count >= count else { break }
            moved += rest.prefix(count)
            rest = rest.dropFirst(count)
        }
        if rest.first == "help" {
            var words: [String] = []
            while let word = rest.popFirst() {
                if word == "--lang" {
                    rest = rest.dropFirst()
                } else if !word.hasPrefix("--lang=") {
                    words.append(word)
                }
            }
            return words
        }
        // Nothing but the language: the help of the program.
        guard !moved.isEmpty, !rest.isEmpty else { return Array(rest) }
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        return Array(rest[..<end]) + moved + Array(rest[end...])
    }
}
