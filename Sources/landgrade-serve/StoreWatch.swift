import GradeStore
import Logging
import LookupService
import NIOPosix
import ServiceLifecycle
import SystemSupport

/// Looks at the store's link several times a second, on a thread where it may take its time: a generation is read whole
/// before it answers, and no request waits for that.
struct StoreWatch: ServiceLifecycle.Service {
    let store: ServedStore
    let log: Logger
    var interval = Duration.milliseconds(200)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await NIOThreadPool.singleton.runIfActive { look() }
                try? await Task.sleep(for: interval)
            }
        }
    }

    func look() {
        switch store.refresh() {
        case .none: break
        case .opened(let name):
            log.info("generation opened", metadata: ["generation": "\(name.number)"])
            for fault in store.snapshot?.mapFaults ?? [] {
                log.warning("layer without a map", metadata: ["reason": "\(fault.sentence(in: .en))"])
            }
        case .failed(let error): log.warning("store can't be opened", metadata: ["reason": "\(error)"])
        }
    }
}
