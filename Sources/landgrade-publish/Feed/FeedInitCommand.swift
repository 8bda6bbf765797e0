import ArgumentParser
import CommandSupport
import EditionPublishing
import SignedFeed
import SystemPackage
import SystemSupport

struct FeedInitCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: .help(zh: "建立发布源，指明可以签名的密钥。", en: "Start a feed with the keys that may sign it."),
        discussion: .help(
            zh: """
                一开始就用两个密钥，其中一个锁起来：这样丢失一个密钥，发布源仍可继续。密钥用 ssh-keygen -t ed25519 生成；\
                每个密钥写其私钥文件，.pub 文件放在旁边。显示的指纹供各单位核对，请印在纸上送达。

                示例
                  ssh-keygen -t ed25519 -f bureau -C grades@county.example
                  ssh-keygen -t ed25519 -f safe -C safe@county.example
                  landgrade-publish feed init feed --source county.example/grades \\
                    --key bureau --key safe

                退出状态
                  0 已建立；2 未建立；64 命令行有误
                """,
            en: """
                Take two keys from the first day and lock one away: a lost key is then not the
                end of the feed. Keys are made by ssh-keygen -t ed25519; each is given by its
                private file, beside which its .pub file lies. The fingerprints printed are what
                offices have to compare, so put them on paper.

                EXAMPLES
                  ssh-keygen -t ed25519 -f bureau -C grades@county.example
                  ssh-keygen -t ed25519 -f safe -C safe@county.example
                  landgrade-publish feed init feed --source county.example/grades \\
                    --key bureau --key safe

                EXIT STATUS
                  0 made; 2 not made; 64 usage
                """))

    @Argument(help: ArgumentHelp(zh: "发布源的文件夹。", en: "The folder of the feed.", value: .folder))
    var folder: String

    @Option(
        help: ArgumentHelp(
            zh: "发布源的名称，各单位的设置中用它。", en: "The feed's name, which every office is configured with.", value: .name))
    var source: String

    @Option(help: ArgumentHelp(zh: "可以签名的密钥；至少一个。", en: "A key that may sign; at least one.", value: .file))
    var key: [String]

    @Option(
        help: ArgumentHelp(
            zh: "每次发布须由几个不同的密钥签名。", en: "How many different keys must sign each publication.",
            value: .init(zh: "个数", en: "count")))
    var threshold = 1

    @OptionGroup var languageOption: LanguageOption

    func perform() throws {
        let keys = try FeedCommand.publicKeys(key, language)
        let set: KeySet
        do {
            set = try KeySet(version: 1, source: source, threshold: threshold, keys: keys)
        } catch { throw PublishingError.keySet(error) }
        let feed = FeedFolder(FilePath(folder))
        try feed.start(set, signing: key.map { FilePath($0) }, signer: SSHKeygen())
        FeedCommand.write(
            [
                language.about(
                    folder,
                    language.pick(
                        zh: "\(source) 的发布源，已写出 keys/1.signed；请把以下指纹抄在纸上：",
                        en: "feed of \(source), keys/1.signed written; put these on paper:"))
            ] + keys.map { "  \($0.fingerprint)" })
    }
}
