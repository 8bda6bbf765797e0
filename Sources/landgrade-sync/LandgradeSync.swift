import ArgumentParser
import CommandSupport
import SystemSupport

/// `landgrade-sync`: pulls revised grade tables from the sources that an office trusts.
@main struct LandgradeSync: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "landgrade-sync",
        abstract: .help(zh: "从带签名的发布源获取修订后的级别表。", en: "Pull revised grade tables from signed sources."),
        discussion: .help(
            zh: """
                发布源是网站或 U 盘上一个带签名的文件夹。只凭纸质材料送达的密钥指纹，才采信其中的内容。

                示例
                  landgrade-sync source add https://grades.county.example/ --key bureau.pub
                  landgrade-sync pull --dry-run
                  landgrade-sync pull
                  landgrade-sync status

                退出状态
                  0 已是最新，或已更新；1（pull --dry-run）有更新；3 网络；4 信任（签名、序号倒退、过期等）；
                  6 成果版本未通过检查；7 存储；8 已更新，但磁盘未确认；9 多个发布源中有的失败；
                  75 另一个更新正在进行；64 命令行有误；2 其他
                """,
            en: """
                A source is a folder of signed files on a web server, or on a stick. What it says
                is believed only because of a key whose fingerprint came to you on paper.

                EXAMPLES
                  landgrade-sync source add https://grades.county.example/ --key bureau.pub
                  landgrade-sync pull --dry-run
                  landgrade-sync pull
                  landgrade-sync status

                EXIT STATUS
                  0 up to date or applied; 1 (pull --dry-run) an update is available;
                  3 network; 4 trust (signature, rollback, expired …); 6 an edition fails its
                  checks; 7 storage; 8 applied, not confirmed on disk; 9 some sources of
                  several failed; 75 another update is running; 64 usage; 2 anything else
                """),
        version: Version.text,
        subcommands: [PullCommand.self, StatusCommand.self, SourceCommand.self, DoctorCommand.self])

    static func main() {
        StandardStreams.ignoreWriteSignals()
        Interrupts.listen()
        begin(ArgumentText.required())
    }
}
