/// Text from a user, a file or the network as a `Sentence` takes it: control characters, bidirectional controls and other
/// invisible characters stand as `\x1b` and `\u{202e}`, so that they can neither move a cursor nor reorder a line.
struct EscapedText {
    let text: String

    /// - Parameter characters: a longer text is cut there and ends with `…`; nil: never cut.
    init(_ raw: String, characters: Int? = nil) {
        if characters == nil, Self.isPlain(raw) {
            text = raw
            return
        }
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
    init(_ raw: String, limit: Int, width: (String) -> Int) {
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

    /// Whether there are only printable ASCII characters and ideographs: most of what is shown.
    private static func isPlain(_ raw: String) -> Bool {
        var raw = raw
        return raw.withUTF8 { bytes in
            // Each character is known by its first byte: E4 to E9 begin U+4000 to U+9FFF, none of which needs an escape.
            // All are looked at, which takes fewer steps than to stop at one.
            var others: UInt8 = 0
            for byte in bytes {
                others |= byte < 0x20 || byte == 0x7F || byte > 0xBF && byte &- 0xE4 > 5 ? 1 : 0
            }
            return others == 0
        }
    }

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
