import NIOCore

#if canImport(Glibc)
    import Glibc
#endif

/// How much of what was sent a client has taken. That nothing more can be written says little: the system holds
/// megabytes for a client that reads steadily and slowly.
struct Progress {
    /// Bytes that count as some: less in the whole time is as good as nothing.
    private static let least: UInt64 = 16 << 10

    /// Since when less than `least` was taken; nil where nothing waits to be taken.
    private(set) var since: NIODeadline?
    private var mark: UInt64 = 0

    /// Looks at the connection; called on its loop.
    mutating func look(_ channel: any Channel) {
        let buffered = (try? channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        let sent = Self.sent(channel)
        guard buffered > 0 || sent?.isWaiting == true else { return since = nil }
        // Without the system's word, what has left our own buffer is all that can be seen.
        let taken = sent?.taken ?? UInt64.max - UInt64(buffered)
        if since == nil || taken &- mark >= Self.least { (since, mark) = (channel.eventLoop.now, taken) }
    }

    /// Bytes the other side has acknowledged, and whether there are others on their way.
    private static func sent(_ channel: any Channel) -> (taken: UInt64, isWaiting: Bool)? {
        #if os(Linux)
            // struct tcp_info of <linux/tcp.h>, of which glibc has the first part only, as 32-bit words.
            let level = SocketOptionLevel(IPPROTO_TCP), name = SocketOptionName(TCP_INFO)
            var info: SIMD64<UInt32>?
            let answer: EventLoopFuture<SIMD64<UInt32>>? =
                (channel as? any SocketOptionProvider)?.unsafeGetSocketOption(level: level, name: name)
            // Answered at once on the channel's own loop.
            answer?.assumeIsolated().whenSuccess { info = $0 }
            guard let info else { return nil }
            let (unacknowledged, acknowledged, unsent) = (6, 30, 36)
            let taken = UInt64(info[acknowledged]) | UInt64(info[acknowledged + 1]) << 32
            return (taken, info[unacknowledged] > 0 || info[unsent] > 0)
        #else
            return nil
        #endif
    }
}
