import NIOCore
import Synchronization

/// Whether the one who sent a request is still there. Work for somebody who has gone is stopped.
final class Client: Sendable {
    /// The client has gone.
    struct Gone: Error {}

    private let gone = Atomic(false)

    init(_ channel: any Channel) {
        channel.closeFuture.whenComplete { [self] _ in gone.store(true, ordering: .releasing) }
    }

    var isGone: Bool { gone.load(ordering: .acquiring) }

    func check() throws {
        if isGone { throw Gone() }
    }
}
