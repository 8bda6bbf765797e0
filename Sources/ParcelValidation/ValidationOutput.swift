import TabularText

/// Writes blocks in the order of their rows, whichever thread has one ready.
final class ValidationOutput: @unchecked Sendable {
    private let lock = Lock()
    // All of these are guarded by `lock`.
    private let encoder: OutputEncoder
    private let needsMark: Bool
    private let write: @Sendable (ArraySlice<UInt8>) throws -> Void
    private let progress: @Sendable (ValidationProgress) -> Void
    private var next = 0
    private var rows = 0
    private var failure: (any Error)?

    init(
        _ encoder: OutputEncoder, needsMark: Bool, _ write: @escaping @Sendable (ArraySlice<UInt8>) throws -> Void,
        _ progress: @escaping @Sendable (ValidationProgress) -> Void
    ) {
        self.encoder = encoder
        self.needsMark = needsMark
        self.write = write
        self.progress = progress
    }

    /// What stands before the rows: byte-order mark, `sep=` line, header with our columns' names.
    func writeHeader(_ format: ListFormat, _ header: ListHeader, _ shape: RowShape) throws {
        let bytes = shape.writer.head(header)
        guard !bytes.isEmpty else { return }
        let mark = encoder.to.byteOrderMark
        let hasMark = encoder.keepsBytes && format.prologue.starts(with: mark)
        if !hasMark, needsMark || (encoder.to.isUTF16 && !encoder.keepsBytes) { try write(mark[...]) }
        if encoder.keepsBytes { try write(format.prologue[...]) }
        try write(encoded(bytes, count: bytes.count)[...])
    }

    private func encoded(_ bytes: [UInt8], count: Int) -> [UInt8] {
        var output: [UInt8] = []
        encoder.encode(bytes, count: count, into: &output)
        return output
    }

    /// Waits for the turn of block `number` and writes it. False: somebody has failed, and nothing is written any more.
    func write(_ bytes: [UInt8], count: Int, number: Int, progress now: ValidationProgress) -> Bool {
        let encoded = encoder.isIdentity ? nil : encoded(bytes, count: count)
        return lock.withLock {
            lock.wait { next == number || failure != nil }
            guard failure == nil else { return false }
            do {
                if count > 0 { try write(encoded.map { $0[...] } ?? bytes[..<count]) }
                rows += now.rows
                progress(ValidationProgress(rows: rows, done: now.done))
            } catch {
                failure = error
            }
            next += 1
            lock.announce()
            return failure == nil
        }
    }

    /// The first failure stays.
    func fail(_ error: any Error) {
        lock.withLock {
            if failure == nil { failure = error }
            lock.announce()
        }
    }

    var failed: (any Error)? { lock.withLock { failure } }
}
