import AnswerRendering
import GradeModel
import GradeStore

/// What must not be overlooked about the editions that a page rests on.
enum EditionWarnings {
    /// Of answers: an unsigned edition, one that its source took back.
    static func texts(_ answers: [LandTypeAnswer], _ sentences: any Sentences) -> [String] {
        let isUnsigned = answers.contains { $0.citation.origin == .unsigned }
        let withdrawn = Set(answers.compactMap(\.citation.withdrawn)).sorted()
        return (isUnsigned ? [sentences.origin(.unsigned)] : []) + withdrawn.map(sentences.withdrawn)
    }

    /// Of the edition that a list is made from.
    static func texts(_ edition: EditionRecord?, _ sentences: any Sentences) -> [String] {
        guard let edition else { return [] }
        let withdrawn = edition.withdrawn.map { [sentences.listedFromWithdrawn(edition.id, day: $0)] } ?? []
        return (edition.origin == .unsigned ? [sentences.origin(.unsigned)] : []) + withdrawn
    }
}
