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
import SystemSupport

#if canImport(Glibc)
    import Glibc
#endif

/// One run of the service, from its options to its end.
struct ServiceRun {
    private let options: ServeOptions
    private let folder: StoreFolder
    /// At once.
    private let connections: Int

    /// - Throws: an `ExitCode`, after a sentence on standard error, where the service can't start.
    init(_ options: ServeOptions) throws {
        self.options = options
        guard let location = StoreLocation.find(option: options.store) else {
            throw Self.fail("give the store's folder with --store or LANDGRADE_STORE: there is no HOME to look in")
        }
        folder = StoreFolder(location.path)
        let files = OpenFiles(connections: options.maxConnections, lists: options.maxLists)
        guard let most = files.connections else {
            throw Self.fail(
                "this process may have \(files.limit) files open, and needs \(files.needed): see ulimit -n"
                    + " / 本进程可打开的文件数为 \(files.limit)，至少需要 \(files.needed)，请用 ulimit -n 调高")
        }
        connections = min(most, options.maxConnections)
    }

    func run() async throws {
        let level = options.level
        let log = Logger(label: "landgrade-serve") { _ in JSONLinesLog(logLevel: level) }
        if connections < options.maxConnections {
            log.warning(
                "fewer connections than asked for: too few open files", metadata: ["connections": "\(connections)"])
        }
        warnWhenOpen(log)
        let store = ServedStore(folder)
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
        } catch { throw Self.fail("\(options.host):\(options.port): \(error)") }
        log.info("stopped")
    }

    /// The parts we stand on have their own to say; it is not for the operator.
    private static let quiet = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }

    private func server(_ store: ServedStore, _ log: Logger) -> any ServiceLifecycle.Service {
        let limits = ServiceLimits(
            list: options.maxList << 20, lists: options.maxLists, waiting: options.maxWaiting << 20,
            layerTime: .seconds(options.layerSeconds), allowOrigin: options.allowOrigin)
        let responder = Routes.responder(store, limits, options, log)
        let channel = GuardedChannel(
            responder: { request, writer, channel in try await responder.respond(request, writer, channel) },
            deadlines: options.deadlines, executors: LoopExecutor.all(MultiThreadedEventLoopGroup.singleton))
        return channel.server(
            configuration: ServerConfiguration(
                address: .hostname(options.host, port: options.port), backlog: 1024,
                availableConnectionsDelegate: .maximum(connections, logger: Self.quiet)),
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

    private static func fail(_ sentence: String) -> ExitCode {
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
