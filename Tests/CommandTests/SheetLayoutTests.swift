import TestSupport
import Testing

/// What stands in a workbook beside the list, and over its columns. On the real program.
@Suite struct SheetLayoutTests {
    let workspace = TemporaryFolder()

    /// A sheet's rows of texts, and its merged cells.
    private struct Sheet {
        let name: String
        var rows: [[String]]
        var merges: [String] = []
        var isHidden = false

        var xml: String {
            let cells = rows.enumerated().map { number, row in
                let texts = row.enumerated().filter { !$0.element.isEmpty }.map { column, text in
                    let place = "\(String(UnicodeScalar(UInt8(65 + column))))\(number + 1)"
                    return "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
                }
                return "<row r=\"\(number + 1)\">\(texts.joined())</row>"
            }
            let merged = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
            return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + cells.joined() + "</sheetData>" + (merges.isEmpty ? "" : "<mergeCells>\(merged)</mergeCells>")
                + "</worksheet>"
        }
    }

    private func validate(_ sheets: [Sheet], _ arguments: [String] = []) async throws -> Run {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006"
        let types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
        var archive = StoredArchive()
        func add(_ name: String, _ text: String) { archive.add(name, Array(text.utf8)) }
        add(
            "[Content_Types].xml",
            "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"\(types)sheet.main+xml\"/></Types>"
        )
        add(
            "_rels/.rels",
            "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"r1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        )
        let names = sheets.enumerated().map { number, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(number + 1)\"\(sheet.isHidden ? " state=\"hidden\"" : "") r:id=\"r\(number + 1)\"/>"
        }
        add(
            "xl/workbook.xml",
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"\(office)\"><sheets>\(names.joined())</sheets></workbook>"
        )
        let relations = sheets.indices.map {
            "<Relationship Id=\"r\($0 + 1)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
        }
        add(
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"\(package)/relationships\">\(relations.joined())</Relationships>")
        for (number, sheet) in sheets.enumerated() { add("xl/worksheets/sheet\(number + 1).xml", sheet.xml) }
        try workspace.write(archive.finished(), to: "list.xlsx")
        return try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path(), workspace("list.xlsx")] + arguments)
    }

    private static let list = Sheet(
        name: "地块", rows: [["乡镇", "村", "地类", "级别"], ["金龙镇", "芙蓉村", "园地", "一级"]])

    @Test func `a sheet that is not read is named with its rows`() async throws {
        let more = Sheet(name: "续表", rows: [["金龙镇", "鹅形村", "园地", "一级"], [], ["金龙镇", "胜利村", "园地", "一级"]])
        let empty = Sheet(name: "Sheet3", rows: [])
        var hidden = more
        hidden.isHidden = true
        for other in [more, hidden] {
            let run = try await validate([Self.list, other, empty])
            #expect(run.status == 0 && run.error.contains("1 row: ok 1"), "\(run.error)")
            #expect(
                run.error.contains("sheets that are not read: ‘续表’ (rows: 2); if one has to be judged, "),
                "\(run.error)")
            #expect(run.error.contains("--sheet") && !run.error.contains("Sheet3"), "\(run.error)")
        }
        let zh = try await validate([Self.list, more], ["--lang", "zh"])
        #expect(zh.error.contains("没有读取的工作表：“续表”（2 行）；其中如有要核对的，"), "\(zh.error)")
        let alone = try await validate([Self.list, empty])
        #expect(!alone.error.contains("not read"), "\(alone.error)")
    }

    @Test func `a header of two lines is one where its first says enough`() async throws {
        let header = [
            ["序号", "编码", "坐落", "", "地类", "级别", "面积"], ["", "宗地代码", "乡镇", "村", "名称", "申报级别", "亩"],
        ]
        let row = ["1", "12", "金龙镇", "芙蓉村", "园地", "一级", "3"]
        let run = try await validate([Sheet(name: "地块", rows: header + [row], merges: ["C1:D1"])])
        #expect(run.status == 0 && run.error.contains("header in row 1–2"), "\(run.error)")
        #expect(run.output.hasPrefix("序号,编码/宗地代码,坐落/乡镇,坐落/村,地类/名称,级别/申报级别,面积/亩,"), "\(run.output)")
        #expect(run.error.contains("1 row: ok 1"), "\(run.error)")
    }

    @Test(arguments: [[], ["A1:B1"], ["A1:B1", "C1:E1"]])
    func `a group of a person is none of the parcel`(merges: [String]) async throws {
        let rows = [
            ["转出方", "", merges.count == 1 ? "" : "地块信息", "", ""], ["乡镇", "村", "坐落", "地类", "级别"],
            ["金龙镇", "鹅形村", "金龙镇芙蓉村", "园地", "一级"],
        ]
        let run = try await validate([Sheet(name: "地块", rows: rows, merges: merges)])
        #expect(run.status == 0 && run.output.contains(",ok,,金龙镇,芙蓉村,address,"), "\(run.output)\(run.error)")
    }

    @Test func `another table's header is named by its row in the sheet`() async throws {
        let sheet = Sheet(
            name: "一表",
            rows: [
                ["村级宗地清单"], [], ["宗地代码", "乡镇", "村", "地类", "级别", "面积"], ["A1", "金龙镇", "芙蓉村", "园地", "一级", "10"],
                ["宗地代码", "乡镇", "村", "地类", "面积", "级别"], ["A2", "金龙镇", "芙蓉村", "园地", "1", "二级"],
            ])
        let run = try await validate([sheet])
        #expect(
            run.status == 2 && run.error.contains("row 5 is the header of another table"),
            "\(run.error)")
    }
}
