import ArgumentParser
import CommandSupport
import EditionPackage
import GradeModel
import SystemPackage
import SystemSupport

struct SealCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Make sizes, hashes and seal anew after a change by hand.",
        discussion: """
            Rewrites datapackage.json and nothing else. A package that does not read is refused and stays as it is. A
            prices.csv put beside the other tables is taken up.

            EXAMPLES
              landgrade-publish seal 430624-2025-1

            EXIT STATUS
              0 sealed, or nothing to do; 2 refused; 64 usage
            """)

    @Argument(help: ArgumentHelp("The folder of the package.", valueName: "folder"))
    var folder: String

    func perform() throws {
        do {
            let path = FilePath(folder)
            let files = try EditionFiles(folder: path)
            let sealed = try EditionPackage.seal(files)
            let sourced = try EditionPackage.read(sealed, origin: .unsigned)
            if sealed == files {
                StandardStreams.write(line: "\(folder) is sealed already")
                return
            }
            try sealed.replaceDescriptor(in: path)
            StandardStreams.write(line: "\(folder) sealed: \(sourced.packageSHA256)")
        } catch { throw language.failure(folder, error) }
    }
}
