/// Text from a user, a file or the network, made fit to be shown: control characters, bidirectional controls and other
/// invisible characters stand as `\x1b` and `\u{202e}`, so that they can neither move a cursor nor reorder a line.
///
///     ShownText("金龙镇\u{1B}[2J").text    // 金龙镇\x1b[2J
///
/// Every message that quotes input quotes it through this type.
public struct ShownText: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// - Parameter characters: a longer text is cut there and ends with `…`; nil: never cut.
    public init(_ raw: String, characters: Int? = nil) {
        var shown = ""
        for (index, scalar) in raw.unicodeScalars.enumerated() {
            if let characters, index >= characters {
                shown += "\u{2026}"
                break
            }
            shown += Self.piece(scalar)
        }
        text = shown
    }

    /// Cut where it is wider than `limit`, in the units of `width`.
    package init(_ raw: String, limit: Int, width: (String) -> Int) {
        var shown = ""
        var used = 0
        for scalar in raw.unicodeScalars {
            let piece = Self.piece(scalar)
            used += width(piece)
            if used > limit {
                shown += "\u{2026}"
                break
            }
            shown += piece
        }
        text = shown
    }

    public var description: String { text }

    /// One character as it is shown.
    private static func piece(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x20...0x7E: return String(scalar)
        case 0x00...0x1F, 0x7F...0x9F: return "\\x" + hex(CollectionOfOne(UInt8(scalar.value)))
        // Most of what is shown, and their properties need no look-up.
        case 0x3400...0x4DBF, 0x4E00...0x9FFF: return String(scalar)
        default: break
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

/// The text of a file or an edition as it may be shown, whole.
package func shown(_ text: String) -> String { ShownText(text).text }

/// The beginning of a text that may be long: a cell, a name or a value out of a file.
package func excerpt(_ text: String, characters: Int = 80) -> String { ShownText(text, characters: characters).text }

/// The beginning of a value in quotation marks, on one line: its line ends stand as spaces.
package func quoted(_ text: String) -> String {
    "\"" + excerpt(String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" ? " " : $0 })), characters: 60)
        + "\""
}
