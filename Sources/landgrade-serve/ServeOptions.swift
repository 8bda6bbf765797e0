import ArgumentParser
import CommandSupport
import Logging
import NIOCore

struct ServeOptions: ParsableArguments {
    @OptionGroup var storeOption: StoreOption

    @Option(help: ArgumentHelp("Address to listen on; another than loopback opens it to the network.", valueName: "ip"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("Port; 0: a free one, which is printed.", valueName: "number"))
    var port = 8624

    @Option(
        help: ArgumentHelp(
            "A host name clients may use besides localhost and IP addresses; may be repeated.", valueName: "name"))
    var allowedHost: [String] = []

    @Option(
        help: ArgumentHelp(
            "An origin whose pages may call /reconcile: http://127.0.0.1:3333 is OpenRefine. Else none.",
            valueName: "origin"))
    var allowOrigin: String?

    @Option(help: ArgumentHelp("Largest parcel list, in MiB.", valueName: "MiB"))
    var maxList = 256

    @Option(help: ArgumentHelp("Connections open at once.", valueName: "number"))
    var maxConnections = 2_000

    @Option(help: ArgumentHelp("Requests answered at once; more are told to come again.", valueName: "number"))
    var maxRequests = 512

    @Option(help: ArgumentHelp("Parcel lists judged at once.", valueName: "number"))
    var maxLists = 2

    @Option(
        help: ArgumentHelp(
            "Parcel lists that wait to be judged or to be taken back, all together; beyond it, 503.", valueName: "MiB"))
    var maxWaiting = 512

    @Option(help: ArgumentHelp("For reading an uploaded database.", valueName: "seconds"))
    var layerSeconds = 30

    @Option(help: ArgumentHelp("For the header of a new connection's first request.", valueName: "seconds"))
    var headerSeconds = 5

    @Option(help: ArgumentHelp("For the next request on a connection.", valueName: "seconds"))
    var idleSeconds = 60

    @Option(help: ArgumentHelp("For a body, and one more for each 64 KiB of it that have come.", valueName: "seconds"))
    var bodySeconds = 30

    @Option(help: ArgumentHelp("For a client that does not take its answer.", valueName: "seconds"))
    var writeSeconds = 30

    @Option(
        help: ArgumentHelp(
            "info (starts, stops, generations, faults) or debug (every request too).", valueName: "level"))
    var logLevel = "info"

    var deadlines: Deadlines {
        Deadlines(
            firstHead: .seconds(Int64(headerSeconds)), nextHead: .seconds(Int64(idleSeconds)),
            body: .seconds(Int64(bodySeconds)), write: .seconds(Int64(writeSeconds)))
    }

    var level: Logger.Level { logLevel == "debug" ? .debug : .info }

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port takes 0 to 65535") }
        guard ["info", "debug"].contains(logLevel) else { throw ValidationError("--log-level takes info or debug") }
        for (name, value, range) in [
            ("--max-list", maxList, 1...4096), ("--max-connections", maxConnections, 1...100_000),
            ("--header-seconds", headerSeconds, 1...3600), ("--idle-seconds", idleSeconds, 1...3600),
            ("--body-seconds", bodySeconds, 1...3600),
            ("--write-seconds", writeSeconds, 1...3600), ("--max-requests", maxRequests, 1...100_000),
            ("--max-lists", maxLists, 1...64), ("--max-waiting", maxWaiting, 1...1_048_576),
            ("--layer-seconds", layerSeconds, 1...3600),
        ] where !range.contains(value) {
            throw ValidationError("\(name) takes \(range.lowerBound) to \(range.upperBound)")
        }
    }
}
