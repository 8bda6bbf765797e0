import ArgumentParser
import CommandSupport
import FeedClient
import GradeLookup
import GradeModel
import GradeStore
import SignedFeed
import SystemSupport

struct SourceAddCommand: SyncCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: .help(zh: "核对指纹后设置发布源。", en: "Take a source, after you have compared its fingerprint."),
        discussion: .help(
            zh: """
                --key 为发布单位的公钥（.pub 文件）或其指纹（SHA256:…），须来自纸质材料或网络以外的途径。发布源须能访问：\
                其名称和密钥从该密钥签名的内容中读取。

                示例
                  landgrade-sync source add https://grades.county.example/ --key bureau.pub
                  landgrade-sync source add /media/stick/feed --key SHA256:OOKZo6… --yes

                退出状态
                  0 已设置；2 未设置；3 网络；4 所给内容不是由该密钥签名；64 命令行有误
                """,
            en: """
                --key is the publisher's public key (.pub file) or its fingerprint (SHA256:…),
                from paper or by another way than the network. The source must answer: its name
                and keys are read from what that key has signed.

                EXAMPLES
                  landgrade-sync source add https://grades.county.example/ --key bureau.pub
                  landgrade-sync source add /media/stick/feed --key SHA256:OOKZo6… --yes

                EXIT STATUS
                  0 set up; 2 not; 3 network; 4 the key has not signed what lies there; 64 usage
                """))

    @Argument(
        help: ArgumentHelp(zh: "https://…/、http://…/ 或文件夹。", en: "https://…/, http://…/ or a folder.", value: .address))
    var address: String

    @Option(
        help: ArgumentHelp(
            zh: "公钥或其指纹；可写多次。", en: "A public key or its fingerprint; may be given several times.",
            value: .init(zh: "密钥", en: "key")))
    var key: [String]

    @Option(
        help: ArgumentHelp(
            zh: "只接收这个县（代码）的成果版本；可写多次。", en: "Take editions of this county only (code); may be repeated.",
            value: .county))
    var county: [String] = []

    @Option(
        help: ArgumentHelp(zh: "采信的证书，代替系统的证书。", en: "Certificates to believe instead of the system's.", value: .file))
    var caFile: String?

    @Option(
        help: ArgumentHelp(
            zh: "代理；'' 表示不用；不写则按环境变量。", en: "A proxy; '' for none; else as the environment says.",
            value: .init(zh: "网址", en: "url")))
    var proxy: String?

    @Option(help: ArgumentHelp(zh: "服务器要求的用户名。", en: "The user name the server asks for.", value: .name))
    var user: String?

    @Option(
        help: ArgumentHelp(
            zh: "密码，不写 --user 的为令牌；文件权限须为 0600。", en: "The password, or without --user a bearer token; mode 0600.",
            value: .file))
    var secretFile: String?

    @Option(
        help: ArgumentHelp(
            zh: "……或存放密码的环境变量。", en: "… or the environment variable that holds it.",
            value: .init(zh: "变量", en: "variable")))
    var secretEnv: String?

    @Flag(help: ArgumentHelp(zh: "从 ~/.netrc 取密码。", en: "Look for the password in ~/.netrc."))
    var netrc = false

    @Flag(help: ArgumentHelp(zh: "明文 http 也发送密码。", en: "Send the password over plain http too."))
    var allowPlainAuth = false

    @Option(
        help: ArgumentHelp(
            zh: "本机时钟允许的误差，以小时计。", en: "Hours this machine's clock may be wrong by.",
            value: .init(zh: "小时", en: "hours")))
    var clockTolerance = SourceSettings.defaultClockTolerance

    @Flag(help: ArgumentHelp(zh: "放弃这个发布源已有的记录，重新设置。", en: "Give up what is known of this source, and begin anew."))
    var replace = false

    @Flag(help: ArgumentHelp(zh: "不再询问：指纹已经核对。", en: "Don't ask: the fingerprint has been compared."))
    var yes = false

    @OptionGroup var common: SyncOptions

    func validate() throws {
        if key.isEmpty {
            throw ValidationError(
                zh: "缺少 --key：没有密钥，什么都不采信", en: "--key is needed: nothing is believed without one")
        }
        for code in county where !County.isCode(code) {
            throw ValidationError(zh: "--county 须写六位县代码", en: "--county takes a code of six digits")
        }
        if !(0...8760).contains(clockTolerance) {
            throw ValidationError(
                zh: "--clock-tolerance 只能是 0 至 8760 小时", en: "--clock-tolerance takes 0 to 8760 hours")
        }
        if secretFile != nil, secretEnv != nil {
            throw ValidationError(
                zh: "--secret-file 和 --secret-env 只能写其中一个", en: "--secret-file and --secret-env exclude each other")
        }
        if user != nil, secretFile == nil, secretEnv == nil {
            throw ValidationError(
                zh: "--user 须与 --secret-file 或 --secret-env 同用", en: "--user needs --secret-file or --secret-env")
        }
    }

    func perform() throws {
        let pins = try key.map(fingerprint)
        var access = SourceAccess()
        access.caFile = caFile
        access.proxy = proxy
        access.user = user
        access.secretFile = secretFile
        access.secretVariable = secretEnv
        access.usesNetrc = netrc
        access.allowsPlainAuth = allowPlainAuth
        let list = SourceList(try common.folderWithBuiltIn(), indexing: .placeMatching, access: common.access())
        let address = Self.address(address)
        let keys = try list.introduce(address: address, pins: pins, access: access)
        guard yes || isBelieved(keys, address: address, pins: pins) else {
            throw CommandEnd.failure(SyncNotice.notAdded.sentence(in: language))
        }
        try list.add(
            SourceSettings(
                source: keys.source, address: address, pins: pins, counties: county.isEmpty ? nil : county,
                access: access, clockTolerance: clockTolerance), keys: keys, replacing: replace)
        program.say(SyncNotice.added(source: keys.source).sentence(in: language))
    }

    /// A folder is kept with its whole path: a timer runs in another folder than the person who set it up.
    private static func address(_ text: String) -> String {
        let isURL = text.lowercased().hasPrefix("http://") || text.lowercased().hasPrefix("https://")
        return isURL || text.contains("://") ? text : WorkingFolder.absolute(text)
    }

    private func fingerprint(_ word: String) throws -> String {
        if Ed25519Key.isFingerprint(word) { return word }
        do {
            return try Ed25519Key(openSSH: try PublicKeyFile.text(word)).fingerprint
        } catch let error as any Worded {
            let reason = error.sentence(in: language)
            throw CommandEnd.failure(language.pick(zh: "\(word)：\(reason)", en: "\(word): \(reason)"))
        }
    }

    private func isBelieved(_ keys: KeySet, address: String, pins: [String]) -> Bool {
        StandardStreams.complain("\(keys.source)")
        StandardStreams.complain(language.pick(zh: "  地址 \(address)", en: "  at \(address)"))
        for key in keys.keys {
            let origin =
                pins.contains(key.fingerprint)
                ? language.pick(zh: "（由您提供，且已签名）", en: "  (given, and it has signed)")
                : language.pick(zh: "（发布源列出）", en: "  (named by the source)")
            StandardStreams.complain("  \(key.fingerprint)\(origin)")
        }
        StandardStreams.complain("  " + keys.rule(in: language))
        if address.lowercased().hasPrefix("http://") {
            StandardStreams.complain(
                language.pick(
                    zh: "地址为明文 http：内容有签名保护，但传输可被他人看到或阻断",
                    en:
                        "the address is plain http: what is pulled is signed, but others can see it, and keep it from you"
                ))
        }
        StandardStreams.ask(
            language.pick(
                zh: "请与纸质指纹核对。是否信任该发布源？[y/N] ",
                en: "Compare the fingerprint with the one on paper. Believe this source? [y/N] "))
        return ["y", "yes", "是"].contains(readLine()?.lowercased() ?? "")
    }
}

extension KeySet {
    /// How many of its keys must sign.
    func rule(in language: Language) -> Sentence {
        language.pick(
            zh: "\(keys.count) 个密钥中须有 \(threshold) 个签名", en: "\(threshold) of \(keys.count) keys must sign")
    }
}
