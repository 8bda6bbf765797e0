import ArgumentParser
import CommandSupport
import EditionPublishing
import GradeModel
import SignedFeed
import SystemPackage
import SystemSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

struct FeedBuildCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: .help(zh: "发布成果版本：以所写的为限。", en: "Publish editions: exactly those given."),
        discussion: .help(
            zh: """
                检查各成果包，签署其清单，最后写 current.signed。以前发布而这次没有写的成果版本，即为撤回。成果包、密钥、\
                序号和时间都相同的，输出的字节也相同。

                示例
                  landgrade-publish feed build 430624-2025-1 --out feed --key bureau \\
                    --expires 2027-03-01

                退出状态
                  0 已发布；2 没有任何改动；64 命令行有误
                """,
            en: """
                Checks every package, signs the list of them and writes current.signed last. An
                edition that was published and is not given is thereby withdrawn. The same
                packages, keys, serial and times give the same bytes.

                EXAMPLES
                  landgrade-publish feed build 430624-2025-1 --out feed --key bureau \\
                    --expires 2027-03-01

                EXIT STATUS
                  0 published; 2 nothing was changed; 64 usage
                """))

    @Argument(help: ArgumentHelp(zh: "成果包的文件夹。", en: "Folders of edition packages.", value: .edition))
    var editions: [String]

    @Option(
        help: ArgumentHelp(
            zh: "发布源的文件夹，由 feed init 建立。", en: "The folder of the feed, made by feed init.", value: .folder))
    var out: String

    @Option(
        help: ArgumentHelp(
            zh: "签名用的私钥；由 agent 保管的写其 .pub。", en: "A private key to sign with (or its .pub where an agent holds it).",
            value: .file))
    var key: [String]

    @Option(
        help: ArgumentHelp(
            zh: "各单位可以采用到何时，如 2027-03-01（UTC）。", en: "Until when offices may go by it: 2027-03-01 (UTC).", value: .time)
    )
    var expires: String

    @Option(help: ArgumentHelp(zh: "发布时间；不写则为现在。", en: "When it is published; else now.", value: .time))
    var published: String?

    @Option(
        help: ArgumentHelp(
            zh: "序号；不写则比上次大一。", en: "Its number; else one above the last.", value: .init(zh: "序号", en: "number")))
    var serial: Int?

    @OptionGroup var languageOption: LanguageOption

    func validate() throws {
        _ = try published.map { try FeedCommand.time($0, "--published") }
        _ = try FeedCommand.time(expires, "--expires")
    }

    func perform() throws {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let build = FeedBuild(
            keys: key.map { FilePath($0) },
            published: try published.map { try FeedCommand.time($0, "--published") } ?? Timestamp(seconds: now.tv_sec),
            expires: try FeedCommand.time(expires, "--expires"), serial: serial, minClient: .ours)
        let feed = FeedFolder(FilePath(out))
        let result = try build.publish(
            editions.map { FilePath($0) }, in: feed, signer: SSHKeygen(), client: .ours)
        for id in result.withdrawn {
            program.say(
                language.pick(
                    zh: "\(id) 不再发布：各单位会看到它已撤回", en: "\(id) is not published any more: offices see it withdrawn"))
        }
        let manifest = result.manifest
        let count = manifest.editions.count
        FeedCommand.write([
            language.about(
                out,
                language.pick(
                    zh: "\(manifest.source)，序号 \(manifest.serial)，成果版本 \(count) 个，有效至 \(manifest.expires)",
                    en:
                        "\(manifest.source), serial \(manifest.serial), \(count) edition(s), expires \(manifest.expires)"
                ))
        ])
    }
}
