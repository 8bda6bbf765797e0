package import GradeModel
package import SystemSupport

/// The base-price definitions of some land types as labelled lines, nothing said twice that is equal for all.
package enum DefinitionText {
    static func write(_ definitions: [Definition], to lines: inout LabelledLines, in language: Language) {
        for field in fields(definitions, in: language) { lines.field(field.label, field.value) }
    }

    package static func fields(
        _ definitions: [Definition], in language: Language
    ) -> [(label: Sentence, value: Sentence)] {
        let labels = language.labels
        func field(_ label: Sentence, _ value: (Definition) -> Sentence) -> (label: Sentence, value: Sentence) {
            (label, language.collapsed(definitions.map { ($0.landType, value($0)) }))
        }
        return [
            field(labels.rights) { "\($0.rights)" },
            field(labels.term) { language.term($0) },
            field(labels.infrastructure) { "\($0.infrastructure)" },
            field(labels.valuationDate) { language.word($0.valuationDate) },
        ]
    }
}
