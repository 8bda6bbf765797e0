import GradeStore
import Logging
import LookupService
import ServiceLifecycle

/// Looks at the store's link several times a second: reading a link costs nothing beside it, and no request waits for a
/// generation to be opened.
struct StoreWatch: ServiceLifecycle.Service {
    let store: ServedStore
    let log: Logger
    var interval = Duration.milliseconds(200)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                look()
                try? await Task.sleep(for: interval)
            }
        }
    }

    func look() {
        switch store.refresh() {
        case .none: break
        case .opened(let name): log.info("generation opened", metadata: ["generation": "\(name.number)"])
        case .failed(let error): log.warning("store can't be opened", metadata: ["reason": "\(error)"])
        }
    }
}
