import ArgumentParser
import CommandSupport
import EditionPackage
import GradeModel
import PlaceMatching
import SystemPackage

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make an edition package from the text of a gazette.",
        discussion: """
            Finds the one annex with grade tables in the text of a whole gazette and writes what it prints. Where grade
            labels have slipped against the township passes, an erratum with its evidence is proposed. What the citation
            needs is found in the text; what the text does not say is given by options. A broken row, half a table or a
            second annex is refused with its line.

            EXAMPLES
              landgrade-publish import gazette.txt --county 430624 --out 430624-2025-1
              landgrade-publish import gazette.txt --county 430624 --province 湖南省 --prefecture 岳阳市 \\
                --out 430624-2025-1
              landgrade-publish import annex.txt --county 430624 --document '湘阴政发〔2025〕1号' --issued 2025-01-23 \\
                --issuer 湘阴县人民政府 --title '关于公布实施…的通知' --no-registration --no-publication --out out

            EXIT STATUS
              0 written; 2 the text is refused, or the package can't be written; 64 usage
            """)

    @Argument(help: ArgumentHelp("The text of the gazette, UTF-8.", valueName: "gazette"))
    var gazette: String

    @OptionGroup var stated: StatedOptions

    @Option(help: ArgumentHelp("The folder to make; it must be new or empty.", valueName: "folder"))
    var out: String

    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    var format: ReportFormat = .text

    func run() throws {
        do {
            let text = try GazetteText(file: FilePath(gazette))
            let read = try GazetteImport(text, try stated.options(), pinyin: Pinyin.reading)
            let files = try EditionPackage.write(read.edition)
            let written = try EditionPackage.read(files, origin: .unsigned)
            try files.write(to: FilePath(out))
            let report = PackageReport(
                written.edition, sha256: written.packageSHA256,
                findings: read.findings + Audit(written.edition).findings, tables: read.tables, folder: out)
            StandardStreams.write(Array(report.rendered(format).utf8))
        } catch let error as GazetteError {
            throw fail("\(ShownPath(gazette)): \(error)")
        } catch let error as PackageError {
            throw fail("\(error)")
        }
    }
}
