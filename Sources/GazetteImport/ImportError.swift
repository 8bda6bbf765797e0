public import GradeModel
public import SourceDocuments
import SystemSupport

/// Why nothing can be made of a document, and where. `description` is the whole sentence, with the remedy.
public struct ImportError: Error, Hashable, Sendable {
    public let place: SourcePlace?
    public let problem: ImportProblem

    public init(place: SourcePlace?, _ problem: ImportProblem) {
        self.place = place
        self.problem = problem
    }
}

/// What a citation needs and the document is searched for.
public enum CitationPart: String, CaseIterable, Hashable, Sendable {
    case number, registration, title, issuer, issued, publication, countyName, id
}

public enum ImportProblem: Hashable, Sendable {
    /// No table of the document is about grades or prices of our land; the headers that were seen.
    case noTables(seen: [String])
    case noGradeTable
    /// A caption without a table below it.
    case announced(String)
    case otherCounty(found: String, expected: String)
    case secondTable(LandType, table: String, first: String)
    case secondDefinitions(first: String)
    case noSuchRight(String, known: [String])
    case endsInsideRow
    // The list of places
    case places(String)
    case placesHeader(String)
    case placesRow(line: Int, text: String)
}

extension ImportError: CustomStringConvertible {
    /// `line 197: 表2 …`.
    public var description: String { (place.map { $0.words.isEmpty ? "" : $0.words + ": " } ?? "") + problem.sentence }
}

extension SourcePlace {
    /// `line 12`; `table 2, row 3, column 1`; `sheet "地价", row 3, column 2`.
    public var words: String {
        if let line { return "line \(line)" + (column.map { ", column \($0)" } ?? "") }
        var parts: [String] = []
        if let sheet { parts.append("sheet \(quoted(sheet))") }
        if let page { parts.append("page \(page)") }
        if let table, sheet == nil { parts.append("table \(table)") }
        if let row { parts.append("row \(row)") }
        if let column { parts.append("column \(column)") }
        return parts.joined(separator: ", ")
    }

    /// `第12行`; `第2个表第3行第1列`; `工作表“地价”第3行第2列`.
    public var chinese: String {
        if let line { return "第\(line)行" + (column.map { "第\($0)栏" } ?? "") }
        var text = ""
        if let sheet { text += "工作表“\(sheet)”" }
        if let page { text += "第\(page)页" }
        if let table, sheet == nil { text += "第\(table)个表" }
        if let row { text += "第\(row)行" }
        if let column { text += "第\(column)列" }
        return text
    }
}

extension ImportProblem {
    var sentence: String {
        switch self {
        case .noTables(let seen):
            "no table of grades or base prices of 园地, 林地 or 草地 was found; "
                + (seen.isEmpty
                    ? "there is no table at all: is the annex in a file of its own, or a picture?"
                    : "headers seen: \(seen.map(quoted).joined(separator: "; ")); is this the right document?")
        case .noGradeTable:
            "base prices or definitions, and no table that says which place has which grade; "
                + "name the file with the grade tables too"
        case .announced(let caption):
            "\(quoted(caption)) is announced and no table follows; if it is a picture or in another file, "
                + "get it as a table and name that file too"
        case .otherCounty(let found, let expected):
            "the caption names \(found), not \(expected); correct --county-name, or leave only one county's tables"
        case .secondTable(let landType, let table, let first):
            "\(table) grades \(landType.name) again, after \(first); leave only one document's tables"
        case .secondDefinitions(let first):
            "a second definition table, after \(first); leave only one document's tables"
        case .noSuchRight(let right, let known):
            "--rights \(quoted(right)): the document's rights are \(known.joined(separator: "、")); name one of them"
        case .endsInsideRow:
            "the text ends inside a table row, without a line end; if nothing is missing, end the last line"
        case .places(let reason): "the list of places can't be read: \(reason)"
        case .placesHeader(let header):
            "the list of places needs the columns township and village (乡镇, 村); it has \(quoted(header))"
        case .placesRow(let line, let text):
            "the list of places, line \(line): \(quoted(text)) is no township and village; correct the row"
        }
    }
}
