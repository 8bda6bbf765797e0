/// The days on which an edition is its county's answer.
public struct ForcePeriod: Hashable, Sendable {
    /// The day of issue.
    public let from: CalendarDate
    /// The day from which another edition is in force; nil: none is held.
    public let before: CalendarDate?

    public init(from: CalendarDate, before: CalendarDate?) {
        self.from = from
        self.before = before
    }

    /// The period of one edition among all of its county. On a day that edition is in force which is the newest one not
    /// withdrawn of those issued by then; only where there is none, the newest of the withdrawn.
    ///
    /// - Parameters:
    ///   - index: which of `editions`.
    ///   - editions: oldest first; of two issued on one day the later one counts.
    /// - Returns: nil where the edition is in force on no day.
    public static func of(_ index: Int, in editions: [(issued: CalendarDate, isWithdrawn: Bool)]) -> ForcePeriod? {
        let own = editions[index]
        let later = editions[(index + 1)...].first { own.isWithdrawn || !$0.isWithdrawn }?.issued
        guard own.isWithdrawn, let standing = editions.first(where: { !$0.isWithdrawn })?.issued else {
            return later == own.issued ? nil : ForcePeriod(from: own.issued, before: later)
        }
        let before = later.map { min($0, standing) } ?? standing
        return before <= own.issued ? nil : ForcePeriod(from: own.issued, before: before)
    }
}
