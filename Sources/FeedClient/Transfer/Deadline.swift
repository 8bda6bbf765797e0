#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// When a run stops asking servers, by the monotonic clock: however many files and tries there are, and whatever the
/// servers do, it ends.
public struct Deadline: Hashable, Sendable {
    /// How long the run may take, for messages.
    public let seconds: Int
    private let end: Double

    /// From now on.
    public init(seconds: Int) {
        self.seconds = seconds
        end = Self.now + Double(seconds)
    }

    /// In seconds; not positive once it has passed.
    var left: Double { end - Self.now }

    /// Seconds of a monotonic clock.
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
