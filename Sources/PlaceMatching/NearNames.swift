import Synchronization

/// The names of a gazetteer, decomposed for suggestions: made when a name is first not found, and kept, because a list
/// of parcels has many such names.
final class NearNames: Sendable {
    private let made = Mutex<Spellings?>(nil)

    /// - Parameter names: asked for the first time only.
    func spellings(of names: () -> [NameKey], endings: NameEndings) -> Spellings {
        made.withLock { made in
            if let made { return made }
            let spellings = Spellings(names(), endings: endings)
            made = spellings
            return spellings
        }
    }
}

/// Names in flat arrays: going through a county's touches no String and no reference. All scalars stand in `arena`; a
/// name's stem is where it begins.
struct Spellings: Sendable {
    private struct Spelling: Sendable {
        var start: Int32
        var count: Int32
        var stemCount: Int32
        /// Index in the list of endings, -1 for none.
        var ending: Int32
        var characters: CharacterSet
        var stemCharacters: CharacterSet
    }

    private var arena: [Unicode.Scalar] = []
    private var spellings: [Spelling] = []
    /// For each bit of a `CharacterSet`, by name whether its stem has it: `words` words.
    private var holders: [UInt64]
    private let words: Int
    private let endingCharacters: CharacterSet

    init(_ names: [NameKey], endings: NameEndings) {
        words = (names.count + 63) / 64
        holders = [UInt64](repeating: 0, count: words * CharacterSet.bitCount)
        endingCharacters = endings.characters
        spellings.reserveCapacity(names.count)
        arena.reserveCapacity(names.count * 5)
        for name in names {
            let start = arena.count
            for scalar in name.text.unicodeScalars { arena.append(scalar) }
            let (stem, ending) = endings.stem(of: arena[start...])
            let stemSet = CharacterSet(arena[start..<start + stem])
            // Texts are bounded, as a county's names are.
            spellings.append(
                Spelling(
                    start: Int32(start), count: Int32(arena.count - start), stemCount: Int32(stem),
                    ending: Int32(ending), characters: stemSet.union(CharacterSet(arena[(start + stem)...])),
                    stemCharacters: stemSet))
            let index = spellings.count - 1
            stemSet.forEachBit { holders[$0 * words + index / 64] |= 1 << UInt64(index % 64) }
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
        let wholeSet = CharacterSet(whole[...]), stemSet = CharacterSet(stem.scalars[...])
        let spellings = self.spellings.span, arena = self.arena.span
        let whole = whole.span, asked = stem.scalars.span
        forEachSharing(wholeSet, stemSet) { index in
            let spelling = spellings[index]
            let isInside = spelling.characters.isSubset(of: wholeSet) || stemSet.isSubset(of: spelling.characters)
            // Most names are neither.
            guard Self.mayBeNear(asked.count, stemSet, spelling) || isInside else { return }
            if let distance = Self.distance(asked, stem.ending, to: spelling, arena) {
                body(index, .distance(distance))
                return
            }
            guard isInside else { return }
            let start = Int(spelling.start)
            let name = arena.extracting(start..<start + Int(spelling.count))
            if contains(name, run: whole) || asked.count > 1 && contains(name, run: asked)
                || contains(whole, run: name)
            {
                body(index, .inside)
            }
        }
    }

    /// Calls `body` with the index of every name whose stem has a character of `whole`, and of a few others: no other name is
    /// near. What is inside another name may be its ending alone, so where all of a stem may be, every name is looked at.
    @inline(__always)
    private func forEachSharing(_ whole: CharacterSet, _ stem: CharacterSet, _ body: (Int) -> Void) {
        if stem.isSubset(of: endingCharacters) {
            for index in spellings.indices { body(index) }
            return
        }
        for word in 0..<words {
            var found: UInt64 = 0
            whole.forEachBit { found |= holders[$0 * words + word] }
            while found != 0 {
                body(word * 64 + found.trailingZeroBitCount)
                found &= found - 1
            }
        }
    }

    /// Like the above, for names that are offered only where they are near, or have all of a stem inside.
    func forEachNear(stem: Stem, _ body: (Int, Nearness) -> Void) {
        let stemSet = CharacterSet(stem.scalars[...])
        let spellings = self.spellings.span, arena = self.arena.span, asked = stem.scalars.span
        for index in spellings.indices {
            let spelling = spellings[index]
            if Self.mayBeNear(asked.count, stemSet, spelling),
                let distance = Self.distance(asked, stem.ending, to: spelling, arena)
            {
                body(index, .distance(distance))
            } else if asked.count > 1, stemSet.isSubset(of: spelling.characters) {
                let start = Int(spelling.start)
                if contains(arena.extracting(start..<start + Int(spelling.count)), run: asked) { body(index, .inside) }
            }
        }
    }

    /// Whether the characters of two stems allow them to be near: one that only one of them has is a step between them.
    @inline(__always)
    private static func mayBeNear(_ count: Int, _ characters: CharacterSet, _ spelling: Spelling) -> Bool {
        let own = spelling.stemCharacters
        let limit = Stem.limit(longest: max(count, Int(spelling.stemCount)))
        return own.lacks(characters, atMost: limit) && characters.lacks(own, atMost: limit)
    }

    private static func distance(
        _ asked: Span<Unicode.Scalar>, _ ending: Int, to spelling: Spelling, _ arena: Span<Unicode.Scalar>
    ) -> Int? {
        let start = Int(spelling.start), count = Int(spelling.stemCount)
        return Stem.distance(asked, ending, arena.extracting(start..<start + count), Int(spelling.ending))
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
struct CharacterSet: Sendable {
    static let bitCount = 64
    private var bits: UInt64 = 0

    init(_ scalars: ArraySlice<Unicode.Scalar>) {
        for scalar in scalars { bits |= 1 << ((UInt64(scalar.value) &* 0x9E37_79B9_7F4A_7C15) >> 58) }
    }

    private init(bits: UInt64) { self.bits = bits }

    func union(_ other: Self) -> Self { Self(bits: bits | other.bits) }

    @inline(__always)
    func forEachBit(_ body: (Int) -> Void) {
        var left = bits
        while left != 0 {
            body(left.trailingZeroBitCount)
            left &= left - 1
        }
    }

    @inline(__always)
    func isSubset(of other: Self) -> Bool { bits & ~other.bits == 0 }

    /// Of the characters of this set not more than one, or two, are surely not in the other.
    @inline(__always)
    func lacks(_ other: Self, atMost limit: Int) -> Bool {
        let missing = bits & ~other.bits
        // Each step takes one away; to count them all would cost more.
        let one = missing & (missing &- 1)
        let two = one & (one &- 1)
        return (limit > 1 ? two : one) == 0
    }
}
