import AnswerRendering
import SystemSupport

/// What ArgumentParser has made of help or of an error, laid out without regard to any width, as it is shown: its own
/// words in the language, lines broken by the columns that characters take.
struct ParserText {
    let language: Language
    let width: Int

    /// The text of an end that is no error: help, a version, a completion script, or the help as JSON.
    func answer(_ text: String) -> String {
        let trimmed = text.trimmingLineEnds
        if text.hasPrefix("OVERVIEW: ") || text.hasPrefix("USAGE: ") { return help(trimmed) }
        guard language == .zh else { return trimmed }
        return ParserWords.abstracts.reduce(trimmed) { $0.replacing($1.en, with: $1.zh) }
    }

    /// - Parameters:
    ///   - text: the whole text of the error, with the help of the option and the usage behind its message.
    ///   - message: the message in it.
    ///   - instead: what is said in its place.
    func refusal(_ text: String, message: String, instead: UnknownSubcommand?) -> String {
        let known = language == .zh ? ParserWords.chinese(message, by: ParserWords.faults) : nil
        let said = instead?.sentence(in: language).text ?? known ?? message
        let prefix = language.pick(zh: "错误：", en: "Error: ").text
        // On its lines as they are: a script may look for a sentence.
        var lines = escaped(prefix + said)
        // In front of the usage stands the message behind a prefix of its own.
        var rest = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let count = message.split(separator: "\n", omittingEmptySubsequences: false).count
        if !message.isEmpty { rest = Array(rest.dropFirst(count)) }
        if let help = rest.first, help.hasPrefix("Help:  ") {
            rest.removeFirst()
            // It is about the option that the message names; of another message's option nothing is said.
            if instead == nil { lines += optionHelp(String(help.dropFirst("Help:  ".count))) }
        }
        if rest.first == "", rest.dropFirst().first?.hasPrefix("OVERVIEW: ") == true {
            lines += ["", help(rest.dropFirst().joined(separator: "\n").trimmingLineEnds)]
            return lines.joined(separator: "\n")
        }
        let usage = rest.prefix { !$0.hasPrefix("  See '") }
        lines += self.usage(Array(usage), prefix: language.pick(zh: "用法：", en: "Usage: ").text, dropping: "Usage: ")
        for line in rest.dropFirst(usage.count) where !line.isEmpty {
            let chinese = language == .zh ? ParserWords.chinese(line, by: ParserWords.moreInformation) : nil
            lines.append(chinese ?? line)
        }
        return lines.joined(separator: "\n")
    }

