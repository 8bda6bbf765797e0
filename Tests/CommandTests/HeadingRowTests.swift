import TestSupport
import Testing

/// Headings of groups and titles among the rows of a list: their sums would count twice. On the real program.
@Suite struct HeadingRowTests {
    private func validate(_ text: String, _ arguments: [String] = []) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()] + arguments, input: Array(text.utf8))
    }

    private static let header = "乡镇,村,地类,级别,面积（亩）\n"
    private static let parcel = "东塘镇,坝桥村,园地,2级,10\n"

    @Test(arguments: [
        "一、东塘镇,,,,20", "（一）东塘镇,,,,20", "1、东塘镇,,,,20", "①东塘镇,,,,20", "㈠东塘镇,,,,20", "东塘镇,,,,20", "东塘镇,,,,", "（一）坝桥村,,,,",
        ",（一）坝桥村,,,", "一、园地,,,,20", "二、已确权的,,,,20", "湘阴县园地定级申报表,,,,", "湘阴县园地定级申报表（2025年）,,,,",
    ])
    func `a heading is no parcel and in no sum`(row: String) async throws {
        // Twice: the second time its cells are known.
        let run = try await validate("\(Self.header)\(row)\n\(Self.parcel)\(row)\n\(Self.parcel)")
        #expect(run.status == 0 && run.error.contains("4 rows: ok 2, not_a_row 2"), "\(run.output)\(run.error)")
        #expect(run.error.contains("20: ok 20"), "\(run.error)")
        #expect(run.output.contains("a title or the heading of a group, no parcel"), "\(run.output)")
    }

    @Test(arguments: [
        ("序号,", "一,东塘镇,,,,20"), ("序号,", "一、东塘镇,,,,,20"), ("序号,", "东塘镇,,,,,20"), ("序号,", ",东塘镇,,,,20"),
        ("宗地代码,", "一、东塘镇,,,,,20"),
        ("户主,", "一、东塘镇,,,,,20"),
    ])
    func `a heading stands in other columns too`(header: String, row: String) async throws {
        let run = try await validate("\(header)\(Self.header)\(row)\n1,\(Self.parcel)")
        #expect(run.error.contains("ok 1, not_a_row 1"), "\(run.output)\(run.error)")
    }

    /// Its other cells may be missing.
    @Test(arguments: [
        ("户主,", "张三,东塘镇,,,,20"), ("户主,", "1、张三,,,,,20"), ("户主,", "坝桥村,,,,,20"), ("序号,", "1,东塘镇,,,,20"),
        ("备注,", "待核实,东塘镇,,,,20"),
        ("宗地代码,", "12,东塘镇,,,,20"), ("", ",坝桥村,,,20"), ("", "坝桥村,,,,20"), ("", "东塘镇坝桥村,,,,20"), ("", "待核实,,,,20"),
        ("", "同上,,,,20"),
        ("", "东塘镇,,,2级,20"), ("", "东塘镇,/,/,/,20"), ("", "1、张三,,,,20"),
    ])
    func `what may be a parcel stays a row`(header: String, row: String) async throws {
        let run = try await validate("\(header)\(Self.header)\(row)\n")
        #expect(run.status == 1 && !run.error.contains("not_a_row"), "\(run.output)\(run.error)")
    }

    @Test func `a number that is no sum leaves the row a parcel`() async throws {
        let run = try await validate("乡镇,村,地类,级别,联系电话\n东塘镇,,,,13800000000\n")
        #expect(run.status == 1 && run.error.contains("unknown_land_type 1"), "\(run.output)")
    }

    @Test func `a heading is one where the land type is given`() async throws {
        for row in ["一、东塘镇,,,20", "东塘镇,,,20", "湘阴县园地定级申报表,,,"] {
            let list = "乡镇,村,级别,面积（亩）\n\(row)\n东塘镇,坝桥村,2级,10\n\(row)\n"
            let run = try await validate(list, ["--land-type", "园地"])
            #expect(run.error.contains("3 rows: ok 1, not_a_row 2"), "\(run.output)\(run.error)")
        }
    }

    @Test func `a title stands above the header again`() async throws {
        let run = try await validate("\(Self.header)\(Self.parcel)湘阴县园地定级申报表,,,,\n\(Self.header)\(Self.parcel)")
        #expect(run.status == 0 && run.error.contains("4 rows: ok 2, not_a_row 2"), "\(run.output)\(run.error)")
        // Without the delimiters of its empty cells.
        let bare = try await validate("\(Self.header)\(Self.parcel)湘阴县园地定级申报表\n\(Self.header)\(Self.parcel)")
        #expect(bare.status == 0 && bare.error.contains("4 rows: ok 2, not_a_row 2"), "\(bare.output)\(bare.error)")
    }

    @Test func `a heading that is merged over its row is no parcel`() async throws {
        let sheet = SheetFile([
            ["乡镇", "村", "地类", "级别", "面积"], ["（一）坝桥村", "", "", "", ""], ["东塘镇", "坝桥村", "园地", "2级", "10"],
        ])
        let run = try await sheet.validate(merged: ["A2:E2"])
        #expect(run.status == 0 && run.error.contains("2 rows: ok 1, not_a_row 1"), "\(run.output)\(run.error)")
    }
}
