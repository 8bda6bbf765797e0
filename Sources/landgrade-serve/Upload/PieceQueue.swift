import Dispatch
import NIOCore
import Synchronization

/// From a thread that writes to a task that sends: the thread waits where a few pieces are on their way, so that memory
/// stays flat however slowly a client reads.
final class PieceQueue: Sendable {
    /// The reader is gone.
    struct Closed: Error {}

    let pieces: AsyncThrowingStream<ByteBuffer, any Error>
    private let input: AsyncThrowingStream<ByteBuffer, any Error>.Continuation
    private let room = DispatchSemaphore(value: 4)
    private let isClosed = Atomic(false)

    init() { (pieces, input) = AsyncThrowingStream.makeStream() }

    /// Called by the thread.
    func write(_ bytes: ArraySlice<UInt8>) throws {
        guard !bytes.isEmpty else { return }
        room.wait()
        guard !isClosed.load(ordering: .acquiring) else {
            room.signal()
            throw Closed()
        }
        input.yield(ByteBuffer(bytes: bytes))
    }

    /// Called by the thread at its end; with an error the pieces end in one.
    func finish(_ error: (any Error)? = nil) { input.finish(throwing: error) }

    /// Called by the task: a piece is sent, there is room for another.
    func taken() { room.signal() }

    /// Called by the task where it will take no more.
    func close() {
        isClosed.store(true, ordering: .releasing)
        room.signal()
    }
}
