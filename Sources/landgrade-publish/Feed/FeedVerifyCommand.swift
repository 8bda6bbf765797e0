import ArgumentParser
import CommandSupport
import EditionPublishing
import GradeModel
import SignedFeed
import StrictJSON
import SystemPackage
import SystemSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

struct FeedVerifyCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: .help(zh: "像使用单位那样检查发布源。", en: "Check a feed as an office would."),
        discussion: .help(
            zh: """
                检查密钥的逐版衔接、签名、有效期，以及各成果版本的每个文件。不写 --key 的，把 keys/1.signed 的第一个签名当作\
                正确的，这只有发布单位自己可以。

                示例
                  landgrade-publish feed verify feed
                  landgrade-publish feed verify /media/stick/feed --key bureau.pub --format json

                退出状态
                  0 正确；1 文件缺失或有改动，已过期，或发布时间在将来；2 密钥、签名或清单本身有误；
                  64 命令行有误
                """,
            en: """
                Key chain, signatures, expiry, and every file of every edition. Without --key the
                first signature of keys/1.signed is taken for the right one, as only the
                publisher may.

                EXAMPLES
                  landgrade-publish feed verify feed
                  landgrade-publish feed verify /media/stick/feed --key bureau.pub --format json

                EXIT STATUS
                  0 good; 1 files are missing or changed, it has expired, or was published in
                  the future; 2 keys, signatures or the list itself are wrong; 64 usage
                """))

    @Argument(help: ArgumentHelp(zh: "发布源的文件夹。", en: "The folder of the feed.", value: .folder))
    var folder: String

    @Option(
        help: ArgumentHelp(
            zh: "须签署过第一版密钥集的公钥（.pub）。", en: "A public key (.pub) that must have signed the first key set.", value: .file
        ))
    var key: [String] = []

    @OptionGroup var formatOption: ReportFormatOption
    @OptionGroup var languageOption: LanguageOption

    func perform() throws {
        let pins = try key.isEmpty ? nil : FeedCommand.publicKeys(key, language).map(\.fingerprint)
        let check = try FeedFolder(FilePath(folder)).check(pinned: pins, client: .ours)
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let isExpired = check.manifest.expires <= Timestamp(seconds: now.tv_sec)
        // As long as an office's clock may be wrong.
        let isEarly = check.manifest.published > Timestamp(seconds: now.tv_sec + Timestamp.secondsOfDay)
        let manifest = check.manifest
        switch formatOption.format {
        case .text:
            let keys = check.keys
            FeedCommand.write([
                language.pick(
                    zh: """
                        \(manifest.source)，序号 \(manifest.serial)，发布于 \(manifest.published)\
                        \(if: isEarly, "（晚于现在）")，有效至 \(manifest.expires)\(if: isExpired, "（已过期）")
                        """,
                    en: """
                        \(manifest.source), serial \(manifest.serial), published \(manifest.published)\
                        \(if: isEarly, " (in the future)"), expires \(manifest.expires)\(if: isExpired, " (expired)")
                        """),
                language.pick(
                    zh: "密钥：第 \(keys.version) 组，\(keys.keys.count) 个中须有 \(keys.threshold) 个签名",
                    en: "keys: set \(keys.version), \(keys.threshold) of \(keys.keys.count) must sign"),
            ])
            FeedCommand.write(check.keys.keys.map { "  \($0.fingerprint)" })
            let editions = manifest.editions.map { "\($0.id)" as Sentence }
            FeedCommand.write([
                language.pick(
                    zh: "成果版本：\(editions.joined(separator: "、"))", en: "editions: \(editions.joined(separator: ", "))")
            ])
            FeedCommand.write(
                check.faults.map {
                    language.pick(zh: "问题：\($0.sentence(in: .zh))", en: "FAULT \($0.sentence(in: .en))")
                })
        case .json:
            let json = Self.json(check, isExpired: isExpired, isEarly: isEarly)
            StandardStreams.write((json.text(pretty: true) + "\n").utf8)
        }
        if isExpired || isEarly || !check.faults.isEmpty { throw CommandEnd.no }
    }

    private static func json(_ check: FeedFolder.Check, isExpired: Bool, isEarly: Bool) -> JSONValue {
        let keys = check.keys.keys.map { JSONValue.string($0.fingerprint) }
        let editions = check.manifest.editions.map { edition -> JSONValue in
            ["id": .string(edition.id.text), "sha256": .string(edition.sha256)]
        }
        return [
            "source": .string(check.manifest.source), "serial": .integer(check.manifest.serial),
            "published": .string(check.manifest.published.description),
            "expires": .string(check.manifest.expires.description), "expired": .bool(isExpired),
            "in_future": .bool(isEarly),
            "keys_version": .integer(check.keys.version), "threshold": .integer(check.keys.threshold),
            "keys": .array(keys), "editions": .array(editions),
            "faults": .array(check.faults.map { .string($0.sentence(in: .en).text) }),
        ]
    }
}
