/// A name in two parts: 金龙 and 村. The ending tells the kind, the stem tells one place from another.
struct Stem: Sendable {
    let scalars: [Unicode.Scalar]
    /// Index in the list of endings, -1 where the name has none of them.
    let ending: Int

    init(_ name: [Unicode.Scalar], endings: NameEndings) {
        let (count, ending) = endings.stem(of: name[...])
        scalars = Array(name[..<count])
        self.ending = ending
    }

    /// How far apart two names are, nearest 0; nil where they are not near. First counts how far the stems are, then
    /// whether the ending, then whether the length differs. Near is at most one character apart, two where a stem has
    /// four or more, and never all.
    static func distance(
        _ a: Span<Unicode.Scalar>, _ ending: Int, _ b: Span<Unicode.Scalar>, _ otherEnding: Int
    ) -> Int? {
        let longest = max(a.count, b.count)
        let limit = limit(longest: longest)
        guard abs(a.count - b.count) <= limit, longest <= 40 else { return nil }
        guard let apart = editDistance(a, b, atMost: limit), apart < max(1, min(a.count, b.count)) else { return nil }
        return 4 * apart + (ending == otherEnding ? 0 : 2) + (a.count == b.count ? 0 : 1)
    }

    /// How many characters apart near stems are at most, the longer of which has so many.
    static func limit(longest: Int) -> Int { longest >= 4 ? 2 : 1 }
}

/// The endings of names of one sort, the longer of two that share an end first.
struct NameEndings: Sendable {
    private let endings: [[Unicode.Scalar]]
    private let lasts: [Unicode.Scalar]
    /// Those of all endings.
    let characters: CharacterSet

    init(_ endings: [String]) {
        self.endings = endings.map { Array($0.unicodeScalars) }
        lasts = self.endings.compactMap(\.last)
        characters = CharacterSet(self.endings.flatMap(\.self)[...])
    }

    /// How many characters stand before the ending, one at least, and which it is; all of them and -1 where there is none.
    func stem(of name: ArraySlice<Unicode.Scalar>) -> (count: Int, ending: Int) {
        guard let last = name.last else { return (0, -1) }
        for index in lasts.indices where lasts[index] == last {
            let ending = endings[index]
            let rest = name.count - ending.count
            if rest > 0, name.suffix(ending.count).elementsEqual(ending) { return (rest, index) }
        }
        return (name.count, -1)
    }
}
