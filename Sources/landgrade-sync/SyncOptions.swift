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
    @Option(
        help: ArgumentHelp("Store folder; else LANDGRADE_STORE, else ~/.local/share/landgrade.", valueName: "folder"))
    var store: String?

    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    var format: SyncFormat = .text

    @Option(
        help: ArgumentHelp("zh or en: the language of the text around the data; else by locale.", valueName: "lang"))
    var lang: String?

    @Flag(help: "Say on standard error what is asked and answered; never a secret.")
    var verbose = false

    func validate() throws {
        if let lang, Language(rawValue: lang) == nil { throw ValidationError("--lang takes zh or en") }
    }

    var language: Language {
        lang.flatMap(Language.init(rawValue:)) ?? Language(locale: Environment.messageLocale)
    }

    var wording: any SyncWording { language == .zh ? ChineseSyncWording() : EnglishSyncWording() }

    func location() throws -> StoreLocation {
        guard let location = StoreLocation.find(option: store) else {
            throw fail(language.messages.noHome, .storage)
        }
        return location
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
            do {
                if try BuiltInEditions.build(folder) {
                    StandardStreams.complain(
                        "landgrade-sync: \(language.messages.seedBuilt(path: ShownText(folder.path.string)))")
                }
            } catch let error as StoreError { throw fail(.store(error)) }
        } catch { throw fail(.store(error)) }
        return folder
    }

    /// Two hours: a run by timer has ended before the office opens.
    static let defaultDeadline = 7200

    /// - Parameter deadline: seconds after which no server is asked any more.
    func access(deadline: Int = defaultDeadline) -> FeedAccess {
        var transfer = TransferSettings(version: Version.text)
        transfer.deadline = Deadline(seconds: deadline)
        if verbose {
            transfer.trace = { StandardStreams.complain("landgrade-sync: \(ShownText($0))") }
        }
        transfer.isCancelled = { Interrupts.came }
        return FeedAccess(transfer: transfer) { Environment.value($0) }
    }

    func sentence(_ error: PullError) -> String {
        if case .store(let error) = error { return language.messages.store(error) }
        return wording.pull.sentence(error)
    }

    func fail(_ error: PullError) -> ExitCode { fail(sentence(error), SyncStatus(error.failure)) }

    func fail(_ sentence: String, _ status: SyncStatus) -> ExitCode {
        StandardStreams.complain("landgrade-sync: \(ShownText(sentence))")
        return status.exitCode
    }
}

enum SyncFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}
