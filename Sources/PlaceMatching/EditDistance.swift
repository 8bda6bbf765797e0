/// Characters to replace, insert or remove to get from one to the other. For offering near names, never for matching.
/// Costs `a.count * b.count`; callers bound both.
func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, right) in b.enumerated() {
            let replaced = diagonal + (left == right ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
        }
    }
    return row[b.count]
}

/// A name in two parts: 金龙 and 村. The ending tells the kind, the stem tells one place from another.
struct Stem: Sendable {
    let scalars: [Unicode.Scalar]
    let ending: String

    init(_ key: String, endings: [String]) {
        ending = endings.first { key.dropping(suffix: $0) != nil } ?? ""
        scalars = Array((key.dropping(suffix: ending) ?? key).unicodeScalars)
    }

    /// How far apart two names are, nearest 0; nil where they are not near. First counts how far the stems are, then
    /// whether the ending, then whether the length differs. Near is at most one character apart, two where a stem has
    /// four or more, and never all.
    func distance(to other: Stem) -> Int? {
        let longest = max(scalars.count, other.scalars.count)
        guard abs(scalars.count - other.scalars.count) <= 2, longest <= 40 else { return nil }
        let apart = editDistance(scalars, other.scalars)
        guard apart <= (longest >= 4 ? 2 : 1), apart < max(1, min(scalars.count, other.scalars.count)) else {
            return nil
        }
        return 4 * apart + (ending == other.ending ? 0 : 2) + (scalars.count == other.scalars.count ? 0 : 1)
    }
}
