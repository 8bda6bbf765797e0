import GradeModel
import SystemSupport
import TabularText
import TestSupport
import Testing

@testable import FuzzChecks

@testable import ParcelValidation

@Suite struct ListValidationTests {
    private func run(
        _ text: String, counties: Counties = .xiangyin, county: County? = Xiangyin.county,
        _ change: (inout ValidationOptions) -> Void = { _ in }
    ) throws -> (lines: [String], summary: ValidationSummary) {
        var options = ValidationOptions()
        options.language = .en
        options.county = county
        change(&options)
        let bytes = Array(text.utf8)
        let result = try validate(bytes, try ListFormat.detect(sample: bytes, isWhole: true), counties, options)
        let output = String(validating: result.output, as: UTF8.self)!
        return (output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), result.summary)
    }

    /// Our cells of one row.
    private func judge(_ cells: String, counties: Counties = .xiangyin) throws -> String {
        let line = try run("乡镇,村,地类,级别\n\(cells)\n", counties: counties).lines[1]
        #expect(line.hasPrefix(cells + ","))
        return String(line.dropFirst(cells.count + 1))
    }

    @Test func `what is kept of addresses has a bound in bytes, however long they are`() throws {
        let resolver = PlaceResolver(Counties.two)
        var candidates = AddressCandidates(limit: 100_000)
        var most = 0
        for number in 0..<6000 {
            let beginning = "湘阴县金龙镇" + String(repeating: "长", count: 320) + "\(number)村"
            #expect(try candidates.find(beginning, of: beginning + "7组", resolver).counties.count == 2)
            most = max(most, candidates.heldBytes)
        }
        #expect(most > AddressCandidates.mostBytes / 2 && most <= AddressCandidates.mostBytes)
    }

    @Test func `a name in pinyin alone is not searched in every one of many counties`() throws {
        let list = "县,乡镇,村,地类\n,,furongcun,果园\n,金龙镇,furongcun,果园\n湘阴县,,furongcun,果园\n,jlz,frc,果园\n,,TOTAL,\n"
        let verdict = { (line: String) in line.split(separator: ",", omittingEmptySubsequences: false)[4] }
        func verdicts(of counties: Int) throws -> ([Substring], last: String) {
            let made = (0..<counties - 1).map { number in
                Counties.made("\(430_700 + number)", "\(number)县", [("山镇", "山村", 1)])
            }
            let lines = try run(list, counties: Counties(tables: [Xiangyin.table] + made), county: nil).lines
            return (lines[1...5].map(verdict), lines[1])
        }
        let few = try verdicts(of: 64)
        #expect(few.0 == ["filled", "filled", "filled", "filled", "not_a_row"])
        let many = try verdicts(of: 65)
        #expect(many.0 == ["unknown_village", "filled", "filled", "unknown_village", "not_a_row"])
        #expect(many.last.contains("in pinyin alone, not searched"), "\(many.last)")
    }

    @Test func `writes our columns behind the row as it came`() throws {
        let result = try run("乡镇,村,地类,级别,备注\n金龙镇,\"芙蓉村\",0301,一级,\"a \"\"b\"\",\n c\"\n")
        #expect(
            result.lines == [
                "乡镇,村,地类,级别,备注,landgrade_verdict,landgrade_township,landgrade_village,landgrade_rule,"
                    + "landgrade_land_type,landgrade_grade,landgrade_printed_grade,landgrade_edition,landgrade_note",
                "金龙镇,\"芙蓉村\",0301,一级,\"a \"\"b\"\",",
                " c\",ok,金龙镇,芙蓉村,exact,forest,1,,430624-2025-1,", "",
            ])
        #expect(result.summary.rows == 1)
        #expect(result.summary.counts == [.ok: 1])
        #expect(result.summary.isFine)
        #expect(result.summary.townships == [TownshipName(county: "湘阴县", township: "金龙镇"): [.ok: 1]])
    }

    @Test(arguments: [
        ("金龙镇,芙蓉村,林地,", "filled,金龙镇,芙蓉村,exact,forest,1,,430624-2025-1,"),
        ("金龙镇,芙蓉村,林地,2", "mismatch,金龙镇,芙蓉村,exact,forest,1,,430624-2025-1,\"declared 2, official 1\""),
        ("金龍鎮,芙蓉村,林地,1", "ok,金龙镇,芙蓉村,normalized,forest,1,,430624-2025-1,"),
        (
            "杨林寨乡,东合港村,园地,二级",
            "disputed,杨林寨乡,东合港村,exact,orchard,1,2,430624-2025-1,"
                + "\"in dispute (E1): held 1, printed 2: a person has to decide\""
        ),
        (
            "杨林寨乡,东合港村,园地,一级",
            "disputed,杨林寨乡,东合港村,exact,orchard,1,2,430624-2025-1,"
                + "\"in dispute (E1): held 1, printed 2: a person has to decide\""
        ),
        (
            "杨林寨乡,东合港村,园地,三级",
            "mismatch,杨林寨乡,东合港村,exact,orchard,1,2,430624-2025-1,"
                + "\"declared 3; in dispute (E1): held 1, printed 2\""
        ),
        (
            "杨林寨乡,东合港村,园地,",
            "filled,杨林寨乡,东合港村,exact,orchard,1,2,430624-2025-1,\"in dispute (E1): held 1, printed 2\""
        ),
        (
            "文星街道,滨江社区,果园,1",
            "not_listed,文星街道,滨江社区,exact,orchard,,,430624-2025-1,the table of this land type does not list the village"
        ),
        (
            "金龙镇,芙蓉村,其他草地,1",
            "not_published,金龙镇,芙蓉村,exact,grassland,,,430624-2025-1,the edition publishes no grades of this land type"
        ),
        (",东湖渔场,林地,1", "ambiguous,,,,forest,,,,\"fits several places: 文星街道东湖渔场, 洋沙湖镇东湖渔场\""),
        (",芙蓉村,林地,1", "ok,金龙镇,芙蓉村,township_omitted,forest,1,,430624-2025-1,"),
        ("金龙镇,芙蓉村,耕地,1", "out_of_scope,,,,,,,,"),
        (
            "金龙镇,芙蓉村,地,1",
            "unknown_land_type,,,,,,,,no name or code of GB/T 21010 or of the third national land survey"
        ),
        ("金龙镇,芙蓉村,,1", "unknown_land_type,,,,,,,,names no land type"),
        ("金龙镇,芙蓉村,/,1", "unknown_land_type,,,,,,,,names no land type"),
        (
            "金龙镇,芙蓉村,林地,甲",
            "unreadable_grade,金龙镇,芙蓉村,exact,forest,1,,430624-2025-1,the declared grade is no grade; official 1"
        ),
        ("金龙镇,芙蓉村,林地", "bad_row,,,,,,,,\"field count 3, the header has 4\""),
    ])
    func `comes to one verdict`(row: String, ours: String) throws {
        guard row.split(separator: ",", omittingEmptySubsequences: false).count == 4 else {
            // A short row gets delimiters, so that our columns stand under their names.
            #expect(try judge(row) == "," + ours)
            return
        }
        #expect(try judge(row) == ours)
    }

    @Test(arguments: ["〃", "同上", "″", "\"\"\"\"", " 同上 ", "”"])
    func `a mark for the cell above is said to be one`(mark: String) throws {
        func said(_ role: String) -> String {
            "the cell of the \(role) has a mark that stands for the cell above: fill in what it says"
        }
        let text = "县,乡镇,村,地类\n湘阴县,\(mark),无此村,林地\n湘阴县,金龙镇,\(mark),林地\n湘阴县,金龙镇,芙蓉村,\(mark)\n\(mark),金龙镇,芙蓉村,林地\n"
        let result = try run(text + text.split(separator: "\n").dropFirst().joined(separator: "\n"), county: nil)
        for (index, role) in ["township", "village", "land type", "county"].enumerated() {
            for line in [result.lines[index + 1], result.lines[index + 5]] {
                #expect(line.contains(said(role)), "\(line)")
            }
        }
        #expect(result.summary.counts[.unknownLandType] == 2 && result.summary.counts[.unknownVillage] ?? 0 >= 2)
        #expect(result.summary.counts[.filled] == nil && result.summary.counts[.ok] == nil)
        let address = try run("坐落,地类\n\(mark),林地\n")
        #expect(address.lines[1].contains(said("address")), "\(address.lines)")
    }

    @Test func `an alias is found, and the rule says so`() throws {
        let alias = try #require(Xiangyin.aliases.first { $0.kind == .misprint })
        let ours = try judge("\(alias.township),\(alias.alias),林地,")
        #expect(ours.hasPrefix("filled,\(alias.township),\(alias.village),alias,forest,"))
    }

    @Test(arguments: [
        ("金龙镇,芙蓉村,林地,1", "ok,金龙镇,芙蓉村,exact,forest,1,,430624-2025-1,the edition was withdrawn"),
        (
            "金龙镇,芙蓉村,林地,2",
            "mismatch,金龙镇,芙蓉村,exact,forest,1,,430624-2025-1,\"declared 2, official 1; the edition was withdrawn\""
        ),
        (
            "金龙镇,芙蓉村,其他草地,1",
            "not_published,金龙镇,芙蓉村,exact,grassland,,,430624-2025-1,the edition publishes no grades of this land "
                + "type; the edition was withdrawn"
        ),
        ("金龙镇,芙蓉村,耕地,1", "out_of_scope,,,,,,,,"),
    ])
    func `a judgement by a withdrawn edition says so`(row: String, ours: String) throws {
        #expect(try judge(row, counties: .withdrawn) == ours)
    }

    @Test func `near names are offered and not taken`() throws {
        let ours = try judge("鹤龙湖镇,仁禾村,林地,1")
        #expect(ours.hasPrefix("unknown_village,鹤龙湖镇,,,forest,,,,\"no such village; near: 鹤龙湖镇仁"))
        #expect(try judge("无此镇,芙蓉村,林地,1").hasPrefix("unknown_township,,,,forest,,,,"))
    }

    @Test func `the rows behind a bad row are judged`() throws {
        let result = try run("乡镇,村,地类\na\"b,村,林地\n\n金龙镇,芙蓉村\0,林地\n乡镇,村,地类\n金龙镇,芙蓉村,林地\n")
        let notes = result.lines.map { $0.split(separator: "bad_row,,,,,,,,").dropFirst().joined() }
        #expect(
            notes == [
                "",
                "\"column 1, byte offset 19: quote inside an unquoted field; where an equals sign or a blank stands before it, save the list as XLSX or take that out\"",
                "",
                "\"column 2, byte offset 53: NUL byte\"", "", "", "",
            ])
        #expect(result.lines[4] == "乡镇,村,地类,not_a_row,,,,,,,,\"the header again, no parcel\"")
        #expect(result.lines[2] == ",,,not_a_row,,,,,,,,an empty row")
        #expect(result.summary.counts == [.badRow: 2, .filled: 1, .notARow: 2])
        #expect(!result.summary.isFine)
    }

    @Test func `the header again is seen though its cells are known`() throws {
        let text = "坐落,地类\nx,地类\n坐落,地类\n坐落,地类\n"
        #expect(try run(text).summary.counts == [.unknownLandType: 1, .notARow: 2])
        let told = try run("坐落,级别\n坐落,甲\n坐落,级别\n坐落,级别\n") { $0.landType = .forest }
        #expect(told.summary.counts == [.unknownVillage: 1, .notARow: 2])
    }

    @Test(arguments: ["湘阴县无此镇洋沙湖社区", "湘阴县金龙镇芙南区", "湘阴县金龙镇", "湘阴县文新星街道高岭社区", "湘阴县共"])
    func `an unknown place is what it is alone, whatever its numbers`(bare: String) throws {
        let rows = [bare, bare + "11组", bare, bare + "12组", bare + "3村民小组", bare + "5-6号"]
        let alone = try rows.map { try run("坐落,地类\n\($0),林地\n").lines[1] }
        #expect(try run("坐落,地类\n" + rows.map { $0 + ",林地\n" }.joined()).lines.dropFirst().dropLast() == alone[...])
    }

    /// Cells of one length, one after the other, for places of one name.
    @Test(arguments: [["430701", "430702", "430703"], ["甲县", "乙县", "丙县"], ["大甲子县", "大乙子县", "大丙子县"]])
    func `a row is of its own county, and not of the one before`(cells: [String]) throws {
        let named = zip(["430701", "430702", "430703"], cells[0] == "430701" ? ["甲县", "乙县", "丙县"] : cells)
        let counties = Counties(
            tables: named.enumerated().map {
                Counties.made($1.0, $1.1, [("东湖镇", "金龙村", $0 + 1)])
            })
        let order = (0..<60).map { $0 * $0 % 7 % 3 }
        let text = "县,乡镇,村,地类,级别\n" + order.map { "\(cells[$0]),东湖镇,金龙村,园地,\n" }.joined()
        let result = try run(text, counties: counties, county: nil)
        let grades = result.lines.dropFirst().dropLast().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)[10]
        }
        #expect(Set(order).count == 3)
        #expect(grades == order.map { "\($0 + 1)" })
        #expect(result.summary.townships.count == 3)
    }

    @Test func `the county is given by its column, or by the place alone`() throws {
        let text = "县,乡镇,村,地类\n湘阴县,,芙蓉村,林地\n岳阳县,新墙镇,芙蓉村,园地\n430681,白水镇,金龙村,园地\n无县,,芙蓉村,林地\n,,芙蓉村,园地\n"
        let lines = try run(text, counties: .three, county: nil).lines
        #expect(lines[1].hasSuffix("filled,金龙镇,芙蓉村,township_omitted,forest,1,,430624-2025-1,"))
        #expect(lines[2].hasSuffix("filled,新墙镇,芙蓉村,exact,orchard,2,,430621-2024-1,"))
        #expect(lines[3].hasSuffix("not_published,白水镇,金龙村,exact,orchard,,,,no edition was in force"))
        #expect(lines[4].hasSuffix("unknown_township,,,,forest,,,,names a county that is not in the store"))
        #expect(lines[5].hasSuffix("ambiguous,,,,orchard,,,,\"fits several places: 湘阴县金龙镇芙蓉村, 岳阳县新墙镇芙蓉村\""))
    }

    @Test func `a second edition adds two columns`() throws {
        let text = "乡镇,村,地类\n金龙镇,芙蓉村,林地\n静河镇,红旗村,林地\n金龙镇,芙蓉村,草地\n无此镇,芙蓉村,林地\n"
        let lines = try run(text, counties: .comparing) { $0.isComparing = true }.lines
        #expect(lines[0].hasSuffix("landgrade_note,landgrade_grade_after,landgrade_changed"))
        #expect(lines[1].hasSuffix(",forest,1,,430624-2025-1,,1,no"))
        #expect(lines[2].hasSuffix(",430624-2025-1,,,yes"))
        #expect(lines[3].hasSuffix(",the edition publishes no grades of this land type,,no"))
        #expect(lines[4].hasSuffix(",,"))
    }

    @Test func `only problems are written where only they are asked for`() throws {
        let text = "乡镇,村,地类\n金龙镇,芙蓉村,林地\n金龙镇,芙蓉村,耕地\n金龙镇,芙蓉村,x\n"
        let result = try run(text) { $0.onlyProblems = true }
        #expect(result.lines.count == 3)
        #expect(result.lines[1].contains("unknown_land_type"))
        #expect(result.summary.rows == 3)
    }

    @Test func `a row whose grade changes is one to look at, whatever its verdict`() throws {
        let text = "乡镇,村,地类\n金龙镇,芙蓉村,林地\n静河镇,红旗村,林地\n静河镇,红旗村,林地\n"
        let lines = try run(text, counties: .comparing) {
            $0.isComparing = true
            $0.onlyProblems = true
        }.lines
        #expect(lines[1...2].allSatisfy { $0.contains("静河镇,红旗村,林地,filled") && $0.hasSuffix(",yes") })
        #expect(lines.count == 4)
    }

    @Test func `a cell of ours never starts a formula, and one of theirs not either where that is asked for`() throws {
        let text = "乡镇,村,地类,备注\n金龙镇,芙蓉村,林地,=1+1\n金龙镇,芙蓉村,林地,\" -x,\"\n金龙镇,芙蓉村,林地,-1.5\n"
        #expect(try run(text).lines[1].hasPrefix("金龙镇,芙蓉村,林地,=1+1,"))
        let safe = try run(text) { $0.safeCells = true }.lines
        #expect(safe[1].hasPrefix("金龙镇,芙蓉村,林地,'=1+1,filled"))
        #expect(safe[2].hasPrefix("金龙镇,芙蓉村,林地,\"' -x,\",filled"))
        #expect(safe[3].hasPrefix("金龙镇,芙蓉村,林地,-1.5,filled"))
        let rows = CSVRows(
            encoding: .utf8, delimiter: .comma,
            ours: OurColumns(isComparing: false, hasWarnings: false, hasPrices: false), columnCount: 1, kept: [0],
            safeCells: false)
        #expect(rows.place(township: "=1+1", village: "＠\"") == Array("'=1+1,\"'＠\"\"\"".utf8))
    }

    @Test func `writes one JSON object a row`() throws {
        let text = "乡镇,村,地类,\"注\"\"\\\"\n金龙镇,芙蓉村,林地,\"a\"\"\\\t\n\u{1}\"\n金龙镇,芙蓉村\n"
        let lines = try run(text) { $0.form = .jsonl }.lines
        #expect(
            lines == [
                #"{"input":{"乡镇":"金龙镇","村":"芙蓉村","地类":"林地","注\"\\":"a\"\\\t\n\u0001"},"#
                    + #""landgrade_verdict":"filled","landgrade_township":"金龙镇","landgrade_village":"芙蓉村","#
                    + #""landgrade_rule":"exact","landgrade_land_type":"forest","landgrade_grade":1,"#
                    + #""landgrade_printed_grade":null,"landgrade_edition":"430624-2025-1","landgrade_note":null}"#,
                #"{"raw":"金龙镇,芙蓉村","landgrade_verdict":"bad_row","landgrade_township":null,"#
                    + #""landgrade_village":null,"landgrade_rule":null,"landgrade_land_type":null,"landgrade_grade":null,"#
                    + #""landgrade_printed_grade":null,"landgrade_edition":null,"#
                    + #""landgrade_note":"field count 2, the header has 4"}"#, "",
            ])
        #expect(throws: ValidationError.self) { try run("乡镇,村,地类,村\n1,2,3,4\n") { $0.form = .jsonl } }
    }

    @Test func `JSON of a list in GB18030 is UTF-8, and bytes that are no text are shown`() throws {
        let bytes = GB18030.encode("乡镇,村,地类,乗\\\n金龙镇,芙蓉村,林地,乗\\\n金龙镇,芙蓉村,林地,") + [0xFF, 0x0A]
        var options = ValidationOptions()
        options.form = .jsonl
        let format = try ListFormat.detect(sample: bytes, isWhole: true, encoding: .gb18030)
        let result = try validate(bytes, format, Counties.xiangyin, options)
        let text = try #require(String(validating: result.output, as: UTF8.self))
        #expect(text.contains(#""乗\\":"乗\\"}"#))
        #expect(text.contains(#"{"raw":"金龙镇,芙蓉村,林地,\\xff","#))
    }

    @Test(arguments: TextEncoding.allCases, TextEncoding.allCases)
    func `another encoding can be asked for`(from: TextEncoding, to: TextEncoding) throws {
        func encoded(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
            var bytes = encoding.isUTF16 ? encoding.byteOrderMark : []
            OutputEncoder(from: .utf8, to: encoding).encode(Array(text.utf8), count: text.utf8.count, into: &bytes)
            return bytes
        }
        let bytes = encoded("乡镇,村,地类\n金龙镇,芙蓉村,林地\n", from)
        var options = ValidationOptions()
        options.outputEncoding = to
        let format = try ListFormat.detect(sample: bytes, isWhole: true)
        let result = try validate(bytes, format, Counties.xiangyin, options)
        let names = OurColumns(isComparing: false, hasWarnings: false, hasPrices: false).names.joined(separator: ",")
        let expected =
            "乡镇,村,地类,\(names)\n金龙镇,芙蓉村,林地,filled,金龙镇,芙蓉村,exact,forest,1,,430624-2025-1,\n"
        #expect(result.output == encoded(expected, to))
    }

    @Test func `a byte-order mark and a separator line stay where they were`() throws {
        let lines = try run("\u{FEFF}sep=;\n乡镇;村;地类\n金龙镇;芙蓉村;林地").lines
        #expect(lines[0].unicodeScalars.first == "\u{FEFF}")
        #expect(lines[0].hasSuffix("sep=;"))
        #expect(lines[2] == "金龙镇;芙蓉村;林地;filled;金龙镇;芙蓉村;exact;forest;1;;430624-2025-1;")
    }

    @Test func `refuses a list without rows, without a readable header, or that ends inside a quote`() throws {
        func error(_ text: String, chunk: Int) -> String {
            do {
                _ = try run(text) { $0.chunk = chunk }
                return "none"
            } catch {
                return String(describing: error)
            }
        }
        for chunk in [1, 5, 1000] {
            #expect(error("乡镇,村,地类", chunk: chunk) == "noRows")
            #expect(error("乡镇,村,地类\r\n", chunk: chunk) == "noRows")
            #expect(error("乡镇,村\"\",地类\nx,y,z\n", chunk: chunk).hasPrefix("header("))
            #expect(error("乡镇,\"村,地类\nx,y,z\n", chunk: chunk).hasPrefix("stopped("))
            #expect(error("乡镇,村,地类\nx,\"y,z\n", chunk: chunk).contains("unclosedQuote(row: 1"))
            #expect(error("乡镇,a,地类\nx,y,z\n", chunk: chunk).hasPrefix("columns("))
        }
    }

    @Test func `what reading or writing or the counties throw comes out, and nobody waits for ever`() throws {
        struct Broken: Error {}
        struct NoCounties: CountySource {
            func counties(named text: String) throws -> [County] { throw Broken() }
            func candidates(for question: PlaceQuestion) throws -> [County] { throw Broken() }
            func table(of county: County) throws -> CountyTable { throw Broken() }
        }
        let text = "乡镇,村,地类\n" + String(repeating: "金龙镇,芙蓉村,林地\n", count: 2000)
        let bytes = Array(text.utf8)
        let format = try ListFormat.detect(sample: bytes, isWhole: true)
        var options = ValidationOptions()
        options.chunk = 100
        options.threads = 4
        func run(_ counties: any CountySource, write: @escaping @Sendable (ArraySlice<UInt8>) throws -> Void) throws {
            let list = try ListValidation(format: format, sample: bytes, counties: counties, options: options) { _ in 0
            }
            _ = try list.run(write: write)
        }
        #expect(throws: ValidationError.self) { try run(NoCounties()) { _ in } }
        #expect(throws: ValidationError.self) { try run(Counties.xiangyin) { _ in throw Broken() } }
        #expect(throws: ValidationError.self) {
            _ = try ListValidation(
                format: format, sample: [], counties: Counties.xiangyin, options: options
            ) { _ in throw Broken() }
        }
        try run(Counties.xiangyin) { _ in }
    }

    @Test func `a country's worth of odd names is forgotten again`() throws {
        var text = "乡镇,村,地类\n"
        for number in 0..<300 { text += "无\(number % 150)镇,芙蓉村,林地\n金龙镇,芙蓉村,林地\n" }
        let all = try run(text)
        let few = try run(text) { $0.memoLimit = 20 }
        #expect(few.lines == all.lines)
        #expect(few.summary == all.summary)
        #expect(all.summary.counts == [.unknownTownship: 300, .filled: 300])
    }
}
