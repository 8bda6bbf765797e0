import NIOCore

/// Runs the tasks of a connection on the thread that serves its socket. On Swift's own pool each request would change
/// threads twice, which costs about as much as answering it. So nothing here may block: what does goes to a pool of its
/// own (`Service.apart`).
final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    private init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    /// One for each loop of a group.
    static func all(_ group: any EventLoopGroup) -> [ObjectIdentifier: LoopExecutor] {
        var executors: [ObjectIdentifier: LoopExecutor] = [:]
        for loop in group.makeIterator() { executors[ObjectIdentifier(loop)] = LoopExecutor(loop) }
        return executors
    }
}
