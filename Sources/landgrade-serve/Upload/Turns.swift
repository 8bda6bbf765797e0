import LookupService
import Synchronization

/// How many may do something at once.
final class Turns: Sendable {
    /// One of them, given back when nobody holds it any more, however the request ended.
    final class Turn: Sendable {
        private let turns: Turns

        fileprivate init(_ turns: Turns) { self.turns = turns }

        deinit { turns.free.add(1, ordering: .acquiringAndReleasing) }
    }

    private let count: Int
    private let free: Atomic<Int>

    init(_ count: Int) {
        self.count = count
        free = Atomic(count)
    }

    /// How many there are now.
    var taken: Int { count - free.load(ordering: .relaxed) }

    /// Nil where all are taken.
    func take() -> Turn? {
        guard free.subtract(1, ordering: .acquiringAndReleasing).newValue < 0 else { return Turn(self) }
        free.add(1, ordering: .acquiringAndReleasing)
        return nil
    }

    /// Takes a turn, waiting for one if need be, but not for ever, and not for a client that has gone.
    func takeSoon(for client: Client) async throws -> Turn {
        for _ in 0..<600 {
            try client.check()
            if let turn = take() { return turn }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Problem.busy
    }
}
