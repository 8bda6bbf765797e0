#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// SIGINT and SIGTERM: the first asks a transfer to stop and leave what it has for the next run, the second ends the
/// process where it stands, which the store survives at any point.
enum Interrupts {
    // Written by the signal handler and read by one thread; a word that is only ever set.
    nonisolated(unsafe) private static var count: sig_atomic_t = 0

    static var came: Bool { count > 0 }

    static func listen() {
        for number in [SIGINT, SIGTERM] {
            signal(number) { _ in
                if Interrupts.count > 0 { _exit(SyncStatus.other.rawValue) }
                Interrupts.count = 1
            }
        }
    }
}
