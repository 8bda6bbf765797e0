import ArgumentParser
import CommandSupport
import EditionPackage
import GradeModel
import SystemPackage
import SystemSupport

struct ErratumCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erratum",
        abstract: "List the errata of a package; confirm or reject one.",
        discussion: """
            An erratum says that what a document prints and what its package holds differ.
            It is proposed until a person with the printed document decides.

            EXAMPLES
              landgrade-publish erratum list 430624-2025-1
              landgrade-publish erratum confirm E1 --evidence '核对公报原件第8页' 430624-2025-1
            """,
        subcommands: [ErratumListCommand.self, ErratumConfirmCommand.self, ErratumRejectCommand.self])
}

struct ErratumConfirmCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "What is held stands.",
        discussion: """
            Sets the status to confirmed and puts the evidence behind what is there. The
            entries keep the grade held and are in dispute no more; answers go on showing
            the printed label and the erratum. The package is sealed anew, whole or not at
            all.

            EXAMPLES
              landgrade-publish erratum confirm E1 --evidence '核对公报原件第8页' 430624-2025-1

            EXIT STATUS
              0 confirmed; 2 refused, nothing was changed; 64 usage
            """)

    @OptionGroup var decision: DecisionOptions

    func perform() throws { try decision.decide(.confirmed) }
}

struct ErratumRejectCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "What the document prints stands.",
        discussion: """
            Sets the status to rejected and puts the evidence behind what is there. The
            entries go back to the printed grade, or to the name printed in their row, and
            go on naming the erratum. The package is sealed anew, whole or not at all.

            EXAMPLES
              landgrade-publish erratum reject E1 --evidence '核对公报原件第8页，确为二级' 430624-2025-1

            EXIT STATUS
              0 rejected; 2 refused, nothing was changed; 64 usage
            """)

    @OptionGroup var decision: DecisionOptions

    func perform() throws { try decision.decide(.rejected) }
}

/// Which erratum, by which evidence, in which package.
struct DecisionOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The erratum, as errata.csv numbers it: E1.", valueName: "id"))
    var id: String

    @Option(help: ArgumentHelp("What a person saw, and where; in Chinese, as the package is.", valueName: "text"))
    var evidence: String

    @Argument(help: ArgumentHelp("The folder of the package.", valueName: "folder"))
    var folder: String

    func decide(_ decision: ErratumDecision) throws {
        do {
            let path = FilePath(folder)
            let files = try EditionPackage.deciding(
                id, decision, evidence: evidence, in: try EditionFiles(folder: path))
            let sourced = try EditionPackage.read(files, origin: .unsigned)
            try files.replace(in: path)
            let entries = sourced.edition.grades.count { $0.erratum == id }
            let disputed = sourced.edition.grades.count(where: Disputes(sourced.edition.errata).contains)
            let lines: [Sentence] = [
                "\(id) \(decision.rawValue): \(entries) \(entries == 1 ? "entry" : "entries")",
                "in dispute still: \(disputed)", "\(folder) sealed: \(sourced.packageSHA256)",
            ]
            for line in lines { StandardStreams.write(line: line) }
        } catch let error as any Worded { throw Language.en.failure(folder, error) }
    }
}
