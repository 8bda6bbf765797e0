import Glibc

/// A mutual exclusion that can wait for a condition.
final class Lock: @unchecked Sendable {
    // Both live at a fixed address until deinit, as the system wants; it guards them itself.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    func withLock<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body()
    }

    /// Inside `withLock`: lets others in until one of them has called `announce` and `isMet` holds.
    func wait(until isMet: () -> Bool) {
        while !isMet() { pthread_cond_wait(changed, mutex) }
    }

    func announce() { pthread_cond_broadcast(changed) }
}

/// Runs the same work on several threads and waits for all of them.
enum Threads {
    /// The processors of the machine.
    static var available: Int { max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1) }

    static func run(_ count: Int, _ work: @escaping @Sendable () -> Void) {
        var threads: [pthread_t] = []
        for _ in 1..<max(count, 1) {
            var thread = pthread_t()
            let box = Unmanaged.passRetained(Work(work))
            let failed = pthread_create(
                &thread, nil,
                { pointer in
                    // The caller passed a retained `Work` and nothing else.
                    Unmanaged<Work>.fromOpaque(pointer!).takeRetainedValue().body()
                    return nil
                }, box.toOpaque())
            if failed == 0 { threads.append(thread) } else { box.release() }  // fewer threads do the same
        }
        work()
        for thread in threads { pthread_join(thread, nil) }
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}
