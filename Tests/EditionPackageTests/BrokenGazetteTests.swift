import GradeModel
import Testing

@testable import EditionPackage

/// Copies of the real gazette, damaged in one place each, and the exact sentence that refuses them.
struct BrokenGazetteTests {
    private func expect(
        _ sentence: String, _ options: ImportOptions = Xiangyin.options,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ edit: (inout [String]) -> Void
    ) throws {
        let said = try Xiangyin.refusal(options, edit)
        #expect(said == sentence, sourceLocation: sourceLocation)
    }

    @Test func `A gazette without grade tables is refused`() throws {
        try expect(
            "no grade tables: no line such as \"表1 …基准地价内涵\" or \"表2 …园地级别范围描述\"; is this the right gazette?"
        ) { $0.removeSubrange(146..<247) }
        try expect(
            "no grade tables: no line such as \"表1 …基准地价内涵\" or \"表2 …园地级别范围描述\"; is this the right gazette?"
        ) { $0 = [] }
    }

    @Test func `Half a document is refused`() throws {
        try expect(
            "line 172: a definition table, and no grade table (a line such as \"表2 …园地级别范围描述\"); "
                + "get the whole document"
        ) { $0.removeSubrange(183..<247) }
        try expect(
            "line 173: a grade table, and no definition table (a line such as \"表1 …基准地价内涵\"); "
                + "get the whole document"
        ) { $0.removeSubrange(170..<181) }
        try expect("line 184: 表3 follows where 表2 should; get the whole document") { $0.removeSubrange(183..<214) }
    }

    @Test func `A table that is announced and empty is refused`() throws {
        try expect("line 184: 表2 is announced and has no rows; get the whole document") {
            $0.removeSubrange(186..<213)
        }
        try expect("line 184: 表2 is announced and its header row (级别, 所属乡镇, 行政村) does not follow") {
            $0.removeSubrange(185..<213)
        }
        try expect("line 172: 表1 is announced and has no rows; get the whole document") { $0.removeSubrange(173..<180) }
        try expect("line 215: 表3 is announced and its header row (级别, 所属乡镇, 行政村) does not follow") {
            $0.removeSubrange(215...)
        }
    }

    @Test func `A table without its header is refused`() throws {
        try expect(
            "line 186: 表2: the header is \"一级 | 东塘镇 | 东南村、东塘镇茶场、湖湾村\"; "
                + "it should be 级别, 所属乡镇, 行政村, apart by tabs"
        ) { $0.remove(at: 185) }
    }

    @Test func `Two annexes are refused`() throws {
        let lines = try Xiangyin.lines()
        try expect(
            "line \(lines.count + 1): a second definition table, the first is in line 172; "
                + "leave only one document's tables in the text"
        ) { $0 += lines[171..<247] }
        try expect(
            "line 250: a second grade table of 园地, the first is in line 184; leave only one document's tables in the text"
        ) { $0.insert("表 4 某县园地级别范围描述", at: 249) }
    }

    @Test func `A row with the wrong number of cells is refused`() throws {
        try expect("line 197: 表2: 2 cells, a row has 3, apart by tabs; correct the row") {
            $0[196] = "二级\t杨林寨乡"
        }
        try expect("line 197: 表2: 4 cells, a row has 3, apart by tabs; correct the row") { $0[196] += "\t" }
        try expect("line 188: 表2: 1 cell, a row has 3, apart by tabs; correct the row") {
            $0[187] = " 鹤龙湖镇 保合社区、浩河社区"
        }
        try expect("line 174: 表1: 4 cells, a row has 3, apart by tabs; correct the row") { $0[173] += "\t" }
    }

    @Test func `A row cut off from its table is refused`() throws {
        try expect(
            "line 242: a row of a grade table that stands in no table; take out the line that breaks the table above it"
        ) { $0.insert(contentsOf: ["— 8 —", ""], at: 239) }
        try expect("line 240: 表3: 1 cell, a row has 3, apart by tabs; correct the row") { $0.insert("— 8 —", at: 239) }
        try expect(
            "line 251: a row of a grade table that stands in no table; take out the line that breaks the table above it"
        ) { $0.insert("\t东塘镇\t某某村", at: 250) }
    }

    @Test func `A broken cell is refused with its line`() throws {
        try expect("line 187: 表2: the first row has no grade label; correct the row") { $0[186] = "\t东塘镇\t东南村" }
        try expect("line 197: 表2: \"二等\" is no grade label such as 一级; correct the row") {
            $0[196] = "二等\t杨林寨乡\t沅潭村"
        }
        try expect("line 188: 表2: the township cell is empty; correct the row") { $0[187] = "\t\t保合社区" }
        try expect("line 188: 表2: \"鹤龙湖 镇\" is no township name; correct the row") { $0[187] = "\t鹤龙湖 镇\t保合社区" }
        try expect("line 188: 表2: an empty village name (names stand between 、); correct the row") {
            $0[187] = "\t鹤龙湖镇\t"
        }
        try expect("line 188: 表2: an empty village name (names stand between 、); correct the row") {
            $0[187] = "\t鹤龙湖镇\t保合社区、、新河村"
        }
        try expect("line 188: 表2: \"保合社区，新河村\" is no village name; correct the row") {
            $0[187] = "\t鹤龙湖镇\t保合社区，新河村"
        }
        try expect("line 188: 表2: \"保合\\u{200b}社区\" is no village name; correct the row") {
            $0[187] = "\t鹤龙湖镇\t保合\u{200B}社区"
        }
    }

