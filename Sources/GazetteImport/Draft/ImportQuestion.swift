import EditionPackage
import EditionPublishing
public import GradeModel
public import SourceDocuments

/// Something that a person has to decide before a package can be made.
public struct ImportQuestion: Hashable, Sendable {
    /// `Q1`, in the document's order.
    public let id: String
    public let kind: QuestionKind
    public let place: SourcePlace?
    /// The row of the document as the package would cite it, where the question is about one.
    public let source: TableRow?
    /// The text of the document that the question is about, or the word of what is missing.
    public let text: String
    /// What is known of the entry: the answer adds the names to it.
    public let landTypes: [LandType]
    public let grade: Grade?
    public let printedGrade: Grade?
    /// Of the row's label, where what is held is not what is printed.
    public let erratum: String?
    public let township: String?
    /// For `.definition`: which attribute of `landTypes`.
    public let attribute: DefinitionAttribute?
    /// For `.citation`.
    public let part: CitationPart?
    /// What the program would take, for a person to confirm; empty where it has no suggestion.
    public let suggestion: String

    public init(
        id: String, kind: QuestionKind, place: SourcePlace?, source: TableRow? = nil, text: String,
        landTypes: [LandType] = [], grade: Grade? = nil, printedGrade: Grade? = nil, erratum: String? = nil,
        township: String? = nil, attribute: DefinitionAttribute? = nil, part: CitationPart? = nil,
        suggestion: String = ""
    ) {
        self.id = id
        self.kind = kind
        self.place = place
        self.source = source
        self.text = text
        self.landTypes = landTypes
        self.grade = grade
        self.printedGrade = printedGrade
        self.erratum = erratum
        self.township = township
        self.attribute = attribute
        self.part = part
        self.suggestion = suggestion
    }
}

/// What a question is about, and so which answers it takes.
public enum QuestionKind: String, CaseIterable, Hashable, Sendable {
    // Answered with names of villages (between 、, a part in brackets behind its village), 全域, or 无.
    case partOfVillage = "part_of_village"
    case joinedNames = "joined_names"
    case countedNames = "counted_names"
    case boundary
    case exceptVillages = "except_villages"
    case restOfTownship = "rest_of_township"
    case shortName = "short_name"
    case phrase
    case unknownTownship = "unknown_township"
    case wholeCounty = "whole_county"
    case wholeAndVillages = "whole_and_villages"
    case villageTwice = "village_twice"
    // Answered with the value itself.
    case citation
    case definition
    case price
    case rights
    // Answered with 是, after the facts were looked through or corrected.
    case labels
    case aligned
    case unknownTable = "unknown_table"
    case unknownColumn = "unknown_column"
    case landTypeOfTable = "land_type_of_table"
    case note
    case row

    /// Answered with names that become entries.
    public var takesPlaces: Bool {
        switch self {
        case .partOfVillage, .joinedNames, .countedNames, .boundary, .exceptVillages, .restOfTownship, .shortName,
            .phrase,
            .unknownTownship, .wholeCounty, .wholeAndVillages, .villageTwice:
            true
        default: false
        }
    }
}

extension PlaceName.Doubt {
    var question: QuestionKind {
        switch self {
        case .whole, .phrase: .phrase
        case .except: .exceptVillages
        case .rest: .restOfTownship
        case .part, .somePart: .partOfVillage
        case .joined: .joinedNames
        case .counted: .countedNames
        case .boundary: .boundary
        case .noEnding: .shortName
        }
    }
}
