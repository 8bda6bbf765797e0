import GradeModel

/// The base-price definitions of some land types as labelled lines, nothing said twice that is equal for all.
enum DefinitionText {
    static func write(_ definitions: [Definition], to lines: inout LabelledLines, in sentences: any Sentences) {
        let labels = sentences.labels
        func field(_ label: String, _ value: (Definition) -> String) {
            lines.field(label, sentences.collapsed(definitions.map { ($0.landType, value($0)) }))
        }
        field(labels.rights) { shown($0.rights) }
        field(labels.term) { sentences.years($0.termYears) }
        field(labels.infrastructure) { shown($0.infrastructure) }
        field(labels.valuationDate) { sentences.word($0.valuationDate) }
    }
}
