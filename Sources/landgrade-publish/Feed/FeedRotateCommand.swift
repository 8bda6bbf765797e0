import ArgumentParser
import CommandSupport
import EditionPublishing
import SignedFeed
import SystemPackage
import SystemSupport

struct FeedRotateCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: .help(zh: "更换可以签名的密钥。", en: "Replace the keys that may sign."),
        discussion: .help(
            zh: """
                写出下一版密钥集，由足够的旧密钥和新密钥签名。随后请立即用新密钥重新发布（feed build）：在此之前，已发布内容\
                的签名密钥已不算数。keys/ 中的旧文件不得删除：隔了多年才更新的单位，要沿着它们逐版核对。

                示例
                  landgrade-publish feed rotate feed --new bureau2 --new safe \\
                    --key safe --key bureau2

                退出状态
                  0 已更换；2 没有任何改动；64 命令行有误
                """,
            en: """
                Writes the next key set, signed by enough of the old keys and of the new ones.
                Publish again (feed build) with a new key right after it: until then what is
                published is signed by keys that count no more. Never remove an old keys/ file:
                an office that slept for years follows the chain.

                EXAMPLES
                  landgrade-publish feed rotate feed --new bureau2 --new safe \\
                    --key safe --key bureau2

                EXIT STATUS
                  0 done; 2 nothing was changed; 64 usage
                """))

    @Argument(help: ArgumentHelp(zh: "发布源的文件夹。", en: "The folder of the feed.", value: .folder))
    var folder: String

    @Option(help: ArgumentHelp(zh: "新密钥集中的密钥；逐个写全。", en: "A key of the new set; all of them.", value: .file))
    var new: [String]

    @Option(
        help: ArgumentHelp(
            zh: "签名用的私钥：旧密钥集和新密钥集各须足够。", en: "A private key to sign with: enough of the old set and of the new.",
            value: .file))
    var key: [String]

    @Option(
        help: ArgumentHelp(
            zh: "今后须由几个不同的密钥签名。", en: "How many different keys must sign from now on.",
            value: .init(zh: "个数", en: "count")))
    var threshold = 1

    @Option(
        help: ArgumentHelp(
            zh: "误发了过大的序号时，今后从这个序号继续。", en: "Where far too high a serial went out: the serial to go on with.",
            value: .init(zh: "序号", en: "number")))
    var minSerial: Int?

    @OptionGroup var languageOption: LanguageOption

    func perform() throws {
        let feed = FeedFolder(FilePath(folder))
        guard let last = try feed.keySets().last else { throw PublishingError.noFeed(path: folder) }
        let set: KeySet
        do {
            set = try KeySet(
                version: last.version + 1, source: last.source, threshold: threshold,
                keys: try FeedCommand.publicKeys(new, language), minSerial: minSerial)
        } catch let error as KeySetError { throw PublishingError.keySet(error) }
        try feed.rotate(to: set, signing: key.map { FilePath($0) }, signer: SSHKeygen())
        FeedCommand.write(
            [
                language.about(
                    folder,
                    language.pick(
                        zh: "已写出 keys/\(set.version).signed；现在请用以下密钥之一重新发布：",
                        en: "keys/\(set.version).signed written; now publish again with one of:"))
            ] + set.keys.map { "  \($0.fingerprint)" })
    }
}
