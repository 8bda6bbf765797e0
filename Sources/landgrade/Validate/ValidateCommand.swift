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
        abstract: .help(zh: "逐行核对宗地清单，并说明理由。", en: "Judge every row of a parcel list, and say why."),
        discussion: .help(
            zh: """
                读取文件或标准输入中的 CSV、TSV（UTF-8、GB18030（GBK）或 UTF-16），逐行照原样写出，并在后面加上核对结果\
                各列。XLSX 工作簿、GeoPackage 和 SQLite 文件、DBF 表（shapefile）可直接读取，按内容识别。结果各列：结论、\
                匹配的地名和方式、土地类型、级别、成果版本、说明。哪一列当作什么，先予说明。清单有单价或总价的，另加公布的\
                基准地价、宗地合计，以及所报价格是否相符。

                示例
                  landgrade validate parcels.csv -o checked.csv
                  landgrade validate parcels.csv --only-problems > to-check.csv
                  landgrade validate 地块.xlsx --sheet 一组 -o checked.xlsx
                  landgrade validate parcels.gpkg --layer 地块 -o checked.gpkg
                  landgrade validate --columns village=村名,township=3 parcels.csv
                  landgrade validate --land-type 园地 --county 430624 - < orchards.tsv
                  landgrade validate --units unit_price=元/亩,area=亩,amount=元 prices.csv
                  landgrade validate --compare-with 430624-2027-3 parcels.csv -o changes.csv

                退出状态
                  0 各行都没有问题；1 有的行需要处理；2 清单无法核对；64 命令行有误
                """,
            en: """
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
                """))

    @Argument(
        help: ArgumentHelp(
            zh: "宗地清单；写 - 或不写为标准输入。", en: "The list; - or nothing: standard input.",
            value: .init(zh: "清单", en: "list")))
    var list: String?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            zh:
                "核对后的清单；不写则为标准输出。名称以 .jsonl 结尾的为 JSON 行，以 .xlsx 结尾的为工作簿；清单是 GeoPackage 或 SQLite 的，以 .gpkg 或 .sqlite 结尾的为其副本，加上结果各列。",
            en:
                "The checked list; else standard output. Named .jsonl JSON lines, .xlsx a workbook; of a GeoPackage or SQLite list named .gpkg or .sqlite a copy of it with our columns.",
            value: .file))
    var output: String?

    @Option(
        help: ArgumentHelp(
            zh: "清单的编码：utf-8、gb18030（gbk）、utf-16le、utf-16be。", en: "utf-8, gb18030 (gbk), utf-16le, utf-16be.",
            value: .name))
    var encoding: String?

    @Option(
        help: ArgumentHelp(
            zh: "分隔符：comma（逗号）、tab（制表符）、semicolon（分号）、full-width-comma（全角逗号）。",
            en: "comma, tab, semicolon, full-width-comma.", value: .name))
    var delimiter: String?

    @Option(
        help: ArgumentHelp(
            zh:
                "各列的用途，写作 用途=列名 或 用途=列号，以逗号分隔；用途：county（县）、township（乡镇）、village（村）、address（地址）、land_type（土地类型）、grade（级别）、parcel_id（宗地编号）、area（面积）、unit_price（单价）、amount（总价）。= 后面不写的表示没有这一列。",
            en:
                "role=NAME or role=NUMBER, with commas between; roles: county, township, village, address, land_type, grade, parcel_id, area, unit_price, amount. Nothing behind = says that there is none.",
            value: .init(zh: "各列", en: "columns")))
    var columns: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "表头没有写单位的列的单位，见上面的示例；用途：unit_price（单价）、area（面积）、amount（总价）。",
            en: "Units of columns whose headers have none, as in the example above; roles: unit_price, area, amount.",
            value: .init(zh: "单位", en: "units")))
    var units: [String] = []

    @Flag(
        help: ArgumentHelp(
            zh: "没有所报价格的清单，也加上公布的基准地价和宗地合计。",
            en: "Add the official base prices, and what each parcel comes to, also where no price is declared."))
    var prices = false

    @Option(
        help: ArgumentHelp(
            zh: "工作簿中的工作表，写名称或序号。", en: "Of a workbook: the sheet, by name or number.",
            value: .init(zh: "工作表", en: "sheet")))
    var sheet: String?

    @Option(
        help: ArgumentHelp(
            zh: "工作簿或文本中表头开始的行；不写则自动查找。",
            en: "Of a workbook or text: the row or line the header begins in; else it is found.",
            value: .init(zh: "行号", en: "row")))
    var headerRow: Int?

    @Option(
        help: ArgumentHelp(
            zh: "GeoPackage 或 SQLite 文件中的图层或表。", en: "Of a GeoPackage or SQLite file: the layer or table.",
            value: .init(zh: "图层", en: "layer")))
    var layer: String?

    @Option(
        help: ArgumentHelp(
            zh: "各行的土地类型，如 园地；或其中一种，如 果园。", en: "The land type of every row, as 园地; or a kind of it, as 果园.",
            value: .landType))
    var landType: String?

    @Option(help: ArgumentHelp(zh: "各行所在的县，写代码或名称。", en: "The county of every row, by code or name.", value: .county))
    var county: String?

    @Option(
        help: ArgumentHelp(
            zh: "按这一天适用的成果版本核对，如 2025-06-30。",
            en: "Judge by the edition in force on this day, YYYY-MM-DD.", value: .date))
    var asOf: String?

    @Option(
        help: ArgumentHelp(
            zh: "按这一成果版本核对，不论何时适用；一个版本只有一个县。",
            en: "Judge by this edition, whichever is in force; it knows one county.", value: .edition))
    var edition: String?

    @Option(
        help: ArgumentHelp(
            zh: "加上这一成果版本的级别，并标出变化。", en: "Add the grade under this edition and flag changes.", value: .edition))
    var compareWith: String?

    @Flag(
        help: ArgumentHelp(
            zh: "不核对宗地代码（landgrade_warning 列）。",
            en: "Leave out what parcel codes say (the column landgrade_warning)."))
    var noCodeCheck = false

    @Option(
        help: ArgumentHelp(
            zh: "csv（清单加结果各列）或 jsonl；不写则按 -o 的名称。",
            en: "csv (the list and our columns) or jsonl; else as -o is named.", value: .format))
    var format: String?

    @Flag(help: ArgumentHelp(zh: "只写出需要处理的行。", en: "Leave out rows nobody has to look at."))
    var onlyProblems = false

    @Option(
        help: ArgumentHelp(
            zh: "只写出这些结论的行，以逗号分隔，可写多次；其余的行仍计数。",
            en: "Only rows of these verdicts, with commas between; may be given again. They are counted all the same.",
            value: .init(zh: "结论", en: "verdicts")))
    var verdict: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "只写出匹配到这个乡镇的行，可写多次；空名称指没有匹配到的行。",
            en: "Only rows matched to this township; may be given again; an empty name: rows without a place.",
            value: .name))
    var onlyTownship: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "结果各列的列名和内容：codes（代码）或 words（文字）；不写时工作簿为文字，其他为代码。",
            en: "What our columns are called and hold: codes or words; else words in a workbook and codes elsewhere.",
            value: .init(zh: "形式", en: "form")))
    var headings: String?

    @Flag(
        help: ArgumentHelp(
            zh: "与 --compare-with 同用：只写出级别有变化的行。",
            en: "With --compare-with: only rows whose grade that edition changes."))
    var onlyChanged = false

    @Flag(
        help: ArgumentHelp(
            zh: "清单原有的单元格也不致被电子表格当作公式。", en: "Make the list's own cells safe for a spreadsheet too."))
    var safeCells = false

    @Flag(
        help: ArgumentHelp(
            zh: "只写出结果各列，不写清单的列，供其他程序拼接：行数和顺序不变，单元格内不换行。",
            en:
                "Write our columns without the list's, for a program that has them: as many rows, in order, no line end in a cell."
        ))
    var onlyOurColumns = false

    @Flag(
        help: ArgumentHelp(
            zh: "与 --only-our-columns 同用：多行相同的结果只写一次，每行写其编号；二进制格式，写到标准输出。",
            en:
                "With --only-our-columns: a line that rows share once, and for every row the number of its line; binary, on standard output."
        ))
    var numbered = false

    @Option(
        help: ArgumentHelp(
            zh: "输出的编码：同 --encoding，另有 utf-8-bom（供 Excel）；不写则同清单。",
            en: "As --encoding, or utf-8-bom (for Excel); else the list's own.", value: .name))
    var outputEncoding: String?

    @Option(
        help: ArgumentHelp(
            zh: "汇总：text（写到标准错误输出）、json（写到标准输出，须有 -o）或 none（不写）。",
            en: "text (on standard error), json (on standard output, with -o) or none.",
            value: .init(zh: "形式", en: "form")))
    var summary: String?

    @Flag(
        help: ArgumentHelp(zh: "汇总中另按乡镇统计结论。", en: "Count verdicts by township in the summary too."))
    var byTownship = false

    @Option(
        help: ArgumentHelp(
            zh: "另把汇总以 JSON 写到这个文件；核对完成才写。",
            en: "Write the summary to this file too, as JSON; only once the list is judged.", value: .file))
    var summaryFile: String?

    @Flag(help: ArgumentHelp(zh: "标准错误输出只写错误。", en: "Write nothing but errors to standard error."))
    var quiet = false

    @Option(
        help: ArgumentHelp(
            zh: "按数据库的这一数据批次核对，不论当前是哪一批；编号见 landgrade generations。",
            en: "Judge by this generation of the store, whichever is current; landgrade generations has the numbers.",
            value: .init(zh: "编号", en: "number")))
    var generation: String?

    @OptionGroup var storeOption: StoreOption
    @OptionGroup var languageOption: LanguageOption

    func validate() throws {
        try known(
            encoding, zh: "--encoding 只能是 utf-8、gb18030、gbk、utf-16le 或 utf-16be",
            en: "--encoding takes utf-8, gb18030, gbk, utf-16le or utf-16be"
        ) { TextEncoding(name: $0) }
        try known(
            outputEncoding, zh: "--output-encoding 只能是 utf-8、utf-8-bom、gb18030、gbk、utf-16le 或 utf-16be",
            en: "--output-encoding takes utf-8, utf-8-bom, gb18030, gbk, utf-16le or utf-16be"
        ) { OutputEncodingName($0) }
        try known(
            delimiter, zh: "--delimiter 只能是 comma、tab、semicolon 或 full-width-comma",
            en: "--delimiter takes comma, tab, semicolon or full-width-comma"
        ) { Delimiter(word: $0) }
        try known(format, zh: "--format 只能是 csv 或 jsonl", en: "--format takes csv or jsonl") {
            ["csv", "jsonl"].contains($0) ? true : nil
        }
        try known(summary, zh: "--summary 只能是 text、json 或 none", en: "--summary takes text, json or none") {
            SummaryForm(rawValue: $0)
        }
        try known(
            compareWith, zh: "--compare-with 须写成果版本编号，如 430624-2027-3",
            en: "--compare-with takes an edition id, 430624-2027-3"
        ) { EditionID($0) }
        try known(
            edition, zh: "--edition 须写成果版本编号，如 430624-2025-1",
            en: "--edition takes an edition id, 430624-2025-1"
        ) { EditionID($0) }
        try known(
            headings, zh: "--headings 只能是 codes 或 words", en: "--headings takes codes or words"
        ) { ["codes", "words"].contains($0) ? true : nil }
        if edition != nil, asOf != nil {
            throw ArgumentParser.ValidationError(
                zh: "--edition 和 --as-of 都指定成果版本，只能写其中一个",
                en: "--edition and --as-of each say which edition counts: give one of them")
        }
        if summary == SummaryForm.json.rawValue, output == nil {
            throw ArgumentParser.ValidationError(
                zh: "--summary json 须有 -o：标准输出已用于核对后的清单",
                en: "--summary json needs -o: the checked list has standard output")
        }
        if let output { try OutputName.check(output, format: format) }
        let isJSONLines = format == ValidationOptions.Form.jsonl.rawValue || OutputKind(output) == .jsonLines
        if isJSONLines, outputEncoding.flatMap(OutputEncodingName.init)?.hasMark == true {
            throw ArgumentParser.ValidationError(
                zh: "JSON 行（--format jsonl）没有字节序标记：请用 --output-encoding utf-8",
                en: "JSON lines (--format jsonl) have no byte-order mark: use --output-encoding utf-8")
        }
        if isJSONLines, headings == "words" {
            throw ArgumentParser.ValidationError(
                zh: "JSON 行（--format jsonl）供程序使用，其键名只能是代码",
                en: "JSON lines (--format jsonl) are for programs: their keys are codes")
        }
        if onlyOurColumns, safeCells {
            throw ArgumentParser.ValidationError(
                zh: "--safe-cells 处理清单的列，--only-our-columns 不写这些列：只能写其中一个",
                en: "--safe-cells is about the list's columns, which --only-our-columns leaves out: give one of them")
        }
        if onlyOurColumns, onlyProblems || onlyChanged || !verdict.isEmpty || !onlyTownship.isEmpty {
            // Beside the list they would stand in other rows.
            throw ArgumentParser.ValidationError(
                zh: "--only-our-columns 须逐行写出，不能同时用 --only-problems、--only-changed、--verdict 或 --only-township",
                en:
                    "--only-our-columns writes every row: leave out --only-problems, --only-changed, --verdict and --only-township"
            )
        }
        if numbered, !onlyOurColumns || output != nil || outputEncoding != nil {
            throw ArgumentParser.ValidationError(
                zh: "--numbered 须与 --only-our-columns 同用，以 UTF-8 写到标准输出：不能用 -o 和 --output-encoding",
                en:
                    "--numbered goes with --only-our-columns, in UTF-8 on standard output: leave out -o and --output-encoding"
            )
        }
        if quiet, summary == SummaryForm.text.rawValue {
            throw ArgumentParser.ValidationError(
                zh: "--quiet 时标准错误输出没有汇总：可用 --summary-file 或 --summary json",
                en: "with --quiet there is no summary on standard error: use --summary-file or --summary json")
        }
        if let summaryFile, summaryFile == output {
            throw ArgumentParser.ValidationError(
                zh: "--summary-file 和 -o 是同一个文件，请分别指定", en: "--summary-file and -o name one file: give two")
        }
        if onlyChanged, compareWith == nil {
            throw ArgumentParser.ValidationError(
                zh: "--only-changed 须与 --compare-with 同用，后者指明改变级别的成果版本",
                en: "--only-changed needs --compare-with: the edition that changes grades")
        }
        for word in verdictWords where Verdict(rawValue: word) == nil {
            let known = Verdict.allCases.map(\.rawValue)
            throw ArgumentParser.ValidationError(
                zh: "--verdict 只能是 \(known.joined(separator: "、"))；不能是“\(word, columns: 40)”",
                en: "--verdict takes \(known.joined(separator: ", ")); not ‘\(word, columns: 40)’")
        }
        if let headerRow, headerRow < 1 {
            throw ArgumentParser.ValidationError(
                zh: "--header-row 须写行号，从 1 起", en: "--header-row takes the number of a row, from 1")
        }
        _ = try columnRoles()
        _ = try listUnits()
    }

    private var verdictWords: [String] { verdict.flatMap(Verdict.words) }

    /// Nil: all.
    var verdicts: Set<Verdict>? { verdict.isEmpty ? nil : Set(verdictWords.compactMap(Verdict.init(rawValue:))) }

    private func known<Value>(
        _ word: String?, zh: @autoclosure () -> Sentence, en: @autoclosure () -> Sentence, _ read: (String) -> Value?
    ) throws {
        if let word, read(word) == nil { throw ArgumentParser.ValidationError(zh: zh(), en: en()) }
    }

    func columnRoles() throws -> [ColumnRole: String] {
        guard let roles = ColumnRoles.read(columns.joined(separator: ",")) else {
            let known = ColumnRole.allCases.map(\.rawValue)
            throw ArgumentParser.ValidationError(
                zh: "--columns 须写作 用途=列名 或 用途=列号，每种用途一次：\(known.joined(separator: "、"))",
                en: "--columns takes role=NAME or role=NUMBER, each role once: \(known.joined(separator: ", "))")
        }
        return roles
    }

    func listUnits() throws -> [ColumnRole: ListUnit] {
        guard let units = ListUnit.read(units.joined(separator: ",")) else {
            let known = [ColumnRole.unitPrice, .area, .amount].map { role in
                "\(role.rawValue)=" + ListUnit.words(of: role).joined(separator: "|")
            }
            throw ArgumentParser.ValidationError(
                zh: "--units 须写作 用途=单位，以逗号分隔，每种用途一次：\(known.joined(separator: "、"))",
                en: "--units takes role=UNIT, with commas between, each role once: \(known.joined(separator: ", "))")
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
