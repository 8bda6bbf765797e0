import ArgumentParser
import CommandSupport
import EditionPublishing
import SignedFeed
import SystemPackage
import SystemSupport

struct FeedRotateCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Replace the keys that may sign.",
        discussion: """
            Writes the next key set, signed by enough of the old keys and of the new ones.
            Publish again (feed build) with a new key right after it: until then what is
            published is signed by keys that count no more. Never remove an old keys/ file:
            an office that slept for years follows the chain.

            EXAMPLES
              landgrade-publish feed rotate feed --new bureau2 --new safe --key safe --key bureau2

            EXIT STATUS
              0 done; 2 nothing was changed; 64 usage
            """)

    @Argument(help: ArgumentHelp("The folder of the feed.", valueName: "folder"))
    var folder: String

    @Option(help: ArgumentHelp("A key of the new set; all of them.", valueName: "file"))
    var new: [String]

    @Option(help: ArgumentHelp("A private key to sign with: enough of the old set and of the new.", valueName: "file"))
    var key: [String]

    @Option(help: ArgumentHelp("How many different keys must sign from now on.", valueName: "count"))
    var threshold = 1

    @Option(help: ArgumentHelp("Where far too high a serial went out: the serial to go on with.", valueName: "number"))
    var minSerial: Int?

    func perform() throws {
        let feed = FeedFolder(FilePath(folder))
        guard let last = try feed.keySets().last else { throw PublishingError.noFeed(path: folder) }
        let set: KeySet
        do {
            set = try KeySet(
                version: last.version + 1, source: last.source, threshold: threshold,
                keys: try FeedCommand.publicKeys(new), minSerial: minSerial)
        } catch let error as KeySetError { throw PublishingError.keySet(error) }
        try feed.rotate(to: set, signing: key.map { FilePath($0) }, signer: SSHKeygen())
        FeedCommand.write(
            ["\(folder): keys/\(set.version).signed written; now publish again with one of:"]
                + set.keys.map { "  \($0.fingerprint)" })
    }
}
