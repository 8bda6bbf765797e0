/// Villages that were matched without a township. The first of them by name are kept, so that the same are named whichever
/// thread has met which.
struct VillagesAlone: Sendable {
    /// Of more than these it is said that there are more, and not how many.
    static let most = 1000

    private var names: Set<String> = []
    /// Names behind this one have been dropped.
    private var last: String?

    var isEmpty: Bool { names.isEmpty }
    /// Nil where there are more than `most`.
    var count: Int? { last != nil || names.count > Self.most ? nil : names.count }

    mutating func insert(_ name: String) {
        if let last, last < name { return }
        names.insert(name)
        guard names.count > 2 * Self.most else { return }
        let kept = names.sorted().prefix(Self.most)
        names = Set(kept)
        last = kept.last
    }

    mutating func formUnion(_ other: Self) {
        names.formUnion(other.names)
        last = [last, other.last].compactMap(\.self).min()
    }

    /// - Parameter count: at most `most`.
    func first(_ count: Int) -> ArraySlice<String> { names.sorted().prefix(count) }
}
