/// Marks of Markdown that are no part of the text.
enum MarkdownText {
    static func paragraph(_ text: String) -> String {
        var rest = text[...]
        let marks = rest.prefix { $0 == "#" }
        if (1...6).contains(marks.count), rest.dropFirst(marks.count).first == " " {
            rest = rest.dropFirst(marks.count)
        }
        return trimmed(inline(String(rest)))
    }

    /// Emphasis, code, escapes and `<br>`. A mark without its partner is text: 东村* has a note.
    static func inline(_ text: String) -> String {
        var out = ""
        let scalars = Array(text.unicodeScalars)
        let marks = pairedMarks(scalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == "\\", index + 1 < scalars.count, isEscapable(scalars[index + 1]) {
                out.unicodeScalars.append(scalars[index + 1])
                index += 2
            } else if marks.contains(index) {
                index += 1
            } else if scalar == "<", let end = scalars[index..<min(index + 8, scalars.count)].firstIndex(of: ">"),
                ["<br>", "<br/>", "<br />"].contains(
                    String(String.UnicodeScalarView(scalars[index...end])).lowercased())
            {
                out += "\n"
                index = end + 1
            } else {
                out.unicodeScalars.append(scalar)
                index += 1
            }
        }
        return out
    }

    private static func isEscapable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.properties.numericType == nil && !scalar.properties.isAlphabetic
    }

    /// The positions of `*` and backticks that begin or end something: a run, and the next one as long that can end it.
    private static func pairedMarks(_ scalars: [Unicode.Scalar]) -> Set<Int> {
        var marks: Set<Int> = []
        /// Runs that may begin something, by mark and length.
        var open: [Run.Kind: Range<Int>] = [:]
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            guard scalar == "*" || scalar == "`" else {
                index += scalar == "\\" ? 2 : 1
                continue
            }
            let end = scalars[index...].firstIndex { $0 != scalar } ?? scalars.count
            let run = Run(scalars, index..<end)
            if run.canEnd, let start = open.removeValue(forKey: run.kind) {
                marks.formUnion(start)
                marks.formUnion(index..<end)
            } else if run.canBegin {
                open[run.kind] = index..<end
            }
            index = end
        }
        return marks
    }

    private struct Run {
        struct Kind: Hashable {
            let mark: Unicode.Scalar
            let count: Int
        }

        let kind: Kind
        let canBegin: Bool
        let canEnd: Bool

        /// As CommonMark has it: what begins stands before a word, what ends behind one.
        init(_ scalars: [Unicode.Scalar], _ range: Range<Int>) {
            kind = Kind(mark: scalars[range.lowerBound], count: range.count)
            let before = range.lowerBound > 0 ? scalars[range.lowerBound - 1] : " "
            let after = range.upperBound < scalars.count ? scalars[range.upperBound] : " "
            func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
                switch scalar.properties.generalCategory {
                case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
                    .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
                    true
                default: false
                }
            }
            let isCode = kind.mark == "`"
            let (spaceBefore, spaceAfter) = (before.properties.isWhitespace, after.properties.isWhitespace)
            canBegin = isCode || !spaceAfter && (!isPunctuation(after) || spaceBefore || isPunctuation(before))
            canEnd = isCode || !spaceBefore && (!isPunctuation(before) || spaceAfter || isPunctuation(after))
        }
    }
}
