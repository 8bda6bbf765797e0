import TestSupport
import Testing

/// What passed in silence once: sums of groups that were parcels, columns that were not named, places that name two. On the
/// real program.
@Suite struct SilentListTests {
    let workspace = TemporaryFolder()

    private func validate(_ text: String, _ arguments: [String] = []) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()] + arguments, input: Array(text.utf8))
    }

    private func rows(_ run: Run) -> [[Substring]] {
        run.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }

    @Test(arguments: [
        "坝桥村 汇总", "坝桥村汇总", "坝桥村 计数", "坝桥村 平均值", "坝桥村（合计）", "坝桥村(小计)", "坝桥村（总）", "坝桥村 总面积", "坝桥村求和", "总平均值",
    ])
    func `a line of sums is no parcel and in no sum`(name: String) async throws {
        for township in ["", "东塘镇"] {
            let run = try await validate(
                "乡镇,村,级别,面积(亩)\n东塘镇,坝桥村,2级,10\n东塘镇,坝桥村,2级,20\n\(township),\(name),2级,30\n", ["--land-type", "园地"])
            #expect(run.status == 0 && run.error.contains("ok 2, not_a_row 1"), "\(run.output)\(run.error)")
            #expect(run.error.contains("area (亩) 30: ok 30"), "\(run.error)")
        }
    }

    /// 村 and 总 are in names and remarks of parcels too.
    @Test(arguments: ["坝桥村总坝组", "坝桥村3组", "坝桥村（计划内）"])
    func `a parcel is no line of sums`(name: String) async throws {
        let run = try await validate("乡镇,村,地类,级别\n东塘镇,\(name),园地,2级\n")
        #expect(run.status == 0 && run.error.contains("1 row: ok 1"), "\(run.output)\(run.error)")
    }

    @Test(arguments: ["'4.30624E+18", "\"=\"\"4.30624E+18\"\"\"", "'430624001.0"])
    func `a damaged code is one behind a mark of text too`(code: String) async throws {
        let run = try await validate("宗地代码,乡镇,村,地类,级别\n\(code),东塘镇,坝桥村,园地,2级\n")
        #expect(run.status == 1 && run.error.contains("1 row: bad_row 1"), "\(run.output)")
    }

    @Test(arguments: [
        ("金龙镇", "芙蓉村（鹅形）"), ("金龙镇", "芙蓉村 鹅形"), ("金龙镇", "芙蓉村【鹅形】"), ("金龙镇", "芙蓉村3组（鹅形）"),
    ])
    func `a second village without its ending makes a row ambiguous`(township: String, village: String) async throws {
        let run = try await validate("乡镇,村,地类,级别\n\(township),\(village),园地,一级\n")
        #expect(run.status == 1 && run.error.contains("1 row: ambiguous 1"), "\(run.output)")
    }

    @Test(arguments: [
        ("东塘镇（现石塘镇）", false), ("东塘镇（石塘镇、金龙镇）", false), ("东塘镇(汨罗市)", false), ("东塘镇【石塘镇】", false), ("东塘镇(划入石塘镇)", false),
        ("东塘镇（原石塘镇）", true), ("东塘镇（镇）", true), ("东塘镇（湘阴县）", true), ("东塘镇（2024年）", true), ("东塘镇（本镇）", true),
    ])
    func `a township in brackets behind another one is not passed over`(township: String, isKnown: Bool) async throws {
        let run = try await validate("乡镇,村,地类,级别\n\(township),坝桥村,园地,2级\n")
        #expect(run.status == (isKnown ? 0 : 1), "\(run.output)")
        #expect(run.error.contains(isKnown ? "1 row: ok 1" : "1 row: unknown_township 1"), "\(run.output)")
    }

    @Test(arguments: ["所属县市", "县级市", "市区", "XQMC", "所在县市区"])
    func `a county's column is found by its words`(header: String) async throws {
        let run = try await validate("\(header),乡镇,村,地类,级别\n汨罗市,东塘镇,坝桥村,园地,2级\n湘阴县,东塘镇,坝桥村,园地,2级\n")
        #expect(run.error.contains("2 rows: ok 1, unknown_township 1"), "\(run.error)")
    }

    @Test(arguments: ["岳阳市湘阴县", "湖南省岳阳市湘阴县", "湖南省湘阴县", "430624000000", "430624000", "430624", "湘阴县"])
    func `a county's cell may have what it belongs to`(cell: String) async throws {
        let run = try await validate("县,乡镇,村,地类,级别\n\(cell),东塘镇,坝桥村,园地,2级\n")
        #expect(run.status == 0 && run.error.contains("1 row: ok 1"), "\(run.output)")
    }

    @Test(arguments: ["长沙市湘阴县", "湖北省湘阴县", "430681000000", "430624100000", "岳阳湘阴县", "湘阴县岳阳市"])
    func `a county's cell with another one's is not it`(cell: String) async throws {
        let run = try await validate("县,乡镇,村,地类,级别\n\(cell),东塘镇,坝桥村,园地,2级\n")
        #expect(run.status == 1 && run.error.contains("1 row: unknown_township 1"), "\(run.output)")
    }

    @Test func `a numbered line of a form that is empty is no parcel`() async throws {
        let run = try await validate("序号,乡镇,村,地类,级别\n1,东塘镇,坝桥村,园地,2级\n2,,,,\n3,,,,\n")
        #expect(run.status == 0 && run.error.contains("3 rows: ok 1, not_a_row 2"), "\(run.output)")
        for header in ["备注", "编号"] {
            let other = try await validate("\(header),乡镇,村,地类,级别\n1,东塘镇,坝桥村,园地,2级\n2,,,,\n")
            #expect(other.status == 1, "\(other.output)")
        }
    }

    @Test(arguments: ["园地级别", "级别（园地）", "园地等级"])
    func `grades of one land type are declared for no other`(header: String) async throws {
        let list = "乡镇,村,地类,\(header)\n东塘镇,坝桥村,林地,2级\n东塘镇,坝桥村,园地,1级\n东塘镇,坝桥村,园地,2级\n"
        let run = try await validate(list)
        #expect(rows(run).map { $0[4] } == ["filled", "mismatch", "ok"], "\(run.output)")
        #expect(run.error.contains("column 4 ‘\(header)’ has grades of orchard: rows of other land types declare none"))
        let told = try await validate("乡镇,村,\(header)\n东塘镇,坝桥村,1级\n", ["--land-type", "林地", "--lang", "zh"])
        #expect(told.error.contains("第3列“\(header)”是园地的级别：其他地类的各行没有申报级别"), "\(told.error)")
        #expect(rows(told).map { $0[3] } == ["filled"])
    }

    @Test func `a land type's other column is named`() async throws {
        let both = try await validate("乡镇,村,地类编码,地类名称,级别\n东塘镇,坝桥村,0201,乔木林地,2级\n")
        #expect(both.error.contains("not taken for the land type: column 4 ‘地类名称’"), "\(both.error)")
        let told = try await validate("乡镇,村,地类,级别\n东塘镇,坝桥村,园地,2级\n", ["--land-type", "林地", "--lang", "zh"])
        #expect(told.error.contains("没有用作地类的列：第3列“地类”"), "\(told.error)")
    }

    @Test func `a column of units that nobody reads is named`() async throws {
        let run = try await validate("乡镇,村,地类,级别,面积,面积单位\n东塘镇,坝桥村,园地,2级,3,亩\n东塘镇,坝桥村,园地,2级,2000,平方米\n")
        #expect(run.error.contains("units are not read from column 6 ‘面积单位’: all areas are taken in one unit"))
    }

    /// `"430624"000` shows 1 as 430624001, `"02"00` shows 1 as 0201.
    @Test func `digits of a number's own format are part of a code`() async throws {
        let made = try await Program.tool("/usr/bin/env").run([
            "python3", "-c",
            """
            import sys, zipfile
            ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
            rel = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
            types = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
            def text(place, words): return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'
            header = "".join(text(c + "1", w) for c, w in zip("ABCDE", ["宗地代码", "乡镇", "村", "地类", "级别"]))
            row = ('<c r="A2" s="1"><v>1</v></c>' + text("B2", "东塘镇") + text("C2", "坝桥村")
                   + '<c r="D2" s="2"><v>1</v></c><c r="E2"><v>2</v></c>')
            parts = {
                "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                    f'<Override PartName="/xl/workbook.xml" ContentType="{types}sheet.main+xml"/>'
                    f'<Override PartName="/xl/styles.xml" ContentType="{types}styles+xml"/>'
                    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}worksheet+xml"/></Types>',
                "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                    'officeDocument" Target="xl/workbook.xml"/></Relationships>',
                "xl/workbook.xml": f'<workbook {ns} {rel}><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
                "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                    'relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.'
                    'openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
                "xl/styles.xml": f'<styleSheet {ns}><numFmts><numFmt numFmtId="164" formatCode="&quot;430624&quot;000"/>'
                    '<numFmt numFmtId="165" formatCode="\\\\0\\\\200"/></numFmts><cellXfs><xf numFmtId="0"/>'
                    '<xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
                "xl/worksheets/sheet1.xml":
                    f'<worksheet {ns}><sheetData><row r="1">{header}</row><row r="2">{row}</row></sheetData></worksheet>',
            }
            with zipfile.ZipFile(sys.argv[1], "w") as file:
                for name, words in parts.items(): file.writestr(name, words)
            """, workspace("list.xlsx"),
        ])
        #expect(made.status == 0, "\(made.error)")
        let run = try await Program.landgrade.run([
            "validate", "--store", try await SharedStore.shared.path(), workspace("list.xlsx"),
        ])
        #expect(
            run.status == 0 && rows(run).map { $0.prefix(6) } == [["430624001", "东塘镇", "坝桥村", "0201", "2", "ok"]],
            "\(run.output)\(run.error)")
    }
}