    @Test func `A village with two grades of one land type is refused with both lines`() throws {
        try expect("line 201: 鹤龙湖镇 新河村 has its 园地 grade already in line 188; correct one of the rows") {
            $0[200] += "、新河村"
        }
    }

    @Test func `A definition that is not whole is refused`() throws {
        try expect("line 172: the definition table gives no 估价期日 for 园地") { $0.remove(at: 179) }
        try expect("line 172: the definition table gives no 基本设施状况 for 林地") { $0.remove(at: 177) }
        try expect("line 178: 基本设施状况 for 园地 stands already in a row above") {
            $0[177] = "\t园地\t某某"
        }
        try expect("line 175: 土地权利状况 is empty; correct the row") { $0[174] = "土地权利状况\t\t" }
        try expect("line 174: \"湿地\" is none of 园地, 林地, 草地") { $0[173] = "土地类型\t园地、湿地\t" }
        try expect("line 176: \"园地三十年\" gives no term of use in a known form, such as 园地为 30 年；林地为 70 年") {
            $0[175] = "土地使用年期\t园地三十年\t"
        }
        try expect("line 180: \"2021年2月30日\" is no date such as 2021年12月31日") { $0[179] = "估价期日\t2021年2月30日\t" }
        try expect("line 215: a grade table of 林地, which the definition table does not define") {
            $0[173] = "土地类型\t园地\t"
            $0[175] = "土地使用年期\t30年\t"
            $0[177] = ""
            $0[178] = ""
        }
    }

    @Test func `A citation that is not whole is refused with the option that completes it`() throws {
        func missing(_ what: String, _ remedy: String) -> String {
            "line 172: the document's \(what) is not found in the text; \(remedy)"
        }
        try expect(missing("number (a line such as 湘阴政发〔2025〕1号)", "give it with --document")) { $0[150] = "" }
        try expect(
            missing(
                "registration number (a line such as XYDR-2025-00001)",
                "give it with --registration, or say --no-registration")
        ) { $0[146] = "" }
        try expect(missing("date of issue", "give the date with --issued")) { $0[163] = "" }
        try expect(missing("issuer", "give it with --issuer")) { $0[162] = "附件：一览表" }
        try expect(
            missing(
                "publication (lines such as …公报 and 2025年第1期)",
                "give it with --publication, or say --no-publication")
        ) { $0[6] = "" }
        try expect(
            "line 172: the document's county name is not found in the text; give it with --county-name"
        ) { $0[171] = "表 1 园地、林地、草地级别基准地价内涵" }
        var options = Xiangyin.options
        options.number = "湘阴县政府第1号令"
        try expect(missing("year and number for an edition id", "give one with --id"), options) { _ in }
        options.number = "湘阴政发〔2025〕1号"
        try expect(missing("title", "give it with --title"), options) { $0[150] = "" }
        try expect(
            "line 166: several dates between the document's number and its tables (2025-01-23, 2025-01-24); "
                + "give the date with --issued"
        ) { $0[165] = "2025年1月24日" }
    }

    @Test func `The number of another document is never taken`() throws {
        // Without its own number line the nearest number above is 湘阴发〔2025〕1号, of a document on reform.
        #expect(try Xiangyin.lines()[66] == "湘阴发〔2025〕1号")
        let sentence = try Xiangyin.refusal { $0[150] = "" }
        #expect(sentence.contains("number") && sentence.contains("--document"))
    }

    @Test func `Bytes that are no text are refused with their line`() throws {
        func refusal(_ bytes: [UInt8]) -> String {
            do {
                _ = try GazetteText(bytes)
                return "not refused"
            } catch { return error.description }
        }
        #expect(refusal([0x61, 0x0A, 0xCF, 0xE6, 0xD2, 0xF5]) == "line 2: not UTF-8; save the text as UTF-8")
        #expect(refusal([0x61, 0x0A, 0x0A, 0x62, 0x00]) == "line 3: a NUL byte; this is no text file")
    }

    @Test func `A text cut inside a row is refused`() throws {
        let text = try Xiangyin.lines()[..<246].joined(separator: "\n")
        #expect(throws: GazetteError(line: 246, .endsInsideRow)) {
            try GazetteImport(GazetteText(Array(text.utf8)), Xiangyin.options)
        }
        #expect(
            GazetteError(line: 246, .endsInsideRow).description
                == "line 246: the text ends inside a table row, without a line end; if nothing is missing, end the last line"
        )
    }

    @Test func `A text cut at any line is refused or says so`() throws {
        let lines = try Xiangyin.lines()
        let whole = try Xiangyin.imported().edition.grades.count
        for count in stride(from: 150, to: 248, by: 1) {
            let text = lines[..<count].joined(separator: "\n") + "\n"
            do {
                let read = try GazetteImport(GazetteText(Array(text.utf8)), Xiangyin.options)
                let tells = read.findings.contains { $0.code == "runs_to_end" }
                let lacksForest = !read.edition.grades.contains { $0.landType == .forest }
                #expect(tells || lacksForest || read.edition.grades.count == whole, "cut after line \(count)")
                #expect(!read.edition.grades.contains { $0.grade.rawValue > 3 })
            } catch {
                #expect(error.line != nil || error.problem == .noTables, "cut after line \(count)")
            }
        }
    }
}
