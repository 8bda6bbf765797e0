import CommandSupport
import ParcelValidation

/// What a validation writes to and shows its progress on. Unchecked: `ListValidation` calls `write` and `show` under the
/// lock of its output, from one thread at a time.
final class ListStreams: @unchecked Sendable {
    private(set) var output: OutputFile?
    private var bar: ProgressBar
    private let words: ProgressBar.Words
    /// The rows go to a terminal: a bar between them would be in their way.
    private let isShown: Bool

    /// - Parameter total: as the list's source counts it.
    init(total: Int64?, words: ProgressBar.Words, toFile: Bool) {
        self.words = words
        isShown = !toFile && StandardStreams.outputIsTerminal
        bar = ProgressBar(total: total, isWanted: !isShown)
    }

    func open(_ output: OutputFile?) { self.output = output }

    func write(_ bytes: ArraySlice<UInt8>) throws {
        if let output {
            try output.write(bytes)
        } else if isShown {
            StandardStreams.write(TerminalText.bytes(bytes))
        } else {
            StandardStreams.write(bytes)
        }
    }

    func show(_ now: ValidationProgress) { bar.show(done: now.done, count: now.rows, words) }

    /// Takes the bar off the terminal and tells how many seconds it took.
    func finish() -> Double {
        bar.clear()
        return bar.seconds
    }
}
