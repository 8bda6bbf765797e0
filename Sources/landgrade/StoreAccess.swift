import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeModel
import GradeStore
import GradeLookup
import SystemSupport

/// A command's way to the store, and its way of saying that something is wrong.
struct StoreAccess {
    /// As given with `--store`.
    let store: String?
    let language: Language

    /// Says why and ends with 2.
    func fail(_ error: StoreError) -> ExitCode {
        StandardStreams.complain("landgrade: \(language.messages.store(error))")
        return ExitCode(ExitStatus.failure.rawValue)
    }

    /// The end of a question that was answered with "no".
    var no: ExitCode { ExitCode(ExitStatus.no.rawValue) }

    /// Says what is wrong with an argument and ends with 64.
    func refuse(_ sentence: String) -> ExitCode {
        StandardStreams.complain("landgrade: \(sentence)")
        return ExitCode(ExitStatus.usage.rawValue)
    }

    /// A place name as given: neither empty nor longer than any address is.
    func checked(_ text: String, _ argument: ArgumentName) throws -> String {
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw refuse(language.messages.emptyArgument(argument))
        }
        let limit = 1024
        guard text.utf8.count <= limit else {
            throw refuse(language.messages.argumentTooLong(argument, length: text.utf8.count, limit: limit))
        }
        return text
    }

    func landType(_ word: String?) throws -> LandType? {
        guard let word else { return nil }
        guard let landType = LandType(word: word) else {
            throw refuse(language.messages.unknownLandType(ShownText(word, columns: 60)))
        }
        return landType
    }

    func date(_ text: String?) throws -> CalendarDate? {
        guard let text else { return nil }
        guard let date = CalendarDate(text) else {
            throw refuse(language.messages.badDate(ShownText(text, columns: 60)))
        }
        return date
    }
}
