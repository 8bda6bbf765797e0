import Synchronization

/// Rendered answers of one generation, bounded in bytes. Two halves: what is asked for again moves from the old half to
/// the young one, and when the young one is full the old one is forgotten. So a flood of questions that are asked once
/// pushes out no more than half, and no answer needs a place in a list that every hit would have to change.
final class AnswerCache<Key: Hashable & Sendable>: Sendable {
    private struct Halves {
        var young: [Key: [UInt8]] = [:]
        var old: [Key: [UInt8]] = [:]
        var youngBytes = 0
    }

    private let halves = Mutex(Halves())
    private let limit: Int

    /// - Parameter limit: bytes of all answers together, about.
    init(limit: Int) { self.limit = limit }

    /// What a key and its place in the table take beside the answer, about.
    private static var overhead: Int { 256 }

    func answer(to inquiry: Key) -> [UInt8]? {
        halves.withLock { halves in
            if let known = halves.young[inquiry] { return known }
            guard let known = halves.old.removeValue(forKey: inquiry) else { return nil }
            insert(known, inquiry, into: &halves)
            return known
        }
    }

    func keep(_ answer: [UInt8], for inquiry: Key) {
        guard answer.count <= limit / 16 else { return }
        halves.withLock { insert(answer, inquiry, into: &$0) }
    }

    private func insert(_ answer: [UInt8], _ inquiry: Key, into halves: inout Halves) {
        guard halves.young.updateValue(answer, forKey: inquiry) == nil else { return }
        halves.youngBytes += answer.count + Self.overhead
        guard halves.youngBytes > limit / 2 else { return }
        halves.old = halves.young
        halves.young = [:]
        halves.youngBytes = 0
    }
}
