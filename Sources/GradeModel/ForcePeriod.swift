/// The days on which an edition is its county's answer.
public struct ForcePeriod: Hashable, Sendable {
    /// The first day on which the document applies: the day it names, else the day of issue.
    public let from: CalendarDate
    /// The day from which another edition is in force, or this one has expired; nil: neither is held.
    public let before: CalendarDate?

    public init(from: CalendarDate, before: CalendarDate?) {
        self.from = from
        self.before = before
    }

    /// What bears on the days on which an edition is in force.
    public struct Candidate: Hashable, Sendable {
        /// The first day on which the document applies.
        public let from: CalendarDate
        /// The last one, where the document says so.
        public let expires: CalendarDate?
        public let isWithdrawn: Bool

        public init(from: CalendarDate, expires: CalendarDate?, isWithdrawn: Bool) {
            self.from = from
            self.expires = expires
            self.isWithdrawn = isWithdrawn
        }

        public init(_ document: Document, isWithdrawn: Bool) {
            self.init(from: document.inForceFrom, expires: document.expires, isWithdrawn: isWithdrawn)
        }

        func applies(on day: CalendarDate) -> Bool { from <= day && expires.map { day <= $0 } != false }
    }

    /// The periods of one edition among all of its county, oldest first. On a day that edition is in force which is the
    /// newest one not withdrawn of those that apply on it; only where there is none, the newest of the withdrawn.
    ///
    /// - Parameters:
    ///   - index: which of `editions`.
    ///   - editions: oldest first; of two that apply from one day the later one counts.
    /// - Returns: empty where the edition is in force on no day. More than one period where an edition that replaces it
    ///   expires before it does.
    public static func all(of index: Int, in editions: [Candidate]) -> [ForcePeriod] {
        // The edition in force can change only where one begins to apply or has expired.
        let ends = editions.compactMap { $0.expires?.next }
        let days = Set(editions.map(\.from) + ends).sorted()
        var periods: [ForcePeriod] = []
        for (number, day) in days.enumerated() where inForce(on: day, editions) == index {
            let next = number + 1 < days.count ? days[number + 1] : nil
            if let last = periods.last, last.before == day {
                periods[periods.count - 1] = ForcePeriod(from: last.from, before: next)
            } else {
                periods.append(ForcePeriod(from: day, before: next))
            }
        }
        return periods
    }

    /// The index of the edition in force on a day.
    private static func inForce(on day: CalendarDate, _ editions: [Candidate]) -> Int? {
        let applying = editions.indices.filter { editions[$0].applies(on: day) }
        return applying.last { !editions[$0].isWithdrawn } ?? applying.last
    }
}
