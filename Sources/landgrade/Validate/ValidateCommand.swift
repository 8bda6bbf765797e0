import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeModel
import ListChecking
import ParcelValidation
import SystemSupport
import TabularText

struct ValidateCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Judge every row of a parcel list, and say why.",
        discussion: """
            Reads CSV or TSV in UTF-8, GB18030 (GBK) or UTF-16 from a file or from
            standard input, and writes it back row by row, byte for byte, with our
            columns behind. Takes XLSX workbooks, GeoPackage and SQLite files and DBF
            tables (shapefiles) as they are, and tells them by their content. Our
            columns: verdict, matched place and rule, land type, grade, edition
            and a note. Which column is taken for what is said first. Of a list with
            unit prices or amounts it adds the official base price, what the parcel
            comes to, and whether what is declared is right.

            EXAMPLES
              landgrade validate parcels.csv -o checked.csv
              landgrade validate parcels.csv --only-problems > to-check.csv
              landgrade validate 地块.xlsx --sheet 一组 -o checked.xlsx
              landgrade validate parcels.gpkg --layer 地块 -o checked.gpkg
              landgrade validate --columns village=村名,township=3 parcels.csv
              landgrade validate --land-type 园地 --county 430624 - < orchards.tsv
              landgrade validate --units unit_price=元/亩,area=亩,amount=元 prices.csv
              landgrade validate --compare-with 430624-2027-3 parcels.csv -o changes.csv

            EXIT STATUS
              0 all rows fine; 1 some need attention; 2 the list could not be judged;
              64 usage
            """)

    @Argument(help: ArgumentHelp("The list; - or nothing: standard input.", valueName: "list"))
    var list: String?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The checked list; else standard output. Named .xlsx a workbook; of a GeoPackage or SQLite list named .gpkg or .sqlite a copy of it with our columns.",
            valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("utf-8, gb18030 (gbk), utf-16le, utf-16be.", valueName: "name"))
    var encoding: String?

    @Option(help: ArgumentHelp("comma, tab, semicolon, full-width-comma.", valueName: "name"))
    var delimiter: String?

    @Option(
        help: ArgumentHelp(
            "role=NAME or role=NUMBER, with commas between; roles: county, township, village, address, land_type, grade, parcel_id, area, unit_price, amount. Nothing behind = says that there is none.",
            valueName: "columns"))
    var columns: String?

    @Option(
        help: ArgumentHelp(
            "Units of columns whose headers have none, as in the example above; roles: unit_price, area, amount.",
            valueName: "units"))
    var units: String?

    @Flag(help: "Add the official base prices, and what each parcel comes to, also where no price is declared.")
    var prices = false

    @Option(help: ArgumentHelp("Of a workbook: the sheet, by name or number.", valueName: "sheet"))
    var sheet: String?

    @Option(
        help: ArgumentHelp(
            "Of a workbook or text: the row or line the header begins in; else it is found.", valueName: "row"))
    var headerRow: Int?

    @Option(help: ArgumentHelp("Of a GeoPackage or SQLite file: the layer or table.", valueName: "layer"))
    var layer: String?

    @Option(help: ArgumentHelp("The land type of every row.", valueName: "type"))
    var landType: String?

    @Option(help: ArgumentHelp("The county of every row, by code or name.", valueName: "county"))
    var county: String?

    @Option(help: ArgumentHelp("Judge by the edition in force on this day, YYYY-MM-DD.", valueName: "date"))
    var asOf: String?

    @Option(
        help: ArgumentHelp("Judge by this edition, whichever is in force; it knows one county.", valueName: "edition"))
    var edition: String?

    @Option(help: ArgumentHelp("Add the grade under this edition and flag changes.", valueName: "edition"))
    var compareWith: String?

    @Flag(help: "Leave out what parcel codes say (the column landgrade_warning).")
    var noCodeCheck = false

    @Option(help: ArgumentHelp("csv (the list and our columns) or jsonl.", valueName: "format"))
    var format: String?

    @Flag(help: "Leave out rows nobody has to look at.")
    var onlyProblems = false

    @Option(
        help: ArgumentHelp(
            "Only rows of these verdicts, with commas between; may be given again. They are counted all the same.",
            valueName: "verdicts"))
    var verdict: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only rows matched to this township; may be given again; empty: rows without a place.", valueName: "name"))
    var onlyTownship: [String] = []

    @Option(
        help: ArgumentHelp(
            "codes or words: what our columns are called and hold; words are Chinese. Else words in a workbook.",
            valueName: "form"))
    var headings: String?

    @Flag(help: "With --compare-with: only rows whose grade that edition changes.")
    var onlyChanged = false

    @Flag(help: "Make the list's own cells safe for a spreadsheet too.")
    var safeCells = false

    @Option(help: ArgumentHelp("As --encoding, or utf-8-bom (for Excel); else the list's own.", valueName: "name"))
    var outputEncoding: String?

    @Option(
        help: ArgumentHelp("text (on standard error), json (on standard output, with -o) or none.", valueName: "form"))
    var summary: String?

    @Flag(help: "Count verdicts by township in the summary too.")
    var byTownship = false

    @OptionGroup var storeOption: StoreOption
    @OptionGroup var languageOption: LanguageOption

    func validate() throws {
        try known(encoding, "--encoding takes utf-8, gb18030, gbk, utf-16le or utf-16be") { TextEncoding(name: $0) }
        try known(
            outputEncoding, "--output-encoding takes utf-8, utf-8-bom, gb18030, gbk, utf-16le or utf-16be"
        ) { OutputEncodingName($0) }
        try known(delimiter, "--delimiter takes comma, tab, semicolon or full-width-comma") { Delimiter(word: $0) }
        try known(format, "--format takes csv or jsonl") { ["csv", "jsonl"].contains($0) ? true : nil }
        try known(summary, "--summary takes text, json or none") { SummaryForm(rawValue: $0) }
        try known(compareWith, "--compare-with takes an edition id, 430624-2027-3") { EditionID($0) }
        try known(edition, "--edition takes an edition id, 430624-2025-1") { EditionID($0) }
        try known(headings, "--headings takes codes or words") { ["codes", "words"].contains($0) ? true : nil }
        if edition != nil, asOf != nil {
            throw ArgumentParser.ValidationError(
                "--edition and --as-of each say which edition counts: give one of them")
        }
        if summary == SummaryForm.json.rawValue, output == nil {
            throw ArgumentParser.ValidationError("--summary json needs -o: the checked list has standard output")
        }
        if format == ValidationOptions.Form.jsonl.rawValue,
            outputEncoding.flatMap(OutputEncodingName.init)?.hasMark == true
        {
            throw ArgumentParser.ValidationError("--format jsonl has no byte-order mark: use --output-encoding utf-8")
        }
        if let output, let suffix = OutputKind.refusedExtension(of: output) {
            throw ArgumentParser.ValidationError(
                "-o writes no .\(suffix): name the file .csv, .tsv or .txt (text), .jsonl (with --format jsonl), .xlsx (a workbook), or .gpkg or .sqlite (a copy of such a list)"
            )
        }
        if format == ValidationOptions.Form.jsonl.rawValue, headings == "words" {
            throw ArgumentParser.ValidationError("--format jsonl is for programs: its keys are codes")
        }
        if onlyChanged, compareWith == nil {
            throw ArgumentParser.ValidationError("--only-changed needs --compare-with: the edition that changes grades")
        }
        for word in verdictWords where Verdict(rawValue: word) == nil {
            let given: Sentence = "\(word, columns: 40)"
            throw ArgumentParser.ValidationError(
                "--verdict takes \(Verdict.allCases.map(\.rawValue).joined(separator: ", ")); not ‘\(given)’"
            )
        }
        if let headerRow, headerRow < 1 {
            throw ArgumentParser.ValidationError("--header-row takes the number of a row, from 1")
        }
        _ = try columnRoles()
        _ = try listUnits()
    }

    private var verdictWords: [String] {
        verdict.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    /// Nil: all.
    var verdicts: Set<Verdict>? { verdict.isEmpty ? nil : Set(verdictWords.compactMap(Verdict.init(rawValue:))) }

    private func known<Value>(_ word: String?, _ remedy: String, _ read: (String) -> Value?) throws {
        if let word, read(word) == nil { throw ArgumentParser.ValidationError(remedy) }
    }

    func columnRoles() throws -> [ColumnRole: String] {
        guard let roles = ColumnRoles.read(columns ?? "") else {
            throw ArgumentParser.ValidationError(
                "--columns takes role=NAME or role=NUMBER, each role once: "
                    + ColumnRole.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return roles
    }

    func listUnits() throws -> [ColumnRole: ListUnit] {
        guard let units = ListUnit.read(units ?? "") else {
            let known = [ColumnRole.unitPrice, .area, .amount].map { role in
                "\(role.rawValue)=" + ListUnit.words(of: role).joined(separator: "|")
            }
            throw ArgumentParser.ValidationError(
                "--units takes role=UNIT, with commas between, each role once: " + known.joined(separator: ", "))
        }
        return units
    }

    var program: Program { landgrade.program }

    var language: Language { languageOption.language }

    func perform() throws { try ListCheck(self).run() }
}

enum SummaryForm: String {
    case text, json, none
}
