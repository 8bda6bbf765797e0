public import SystemSupport

/// Lines of text for people: values in a column behind their labels, wrapped at the page's width with every further
/// line under the first.
public struct LabelledLines {
    private let indent: Int
    private(set) var lines: [String] = []

    /// `labels`: every label that will be used; the widest sets where the values begin.
    public init(labels: [Sentence]) {
        indent = labels.reduce(0) { max($0, DisplayWidth.columns(of: $1.text)) } + 2
    }

    public mutating func field(_ label: Sentence, _ value: Sentence) {
        let wrapped = WrappedText.lines(value.text, width: DisplayWidth.page - indent)
        lines.append(DisplayWidth.padded(label.text, to: indent) + wrapped[0])  // a paragraph has at least one line
        lines += wrapped.dropFirst().map { String(repeating: " ", count: indent) + $0 }
    }

    /// A paragraph that belongs to the field above it, with a label of its own or none.
    mutating func more(label: Sentence = "", _ value: Sentence) {
        let inner = indent + DisplayWidth.columns(of: label.text)
        let wrapped = WrappedText.lines(value.text, width: DisplayWidth.page - inner)
        lines.append(String(repeating: " ", count: indent) + label.text + wrapped[0])
        lines += wrapped.dropFirst().map { String(repeating: " ", count: inner) + $0 }
    }

    /// A paragraph that begins at the margin, its further lines indented by `hanging`.
    mutating func paragraph(_ text: Sentence, hanging: Int = 0) {
        let wrapped = WrappedText.lines(text.text, width: DisplayWidth.page - hanging)
        lines.append(wrapped[0])
        lines += wrapped.dropFirst().map { String(repeating: " ", count: hanging) + $0 }
    }

    /// A line that is never wrapped.
    public mutating func line(_ text: Sentence) { lines.append(text.text) }

    mutating func table(_ table: TextTable) { lines += table.lines }

    mutating func blank() { lines.append("") }

    /// All lines, each with its line end.
    public var text: String {
        // `joined` has the runtime search for conformances, which is a twentieth of a look-up.
        var text = ""
        for line in lines { text += line + "\n" }
        return text
    }
}
