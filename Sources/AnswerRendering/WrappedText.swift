/// Breaks a paragraph into lines of at most so many columns: at spaces, and between wide characters, but never before
/// closing punctuation or behind opening punctuation. What cannot be broken stays whole and overhangs.
package enum WrappedText {
    package static func lines(_ text: String, width: Int) -> [String] {
        // Most paragraphs fit, and pieces cost a look-up much of its time. Spaces at both ends are no part of a line.
        let space = UInt8(ascii: " ")
        if text.utf8.first != space, text.utf8.last != space, DisplayWidth.columns(of: text) <= width { return [text] }
        var lines: [String] = []
        var line = ""
        var used = 0
        var spaces = 0
        for piece in pieces(of: text) {
            if piece.isSpace {
                spaces += piece.width
                continue
            }
            if used > 0, used + spaces + piece.width > width {
                lines.append(line)
                line = ""
                used = 0
                spaces = 0
            }
            // A space that begins a line is dropped with the break, one within a line is kept as it was.
            if used > 0 {
                line += String(repeating: " ", count: spaces)
                used += spaces
            }
            line += piece.text
            used += piece.width
            spaces = 0
        }
        lines.append(line)
        return lines
    }

    private struct Piece {
        var text: String
        var width: Int
        var isSpace = false
    }

    /// Cuts `text` into spaces and what may not be broken: words of narrow characters, single wide characters, each
    /// with the punctuation that belongs to it.
    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var joins = false
        var lastIsWide = false
        for scalar in text.unicodeScalars {
            let width = DisplayWidth.columns(of: scalar)
            let isSpace = scalar == " "
            let isWide = width == 2
            let category = scalar.isIdeograph ? .otherLetter : scalar.properties.generalCategory
            if !isSpace, let last = pieces.last, !last.isSpace, joins || closes(category) || (!isWide && !lastIsWide) {
                pieces[pieces.count - 1].text.unicodeScalars.append(scalar)
                pieces[pieces.count - 1].width += width
            } else {
                pieces.append(Piece(text: String(scalar), width: width, isSpace: isSpace))
            }
            joins = opens(category)
            if width > 0 { lastIsWide = isWide }
        }
        return pieces
    }

    private static func opens(_ category: Unicode.GeneralCategory) -> Bool {
        category == .openPunctuation || category == .initialPunctuation
    }

    private static func closes(_ category: Unicode.GeneralCategory) -> Bool {
        switch category {
        case .closePunctuation, .finalPunctuation, .otherPunctuation, .nonspacingMark, .enclosingMark: true
        default: false
        }
    }
}
