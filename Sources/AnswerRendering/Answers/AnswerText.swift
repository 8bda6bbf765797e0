package import GradeModel
import SystemSupport

/// An answer as text for people. Near names are not in it: they go to standard error.
package enum AnswerText {
    /// Lines of at most 80 columns where the data allows, the citation excepted; the last ends with a line end.
    static func text(_ answer: Answer, in sentences: any Sentences) -> String {
        guard let found = answer.matches.first else { return sentence(for: answer, in: sentences) + "\n" }
        if answer.matches.count > 1 { return AmbiguousText(answer: answer, sentences: sentences).text }
        return FoundText(question: answer.question, found: found, sentences: sentences).text
    }

    /// What is said of a question that no place answers.
    package static func sentence(for answer: Answer, in sentences: any Sentences) -> String {
        let question = answer.question
        return switch answer.outcome {
        case .unknownCounty: sentences.unknownCounty(question)
        case .unknownTownship: sentences.unknownTownship(question.place)
        case .noEdition: sentences.noEdition(question)
        case .unknownVillage where !answer.namedTownships.isEmpty:
            sentences.townshipOnly(
                answer.namedTownships.map { shown("\($0.county.name)\($0.township ?? "")") })
        // The first two have matches and do not come here.
        case .found, .ambiguous, .unknownVillage: sentences.unknownVillage(question.place)
        }
    }
}
