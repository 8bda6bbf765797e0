import ArgumentParser
import CommandSupport
import FeedClient
import GradeLookup
import SignedFeed
import StrictJSON
import SystemSupport

struct SourceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source",
        abstract: "Set up, list and forget sources.",
        discussion: """
            EXAMPLES
              landgrade-sync source add https://grades.county.example/ --key bureau.pub
              landgrade-sync source list
              landgrade-sync source remove county.example/grades
            """,
        subcommands: [SourceAddCommand.self, SourceListCommand.self, SourceRemoveCommand.self])
}

struct SourceListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The sources that are set up.",
        discussion: "EXAMPLES\n  landgrade-sync source list --format json")

    @OptionGroup var common: SyncOptions

    func run() throws {
        let trust = TrustFolder(of: try common.folder())
        do throws(PullError) {
            var settings: [SourceSettings] = []
            for source in try trust.sources() {
                if let found = try trust.settings(source) { settings.append(found) }
            }
            switch common.format {
            case .json:
                let list = settings.map { settings -> JSONValue in
                    [
                        "source": .string(settings.source), "address": .string(settings.address),
                        "pins": .array(settings.pins.map { .string($0) }),
                        "counties": settings.counties.map { .array($0.map { .string($0) }) } ?? .null,
                    ]
                }
                let root: JSONValue = ["sources": .array(list)]
                StandardStreams.write((root.text(pretty: true) + "\n").utf8)
            case .text:
                StandardStreams.write(settings.map { "\($0.source)  \($0.address)\n" }.joined().utf8)
                if settings.isEmpty { StandardStreams.complain("landgrade-sync: \(common.wording.noSources)") }
            }
        } catch { throw common.fail(error) }
    }
}

struct SourceRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Forget a source; its editions stay in the store.",
        discussion: "EXAMPLES\n  landgrade-sync source remove county.example/grades")

    @Argument(help: ArgumentHelp("The source's name, as source list shows it.", valueName: "source"))
    var source: String

    @OptionGroup var common: SyncOptions

    func run() throws {
        let folder = try common.folder()
        do throws(PullError) {
            try SourceList(folder, indexing: .placeMatching, access: common.access()).remove(source)
        } catch { throw common.fail(error) }
        StandardStreams.complain("landgrade-sync: \(common.wording.removed(source))")
    }
}
