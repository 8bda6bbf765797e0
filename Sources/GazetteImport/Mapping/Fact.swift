import EditionPackage
import GradeModel
import SourceDocuments

/// A cell that names places, with the grade and the land types it gives them.
struct ScopeFact: Hashable {
    enum Mode: Hashable { case villages, scope, townships }

    /// Empty: the document does not say which.
    var landTypes: [LandType]
    /// The grade held; nil: the row's labels say none.
    var grade: Grade
    let printed: Grade
    let township: String?
    let text: String
    let mode: Mode
    let source: TableRow
    let place: SourcePlace
    var erratum: String?
}

struct PriceFact: Hashable {
    let landType: LandType
    let subtype: String?
    let grade: Grade
    let amount: String
    let unit: String?
    let source: TableRow
    let place: SourcePlace
}

/// A question before it has a number.
struct OpenQuestion {
    var kind: QuestionKind
    var place: SourcePlace?
    var source: TableRow?
    var text: String
    var landTypes: [LandType] = []
    var grade: Grade?
    var printed: Grade?
    var erratum: String?
    var township: String?
    var attribute: DefinitionAttribute?
    var part: CitationPart?
    var suggestion = ""
}
