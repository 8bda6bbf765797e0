import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeStore
import SystemSupport

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the current generation's whole file against its SHA-256.",
        discussion: "EXAMPLES\n  landgrade verify\n\nEXIT STATUS\n  0 intact; 2 changed, or nothing to verify against")

    @OptionGroup var common: CommonOptions

    func run() throws {
        let folder = StoreFolder(try common.access.location().path)
        let messages = common.language.messages
        do {
            let name = try folder.current()
            let file = ShownText(name.file)
            switch try folder.verify(name) {
            case .intact(let digest):
                StandardStreams.write(Array((messages.intact(generation: file, digest: digest) + "\n").utf8))
                return
            case .changed(let expected, let found):
                let sentence = messages.changed(generation: file, expected: expected, found: found)
                StandardStreams.complain("landgrade: \(sentence)")
            case .noSideFile(let path):
                StandardStreams.complain("landgrade: \(messages.noSideFile(path: ShownText(path)))")
            }
        } catch { throw common.access.fail(error) }
        throw ExitCode(ExitStatus.failure.rawValue)
    }
}
