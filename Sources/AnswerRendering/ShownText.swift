/// Text from a user or a file, made fit to be shown: control characters, bidirectional controls and other invisible
/// characters stand as `\x1b` and `\u{202e}`, so that they can neither move a cursor nor reorder a line.
///
///     ShownText("金龙镇\u{1B}[2J").text    // 金龙镇\x1b[2J
///
/// A sentence takes this type wherever it quotes input, so that nothing reaches a terminal unescaped.
public struct ShownText: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// `limit` is in columns; a longer text is cut there and ends with `…`. Nil: never cut.
    public init(_ raw: String, limit: Int? = nil) {
        var shown = ""
        var width = 0
        for scalar in raw.unicodeScalars {
            let piece = Self.shown(scalar)
            width += DisplayWidth.columns(of: piece)
            if let limit, width > limit {
                shown += "\u{2026}"
                break
            }
            shown += piece
        }
        text = shown
    }

    public var description: String { text }

    private static func shown(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x20...0x7E: return String(scalar)
        case 0x00...0x1F, 0x7F...0x9F:
            let digits = String(scalar.value, radix: 16)
            return "\\x" + (digits.count == 1 ? "0" : "") + digits
        default: if scalar.isIdeograph { return String(scalar) }
        }
        switch scalar.properties.generalCategory {
        case .format, .lineSeparator, .paragraphSeparator: return escaped(scalar)
        // Planes 2 and 3 are ideographs only, and a newer Unicode may have assigned one that a rare name needs.
        case .unassigned where !(0x20000...0x3FFFD).contains(scalar.value): return escaped(scalar)
        default: return String(scalar)
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        "\\u{" + String(scalar.value, radix: 16) + "}"
    }
}

/// The text of a file or an edition as it may be shown.
package func shown(_ text: String) -> String { ShownText(text).text }
