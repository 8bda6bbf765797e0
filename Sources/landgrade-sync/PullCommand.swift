import ArgumentParser
import CommandSupport
import FeedClient
import GradeLookup
import GradeModel
import GradeStore
import SignedFeed
import SystemSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

struct PullCommand: SyncCommand {
    static let configuration = CommandConfiguration(
        commandName: "pull",
        abstract: .help(zh: "按发布源更新数据库。", en: "Bring the store up to date with its sources."),
        discussion: .help(
            zh: """
                签名未核对之前什么都不采信，各成果版本全部通过检查之后才更新。其间查询不受影响。

                示例
                  landgrade-sync pull --dry-run
                  landgrade-sync pull
                  landgrade-sync pull --source county.example/grades --format json

                退出状态
                  0 已是最新，或已更新；1（--dry-run）有更新；其余见 landgrade-sync --help
                """,
            en: """
                Nothing of what a source sends is believed before its signature, and nothing is
                applied before every edition has passed its checks. Look-ups go on all the while.

                EXAMPLES
                  landgrade-sync pull --dry-run
                  landgrade-sync pull
                  landgrade-sync pull --source county.example/grades --format json

                EXIT STATUS
                  0 up to date or applied; 1 (--dry-run) an update is available; the others
                  stand in landgrade-sync --help
                """))

    @Option(help: ArgumentHelp(zh: "只更新这个发布源；可写多次。", en: "Only this source; may be given several times.", value: .name))
    var source: [String] = []

    @Flag(
        help: ArgumentHelp(zh: "只逐村列出将有的变化，不作改动。", en: "Say what would change, village by village, and change nothing.")
    )
    var dryRun = false

    @Flag(
        help: ArgumentHelp(
            zh: "某乡镇减少三成以上的村时，仍予接收。", en: "Take an edition in which a township loses more than three villages in ten."))
    var acceptShrink = false

    @Flag(help: ArgumentHelp(zh: "服务器要求暂停的，仍去访问。", en: "Ask a server that wanted to be left alone."))
    var now = false

    @Flag(help: ArgumentHelp(zh: "数据库在网络文件系统上的，仍然写入。", en: "Write to a store on a network file system all the same."))
    var allowNetworkStore = false

    @Option(
        help: ArgumentHelp(
            zh: "先随机等待，至多这些秒；供多台机器定时运行时错开。", en: "Wait up to this many seconds first, for timers on many machines.",
            value: .seconds))
    var splay: Int?

    @Option(
        help: ArgumentHelp(
            zh: "这些秒之后不再访问服务器，下次继续。",
            en: "Stop asking servers after so many seconds; the next run continues.", value: .seconds))
    var deadline = SyncOptions.defaultDeadline

    @OptionGroup var common: SyncOptions

    func validate() throws {
        if let splay, !(0...86_400).contains(splay) {
            throw ValidationError(zh: "--splay 只能是 0 至 86400 秒", en: "--splay takes 0 to 86400 seconds")
        }
        if !(1...604_800).contains(deadline) {
            throw ValidationError(zh: "--deadline 只能是 1 至 604800 秒", en: "--deadline takes 1 to 604800 seconds")
        }
    }

    func perform() throws {
        try wait()
        let folder = try common.folderWithBuiltIn()
        // A source that is named twice is asked once.
        var sources: [String] = []
        for name in source where !sources.contains(name) { sources.append(name) }
        if sources.isEmpty { sources = try TrustFolder(of: folder).sources() }
        guard !sources.isEmpty else { throw CommandEnd.failure(SyncNotice.noSources.sentence(in: language)) }
        var options = Pull.Options()
        options.isDryRun = dryRun
        options.acceptsShrinkage = acceptShrink
        options.ignoresCoolDown = now
        options.allowsNetworkStore = allowNetworkStore
        // Before anything else looks at a clock: the run is judged by the time at which it began.
        let system = Timestamp.now
        let bar = PullProgress(language)
        let pull = Pull(
            folder, indexing: .placeMatching, access: common.access(deadline: deadline), system: system,
            options: options,
            progress: bar.show)
        let report: PullReport
        do {
            defer { bar.clear() }
            report = try pull.run(sources)
        }
        PullRendering(report, isDryRun: dryRun, options: common).write()
        let status = SyncStatus(report, isDryRun: dryRun)
        guard status == .upToDate else { throw status.end }
    }

    /// In short steps, so that an interrupt is heard.
    private func wait() throws {
        guard let splay, splay > 0 else { return }
        for _ in 0..<Int.random(in: 0...splay * 10) where !Interrupts.came { usleep(100_000) }
        guard !Interrupts.came else { throw SyncStatus.other.end }
    }
}

extension Timestamp {
    /// By the machine's clock.
    static var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(seconds: time.tv_sec)
    }
}
