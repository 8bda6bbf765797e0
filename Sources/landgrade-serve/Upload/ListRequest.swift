import AnswerRendering
import GradeModel
import ListChecking
import LookupService
import ParcelValidation
import SystemSupport
import TabularText

/// What is asked about an uploaded list: the options of the command `validate`, by the same names.
struct ListRequest: Sendable {
    /// `reading`: how the list would be read; nothing is judged.
    enum Form: String, CaseIterable { case csv, jsonl, xlsx, gpkg, summary, reading }

    static let parameters: Set<String> = [
        "encoding", "delimiter", "columns", "land_type", "county", "as_of", "compare_with", "format", "only_problems",
        "safe_cells", "output_encoding", "lang", "sheet", "header_row", "layer", "no_code_check", "units",
        "prices", "words", "verdict", "only_township",
    ]

    /// With the fields that only the page's form has: a column and a unit for each role, and the step.
    static let formParameters: Set<String> = parameters.union(["step"]).union(
        ColumnRole.allCases.map { "column_\($0.rawValue)" }
    ).union(ColumnRole.figures.map { "unit_\($0.rawValue)" })

    /// In `only_township`: rows without a place.
    static let noTownship = "-"

    let reading: ListReading
    let county: String?
    let asOf: CalendarDate?
    let compareWith: EditionID?
    let form: Form
    let language: Language
    /// Which rows are wanted: those of these verdicts, and of these townships.
    let wanted: (verdicts: Set<Verdict>?, townships: Set<String>?)
    /// Values of the form's other fields, to be shown again.
    let chosen: [String: String]
    /// Without the county, which only a store can tell.
    let options: ValidationOptions

    /// - Parameter form: as the page's form sends it.
    init(_ parameters: QueryParameters, language: Language, form isForm: Bool = false) throws(Problem) {
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
        let asked = try word("format", Form.judged.map(\.rawValue)) { text in
            Form(rawValue: text).flatMap { Form.judged.contains($0) ? $0 : nil }
        }
        form = isForm && parameters["step"] == Form.reading.rawValue ? .reading : asked ?? .csv
        self.language = try word("lang", ["zh", "en"]) { Language(rawValue: $0) } ?? language
        var options = ValidationOptions()
        let landType = parameters["land_type"]
        options.landKind = landType.map { LandKind($0) } ?? .any
        if let known = landType.flatMap({ LandKind.landType($0, []) }) {
            options.landType = known
        } else {
            options.landType = try Inquiry.landTypeNamed(landType)
        }
        options.columns =
            try word("columns", ColumnRole.allCases.map { "\($0.rawValue)=NAME" }) { ColumnRoles.read($0) } ?? [:]
        options.units =
            try word(
                "units",
                ColumnRole.figures.flatMap { role in ListUnit.words(of: role).map { "\(role.rawValue)=\($0)" } }
            ) {
                ListUnit.read($0)
            } ?? [:]
        if isForm {
            for role in ColumnRole.allCases {
                guard let column = parameters["column_\(role.rawValue)"] else { continue }
                // 0: there is none.
                options.columns[role] = column == "0" ? "" : column
            }
            for role in ColumnRole.figures {
                let unit = try word("unit_\(role.rawValue)", ListUnit.words(of: role)) { ListUnit(word: $0, of: role) }
                if let unit { options.units[role] = unit }
            }
        }
        options.prices = try parameters.flag("prices")
        options.form = form.output
        // What a person downloads is for people; the page's script asks for codes.
        options.words = isForm && parameters["words"] == nil ? form != .jsonl : try parameters.flag("words")
        options.verdicts =
            try word("verdict", Verdict.allCases.map(\.rawValue)) { text in
                let verdicts = Verdict.words(text).map { Verdict(rawValue: $0) }
                return verdicts.contains(nil) ? nil : Set(verdicts.compactMap(\.self))
            }
        options.townships = try parameters["only_township"].map { name throws(Problem) in
            [name == Self.noTownship ? "" : try Inquiry.checked(name, .township)]
        }
        options.onlyProblems = try parameters.flag("only_problems")
        options.checksCodes = try !parameters.flag("no_code_check")
        options.safeCells = try parameters.flag("safe_cells")
        if let name = try word("output_encoding", encodings + ["utf-8-bom"], { OutputEncodingName($0) }) {
            options.outputEncoding = name.encoding
            options.outputMark = name.hasMark
        } else if isForm, form == .csv {
            // As Excel opens it.
            (options.outputEncoding, options.outputMark) = (.utf8, true)
        }
        options.language = self.language
        options.isComparing = compareWith != nil
        // One thread, so that a list leaves the other processor to look-ups; blocks small enough to send one by one.
        options.threads = 1
        options.chunk = 256 << 10
        wanted = (options.verdicts, options.townships)
        if form == .gpkg, options.onlyProblems {
            throw .badValue(parameter: "only_problems", value: "true", allowed: ["verdict=mismatch,…"])
        }
        if form == .jsonl, options.words {
            throw .badValue(parameter: "words", value: "true", allowed: ["false"])
        }
        // A copy of a database gets cells for all its rows; those that are left out are taken out of it.
        if form == .gpkg { (options.verdicts, options.townships) = (nil, nil) }
        self.options = options
        chosen = ["county", "land_type", "as_of", "compare_with"].reduce(into: [:]) { $0[$1] = parameters[$1] }
        reading.chunk = options.chunk
        reading.columns = options.columns
        reading.landTypeIsTold = options.landType != nil
        self.reading = reading
    }
}

extension ListRequest.Form {
    /// Those that an answer can have.
    static let judged: [ListRequest.Form] = [.csv, .jsonl, .xlsx, .gpkg, .summary]

    /// What the validator writes for it.
    var output: ValidationOptions.Form {
        switch self {
        case .csv, .summary, .reading: .csv
        case .jsonl: .jsonl
        case .xlsx: .cells
        case .gpkg: .ourCells
        }
    }
}
