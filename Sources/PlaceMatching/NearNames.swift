import Synchronization

/// The names of a gazetteer taken apart for suggestions: made when a name is first not found, and kept, because a list
/// of parcels has many such names.
final class NearNames: Sendable {
    private let made = Mutex<Spellings?>(nil)

    func spellings(of names: [Gazetteer.Name], endings: [String]) -> Spellings {
        made.withLock { made in
            if let made { return made }
            let spellings = Spellings(names, endings: endings)
            made = spellings
            return spellings
        }
    }
}

/// Names in flat arrays: going through a county's touches no String and no reference. All scalars stand in `arena`; a
/// name's stem is where it begins.
struct Spellings: Sendable {
    private struct Spelling: Sendable {
        var start: Int
        var count: Int
        var stemCount: Int
        /// Index in the list of endings, -1 for none.
        var ending: Int
        var characters: CharacterSet
        var stemCharacters: CharacterSet
    }

    private var arena: [Unicode.Scalar] = []
    private var spellings: [Spelling] = []

    init(_ names: [Gazetteer.Name], endings: [String]) {
        spellings.reserveCapacity(names.count)
        for name in names {
            let stem = Stem(name.key.text, endings: endings)
            let start = arena.count
            arena += name.key.text.unicodeScalars
            let scalars = arena[start...]
            spellings.append(
                Spelling(
                    start: start, count: scalars.count, stemCount: stem.scalars.count, ending: stem.ending,
                    characters: CharacterSet(scalars), stemCharacters: CharacterSet(stem.scalars)))
        }
    }

    /// How near a name of the list is, nearest first.
    enum Nearness {
        /// By `Stem.distance`.
        case distance(Int)
        /// One name is inside the other.
        case inside
    }

    /// Calls `body` with the index of every name that is near the name `whole` with this stem, or inside it, or has it
    /// inside.
    func forEachNear(_ whole: [Unicode.Scalar], stem: Stem, _ body: (Int, Nearness) -> Void) {
        let wholeSet = CharacterSet(whole), stemSet = CharacterSet(stem.scalars)
        let spellings = self.spellings.span, arena = self.arena.span
        let whole = whole.span, asked = stem.scalars.span
        for index in spellings.indices {
            let spelling = spellings[index]
            let limit = Stem.limit(longest: max(asked.count, spelling.stemCount))
            let own = spelling.stemCharacters, all = spelling.characters
            // A character that only one of two stems has is a step between them.
            if own.lacking(stemSet) <= limit, stemSet.lacking(own) <= limit {
                let name = arena.extracting(spelling.start..<spelling.start + spelling.stemCount)
                if let distance = Stem.distance(asked, stem.ending, name, spelling.ending) {
                    body(index, .distance(distance))
                    continue
                }
            }
            guard all.lacking(wholeSet) == 0 || stemSet.lacking(all) == 0 || wholeSet.lacking(all) == 0 else {
                continue
            }
            let name = arena.extracting(spelling.start..<spelling.start + spelling.count)
            if contains(name, run: whole) || asked.count > 1 && contains(name, run: asked)
                || contains(whole, run: name)
            {
                body(index, .inside)
            }
        }
    }
}

/// Whether a run of scalars stands anywhere in others; an empty one stands nowhere.
func contains(_ scalars: Span<Unicode.Scalar>, run part: Span<Unicode.Scalar>) -> Bool {
    guard !part.isEmpty, part.count <= scalars.count else { return false }
    for start in 0...(scalars.count - part.count) {
        var length = 0
        while length < part.count, scalars[start + length] == part[length] { length += 1 }
        if length == part.count { return true }
    }
    return false
}

/// A set of characters in one word: tells that some are not in another set, never that one is.
private struct CharacterSet: Sendable {
    private var bits: UInt64 = 0

    init(_ scalars: some Sequence<Unicode.Scalar>) {
        for scalar in scalars { bits |= 1 << (UInt64(scalar.value) &* 0x9E37_79B9_7F4A_7C15 >> 58) }
    }

    /// At least so many characters of this set are not in the other.
    func lacking(_ other: Self) -> Int { (bits & ~other.bits).nonzeroBitCount }
}
