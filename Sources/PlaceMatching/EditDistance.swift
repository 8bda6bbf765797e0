/// Characters to replace, insert or remove to get from one to the other. For offering near names, never for matching.
/// Costs `a.count * b.count`; callers bound both.
func editDistance(_ a: Span<Unicode.Scalar>, _ b: Span<Unicode.Scalar>) -> Int {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: b.count + 1) { row in
        for j in row.indices { row.initializeElement(at: j, to: j) }
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}

/// A name in two parts: 金龙 and 村. The ending tells the kind, the stem tells one place from another.
struct Stem: Sendable {
    let scalars: [Unicode.Scalar]
    /// Index in the list of endings, -1 where the name has none of them.
    let ending: Int

    init(_ key: String, endings: [String]) {
        for (index, ending) in endings.enumerated() {
            guard let stem = key.dropping(suffix: ending) else { continue }
            self.scalars = Array(stem.unicodeScalars)
            self.ending = index
            return
        }
        scalars = Array(key.unicodeScalars)
        ending = -1
    }

    func distance(to other: Stem) -> Int? { Self.distance(scalars.span, ending, other.scalars.span, other.ending) }

    /// How far apart two names are, nearest 0; nil where they are not near. First counts how far the stems are, then
    /// whether the ending, then whether the length differs. Near is at most one character apart, two where a stem has
    /// four or more, and never all.
    static func distance(
        _ a: Span<Unicode.Scalar>, _ ending: Int, _ b: Span<Unicode.Scalar>, _ otherEnding: Int
    ) -> Int? {
        let longest = max(a.count, b.count)
        let limit = limit(longest: longest)
        guard abs(a.count - b.count) <= limit, longest <= 40 else { return nil }
        let apart = editDistance(a, b)
        guard apart <= limit, apart < max(1, min(a.count, b.count)) else { return nil }
        return 4 * apart + (ending == otherEnding ? 0 : 2) + (a.count == b.count ? 0 : 1)
    }

    /// How many characters apart near stems are at most, the longer of which has so many.
    static func limit(longest: Int) -> Int { longest >= 4 ? 2 : 1 }
}
