import AnswerRendering
import GradeModel
import GradeStore
import SystemSupport

/// What must not be overlooked about the editions that a page rests on.
enum EditionWarnings {
    /// Of answers: an unsigned edition, one that its source took back.
    static func texts(_ answers: [LandTypeAnswer], _ language: Language) -> [Sentence] {
        let isUnsigned = answers.contains { $0.citation.origin == .unsigned }
        let withdrawn = Set(answers.compactMap(\.citation.withdrawn)).sorted()
        return (isUnsigned ? [language.origin(.unsigned)] : []) + withdrawn.map { language.withdrawn($0) }
    }

    /// Of the edition that a list is made from.
    static func texts(_ edition: EditionRecord?, _ language: Language) -> [Sentence] {
        guard let edition else { return [] }
        let withdrawn =
            edition.withdrawn.map { [Notice.listedFromWithdrawn(edition.id, day: $0).sentence(in: language)] } ?? []
        return (edition.origin == .unsigned ? [language.origin(.unsigned)] : []) + withdrawn
    }
}
