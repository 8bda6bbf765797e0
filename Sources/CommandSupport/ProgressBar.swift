import SystemSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A line on a terminal that says how far long work has come: drawn over itself a few times a second, and gone at the
/// end. Where standard error is no terminal it does nothing.
public struct ProgressBar {
    private let total: Int64?
    private let start = Self.now
    private var last = 0.0
    private let isShown: Bool

    /// What is counted (`rows`, `行`), and what stands before and behind the time left (`剩余 `, ` left`).
    public struct Words: Sendable {
        let unit: String
        let beforeTime: String
        let behindTime: String

        public static let english = Words(unit: "rows", beforeTime: "", behindTime: " left")
        public static let chinese = Words(unit: "行", beforeTime: "剩余 ", behindTime: "")
    }

    /// - Parameter total: bytes of the work; nil where nobody knows.
    public init(total: Int64?, isWanted: Bool = true) {
        self.total = total
        isShown = isWanted && StandardStreams.errorIsTerminal
    }

    /// Seconds since the bar was made.
    public var seconds: Double { Self.now - start }

    public mutating func show(done: Int64, count: Int, _ words: Words) {
        guard isShown, Self.now - last > 0.2 else { return }
        last = Self.now
        let rate = Double(count) / max(seconds, 0.001)
        var line = "\r\u{1B}[K"
        if let total, total > 0 {
            let share = min(Double(done) / Double(total), 1)
            let filled = Int(share * 24)
            line += "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled) + "] "
            line += "\(Int(share * 100)) %  "
            if share > 0.01 {
                line += "\(words.beforeTime)\(Self.clock(seconds / share - seconds))\(words.behindTime)  "
            }
        }
        line += "\(count) \(words.unit)  \(Int(rate)) \(words.unit)/s"
        StandardStreams.draw(line)
    }

    /// With the time left bare.
    public mutating func show(done: Int64, count: Int, unit: String) {
        show(done: done, count: count, Words(unit: unit, beforeTime: "", behindTime: ""))
    }

    public func clear() {
        if isShown, last > 0 { StandardStreams.draw("\r\u{1B}[K") }
    }

    private static func clock(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        return "\(whole / 60):\(whole % 60 < 10 ? "0" : "")\(whole % 60)"
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
