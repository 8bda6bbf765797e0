import TestSupport
import Testing

/// What the programs themselves find wrong with the command line, in both languages.
@Suite struct UsageSentenceTests {
    struct Fault: Sendable {
        var program = Program.landgrade
        let words: [String]
        let zh: String
        let en: String
    }

    static let lookups: [Fault] = [
        Fault(
            words: ["lookup"], zh: "请写村名、乡镇名和村名，或用 --address",
            en: "give a village, a township and a village, or --address"),
        Fault(
            words: ["lookup", "a", "b", "c"], zh: "名称过多：请写乡镇名和村名（名称中有空格的加引号）",
            en: "too many names: give a township and a village (quote a name with spaces)"),
        Fault(
            words: ["lookup", "--format", "xml", "x"], zh: "--format 只能是 text、json 或 csv",
            en: "--format takes text, json or csv"),
        Fault(words: ["lookup", "--lang", "de", "x"], zh: "--lang 只能是 zh 或 en", en: "--lang takes zh or en"),
        Fault(
            words: ["list", "villages", "--grade", "0"], zh: "--grade 只能是 1、2、3…… 或 一级、二级……",
            en: "--grade takes 1, 2, 3 … or 一级, 二级 …"),
    ]

    static let value = ["value", "--land-type", "园地", "--area", "1亩"]

    static let values: [Fault] = [
        Fault(
            words: value, zh: "请写村名、乡镇名和村名，或用 --address",
            en: "give a village, a township and a village, or --address"),
        Fault(
            words: value + ["a", "b", "c"], zh: "名称过多：请写乡镇名和村名", en: "too many names: give a township and a village"),
        Fault(
            words: value + ["a", "--years", "0"], zh: "--years 只能是 1 至 999 的整数",
            en: "--years takes a whole number from 1 to 999"),
    ]

    static func validate(_ words: [String], zh: String, en: String) -> Fault {
        Fault(words: ["validate", "list.csv"] + words, zh: zh, en: en)
    }

    static let lists: [Fault] = [
        validate(
            ["--encoding", "x"], zh: "--encoding 只能是 utf-8、gb18030、gbk、utf-16le 或 utf-16be",
            en: "--encoding takes utf-8, gb18030, gbk, utf-16le or utf-16be"),
        validate(
            ["--output-encoding", "x"], zh: "--output-encoding 只能是 utf-8、utf-8-bom、gb18030、gbk、utf-16le 或 utf-16be",
            en: "--output-encoding takes utf-8, utf-8-bom, gb18030, gbk, utf-16le or utf-16be"),
        validate(
            ["--delimiter", "x"], zh: "--delimiter 只能是 comma、tab、semicolon 或 full-width-comma",
            en: "--delimiter takes comma, tab, semicolon or full-width-comma"),
        validate(["--format", "x"], zh: "--format 只能是 csv 或 jsonl", en: "--format takes csv or jsonl"),
        validate(["--summary", "x"], zh: "--summary 只能是 text、json 或 none", en: "--summary takes text, json or none"),
        validate(
            ["--compare-with", "x"], zh: "--compare-with 须写成果版本编号，如 430624-2027-3",
            en: "--compare-with takes an edition id, 430624-2027-3"),
        validate(
            ["--edition", "x"], zh: "--edition 须写成果版本编号，如 430624-2025-1",
            en: "--edition takes an edition id, 430624-2025-1"),
        validate(
            ["--edition", "430624-2025-1", "--as-of", "2025-01-23"], zh: "--edition 和 --as-of 都指定成果版本，只能写其中一个",
            en: "--edition and --as-of each say which edition counts: give one of them"),
        validate(
            ["--summary", "json"], zh: "--summary json 须有 -o：标准输出已用于核对后的清单",
            en: "--summary json needs -o: the checked list has standard output"),
        validate(
            ["--format", "jsonl", "--output-encoding", "utf-8-bom"],
            zh: "JSON 行（--format jsonl）没有字节序标记：请用 --output-encoding utf-8",
            en: "JSON lines (--format jsonl) have no byte-order mark: use --output-encoding utf-8"),
        validate(
            ["-o", "a.ndjson", "--headings", "words"], zh: "JSON 行（--format jsonl）供程序使用，其键名只能是代码",
            en: "JSON lines (--format jsonl) are for programs: their keys are codes"),
        validate(
            ["-o", "a.jsonl", "--format", "csv"], zh: "--format csv 与 -o 的文件名 .jsonl 不符：请把文件名改为 .csv，或不写 --format",
            en: "--format csv is not what a .jsonl file holds: name the file .csv, or leave out --format"),
        validate(
            ["-o", "a.TSV", "--format", "jsonl"],
            zh: "--format jsonl 与 -o 的文件名 .tsv 不符：请把文件名改为 .jsonl，或不写 --format",
            en: "--format jsonl is not what a .tsv file holds: name the file .jsonl, or leave out --format"),
        validate(
            ["-o", "a.pdf"],
            zh:
                "-o 不能写成 .pdf 文件：可用 .csv、.tsv、.txt（文本）、.jsonl（JSON 行）、.xlsx（工作簿）、.gpkg 或 .sqlite（此类清单的副本）",
            en:
                "-o writes no .pdf: name the file .csv, .tsv or .txt (text), .jsonl (JSON lines), .xlsx (a workbook), or .gpkg or .sqlite (a copy of such a list)"
        ),
        validate(
            ["--only-changed"], zh: "--only-changed 须与 --compare-with 同用，后者指明改变级别的成果版本",
            en: "--only-changed needs --compare-with: the edition that changes grades"),
        validate(
            ["--header-row", "0"], zh: "--header-row 须写行号，从 1 起", en: "--header-row takes the number of a row, from 1"),
        validate(
            ["--columns", "x"],
            zh:
                "--columns 须写作 用途=列名 或 用途=列号，每种用途一次：county、township、village、address、land_type、grade、parcel_id、area、unit_price、amount",
            en:
                "--columns takes role=NAME or role=NUMBER, each role once: county, township, village, address, land_type, grade, parcel_id, area, unit_price, amount"
        ),
    ]

