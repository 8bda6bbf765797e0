import GradeModel

/// What the edition compared with says of a place and a land type, numbered for `LandFacts`: nothing is 0, one grade its
/// own number, and the rest are those that it may be: both of an entry in dispute, those of a village's parts. One list for
/// all counties and threads.
final class LaterGrades: @unchecked Sendable {
    struct Later: Hashable, Sendable {
        /// The one that is shown.
        let held: Grade?
        /// Those that land with this place may have; their prices are asked for.
        let possible: [Grade]
    }

    private let lock = Lock()
    private var lists: [Later] = []  // guarded by `lock`
    /// Behind the greatest grade.
    private static let first = 21

    func number(of later: Later) -> Int {
        guard later.possible.count > 1 || later.possible.first != later.held else { return later.held?.rawValue ?? 0 }
        return lock.withLock {
            if let known = lists.firstIndex(of: later) { return Self.first + known }
            // Grades are few. What comes later stays with the grade that is shown.
            guard Self.first + lists.count < LandFacts.laterNumbers else { return later.held?.rawValue ?? 0 }
            lists.append(later)
            return Self.first + lists.count - 1
        }
    }

    subscript(number: Int) -> Later {
        guard number >= Self.first else {
            let grade = Grade(rawValue: number)
            return Later(held: grade, possible: grade.map { [$0] } ?? [])
        }
        return lock.withLock { lists[number - Self.first] }
    }
}
