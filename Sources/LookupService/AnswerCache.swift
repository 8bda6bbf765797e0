public import Synchronization

/// Rendered answers of one generation, bounded in bytes. Two halves: what is asked for again moves from the old half to
/// the young one, and when the young one is full the old one is forgotten. So a flood of questions that are asked once
/// pushes out no more than half, and no answer needs a place in a list that every hit would have to change.
///
/// Inlinable: unspecialised, with a type of another module, a look into the table took two microseconds.
public final class AnswerCache<Key: Hashable & Sendable, Answer: Sendable>: Sendable {
    @usableFromInline struct Sized {
        @usableFromInline let answer: Answer
        @usableFromInline let bytes: Int

        @inlinable init(answer: Answer, bytes: Int) { (self.answer, self.bytes) = (answer, bytes) }
    }

    @usableFromInline struct Halves {
        @usableFromInline var young: [Key: Sized] = [:]
        @usableFromInline var old: [Key: Sized] = [:]
        @usableFromInline var youngBytes = 0

        @inlinable init() {}
    }

    @usableFromInline let halves = Mutex(Halves())
    @usableFromInline let limit: Int

    /// - Parameter limit: bytes of all answers together, about.
    @inlinable public init(limit: Int) { self.limit = limit }

    /// What a key and its place in the table take beside the answer, about.
    @inlinable static var overhead: Int { 256 }

    @inlinable public func answer(to inquiry: Key) -> Answer? {
        halves.withLock { halves in
            if let known = halves.young[inquiry] { return known.answer }
            guard let known = halves.old.removeValue(forKey: inquiry) else { return nil }
            insert(known, inquiry, into: &halves)
            return known.answer
        }
    }

    /// - Parameter bytes: what the answer takes.
    @inlinable public func keep(_ answer: Answer, bytes: Int, for inquiry: Key) {
        guard bytes <= limit / 16 else { return }
        halves.withLock { insert(Sized(answer: answer, bytes: bytes), inquiry, into: &$0) }
    }

    @inlinable func insert(_ answer: Sized, _ inquiry: Key, into halves: inout Halves) {
        guard halves.young.updateValue(answer, forKey: inquiry) == nil else { return }
        halves.youngBytes += answer.bytes + Self.overhead
        guard halves.youngBytes > limit / 2 else { return }
        halves.old = halves.young
        halves.young = [:]
        halves.youngBytes = 0
    }
}
