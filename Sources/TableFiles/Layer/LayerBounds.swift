internal import SQLite
internal import TabularText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How far reading a database from elsewhere may go.
public struct LayerBounds: Sendable {
    /// Views and generated columns are read: they are programs, which can run for ever and make of a few bytes as many as
    /// they want.
    public var runsDefinitions: Bool
    /// The longest that may pass without a row, in seconds.
    public var secondsWithoutRow: Double
    /// How much SQLite may allocate from the opening on, in bytes.
    public var memory: Int64
    /// Asked every so often while SQLite works; true ends the reading.
    public var isCancelled: @Sendable () -> Bool
    /// No other part of the process uses SQLite for more than a little, so that it can be limited as a whole.
    private var limitsProcess = false

    /// Of a file that the user names.
    public static let file = LayerBounds(runsDefinitions: true, secondsWithoutRow: 20, isCancelled: { false })

    /// The same for a process that does nothing else.
    public static let command: LayerBounds = {
        var bounds = file
        bounds.limitsProcess = true
        return bounds
    }()

    /// Of a file that a stranger has sent: without views and generated columns.
    public static func upload(isCancelled: @escaping @Sendable () -> Bool) -> LayerBounds {
        LayerBounds(runsDefinitions: false, secondsWithoutRow: 10, isCancelled: isCancelled)
    }

    public init(
        runsDefinitions: Bool, secondsWithoutRow: Double, memory: Int64 = 48 << 20,
        isCancelled: @escaping @Sendable () -> Bool
    ) {
        self.runsDefinitions = runsDefinitions
        self.secondsWithoutRow = secondsWithoutRow
        self.memory = memory
        self.isCancelled = isCancelled
    }

    /// Rows of a view: more than any office has parcels.
    static let mostComputedRows = 20_000_000

    func limitProcess() {
        // What one step allocates is seen only afterwards; this stops it.
        if limitsProcess { SQLiteMemory.limit(to: memory + memory / 2) }
    }
}

/// Ends what a connection does once it goes beyond the bounds. Used by the thread that uses the connection.
final class LayerWatch {
    let bounds: LayerBounds
    private let start = SQLiteMemory.used
    /// When SQLite was first asked since the last row, in nanoseconds; nil: not since then.
    private var waitingSince: UInt64?
    private var problem: LayerProblem?
    private var looks = 0

    /// Steps of SQLite's machine between two looks, of which each allocates one value at the most.
    static let steps: Int32 = 100

    init(_ bounds: LayerBounds) { self.bounds = bounds }

    func rowCame() { waitingSince = nil }

    /// Whether what runs has to end. SQLite asks this every so many steps.
    func mustEnd() -> Bool {
        let now = nanoseconds()
        let since = waitingSince ?? now
        waitingSince = since
        looks &+= 1
        // A question to others, so not at every look.
        if looks & 63 == 0, bounds.isCancelled() {
            problem = .cancelled
        } else if Double(now - since) > bounds.secondsWithoutRow * 1e9 {
            problem = .tooSlow(seconds: Int(bounds.secondsWithoutRow))
        } else if SQLiteMemory.used - start > bounds.memory {
            problem = .tooMuchMemory(bytes: bounds.memory)
        }
        return problem != nil
    }

    /// Why a statement ended so, where it was the bounds.
    func problem(_ error: SQLiteError) -> LayerProblem? {
        switch error.kind {
        case .interrupted: problem
        case .outOfMemory: .tooMuchMemory(bytes: bounds.memory)
        default: nil
        }
    }

    /// Nanoseconds of a clock that never goes back.
    private func nanoseconds() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
