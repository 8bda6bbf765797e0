package import GradeModel
package import SystemSupport

/// An answer as text for people. Near names are not in it: they go to standard error.
package enum AnswerText {
    /// Lines of at most 80 columns where the data allows, the citation excepted; the last ends with a line end.
    static func text(_ answer: Answer, in language: Language) -> String {
        guard let found = answer.matches.first else { return sentence(for: answer, in: language).text + "\n" }
        if answer.matches.count > 1 { return AmbiguousText(answer: answer, language: language).text }
        return FoundText(question: answer.question, found: found, language: language).text
    }

    /// What is said of a question that no place answers.
    package static func sentence(for answer: Answer, in language: Language) -> Sentence {
        let question = answer.question
        return switch answer.outcome {
        case .unknownCounty: language.unknownCounty(question)
        case .unknownTownship: language.unknownTownship(question.place)
        case .noEdition: Notice.noEdition(county: question.county, date: question.asOf).sentence(in: language)
        case .unknownVillage where !answer.namedTownships.isEmpty:
            language.townshipOnly(answer.namedTownships.map { "\($0.county.name)\($0.township ?? "")" })
        // The first two have matches and do not come here.
        case .found, .ambiguous, .unknownVillage: language.unknownVillage(question.place)
        }
    }
}
