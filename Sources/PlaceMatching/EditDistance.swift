/// Characters to replace, insert or remove to get from one to the other. For offering near names, never for matching.
/// Costs `a.count * b.count`; callers bound both.
func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
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
    let ending: String

    init(_ key: String, endings: [String]) {
        ending = endings.first { key.dropping(suffix: $0) != nil } ?? ""
        scalars = Array((key.dropping(suffix: ending) ?? key).unicodeScalars)
    }

    /// How many characters apart near stems are at most, the longer of which has so many.
    static func limit(longest: Int) -> Int { longest >= 4 ? 2 : 1 }

    /// How far apart two names are, nearest 0; nil where they are not near. First counts how far the stems are, then
    /// whether the ending, then whether the length differs. Near is at most one character apart, two where a stem has
    /// four or more, and never all.
    func distance(to other: Stem) -> Int? {
        let longest = max(scalars.count, other.scalars.count)
        let limit = Self.limit(longest: longest)
        guard abs(scalars.count - other.scalars.count) <= limit, longest <= 40 else { return nil }
        let apart = editDistance(scalars, other.scalars)
        guard apart <= limit, apart < max(1, min(scalars.count, other.scalars.count)) else { return nil }
        return 4 * apart + (ending == other.ending ? 0 : 2) + (scalars.count == other.scalars.count ? 0 : 1)
    }
}
