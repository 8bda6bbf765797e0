import TabularText

/// Writes blocks in the order of their rows, whichever thread has one ready. A thread leaves its block here and continues;
/// the one whose block is next writes all that have come.
final class ValidationOutput: @unchecked Sendable {
    private let lock = Lock()
    private let encoder: OutputEncoder
    private let needsMark: Bool
    private let write: @Sendable (ArraySlice<UInt8>) throws -> Void
    private let progress: @Sendable (ValidationProgress) -> Void
    /// So many blocks wait at most; who has a later one then waits too.
    private let mostWaiting: Int
    // All of these are guarded by `lock`.
    private var next = 0
    private var waiting: [Int: Block] = [:]
    private var isWriting = false
    private var spare: [[UInt8]] = []
    private var failure: (any Error)?
    private var rows = 0

    private struct Block {
        var bytes: [UInt8]
        let count: Int
        /// The next block has the next number.
        let isWhole: Bool
        let progress: ValidationProgress
    }

    init(
        _ encoder: OutputEncoder, needsMark: Bool, mostWaiting: Int = max(1, Threads.available / 2),
        _ write: @escaping @Sendable (ArraySlice<UInt8>) throws -> Void,
        _ progress: @escaping @Sendable (ValidationProgress) -> Void
    ) {
        self.encoder = encoder
        self.needsMark = needsMark
        self.mostWaiting = mostWaiting
        self.write = write
        self.progress = progress
    }

    /// What stands before the rows: byte-order mark, `sep=` line, header with our columns' names.
    func writeHeader(_ format: ListFormat, _ header: ListHeader, _ shape: RowShape) throws {
        let bytes = shape.writer.head(header)
        guard !bytes.isEmpty else { return }
        guard shape.writer.isText else { return try write(encoded(bytes, count: bytes.count)[...]) }
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

    /// Takes the bytes of block `number`, gives room for the next ones, and writes what is due. False: somebody has
    /// failed, and nothing is written any more.
    ///
    /// - Parameters:
    ///   - numbered: the rows whose lines the bytes are; nil: the bytes are the rows themselves.
    ///   - isWhole: nothing follows under the same number, which only its one thread would give.
    func write(
        _ bytes: inout [UInt8], count: Int, _ numbered: NumberedRows? = nil, number: Int, isWhole: Bool = true,
        progress: ValidationProgress
    ) -> Bool {
        let isFirst: Bool
        if let numbered {
            var frame = lock.withLock { spare.popLast() ?? [] }
            let lines = encoder.isIdentity ? bytes[..<count] : encoded(bytes, count: count)[...]
            numbered.frame(lines, into: &frame)
            isFirst = leave(Block(bytes: frame, count: frame.count, isWhole: isWhole, progress: progress), number)
        } else if encoder.isIdentity {
            var given: [UInt8] = []
            swap(&given, &bytes)
            isFirst = leave(Block(bytes: given, count: count, isWhole: isWhole, progress: progress), number)
            bytes = lock.withLock { spare.popLast() ?? [] }
        } else {
            let text = encoded(bytes, count: count)
            isFirst = leave(Block(bytes: text, count: text.count, isWhole: isWhole, progress: progress), number)
        }
        // Other threads continue while one writes.
        while isFirst, let due = due() { finish(due, written(due)) }
        return lock.withLock { failure == nil }
    }

    /// Whether the caller is the one to write.
    private func leave(_ block: Block, _ number: Int) -> Bool {
        lock.withLock {
            lock.wait {
                waiting[number] == nil && (number == next || waiting.count < mostWaiting) || failure != nil
            }
            waiting[number] = block
            defer { isWriting = true }
            return !isWriting
        }
    }

    /// The next block to write; nil where it has not arrived, and then no thread is writing.
    private func due() -> Block? {
        lock.withLock {
            guard failure == nil, let block = waiting.removeValue(forKey: next) else {
                isWriting = false
                return nil
            }
            lock.announce()
            return block
        }
    }

    private func written(_ block: Block) -> (any Error)? {
        do {
            if block.count > 0 { try write(block.bytes[..<block.count]) }
            return nil
        } catch { return error }
    }

    private func finish(_ block: Block, _ error: (any Error)?) {
        lock.withLock {
            if let error {
                failure = failure ?? error
            } else {
                rows += block.progress.rows
                progress(ValidationProgress(rows: rows, done: block.progress.done))
            }
            if block.isWhole { next += 1 }
            // What one very long row took is not kept.
            if encoder.isIdentity, block.bytes.count <= 2 * RowOutput.pieceSize {
                spare.append(block.bytes)
            }
            lock.announce()
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
