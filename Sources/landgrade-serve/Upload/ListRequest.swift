import AnswerRendering
import GradeModel
import ListChecking
import LookupService
import ParcelValidation
import SystemSupport
import TabularText

/// What is asked about an uploaded list: the options of the command `validate`, by the same names.
struct ListRequest: Sendable {
    enum Form: String, CaseIterable { case csv, jsonl, summary }

    static let parameters: Set<String> = [
        "encoding", "delimiter", "columns", "land_type", "county", "as_of", "compare_with", "format", "only_problems",
        "safe_cells", "output_encoding", "lang", "sheet", "header_row", "layer", "no_code_check", "units",
        "prices",
    ]

    let reading: ListReading
    let county: String?
    let asOf: CalendarDate?
    let compareWith: EditionID?
    let form: Form
    let language: Language
    /// Without the county, which only a store can tell.
    let options: ValidationOptions

    init(_ parameters: QueryParameters, language: Language) throws(Problem) {
        func word<Value>(_ name: String, _ allowed: [String], _ read: (String) -> Value?) throws(Problem) -> Value? {
            guard let text = parameters[name] else { return nil }
            guard let value = read(text) else { throw .badValue(parameter: name, value: text, allowed: allowed) }
            return value
        }
        let encodings = TextEncoding.allCases.map(\.rawValue) + ["gbk"]
        var reading = ListReading()
        reading.encoding = try word("encoding", encodings) { TextEncoding(name: $0) }
        reading.delimiter = try word("delimiter", ["comma", "tab", "semicolon", "full-width-comma"]) {
            Delimiter(word: $0)
        }
        reading.sheet = parameters["sheet"]
        reading.headerRow = try word("header_row", ["1", "2 …"]) { text in
            text.utf8.count <= 7 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
        }
        reading.layer = parameters["layer"]
        county = parameters["county"]
        asOf = try Inquiry.date(parameters["as_of"])
        compareWith = try word("compare_with", ["430624-2025-1 …"]) { EditionID($0) }
        form = try word("format", Form.allCases.map(\.rawValue)) { Form(rawValue: $0) } ?? .csv
        self.language = try word("lang", ["zh", "en"]) { Language(rawValue: $0) } ?? language
        var options = ValidationOptions()
        options.landType = try Inquiry.landTypeNamed(parameters["land_type"])
        options.columns =
            try word("columns", ColumnRole.allCases.map { "\($0.rawValue)=NAME" }) { ColumnRoles.read($0) } ?? [:]
        options.units =
            try word(
                "units",
                ColumnRole.figures.flatMap { role in ListUnit.words(of: role).map { "\(role.rawValue)=\($0)" } }
            ) {
                ListUnit.read($0)
            } ?? [:]
        options.prices = try parameters.flag("prices")
        options.form = form == .jsonl ? .jsonl : .csv
        options.onlyProblems = try parameters.flag("only_problems")
        options.checksCodes = try !parameters.flag("no_code_check")
        options.safeCells = try parameters.flag("safe_cells")
        options.outputEncoding = try word("output_encoding", encodings) { TextEncoding(name: $0) }
        options.language = self.language
        options.isComparing = compareWith != nil
        // One thread, so that a list leaves the other processor to look-ups; blocks small enough to send one by one.
        options.threads = 1
        options.chunk = 256 << 10
        self.options = options
        reading.chunk = options.chunk
        reading.columns = options.columns
        reading.landTypeIsTold = options.landType != nil
        self.reading = reading
    }
}