    static let publishing: [Fault] = [
        (["--county", "1"], "--county 须写六位县代码，如 430624", "--county takes six digits, as in 430624"),
        (["--issued", "x"], "--issued 须写日期，如 2025-01-23", "--issued takes a date of the form 2025-01-23"),
        (["--id", "x"], "--id 须写成果版本编号，如 430624-2025-1", "--id takes a form such as 430624-2025-1"),
        (
            ["--registration", "a", "--no-registration"], "--registration 和 --no-registration 不能同时写",
            "--registration and --no-registration can't both be given"
        ),
        (
            ["--publication", "a", "--no-publication"], "--publication 和 --no-publication 不能同时写",
            "--publication and --no-publication can't both be given"
        ),
    ].map { Fault(program: .publish, words: ["import", "a", "--out", "b"] + $0.0, zh: $0.1, en: $0.2) }

    static let feeds: [Fault] = [
        Fault(
            program: .publish, words: ["feed", "build", "a", "--out", "b", "--key", "c", "--expires", "x"],
            zh: "--expires 须写 2027-03-01 或 2027-03-01T00:00:00Z",
            en: "--expires takes 2027-03-01 or 2027-03-01T00:00:00Z"),
        Fault(
            program: .publish,
            words: ["feed", "build", "a", "--out", "b", "--key", "c", "--expires", "2027-03-01", "--published", "x"],
            zh: "--published 须写 2027-03-01 或 2027-03-01T00:00:00Z",
            en: "--published takes 2027-03-01 or 2027-03-01T00:00:00Z"),
        Fault(
            program: .sync, words: ["pull", "--splay", "-1"].map { $0 == "-1" ? "86401" : $0 },
            zh: "--splay 只能是 0 至 86400 秒", en: "--splay takes 0 to 86400 seconds"),
        Fault(
            program: .sync, words: ["pull", "--deadline", "0"], zh: "--deadline 只能是 1 至 604800 秒",
            en: "--deadline takes 1 to 604800 seconds"),
        Fault(
            program: .sync, words: ["source", "add", "x", "--key", "k", "--county", "1"], zh: "--county 须写六位县代码",
            en: "--county takes a code of six digits"),
        Fault(
            program: .sync, words: ["source", "add", "x", "--key", "k", "--clock-tolerance", "9000"],
            zh: "--clock-tolerance 只能是 0 至 8760 小时", en: "--clock-tolerance takes 0 to 8760 hours"),
        Fault(
            program: .sync, words: ["source", "add", "x", "--key", "k", "--secret-file", "a", "--secret-env", "b"],
            zh: "--secret-file 和 --secret-env 只能写其中一个", en: "--secret-file and --secret-env exclude each other"),
        Fault(
            program: .sync, words: ["source", "add", "x", "--key", "k", "--user", "a"],
            zh: "--user 须与 --secret-file 或 --secret-env 同用", en: "--user needs --secret-file or --secret-env"),
    ]

    @Test(arguments: lookups + values + lists + publishing + feeds)
    func `what makes no sense is said in both languages`(_ fault: Fault) async throws {
        let english = try await fault.program.run(fault.words)
        #expect(english.status == 64 && english.output.isEmpty)
        #expect(english.error.hasPrefix("Error: \(fault.en)\nUsage: "), "\(english.error)")
        let chinese = try await fault.program.run(fault.words, environment: ["LANG": "zh_CN.UTF-8"])
        #expect(chinese.status == 64 && chinese.output.isEmpty)
        #expect(chinese.error.hasPrefix("错误：\(fault.zh)\n用法："), "\(chinese.error)")
    }

    @Test func `unknown verdicts and units are named beside those that are known`() async throws {
        let cases = [
            (["--verdict", "\u{1B}"], "--verdict 只能是 ", "；不能是“\\x1b”\n", "--verdict takes ", "; not ‘\\x1b’\n"),
            (
                ["--units", "x"], "--units 须写作 用途=单位，以逗号分隔，每种用途一次：unit_price=", "\n",
                "--units takes role=UNIT, with commas between, each role once: unit_price=", "\n"
            ),
        ]
        for (words, zh, zhEnd, en, enEnd) in cases {
            let english = try await Program.landgrade.run(["validate", "list.csv"] + words)
            #expect(english.status == 64 && english.error.hasPrefix("Error: " + en) && english.error.contains(enEnd))
            let chinese = try await Program.landgrade.run(["validate", "list.csv", "--lang", "zh"] + words)
            #expect(chinese.status == 64 && chinese.error.hasPrefix("错误：" + zh) && chinese.error.contains(zhEnd))
        }
    }
}
