public import GradeModel
import SignedFeed

/// The time a run is judged by: read once at its start, so that a slow run does not outlive what it began with.
public struct FeedClock: Hashable, Sendable {
    /// The machine's.
    public let system: Timestamp
    /// How far the machine's clock may lag behind what has been published, and a publication before it.
    public let tolerance: Int

    /// - Parameter tolerance: seconds.
    public init(system: Timestamp, tolerance: Int = Timestamp.secondsOfDay) {
        self.system = system
        self.tolerance = tolerance
    }

    /// The machine's time, or the latest signed time seen less the tolerance, where the machine's clock stands before
    /// that: a clock set back must not bring an expired list back to life.
    func now(floor: Timestamp?) -> Timestamp {
        guard let floor else { return system }
        return max(system, floor.adding(seconds: -tolerance))
    }
}
