import CommandSupport
import ParcelValidation
import SystemSupport

/// What a validation writes to and shows its progress on. Unchecked: `ListValidation` calls `write` and `show` under the
/// lock of its output, from one thread at a time.
final class ListStreams: @unchecked Sendable {
    private var output: (any ListOutput)?
    private var bar: ProgressBar
    private let words: ProgressBar.Words

    /// - Parameter total: as the list's source counts it.
    init(total: Int64?, language: Language, wantsBar: Bool) {
        words = .rows(in: language)
        bar = ProgressBar(total: total, isWanted: wantsBar)
    }

    func open(_ output: any ListOutput) { self.output = output }

    func write(_ bytes: ArraySlice<UInt8>) throws { try output?.write(bytes) }

    /// The rows are complete.
    ///
    /// - Returns: what the output could not hold beside them.
    func complete(_ summary: ValidationSummary) throws -> [Remark] { try output?.finish(summary) ?? [] }

    func show(_ now: ValidationProgress) { bar.show(done: now.done, count: now.rows, words) }

    /// Takes the bar off the terminal and tells how many seconds it took.
    func finish() -> Double {
        bar.clear()
        return bar.seconds
    }
}
