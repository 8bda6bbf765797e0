#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How often a file is asked for, and how long one run waits in between: full jitter, so that a hundred offices don't
/// come back in step. One budget is shared by all transfers of a run.
public final class RetryBudget {
    /// Tries for one file.
    public let tries: Int
    /// Seconds of waiting that are left to the run.
    public private(set) var seconds: Double
    private let base: Double
    private let longest: Double
    private let random: (Double) -> Double
    private let pause: (Double) -> Void

    /// - Parameters:
    ///   - base: seconds; the n-th wait is drawn from 0 to `base`·2ⁿ, at most `longest`.
    ///   - random: a number from 0 to its argument.
    ///   - pause: sleeps so many seconds, or less; it is called until the time has passed.
    public init(
        tries: Int = 5, seconds: Double = 600, base: Double = 1, longest: Double = 60,
        random: @escaping (Double) -> Double = { Double.random(in: 0...$0) },
        pause: @escaping (Double) -> Void = RetryBudget.sleep
    ) {
        (self.tries, self.seconds, self.base, self.longest) = (tries, seconds, base, longest)
        (self.random, self.pause) = (random, pause)
    }

    /// The wait before try number `next` (from 2), in seconds; nil where the budget does not allow it.
    func wait(before next: Int, asked: Int?) -> Double? {
        guard next <= tries else { return nil }
        let step = min(longest, base * Double(1 << min(next - 2, 30)))
        let wait = max(random(step), Double(asked ?? 0))
        guard wait <= seconds else { return nil }
        return wait
    }

    /// Waits in steps of a tenth of a second, so that a cancel is heard.
    func spend(_ wait: Double, isCancelled: () -> Bool) {
        seconds -= wait
        var left = wait
        while left > 0, !isCancelled() {
            pause(min(left, 0.1))
            left -= 0.1
        }
    }

    public static func sleep(_ seconds: Double) { usleep(UInt32(seconds * 1_000_000)) }
}
