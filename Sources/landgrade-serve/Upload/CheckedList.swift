import LookupService
import NIOCore
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// A checked list on its way from the thread that judges to the task that sends. What the client has not taken yet waits
/// in memory, and where that is too much in a file without a name, so that a client that reads slowly holds no thread and
/// a list of any size needs little memory.
final class CheckedList: Sendable {
    private struct State {
        var pieces: [ByteBuffer] = []
        var file: NamelessFile?
        /// Of the file: what has been written, sent, and given back to the disk.
        var written = 0
        var sent = 0
        var released = 0
        /// Tenths of a second for which the thread has waited for room.
        var waited = 0
        var end: Result<Void, any Error>?
        var isClosed = false
        var waiting: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())
    private let memory: Share
    private let disk: Share
    /// As much as one write to a client.
    private static let piece = 64 << 10
    /// The file is shortened from its beginning in steps of so much.
    private static let step = 1 << 20
    /// How long a thread waits for room in all, in tenths of a second: then the client that takes so little is cut off.
    private static let patience = 300

    init(memory: Budget, disk: Budget) {
        self.memory = Share(of: memory)
        self.disk = Share(of: disk)
    }

    // MARK: The thread that judges

    /// Waits where neither memory nor disk has room.
    ///
    /// - Throws: `Client.Gone` where nobody takes it any more, `Problem.noRoom` where there is no room for too long.
    func write(_ bytes: ArraySlice<UInt8>) throws {
        guard !bytes.isEmpty else { return }
        while try !state.withLock({ try put(bytes, into: &$0) }) { usleep(100_000) }
    }

    /// With an error the list breaks off.
    func finish(_ error: (any Error)? = nil) {
        state.withLock { state in
            state.end = error.map { .failure($0) } ?? .success(())
            Self.wake(&state)
        }
    }

    private func put(_ bytes: ArraySlice<UInt8>, into state: inout State) throws -> Bool {
        guard !state.isClosed else { throw Client.Gone() }
        // In order: once something is in the file, what follows goes there too.
        if state.sent == state.written, memory.take(bytes.count) {
            state.pieces.append(ByteBuffer(bytes: bytes))
        } else {
            guard disk.take(bytes.count) else {
                guard state.waited < Self.patience else { throw Problem.noRoom }
                state.waited += 1
                return false
            }
            let file = try state.file ?? NamelessFile()
            state.file = file
            try bytes.withUnsafeBytes { try file.write($0, at: state.written) }
            state.written += bytes.count
        }
        Self.wake(&state)
        return true
    }

    private static func wake(_ state: inout State) {
        state.waiting?.resume()
        state.waiting = nil
    }

    // MARK: The task that sends

    /// The next bytes; nil at the end.
    func next() async throws -> ByteBuffer? {
        while true {
            let found = try state.withLock { state throws -> (ByteBuffer?, isOver: Bool) in
                guard !state.isClosed else { throw Client.Gone() }
                if let piece = try take(from: &state) { return (piece, false) }
                if let end = state.end {
                    try end.get()
                    return (nil, true)
                }
                return (nil, false)
            }
            if let piece = found.0 { return piece }
            if found.isOver { return nil }
            await withCheckedContinuation { waiting in
                let isReady = state.withLock { state in
                    if state.isClosed || state.end != nil || !state.pieces.isEmpty || state.sent < state.written {
                        return true
                    }
                    state.waiting = waiting
                    return false
                }
                if isReady { waiting.resume() }
            }
        }
    }

    /// Nothing will be taken any more: the thread stops at its next write.
    func close() {
        state.withLock { state in
            state.isClosed = true
            (state.pieces, state.file) = ([], nil)
            Self.wake(&state)
        }
    }

    private func take(from state: inout State) throws -> ByteBuffer? {
        if !state.pieces.isEmpty {
            let piece = state.pieces[0].readSlice(length: min(Self.piece, state.pieces[0].readableBytes))
            if state.pieces[0].readableBytes == 0 { state.pieces.removeFirst() }
            memory.give(piece?.readableBytes ?? 0)
            return piece
        }
        guard let file = state.file, state.sent < state.written else { return nil }
        let room = min(Self.piece, state.written - state.sent)
        var buffer = ByteBuffer()
        buffer.reserveCapacity(room)
        let count = try buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: room) {
            try file.read(at: state.sent, into: UnsafeMutableRawBufferPointer(rebasing: $0[..<room]))
        }
        guard count > 0 else { throw Problem.fault }
        state.sent += count
        if state.sent == state.written {
            disk.give(state.written - state.released)
            (state.written, state.sent, state.released, state.file) = (0, 0, 0, nil)
        } else if state.sent - state.released >= Self.step, file.release(before: state.sent) {
            disk.give(state.sent - state.released)
            state.released = state.sent
        }
        return buffer
    }
}
