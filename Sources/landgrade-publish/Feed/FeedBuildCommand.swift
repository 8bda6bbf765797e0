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
        abstract: "Publish editions: exactly those given.",
        discussion: """
            Checks every package, signs the list of them and writes current.signed last. An
            edition that was published and is not given is thereby withdrawn. The same
            packages, keys, serial and times give the same bytes.

            EXAMPLES
              landgrade-publish feed build 430624-2025-1 --out feed --key bureau --expires 2027-03-01

            EXIT STATUS
              0 published; 2 nothing was changed; 64 usage
            """)

    @Argument(help: ArgumentHelp("Folders of edition packages.", valueName: "edition"))
    var editions: [String]

    @Option(help: ArgumentHelp("The folder of the feed, made by feed init.", valueName: "folder"))
    var out: String

    @Option(help: ArgumentHelp("A private key to sign with (or its .pub where an agent holds it).", valueName: "file"))
    var key: [String]

    @Option(help: ArgumentHelp("Until when offices may go by it: 2027-03-01 (UTC).", valueName: "time"))
    var expires: String

    @Option(help: ArgumentHelp("When it is published; else now.", valueName: "time"))
    var published: String?

    @Option(help: ArgumentHelp("Its number; else one above the last.", valueName: "number"))
    var serial: Int?

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
            program.say("\(id) is not published any more: offices see it withdrawn")
        }
        let manifest = result.manifest
        FeedCommand.write([
            "\(out): \(manifest.source), serial \(manifest.serial), \(manifest.editions.count) edition(s), "
                + "expires \(manifest.expires)"
        ])
    }
}
