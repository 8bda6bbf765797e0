import AnswerRendering
import ArgumentParser
import CommandSupport
import FeedClient
import GradeStore
import GradeLookup
import SystemPackage
import SystemSupport

/// What every command of this program has.
struct SyncOptions: ParsableArguments {
    @OptionGroup var storeOption: StoreOption
    @OptionGroup var formatOption: ReportFormatOption
    @OptionGroup var languageOption: LanguageOption

    @Flag(
        help: ArgumentHelp(
            zh: "在标准错误输出中列出每次请求和应答；绝不显示密码。", en: "Say on standard error what is asked and answered; never a secret."))
    var verbose = false

    var format: ReportFormat { formatOption.format }
    var language: Language { languageOption.language }

    private func location() throws -> StoreLocation {
        do throws(StoreLocationError) {
            return try StoreLocation.required(option: storeOption.store)
        } catch { throw CommandEnd(error.sentence(in: language), status: SyncStatus.storage.rawValue) }
    }

    func folder() throws -> StoreFolder { StoreFolder(try location().path) }

    /// What is built in belongs to every store that was not named, whichever program comes first.
    func folderWithBuiltIn() throws -> StoreFolder {
        let location = try location()
        let folder = StoreFolder(location.path)
        guard !location.isExplicit else { return folder }
        do {
            _ = try folder.current()
        } catch StoreError.missing {
            if try BuiltInEditions.build(folder) {
                program.say(Notice.seedBuilt(path: folder.path.string).sentence(in: language))
            }
        }
        return folder
    }

    /// Two hours: a run by timer has ended before the office opens.
    static let defaultDeadline = 7200

    /// - Parameter deadline: seconds after which no server is asked any more.
    func access(deadline: Int = defaultDeadline) -> FeedAccess {
        var transfer = TransferSettings(version: Version.text)
        transfer.deadline = Deadline(seconds: deadline)
        if verbose {
            transfer.trace = { program.say("\($0)") }
        }
        transfer.isCancelled = { Interrupts.came }
        return FeedAccess(transfer: transfer) { Environment.value($0) }
    }
}

let program = Program("landgrade-sync")

/// A command of this program: what a source or a store is refused for has an exit status of its own.
protocol SyncCommand: ProgramCommand {
    var common: SyncOptions { get }
}

extension SyncCommand {
    var program: Program { landgrade_sync.program }

    var language: Language { common.language }

    func run() throws {
        do { try perform() } catch { throw program.end(Self.end(error, in: language), in: language) }
    }

    private static func end(_ error: any Error, in language: Language) -> any Error {
        switch error {
        case let error as PullError:
            CommandEnd(error.sentence(in: language), status: SyncStatus(error.failure).rawValue)
        case let error as StoreError: end(PullError.store(error), in: language)
        default: error
        }
    }
}
