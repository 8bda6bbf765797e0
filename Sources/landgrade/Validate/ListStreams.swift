import CommandSupport
import ParcelValidation

/// What a validation reads from, writes to and shows its progress on. Unchecked: `ListValidation` calls `read` under
/// the lock of its input, and `write` and `show` under the lock of its output, each from one thread at a time.
final class ListStreams: @unchecked Sendable {
    let input: InputFile
    private(set) var output: OutputFile?
    private var bar: ProgressBar
    private let words: ProgressBar.Words
    /// The rows go to a terminal: a bar between them would be in their way.
    private let isShown: Bool

    init(_ input: InputFile, words: ProgressBar.Words, toFile: Bool) {
        self.input = input
        self.words = words
        isShown = !toFile && StandardStreams.outputIsTerminal
        bar = ProgressBar(total: input.size, isWanted: !isShown)
    }

    func open(_ output: OutputFile?) { self.output = output }

    func read(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int { try input.read(into: buffer) }

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
