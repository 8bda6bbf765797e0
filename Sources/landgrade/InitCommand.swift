import AnswerRendering
import ArgumentParser
import CommandSupport
import EditionPackage
import GradeStore
import GradeLookup
import SystemPackage
import SystemSupport

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a store from the editions that are compiled in.",
        discussion: """
            The first question does this by itself, except where the store's folder was
            named: then a missing store is an error, because the path may be misspelt.

            EXAMPLES
              landgrade init --store /srv/landgrade
            """)

    @OptionGroup var common: CommonOptions

    func run() throws {
        let folder = StoreFolder(try common.access.location().path)
        let messages = common.language.messages
        let path = ShownText(folder.path.string)
        do {
            let made = try BuiltInEditions.build(folder)
            let sentence = made ? messages.storeMade(path: path) : messages.storeExists(path: path)
            StandardStreams.write(Array((sentence + "\n").utf8))
        } catch let error as StoreError { throw common.access.fail(error) }
    }
}
