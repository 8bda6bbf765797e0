import ArgumentParser
import CommandSupport
import EditionPublishing
import SignedFeed
import SystemPackage
import SystemSupport

struct FeedInitCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Start a feed with the keys that may sign it.",
        discussion: """
            Take two keys from the first day and lock one away: a lost key is then not the
            end of the feed. Keys are made by ssh-keygen -t ed25519; each is given by its
            private file, beside which its .pub file lies. The fingerprints printed are what
            offices have to compare, so put them on paper.

            EXAMPLES
              ssh-keygen -t ed25519 -f bureau -C grades@county.example
              ssh-keygen -t ed25519 -f safe -C safe@county.example
              landgrade-publish feed init feed --source county.example/grades --key bureau --key safe

            EXIT STATUS
              0 made; 2 not made; 64 usage
            """)

    @Argument(help: ArgumentHelp("The folder of the feed.", valueName: "folder"))
    var folder: String

    @Option(help: ArgumentHelp("The feed's name, which every office is configured with.", valueName: "name"))
    var source: String

    @Option(help: ArgumentHelp("A key that may sign; at least one.", valueName: "file"))
    var key: [String]

    @Option(help: ArgumentHelp("How many different keys must sign each publication.", valueName: "count"))
    var threshold = 1

    func perform() throws {
        let keys = try FeedCommand.publicKeys(key)
        let set: KeySet
        do {
            set = try KeySet(version: 1, source: source, threshold: threshold, keys: keys)
        } catch { throw PublishingError.keySet(error) }
        let feed = FeedFolder(FilePath(folder))
        try feed.start(set, signing: key.map { FilePath($0) }, signer: SSHKeygen())
        FeedCommand.write(
            ["\(folder): feed of \(source), keys/1.signed written; put these on paper:"]
                + keys.map { "  \($0.fingerprint)" })
    }
}
