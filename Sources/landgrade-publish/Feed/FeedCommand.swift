import ArgumentParser
import CommandSupport
import EditionPublishing
import GradeModel
import SignedFeed
import SystemPackage
import SystemSupport

/// `landgrade-publish feed …`: the signed folder that offices pull revised tables from.
struct FeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: .help(
            zh: "制作、签署、检查供各单位获取成果的发布源。",
            en: "Make, sign and check the folder that offices pull editions from."),
        discussion: .help(
            zh: """
                发布源是一个静态文件夹，可放在任何网站或 U 盘上：keys/1.signed（谁可以签名）、files/<sha256>（成果包）、\
                current.signed（发布了什么）。上传时先传 files/，最后传 current.signed。

                示例
                  landgrade-publish feed init feed --source county.example/grades \\
                    --key bureau --key safe
                  landgrade-publish feed build 430624-2025-1 --out feed --key bureau \\
                    --expires 2027-03-01
                  landgrade-publish feed verify feed
                """,
            en: """
                A feed is a folder of static files for any web server or a stick: keys/1.signed
                (who may sign), files/<sha256> (the packages), current.signed (what is
                published). Upload files/ first and current.signed last.

                EXAMPLES
                  landgrade-publish feed init feed --source county.example/grades \\
                    --key bureau --key safe
                  landgrade-publish feed build 430624-2025-1 --out feed --key bureau \\
                    --expires 2027-03-01
                  landgrade-publish feed verify feed
                """),
        subcommands: [FeedInitCommand.self, FeedBuildCommand.self, FeedVerifyCommand.self, FeedRotateCommand.self])

    /// Public keys beside private ones, as ssh-keygen leaves them: `bureau` and `bureau.pub`.
    static func publicKeys(_ paths: [String], _ language: Language) throws -> [Ed25519Key] {
        try paths.map { path in
            let file = path.hasSuffix(".pub") ? path : path + ".pub"
            do {
                return try Ed25519Key(openSSH: try PublicKeyFile.text(file))
            } catch let error as any Worded { throw language.failure(file, error) }
        }
    }

    /// Midnight UTC of a date, or a whole time.
    static func time(_ text: String, _ option: Sentence) throws -> Timestamp {
        guard let time = Timestamp(text) ?? Timestamp(text + "T00:00:00Z") else {
            throw ValidationError(
                zh: "\(option) 须写 2027-03-01 或 2027-03-01T00:00:00Z",
                en: "\(option) takes 2027-03-01 or 2027-03-01T00:00:00Z")
        }
        return time
    }

    static func write(_ lines: [Sentence]) {
        for line in lines { StandardStreams.write(line: line) }
    }
}
