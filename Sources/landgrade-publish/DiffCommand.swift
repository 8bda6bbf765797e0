import AnswerRendering
import ArgumentParser
import CommandSupport
import EditionPackage
import GradeModel
import SystemPackage
import SystemSupport

struct DiffCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What changed from one edition package to another.",
        discussion: """
            Villages that moved to another grade, came, went or were renamed (only where the
            new edition itself names the old spelling as an alias); townships; definitions
            and prices field by field; errata.

            EXAMPLES
              landgrade-publish diff 430624-2025-1 430624-2027-3
              landgrade-publish diff packages/old packages/corrected --format csv

            EXIT STATUS
              As diff(1): 0 no differences; 1 differences; 2 trouble; 64 usage
            """)

    @Argument(help: ArgumentHelp("The folder of the package to compare from.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The folder of the package to compare to.", valueName: "new"))
    var new: String

    @OptionGroup var formatOption: AnswerFormatOption
    @OptionGroup var languageOption: LanguageOption

    var language: Language { languageOption.language }

    func perform() throws {
        let (old, new) = (try package(old), try package(new))
        let comparison = try EditionComparison(from: old, to: new)
        let renderer = AnswerRenderer(format: formatOption.value, language: language)
        StandardStreams.write(renderer.render(comparison))
        if !comparison.changes.isEmpty { throw CommandEnd.no }
    }

    private func package(_ folder: String) throws -> SourcedEdition {
        do throws(PackageError) {
            return try EditionPackage.read(try EditionFiles(folder: FilePath(folder)), origin: .unsigned)
        } catch { throw Language.en.failure(folder, error) }
    }
}
