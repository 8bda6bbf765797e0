import TestSupport
import Testing

/// The county's column: its headers, how its cells are written, and beside `--county`. On the real program.
@Suite struct CountyColumnTests {
    private func validate(_ text: String, _ arguments: [String] = []) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()] + arguments, input: Array(text.utf8))
    }

    @Test(arguments: [
        "县级行政区代码", "县代码", "县区代码", "县（区）代码", "行政区代码", "XZQDM", "XZQHDM", "XDM", "XIANMC", "XIAN_MC", "XJXZQMC", "宗地所在县",
        "坐落县",
        "旗县", "市县区", "县域", "县级", "县级市区", "所属县", "县市区名", "区县名", "所在县名", "县级市名", "QXMC",
    ])
    func `a row of another county is none of this one`(header: String) async throws {
        let names = header.hasSuffix("码") || header.hasSuffix("DM") ? ("430624", "430681") : ("湘阴县", "汨罗市")
        let run = try await validate(
            "\(header),乡镇,村,地类,级别\n\(names.0),东塘镇,坝桥村,园地,2级\n\(names.1),东塘镇,坝桥村,园地,2级\n")
        #expect(
            run.error.contains("county = column 1") && run.error.contains("ok 1, unknown_township 1"), "\(run.error)")
    }

    /// 430624100206 is a village's code.
    @Test(arguments: [("430624100206", true), ("430624100", true), ("430624", true), ("430681100206", false)])
    func `a code of any level says its county`(code: String, isKnown: Bool) async throws {
        let run = try await validate("XZQDM,乡镇,村,地类,级别\n\(code),东塘镇,坝桥村,园地,2级\n")
        #expect(run.status == (isKnown ? 0 : 1), "\(run.output)")
    }

    @Test(arguments: ["市", "区", "省市县", "行政区", "行政区划", "XZQMC", "属地", "县别", "行政区划名", "DISTRICT"])
    func `a column that may be the county's is named`(header: String) async throws {
        let run = try await validate("\(header),乡镇,村,地类,级别\n汨罗市,东塘镇,坝桥村,园地,2级\n")
        #expect(
            run.error.contains(
                "not taken for the county: column 1 ‘\(header)’; if it is, give it with --columns county="),
            "\(run.error)")
        let known = try await validate("\(header),县,乡镇,村,地类,级别\n汨罗市,,东塘镇,坝桥村,园地,2级\n")
        #expect(!known.error.contains("not taken"), "\(known.error)")
    }

    @Test func `a code beside the county's name is not asked about`() async throws {
        let run = try await validate("县,县代码,XZQDM,乡镇,村,地类,级别\n湘阴县,430624,430624,东塘镇,坝桥村,园地,2级\n")
        #expect(run.status == 0 && run.error.contains("county = column 1 ‘县’"), "\(run.error)")
    }

    @Test(arguments: [
        "湘阴县 ", "湘 阴 县", "湘阴縣", "湘陰縣", "４３０６２４", "430624.0", "430624.00", "湘阴", "430624湘阴县", "湘阴县430624", "湘阴县（430624）",
        "湘阴县(湖南省)",
        "湘阴县人民政府", "岳阳市湘阴", "湖南省/岳阳市/湘阴县", "湘阴县（原湘阴市）", "/", "无", "NULL", "-",
    ])
    func `a county is read as people write it`(cell: String) async throws {
        // Twice: a cell that was met is known by its bytes.
        let row = "\(cell),东塘镇,坝桥村,园地,2级\n"
        let run = try await validate("县,乡镇,村,地类,级别\n\(row)\(row)")
        #expect(run.status == 0 && run.error.contains("2 rows: ok 2"), "\(run.output)")
    }

    @Test(arguments: ["430681湘阴县", "湘阴县（汨罗市）", "湘阴县（430681）", "湘", "岳阳湘阴", "430681.0", "湘阴县汨罗市", "无此县", "汨罗"])
    func `another county's cell, or none's, is not it`(cell: String) async throws {
        let row = "\(cell),东塘镇,坝桥村,园地,2级\n"
        let run = try await validate("县,乡镇,村,地类,级别\n\(row)\(row)")
        #expect(run.error.contains("2 rows: unknown_township 2"), "\(run.output)")
    }

    @Test func `with --county no row may name another one`() async throws {
        let list = "县,乡镇,村,地类,级别\n湘阴县,东塘镇,坝桥村,园地,2级\n,东塘镇,坝桥村,园地,2级\n汨罗市,东塘镇,坝桥村,园地,2级\n"
        let run = try await validate(list, ["--county", "430624"])
        #expect(run.error.contains("3 rows: ok 2, unknown_township 1"), "\(run.output)")
        let without = try await validate(list, ["--county", "430624", "--columns", "county="])
        #expect(without.status == 0 && without.error.contains("3 rows: ok 3"), "\(without.output)")
    }
}
