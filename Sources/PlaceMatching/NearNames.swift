import Synchronization

/// The names of a gazetteer taken apart for suggestions: made when a name is first not found, and kept, because a list
/// of parcels has many such names.
final class NearNames: Sendable {
    struct Spelling: Sendable {
        let scalars: [Unicode.Scalar]
        let stem: Stem
    }

    /// All spellings, and for each the sets of its characters and of its stem's.
    struct Spellings: Sendable {
        private(set) var spellings: [Spelling] = []
        private var characters: [CharacterSet] = []
        private var stems: [CharacterSet] = []
        private var stemCounts: [Int] = []

        init(_ names: [Gazetteer.Name], endings: [String]) {
            for name in names {
                let spelling = Spelling(scalars: name.key.scalars, stem: Stem(name.key.text, endings: endings))
                spellings.append(spelling)
                characters.append(CharacterSet(spelling.scalars))
                stems.append(CharacterSet(spelling.stem.scalars))
                stemCounts.append(spelling.stem.scalars.count)
            }
        }

        /// Indices of the names that can be near or inside, or have inside, the name `whole` with this stem: all that
        /// are, and a few others. A character that only one of two stems has is a step between them (`Stem.distance`).
        func candidates(_ whole: [Unicode.Scalar], stem: [Unicode.Scalar]) -> [Int] {
            guard !stem.isEmpty else { return Array(spellings.indices) }
            let count = stem.count
            let whole = CharacterSet(whole), stem = CharacterSet(stem)
            var found: [Int] = []
            let stems = self.stems.span, characters = self.characters.span, counts = stemCounts.span
            for index in stems.indices {
                let own = stems[index], all = characters[index]
                let limit = Stem.limit(longest: max(count, counts[index]))
                let isNear = own.mayMeet(stem) && own.lacking(stem) <= limit && stem.lacking(own) <= limit
                if isNear || own.isEmpty || all.lacking(whole) == 0 || stem.lacking(all) == 0 || whole.lacking(all) == 0
                {
                    found.append(index)
                }
            }
            return found
        }
    }

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

/// A set of characters in one word: tells that two sets have none in common, not that they have one.
private struct CharacterSet: Sendable {
    private var bits: UInt64 = 0

    init(_ scalars: [Unicode.Scalar]) {
        for scalar in scalars { bits |= 1 << (UInt64(scalar.value) &* 0x9E37_79B9_7F4A_7C15 >> 58) }
    }

    var isEmpty: Bool { bits == 0 }

    func mayMeet(_ other: Self) -> Bool { bits & other.bits != 0 }

    /// At least so many characters of this set are not in the other.
    func lacking(_ other: Self) -> Int { (bits & ~other.bits).nonzeroBitCount }
}
