import GradeModel

/// A revised table that lost many villages of a township is more likely a page left out than a township emptied: a
/// person has to say that it is meant.
enum ShrinkRule {
    /// Townships of `old` that keep fewer than seven villages in ten; by name. One that the new edition grades as a whole
    /// has lost none.
    static func shrinkages(from old: Edition, to new: Edition) -> [Shrinkage] {
        let before = counts(old), after = counts(new)
        let whole = Set(new.grades.filter { $0.scope == .township }.map(\.township))
        return before.filter { !whole.contains($0.key) }.map {
            Shrinkage(township: $0.key, before: $0.value, after: after[$0.key] ?? 0)
        }
        .filter { $0.after * 10 < $0.before * 7 }
        .sorted { $0.township < $1.township }
    }

    private static func counts(_ edition: Edition) -> [String: Int] {
        Dictionary(grouping: edition.grades, by: \.township).mapValues { Set($0.compactMap(\.village)).count }
    }
}
