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
        abstract: .help(zh: "设置、列出、移除发布源。", en: "Set up, list and forget sources."),
        discussion: .help(zh: "示例", en: "EXAMPLES") + """

              landgrade-sync source add https://grades.county.example/ --key bureau.pub
              landgrade-sync source list
              landgrade-sync source remove county.example/grades
            """,
        subcommands: [SourceAddCommand.self, SourceListCommand.self, SourceRemoveCommand.self])
}

struct SourceListCommand: SyncCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: .help(zh: "列出已设置的发布源。", en: "The sources that are set up."),
        discussion: .help(zh: "示例", en: "EXAMPLES") + "\n  landgrade-sync source list --format json")

    @OptionGroup var common: SyncOptions

    func perform() throws {
        let trust = TrustFolder(of: try common.folder())
        let settings = try trust.sources().compactMap { try trust.settings($0) }
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
            for settings in settings { StandardStreams.write(line: "\(settings.source)  \(settings.address)") }
            if settings.isEmpty { program.say(SyncNotice.noSources.sentence(in: language)) }
        }
    }
}

struct SourceRemoveCommand: SyncCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: .help(
            zh: "移除发布源；来自它的成果保留在库中。", en: "Forget a source; its editions stay in the store."),
        discussion: .help(zh: "示例", en: "EXAMPLES") + "\n  landgrade-sync source remove county.example/grades")

    @Argument(
        help: ArgumentHelp(
            zh: "发布源的名称，见 source list 的输出。", en: "The source's name, as source list shows it.", value: .source))
    var source: String

    @OptionGroup var common: SyncOptions

    func perform() throws {
        let folder = try common.folder()
        try SourceList(folder, indexing: .placeMatching, access: common.access()).remove(source)
        program.say(SyncNotice.removed(source: source).sentence(in: language))
    }
}
