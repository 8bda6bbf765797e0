import ArgumentParser
import Logging

struct ServeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Store folder; else LANDGRADE_STORE, else ~/.local/share/landgrade.", valueName: "folder"))
    var store: String?

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
            "info (starts, stops, generations, faults) or debug (every request too).", valueName: "level"))
    var logLevel = "info"

    var level: Logger.Level { logLevel == "debug" ? .debug : .info }

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port takes 0 to 65535") }
        guard ["info", "debug"].contains(logLevel) else { throw ValidationError("--log-level takes info or debug") }
        for (name, value, range) in [
            ("--max-list", maxList, 1...4096), ("--max-connections", maxConnections, 1...100_000),
            ("--max-requests", maxRequests, 1...100_000), ("--max-lists", maxLists, 1...64),
        ] where !range.contains(value) {
            throw ValidationError("\(name) takes \(range.lowerBound) to \(range.upperBound)")
        }
    }
}
