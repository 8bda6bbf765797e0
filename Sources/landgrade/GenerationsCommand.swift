import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeModel
import GradeStore
import SystemPackage
import SystemSupport

struct GenerationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generations",
        abstract: "The generations of the store: when made, what is in them, whether intact.",
        discussion: """
            Each file is read whole against the SHA-256 noted when it was made.

            EXAMPLES
              landgrade generations
              landgrade generations --format json

            EXIT STATUS
              0 all intact; 1 one is not; 2 no store; 64 usage
            """)

    @OptionGroup var common: CommonOptions

    func run() throws {
        let folder = StoreFolder(try common.access.location().path)
        let rows: [GenerationRow]
        do throws(StoreError) {
            rows = try folder.generationRows()
        } catch { throw common.access.fail(error) }
        guard !rows.isEmpty else { throw common.access.fail(.missing(path: folder.path.string)) }
        StandardStreams.write(common.renderer.render(rows))
        if rows.contains(where: { $0.state != .intact }) { throw ExitCode(ExitStatus.no.rawValue) }
    }
}
