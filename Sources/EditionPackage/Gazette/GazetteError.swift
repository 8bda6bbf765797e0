public import GradeModel

/// Why a gazette can't be imported, and where. `description` is the whole sentence, with the remedy.
public struct GazetteError: Error, Hashable, Sendable {
    /// The line of the text, from 1.
    public let line: Int?
    public let problem: GazetteProblem

    init(line: Int?, _ problem: GazetteProblem) {
        self.line = line
        self.problem = problem
    }
}

/// What a citation needs and the text is searched for.
public enum CitationPart: String, CaseIterable, Hashable, Sendable {
    case number, registration, title, issuer, issued, publication, countyName, id
}

public enum GazetteProblem: Hashable, Sendable {
    case unreadable(String)
    case notRegularFile
    case tooLarge(limit: Int)
    case notUTF8
    case notText
    // Tables
    case noTables
    case noDefinitionTable
    case noGradeTable
    case secondTable(String, firstLine: Int)
    case tableNumber(expected: Int, found: Int)
    case noHeader(table: String)
    case badHeader(table: String, found: String)
    case noRows(table: String)
    case strayRow
    case endsInsideRow
    // Rows of a grade table
    case columnCount(table: String, expected: Int, found: Int)
    case noLabel(table: String)
    case unknownLabel(table: String, text: String)
    case emptyTownship(table: String)
    case badTownship(table: String, text: String)
    case emptyVillage(table: String)
    case badVillage(table: String, text: String)
    case villageTwice(landType: LandType, township: String, village: String, firstLine: Int)
    // The definition table
    case attributeMissing(String, LandType)
    case attributeTwice(String, LandType)
    case attributeEmpty(String)
    case unknownLandType(String)
    case badTerm(String)
    case badDate(String)
    case undefinedLandType(LandType)
    // Citation
    case missing(CitationPart)
    case severalDates([CalendarDate])
}
