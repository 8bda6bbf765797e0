import UnixSignals
import NIOCore
import ArgumentParser
import CommandSupport
import GradeStore
import HummingbirdCore
import Logging
import LookupService
import NIOPosix
import ServiceLifecycle

#if canImport(Glibc)
    import Glibc
#endif

/// One run of the service, from its options to its end.
struct ServiceRun {
    private let options: ServeOptions

    init(_ options: ServeOptions) { self.options = options }

    func run() async throws {
        let level = options.level
        let log = Logger(label: "landgrade-serve") { _ in JSONLinesLog(logLevel: level) }
        guard let location = StoreLocation.find(option: options.store) else {
            throw fail("give the store's folder with --store or LANDGRADE_STORE: there is no HOME to look in")
        }
        raiseFileLimit()
        warnWhenOpen(log)
        let store = ServedStore(StoreFolder(location.path))
        let watch = StoreWatch(store: store, log: log)
        watch.look()
        let group = ServiceGroup(
            configuration: .init(
                // Ended in reverse order, each after the one before it has ended.
                services: [
                    .init(service: watch),
                    .init(service: server(store, log), successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(service: Ending(log: log), successTerminationBehavior: .ignore),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: Self.quiet))
        do {
            try await group.run()
        } catch { throw fail("\(options.host):\(options.port): \(error)") }
        log.info("stopped")
    }

    /// The parts we stand on have their own to say; it is not for the operator.
    private static let quiet = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }

    private func server(_ store: ServedStore, _ log: Logger) -> any ServiceLifecycle.Service {
        let limits = ServiceLimits(
            list: options.maxList << 20, lists: options.maxLists, allowOrigin: options.allowOrigin)
        let responder = Routes.responder(store, limits, options, log)
        let channel = GuardedChannel(
            responder: { request, writer, _ in try await responder.respond(request, writer) },
            deadlines: options.deadlines, executors: LoopExecutor.all(MultiThreadedEventLoopGroup.singleton))
        return channel.server(
            configuration: ServerConfiguration(
                address: .hostname(options.host, port: options.port), backlog: 1024,
                availableConnectionsDelegate: .maximum(options.maxConnections, logger: Self.quiet)),
            onServerRunning: { channel in
                log.info(
                    "listening",
                    metadata: [
                        "host": "\(options.host)", "port": "\(channel.localAddress?.port ?? options.port)",
                    ])
            },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: Self.quiet)
    }

    private func warnWhenOpen(_ log: Logger) {
        guard !["127.0.0.1", "::1", "localhost"].contains(options.host) else { return }
        log.warning(
            "open to the network: without encryption and without passwords; put a proxy with TLS in front",
            metadata: ["host": "\(options.host)"])
    }

    /// A connection is a file; many systems begin with 1,024.
    private func raiseFileLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, rlim_t(options.maxConnections + 200)))
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    private func fail(_ sentence: String) -> ExitCode {
        StandardStreams.complain("landgrade-serve: \(sentence)")
        return ExitCode(ExitStatus.failure.rawValue)
    }
}

/// Ends the process ten seconds after a signal, whatever a client still holds open.
private struct Ending: ServiceLifecycle.Service {
    let log: Logger

    func run() async throws {
        try? await gracefulShutdown()
        log.info("stopping")
        Task.detached {
            try await Task.sleep(for: .seconds(9))
            log.warning("stopped with requests open")
            exit(ExitStatus.success.rawValue)
        }
    }
}
