import ArgumentParser
import CommandSupport
import EditionPackage
import EditionPublishing
import GazetteImport
import GradeModel
import SystemPackage
import SystemSupport

struct CheckCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Audit an edition package.",
        discussion: """
            Reads the package whole (hashes, every cell, every reference), then looks for what a person should see:
            townships out of order, labels against township passes, names that may be misprints of one another, land
            types without a table, errata still open. Nothing is changed.

            EXAMPLES
              landgrade-publish check 430624-2025-1
              landgrade-publish check 430624-2025-1 --format json

            EXIT STATUS
              0 clean, or notes only; 1 findings that need a person; 2 unreadable; 64 usage
            """)

    @Argument(help: ArgumentHelp("The folder of the package.", valueName: "folder"))
    var folder: String

    @Option(help: ArgumentHelp("All villages of the county, CSV: what it holds is a name.", valueName: "file"))
    var places: String?

    @OptionGroup var formatOption: ReportFormatOption

    @OptionGroup var languageOption: LanguageOption

    var language: Language { languageOption.language }

    func perform() throws {
        do {
            let sourced = try EditionPackage.read(try EditionFiles(folder: FilePath(folder)), origin: .unsigned)
            let list = try places.map { try ClosedList(file: $0, language) }
            let audit = Audit(sourced.edition, places: list?.places)
            let report = PackageReport(
                sourced.edition, sha256: sourced.packageSHA256, findings: audit.findings, language)
            StandardStreams.write(report.rendered(formatOption.format).utf8)
            if audit.needsPerson { throw CommandEnd.no }
        } catch let error as PackageError {
            throw language.failure(folder, error)
        }
    }
}