    /// A message repeats what was typed, and that may be anything.
    private func escaped(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let sentence: Sentence = "\(String(line))"
            return sentence.text
        }
    }

    private func optionHelp(_ text: String) -> [String] {
        let prefix = language.pick(zh: "说明：", en: "Help:  ").text
        return wrapped(prefix + text, indent: DisplayWidth.columns(of: prefix))
    }

    // MARK: Help

    private func help(_ text: String) -> String {
        var shown: [String] = []
        var rest = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        if let first = rest.first, first.hasPrefix("OVERVIEW: ") {
            rest.removeFirst()
            let title = language.pick(zh: "概述：", en: "OVERVIEW: ").text
            let abstract = String(first.dropFirst("OVERVIEW: ".count))
            let known = language == .zh ? ParserWords.chinese(abstract, by: ParserWords.abstracts) : nil
            shown += wrapped(title + (known ?? abstract), indent: 0)
            shown += discussion(rest.prefix { !$0.hasPrefix("USAGE: ") })
            rest = rest.drop { !$0.hasPrefix("USAGE: ") }
        }
        let usage = rest.prefix { !$0.isEmpty }
        shown += self.usage(Array(usage), prefix: language.pick(zh: "用法：", en: "USAGE: ").text, dropping: "USAGE: ")
        shown += sections(Array(rest.dropFirst(usage.count)))
        return shown.joined(separator: "\n")
    }

    /// Paragraphs are broken where they are too wide; examples are for copying, and stay as they are.
    private func discussion(_ lines: some Sequence<String>) -> [String] {
        var isExample = false
        return lines.flatMap { line -> [String] in
            if !line.hasPrefix(" ") { isExample = ["EXAMPLES", "示例"].contains(line) }
            return isExample ? [line] : wrapped(line, indent: line.prefix { $0 == " " }.count)
        }
    }

    private func usage(_ lines: [String], prefix: String, dropping english: String) -> [String] {
        guard let first = lines.first else { return [] }
        let indent = DisplayWidth.columns(of: prefix)
        let forms = [String(first.dropFirst(english.count))] + lines.dropFirst().map { String($0.trimmingSpaces) }
        var shown: [String] = []
        for form in forms where !form.isEmpty {
            var text = form
            if language == .zh { for word in ParserWords.usage { text = text.replacing(word.en, with: word.zh) } }
            for (index, line) in UsageLines.broken(text, width: width - indent - 2).enumerated() {
                // The continuation of one form stands further in than the next form.
                shown.append(String(repeating: " ", count: index == 0 ? indent : indent + 2) + line)
            }
        }
        if let line = shown.first { shown[0] = prefix + line.trimmingSpaces }
        return shown
    }

    private func sections(_ lines: [String]) -> [String] {
        var shown: [String] = []
        var index = 0
        while index < lines.count {
            let line = lines[index]
            index += 1
            if language == .zh, let heading = ParserWords.chinese(line, by: ParserWords.headings) {
                shown.append(heading)
            } else if language == .zh, let more = ParserWords.chinese(line, by: ParserWords.moreHelp) {
                // `help` stands between the program and the subcommand.
                shown.append(more)
            } else if line.hasPrefix("  "), !line.hasPrefix("  See '") {
                // A label too long for its column has its text on the next line.
                let next = index < lines.count ? lines[index] : ""
                let isAlone = next.hasPrefix(Self.column)
                if isAlone { index += 1 }
                let cut = line.index(line.startIndex, offsetBy: Self.column.count, limitedBy: line.endIndex)
                let label = isAlone ? line : String(line[..<(cut ?? line.endIndex)])
                let text = isAlone ? next : String(line[(cut ?? line.endIndex)...])
                shown += element(label: String(label.trimmingSpaces), text: String(text.trimmingSpaces))
            } else {
                shown.append(line)
            }
        }
        return shown
    }

    /// As many columns as ArgumentParser gives the names of options.
    private static let column = String(repeating: " ", count: 26)

    private func element(label: String, text: String) -> [String] {
        let words = language == .zh ? chinese(text) : text
        let start = "  " + label
        let inner = WrappedText.lines(words, width: width - Self.column.count)
        guard DisplayWidth.columns(of: start) < Self.column.count else {
            return [start] + inner.map { Self.column + $0 }
        }
        guard !words.isEmpty else { return [start] }
        return [DisplayWidth.padded(start, to: Self.column.count) + inner[0]]
            + inner.dropFirst().map { Self.column + $0 }
    }

    private func chinese(_ text: String) -> String {
        var words = text
        var values = ""
        if let start = [" (values: ", " (default: "].compactMap({ text.ranges(of: $0).last?.lowerBound }).min() {
            if let known = ParserWords.chinese(String(text[start...]), by: ParserWords.values) {
                words = String(text[..<start])
                values = known.replacing(", ", with: "、")
            }
        }
        return (ParserWords.chinese(words, by: ParserWords.abstracts) ?? words) + values
    }

    private func wrapped(_ line: String, indent: Int) -> [String] {
        let own = String(line.prefix { $0 == " " })
        let lines = WrappedText.lines(String(line.dropFirst(own.count)), width: width - max(indent, own.count))
        let start = String(repeating: " ", count: indent)
        return lines.enumerated().map { ($0.offset == 0 ? own : start) + $0.element }
    }
}

/// The words of a usage on lines of at most so many columns; what brackets hold stays together.
enum UsageLines {
    static func broken(_ usage: String, width: Int) -> [String] {
        var lines: [String] = []
        for word in words(usage) {
            if let last = lines.last, DisplayWidth.columns(of: last) + 1 + DisplayWidth.columns(of: word) <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(word)
            }
        }
        return lines
    }

    private static func words(_ usage: String) -> [String] {
        var words: [String] = []
        var word = ""
        var depth = 0
        for character in usage {
            if character == "[" || character == "<" { depth += 1 }
            if character == "]" || character == ">" { depth -= 1 }
            if character == " ", depth == 0 {
                words.append(word)
                word = ""
            } else {
                word.append(character)
            }
        }
        return words + [word]
    }
}

extension String {
    fileprivate var trimmingLineEnds: String {
        var text = self[...]
        while text.last == "\n" { text.removeLast() }
        return String(text)
    }

    fileprivate var trimmingSpaces: Substring {
        var text = drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return text
    }
}
