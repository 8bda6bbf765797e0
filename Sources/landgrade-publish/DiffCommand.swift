import AnswerRendering
import ArgumentParser
import CommandSupport
import EditionPackage
import GradeModel
import SystemPackage
import SystemSupport

struct DiffCommand: ParsableCommand {
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

    @Option(help: ArgumentHelp("text, json or csv.", valueName: "format"))
    var format: String?

    @Option(help: ArgumentHelp("zh or en: the language of the text; else by locale.", valueName: "lang"))
    var lang: String?

    func validate() throws {
        if let format, OutputFormat(rawValue: format) == nil {
            throw ValidationError("--format takes text, json or csv")
        }
        if let lang, Language(rawValue: lang) == nil { throw ValidationError("--lang takes zh or en") }
    }

    func run() throws {
        let language = lang.flatMap(Language.init(rawValue:)) ?? Language(locale: Environment.messageLocale)
        let (old, new) = (try package(old), try package(new))
        let comparison: EditionComparison
        do throws(ComparisonError) {
            comparison = try EditionComparison(from: old, to: new)
        } catch { throw fail(language.messages.comparison(error)) }
        let format = format.flatMap(OutputFormat.init(rawValue:)) ?? .text
        StandardStreams.write(AnswerRenderer(format: format, language: language).render(comparison))
        if !comparison.changes.isEmpty { throw ExitCode(ExitStatus.no.rawValue) }
    }

    private func package(_ folder: String) throws -> SourcedEdition {
        do throws(PackageError) {
            return try EditionPackage.read(try EditionFiles(folder: FilePath(folder)), origin: .unsigned)
        } catch { throw fail("\(ShownText(folder)): \(error)") }
    }
}
