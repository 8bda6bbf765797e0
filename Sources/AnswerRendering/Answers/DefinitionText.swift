package import GradeModel
import SystemSupport

/// The base-price definitions of some land types as labelled lines, nothing said twice that is equal for all.
package enum DefinitionText {
    static func write(_ definitions: [Definition], to lines: inout LabelledLines, in sentences: any Sentences) {
        for field in fields(definitions, in: sentences) { lines.field(field.label, field.value) }
    }

    package static func fields(
        _ definitions: [Definition], in sentences: any Sentences
    ) -> [(label: String, value: String)] {
        let labels = sentences.labels
        func field(_ label: String, _ value: (Definition) -> String) -> (label: String, value: String) {
            (label, sentences.collapsed(definitions.map { ($0.landType, value($0)) }))
        }
        return [
            field(labels.rights) { shown($0.rights) },
            field(labels.term) { sentences.term($0) },
            field(labels.infrastructure) { shown($0.infrastructure) },
            field(labels.valuationDate) { sentences.word($0.valuationDate) },
        ]
    }
}
