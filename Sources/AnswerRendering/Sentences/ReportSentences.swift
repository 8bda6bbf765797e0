package import GradeModel

/// What `status`, `verify`, `init` and `import` say.
package protocol ReportSentences: Sendable {
    var reportLabels: ReportLabels { get }
    func generation(file: String, layout: Int) -> String
    func extent(counties: Int, editions: Int, villages: Int, entries: Int) -> String
    func edition(_ edition: ReportedEdition) -> String
    func moreEditions(_ count: Int) -> String
    var generationLabels: GenerationLabels { get }
    func word(_ state: GenerationRow.State) -> String
    /// Behind the state of the generation that the link names.
    var currentMark: String { get }
}

package struct GenerationLabels: Sendable {
    let generation: String
    let made: String
    let editions: String
    let bytes: String
    let state: String
}

package struct ReportLabels: Sendable {
    let store: String
    let generation: String
    let contents: String
    let edition: String
}
