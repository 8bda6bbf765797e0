import AnswerRendering
import CommandSupport
import GradeModel
import SystemSupport

/// A command's way to the store, and what it takes for an argument. What is wrong is thrown as a `CommandEnd` or as the
/// store's error.
struct StoreAccess {
    /// As given with `--store`.
    let store: String?
    let language: Language
    /// Nothing is said but errors.
    var isQuiet = false

    /// The end of a command whose arguments make no sense.
    func refusal(_ notice: Notice) -> CommandEnd { .usage(notice.sentence(in: language)) }

    /// A place name as given: neither empty nor longer than any address is.
    func checked(_ text: String, _ argument: ArgumentName) throws(CommandEnd) -> String {
        guard text.contains(where: { !$0.isWhitespace }) else { throw refusal(.emptyArgument(argument)) }
        let limit = 1024
        guard text.utf8.count <= limit else {
            throw refusal(.argumentTooLong(argument, length: text.utf8.count, limit: limit))
        }
        return text
    }

    func landType(_ word: String?) throws(CommandEnd) -> LandType? {
        guard let word else { return nil }
        guard let landType = LandType(word: word) else { throw refusal(.unknownLandType(word)) }
        return landType
    }

    func date(_ text: String?) throws(CommandEnd) -> CalendarDate? {
        guard let text else { return nil }
        guard let date = CalendarDate(text) else { throw refusal(.badDate(text)) }
        return date
    }
}
