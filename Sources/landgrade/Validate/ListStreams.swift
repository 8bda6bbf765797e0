import CommandSupport
import ParcelValidation

/// What a validation reads from, writes to and shows its progress on. Unchecked: `ListValidation` calls `read` under
/// the lock of its input, and `write` and `show` under the lock of its output, each from one thread at a time.
final class ListStreams: @unchecked Sendable {
    let input: InputFile
    private(set) var output: OutputFile?
    private var bar: ProgressBar
    private let unit: String

    init(_ input: InputFile, unit: String) {
        self.input = input
        self.unit = unit
        bar = ProgressBar(total: input.size)
    }

    func open(_ output: OutputFile?) { self.output = output }

    func read(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int { try input.read(into: buffer) }

    func write(_ bytes: ArraySlice<UInt8>) throws {
        if let output { try output.write(bytes) } else { StandardStreams.write(bytes) }
    }

    func show(_ now: ValidationProgress) { bar.show(done: Int64(now.bytes), count: now.rows, unit: unit) }

    /// Takes the bar off the terminal and tells how many seconds it took.
    func finish() -> Double {
        bar.clear()
        return bar.seconds
    }
}
