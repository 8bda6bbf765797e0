import SystemPackage

/// One call of a program and what it must print, as a case file writes it:
///
///     # a comment
///     $ lookup 金龙镇 芙蓉村
///     > a line of standard output
///     ! a line of standard error
///     = 0
struct Case: Hashable {
    var comment: [String] = []
    var command: String
    var output: [String] = []
    var error: [String] = []
    var status: Int

    var text: String {
        let lines =
            comment + ["$ \(command)"] + output.map { $0.isEmpty ? ">" : "> \($0)" }
            + error.map { $0.isEmpty ? "!" : "! \($0)" }
        return (lines + ["= \(status)", ""]).joined(separator: "\n")
    }
}

struct BadCaseFile: Error {
    let line: Int
    let text: String
}

extension Case {
    static func parse(_ text: String) throws -> [Case] {
        var cases: [Case] = []
        var comment: [String] = []
        var open: Case?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let mark = line.first
            let rest = line.dropFirst(line.hasPrefix("\(mark ?? " ") ") ? 2 : 1)
            switch mark {
            case nil: continue
            case "#": comment.append(String(line))
            case "$":
                open = Case(comment: comment, command: String(rest), status: 0)
                comment = []
            case ">": open?.output.append(String(rest))
            case "!": open?.error.append(String(rest))
            case "=":
                guard var finished = open, let status = Int(rest) else {
                    throw BadCaseFile(line: index + 1, text: "\(line)")
                }
                finished.status = status
                cases.append(finished)
                open = nil
            default: throw BadCaseFile(line: index + 1, text: "\(line)")
            }
        }
        guard open == nil else { throw BadCaseFile(line: 0, text: "the last case has no status") }
        return cases
    }
}

/// A command line as a shell splits it: words, 'quoted words', "quoted words" and $'…' with \x and \u escapes.
func shellWords(_ command: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var escapes = false
    var rest = Substring(command)
    while let character = rest.popFirst() {
        if let end = quote {
            if character == end {
                quote = nil
                escapes = false
            } else if escapes, character == "\\", let kind = rest.popFirst() {
                let length = kind == "x" ? 2 : kind == "u" ? 4 : 0
                let digits = rest.prefix(length)
                rest = rest.dropFirst(length)
                let scalar = UInt32(digits, radix: 16).flatMap { Unicode.Scalar($0) }
                word?.append(scalar.map { String($0) } ?? (kind == "n" ? "\n" : kind == "t" ? "\t" : String(kind)))
            } else {
                word?.append(character)
            }
            continue
        }
        switch character {
        case " ":
            if let finished = word { words.append(finished) }
            word = nil
        case "'", "\"":
            word = word ?? ""
            quote = character
        case "$" where rest.first == "'":
            rest = rest.dropFirst()
            word = word ?? ""
            quote = "'"
            escapes = true
        default: word = (word ?? "") + String(character)
        }
    }
    if let finished = word { words.append(finished) }
    return words
}
