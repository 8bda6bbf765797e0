import ArgumentParser
import CommandSupport
import Logging
import NIOCore
import SystemSupport

struct ServeOptions: ParsableArguments {
    @OptionGroup var storeOption: StoreOption
    @OptionGroup var languageOption: LanguageOption

    @Option(
        help: ArgumentHelp(
            zh: "监听地址；不是回环地址的，网络上的其他机器可以访问。",
            en: "Address to listen on; another than loopback opens it to the network.", value: .init(zh: "地址", en: "ip")
        ))
    var host = "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            zh: "端口；0 为任一空闲端口，启动后显示。", en: "Port; 0: a free one, which is printed.",
            value: .init(zh: "端口", en: "number")))
    var port = 8624

    @Option(
        help: ArgumentHelp(
            zh: "除 localhost 和 IP 地址外，访问时可用的主机名；可写多次。",
            en: "A host name clients may use besides localhost and IP addresses; may be repeated.", value: .name))
    var allowedHost: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "其网页可以调用 /reconcile 的来源，如 OpenRefine 为 http://127.0.0.1:3333；不写则都不可以。",
            en: "An origin whose pages may call /reconcile: http://127.0.0.1:3333 is OpenRefine. Else none.",
            value: .init(zh: "来源", en: "origin")))
    var allowOrigin: String?

    @OptionGroup var mapOptions: MapOptions

    @Option(help: ArgumentHelp(zh: "宗地清单的大小上限，以 MiB 计。", en: "Largest parcel list, in MiB.", value: .megabytes))
    var maxList = 256

    @Option(help: ArgumentHelp(zh: "同时打开的连接数上限。", en: "Connections open at once.", value: .number))
    var maxConnections = 2_000

    @Option(
        help: ArgumentHelp(
            zh: "同时应答的请求数上限；超出的请求应稍后再来。", en: "Requests answered at once; more get a 503.", value: .number)
    )
    var maxRequests = 512

    @Option(help: ArgumentHelp(zh: "同时核对的宗地清单数上限。", en: "Parcel lists judged at once.", value: .number))
    var maxLists = 2

    @Option(
        help: ArgumentHelp(
            zh: "等待核对或等待取回的宗地清单合计大小上限；超出时答 503。",
            en: "Parcel lists that wait to be judged or to be taken back, all together; beyond it, 503.",
            value: .megabytes))
    var maxWaiting = 512

    @Option(help: ArgumentHelp(zh: "读取所上传数据库文件的时限。", en: "For reading an uploaded database.", value: .seconds))
    var layerSeconds = 30

    @Option(
        help: ArgumentHelp(
            zh: "新连接发来首个请求头的时限。", en: "For the header of a new connection's first request.", value: .seconds))
    var headerSeconds = 5

    @Option(help: ArgumentHelp(zh: "连接上等待下一个请求的时限。", en: "For the next request on a connection.", value: .seconds))
    var idleSeconds = 60

    @Option(
        help: ArgumentHelp(
            zh: "接收请求正文的时限，每收到 64 KiB 加一秒。", en: "For a body, and one more for each 64 KiB of it that have come.",
            value: .seconds))
    var bodySeconds = 30

    @Option(help: ArgumentHelp(zh: "等待对方接收应答的时限。", en: "For a client that does not take its answer.", value: .seconds))
    var writeSeconds = 30

    @Option(
        help: ArgumentHelp(
            zh: "info（启动、停止、数据批次、故障）或 debug（另记每个请求）。",
            en: "info (starts, stops, generations, faults) or debug (every request too).",
            value: .init(zh: "级别", en: "level")))
    var logLevel = "info"

    var deadlines: Deadlines {
        Deadlines(
            firstHead: .seconds(Int64(headerSeconds)), nextHead: .seconds(Int64(idleSeconds)),
            body: .seconds(Int64(bodySeconds)), write: .seconds(Int64(writeSeconds)))
    }

    var level: Logger.Level { logLevel == "debug" ? .debug : .info }

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError(zh: "--port 只能是 0 至 65535", en: "--port takes 0 to 65535")
        }
        guard ["info", "debug"].contains(logLevel) else {
            throw ValidationError(zh: "--log-level 只能是 info 或 debug", en: "--log-level takes info or debug")
        }
        let ranges: [(Sentence, Int, ClosedRange<Int>)] = [
            ("--max-list", maxList, 1...4096), ("--max-connections", maxConnections, 1...100_000),
            ("--header-seconds", headerSeconds, 1...3600), ("--idle-seconds", idleSeconds, 1...3600),
            ("--body-seconds", bodySeconds, 1...3600),
            ("--write-seconds", writeSeconds, 1...3600), ("--max-requests", maxRequests, 1...100_000),
            ("--max-lists", maxLists, 1...64), ("--max-waiting", maxWaiting, 1...1_048_576),
            ("--layer-seconds", layerSeconds, 1...3600),
        ]
        for (name, value, range) in ranges where !range.contains(value) {
            throw ValidationError(
                zh: "\(name) 只能是 \(range.lowerBound) 至 \(range.upperBound)",
                en: "\(name) takes \(range.lowerBound) to \(range.upperBound)")
        }
    }
}
