import ArgumentParser
import CommandSupport
import EditionPackage
import GradeModel
import StrictJSON
import SystemPackage
import SystemSupport

struct ErratumListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The errata of a package, and how many entries each is about.",
        discussion: """
            EXAMPLES
              landgrade-publish erratum list 430624-2025-1
              landgrade-publish erratum list 430624-2025-1 --format json

            EXIT STATUS
              0 all decided; 1 some are proposed; 2 unreadable; 64 usage
            """)

    @Argument(help: ArgumentHelp("The folder of the package.", valueName: "folder"))
    var folder: String

    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    var format: ReportFormat = .text

    func run() throws {
        let edition: Edition
        do throws(PackageError) {
            edition = try EditionPackage.read(try EditionFiles(folder: FilePath(folder)), origin: .unsigned).edition
        } catch { throw fail("\(ShownText(folder)): \(error)") }
        let report =
            switch format {
            case .text: edition.errata.map { text($0, edition) }.joined()
            case .json:
                JSONValue.object([JSONMember("errata", .array(edition.errata.map { json($0, edition) }))])
                    .text(pretty: true) + "\n"
            }
        StandardStreams.write(Array(report.utf8))
        if edition.errata.contains(where: { $0.status == .proposed }) { throw ExitCode(ExitStatus.no.rawValue) }
    }

    private func entries(_ erratum: Erratum, _ edition: Edition) -> Int {
        edition.grades.count { $0.erratum == erratum.id }
    }

    private func text(_ erratum: Erratum, _ edition: Edition) -> String {
        let count = entries(erratum, edition)
        return "\(erratum.id) \(erratum.status.rawValue), \(count) \(count == 1 ? "entry" : "entries")\n"
            + "  printed: \(erratum.printed)\n  held: \(erratum.held)\n  evidence: \(erratum.evidence)\n"
    }

    private func json(_ erratum: Erratum, _ edition: Edition) -> JSONValue {
        [
            "id": .string(erratum.id), "status": .string(erratum.status.rawValue),
            "entries": .integer(entries(erratum, edition)), "printed": .string(erratum.printed),
            "held": .string(erratum.held), "evidence": .string(erratum.evidence),
        ]
    }
}
