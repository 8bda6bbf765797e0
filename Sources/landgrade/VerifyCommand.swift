import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeStore
import SystemSupport

struct VerifyCommand: CommonCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the current generation's whole file against its SHA-256.",
        discussion: "EXAMPLES\n  landgrade verify\n\nEXIT STATUS\n  0 intact; 2 changed, or nothing to verify against")

    @OptionGroup var common: CommonOptions

    func perform() throws {
        let folder = StoreFolder(try common.access.location().path)
        let name = try folder.current()
        let found = try folder.verify(name)
        let sentence = found.sentence(of: name, in: language)
        guard found.isIntact else { throw CommandEnd.failure(sentence) }
        StandardStreams.write(line: sentence)
    }
}
