import SystemSupport
import ArgumentParser
import CommandSupport
import GradeStore
import Hummingbird
import HummingbirdCore
import Logging
import LookupService
import NIOCore
import NIOPosix
import ServiceLifecycle
import UnixSignals

#if canImport(Glibc)
    import Glibc
#endif

/// One run of the service, from its options to its end.
struct ServiceRun {
    private let options: ServeOptions
    private let folder: StoreFolder
    private let sheets: [MapSheet]
    /// At once.
    private let connections: Int

    /// - Throws: a `CommandEnd` where the service can't start.
    init(_ options: ServeOptions) throws {
        self.options = options
        guard let location = StoreLocation.find(option: options.storeOption.store) else {
            throw CommandEnd.failure(
                options.languageOption.language.pick(
                    zh: "没有 HOME，无从查找数据库：请用 --store 或 LANDGRADE_STORE 指定文件夹",
                    en: "give the store's folder with --store or LANDGRADE_STORE: there is no HOME to look in"))
        }
        folder = StoreFolder(location.path)
        let files = OpenFiles(connections: options.maxConnections, lists: options.maxLists)
        guard let most = files.connections else {
            throw CommandEnd.failure(
                """
                this process may have \(files.limit) files open, and needs \(files.needed): see ulimit -n \
                / 本进程可打开的文件数为 \(files.limit)，至少需要 \(files.needed)，请用 ulimit -n 调高
                """)
        }
        connections = min(most, options.maxConnections)
        sheets = try options.mapOptions.sheets(in: options.languageOption.language)
    }

    func run() async throws {
        let level = options.level
        let log = Logger(label: "landgrade-serve") { _ in JSONLinesLog(logLevel: level) }
        if connections < options.maxConnections {
            log.warning(
                "fewer connections than asked for: too few open files", metadata: ["connections": "\(connections)"])
        }
        warnWhenOpen(log)
        let store = ServedStore(folder, maps: sheets)
        let watch = StoreWatch(store: store, log: log)
        watch.look()
        let group = ServiceGroup(
            configuration: .init(
                // Ended in reverse order, each after the one before it has ended.
                services: [
                    .init(service: watch),
                    .init(service: application(store, log), successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(service: Ending(log: log), successTerminationBehavior: .ignore),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: Self.quiet))
        do {
            try await group.run()
        } catch { throw CommandEnd.failure("\(options.host):\(options.port): \(String(describing: error))") }
        log.info("stopped")
    }

    /// The parts we stand on have their own to say; it is not for the operator.
    private static let quiet = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }

    private func application(_ store: ServedStore, _ log: Logger) -> some ServiceLifecycle.Service {
        let limits = ServiceLimits(
            list: options.maxList << 20, lists: options.maxLists, waiting: options.maxWaiting << 20,
            layerTime: .seconds(options.layerSeconds), allowOrigin: options.allowOrigin)
        let (host, port, deadlines) = (options.host, options.port, options.deadlines)
        let language = options.languageOption.language
        let responder = Routes.responder(store, limits, options, log)
        return Application(
            responder: responder,
            server: HTTPServerBuilder { GuardedChannel($0, known: responder, deadlines) },
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), backlog: 1024,
                availableConnectionsDelegate: .maximum(connections, logger: Self.quiet)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? port
                log.info("listening", metadata: ["host": "\(host)", "port": "\(port)"])
                // Beside the log, and only for a person: what reads the log takes every line for JSON.
                if StandardStreams.errorIsTerminal {
                    StandardStreams.complain(PageAddress(host: host, port: port).sentence(in: language))
                }
            },
            logger: Self.quiet)
    }

    private func warnWhenOpen(_ log: Logger) {
        guard !["127.0.0.1", "::1", "localhost"].contains(options.host) else { return }
        log.warning(
            "open to the network: without encryption and without passwords; put a proxy with TLS in front",
            metadata: ["host": "\(options.host)"])
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
