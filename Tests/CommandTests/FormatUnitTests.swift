import TestSupport
import Testing

/// Units that a workbook shows by its number formats alone, on the real program and the made-up county of Seeds/examples.
@Suite struct FormatUnitTests {
    private func check(
        _ header: [String], _ figures: [String], formats: [(cell: String, code: String)]
    ) async throws -> (check: String, row: String, error: String) {
        let sheet = SheetFile([
            ["乡镇", "村", "地类", "级别"] + header, ["青山镇", "松林村", "果园", "1"] + figures,
        ])
        let run = try await sheet.validate(formats: formats, examples: true, ["--summary", "none"])
        let lines = run.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        // From the end: a note may hold a comma.
        let header = try #require(lines.first)
        let behind = header.count - (try #require(header.firstIndex(of: "landgrade_price_check"), "\(run.error)"))
        return (String(lines[1][lines[1].count - behind]), lines[1].joined(separator: ","), run.error)
    }

    /// 2 亩 at 45.00 元/平方米 are 60,000 元.
    @Test(arguments: [
        ("6", "0.00\"万元\"", "ok"), ("60000", "#,##0.00\"元\"_ ;-#,##0.00\"元\"", "ok"), ("60000", "\\¥#,##0\\元", "ok"),
        ("60000", "0.00\"万元\"", "mismatch"), ("6", "General\"万元\"", "ok"), ("60000", "[$元-804]0", "no_unit"),
        ("60000", "0.00", "no_unit"), ("6", "0!.0,\"万元\"", "no_unit"),
    ])
    func `money is in the unit that its format shows`(amount: String, code: String, check: String) async throws {
        let found = try await self.check(["单价(元/㎡)", "面积(亩)", "总价"], ["45", "2", amount], formats: [("G2", code)])
        #expect(found.check == check, "\(found.row) \(found.error)")
    }

    @Test func `the header's unit needs no other, and another one goes before it`() async throws {
        let header = ["单价(元/㎡)", "面积(亩)", "总价（元）"]
        let same = try await check(header, ["45", "2", "60000"], formats: [("G2", "0.00\"元\"")])
        #expect(same.row.contains(",2,60000,ok,") && same.check == "ok" && !same.error.contains("number formats"))
        let other = try await check(header, ["45", "2", "6"], formats: [("G2", "0.00\"万元\"")])
        #expect(other.row.contains(",2,6万元,ok,") && other.check == "ok", "\(other.row)")
        #expect(
            other.error.contains(
                "units of number formats are read as if they stood in the cells: column 7 ‘总价（元）’ (万元)\n"),
            "\(other.error)")
        let price = try await check(
            ["单价", "面积(亩)", "总价（元）"], ["3", "2", "60000"], formats: [("E2", "0.00\"万元/亩\"")])
        #expect(price.check == "ok" && price.row.contains(",3万元/亩,"), "\(price.row)")
    }

    @Test func `a unit of area in a format is said to be left`() async throws {
        let figures = ["45", "2", "60000"], formats = [(cell: "F2", code: "0.00\"亩\"")]
        let found = try await check(["单价(元/㎡)", "面积", "总价（元）"], figures, formats: formats)
        #expect(found.check == "no_unit" && found.row.contains(",45,2,60000,"), "\(found.row)")
        #expect(
            found.error.contains(
                "units of area in number formats are not read: column 6 ‘面积’ (亩); where one is needed, give it with --units area=亩\n"
            ),
            "\(found.error)")
        let said = try await check(["单价(元/㎡)", "面积（亩）", "总价（元）"], figures, formats: formats)
        #expect(said.check == "ok" && !said.error.contains("number formats"), "\(said.error)")
    }
}
