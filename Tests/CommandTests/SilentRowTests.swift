import TestSupport
import Testing

/// Rows that are no parcels and were judged as some. On the real program.
@Suite struct SilentRowTests {
    private func validate(_ text: String, _ arguments: [String] = []) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()] + arguments, input: Array(text.utf8))
    }

    private static let list = "地块编码,乡镇,村,地类,级别,面积\n1,东塘镇,坝桥村,园地,2级,10\n"

    @Test(arguments: [
        "Grand Total,,,,,10", ",Grand Total,,,,10", "平均,,,,,10", ",,平均,,,10", "校对：张三,,,,,", "共3页,,,,,", "第页,,,,,",
        "数据来源：县自然资源局,,,,,", "———以下空白———,,,,,", ",———以下空白———,,,,", "/,/,/,/,/,/", "NULL,NULL,NULL,NULL,NULL,NULL",
        "-,-,-,-,-,-", ",/,/,/,,", "-1,-2,-3,-4,-5,-6", "合计,东塘镇,坝桥村,园地,,10", "坝桥村小计,东塘镇,坝桥村,园地,2级,10", "\u{1A}",
        "\u{1A},,,,,",
    ])
    func `a row that is no parcel is none, and in no sum`(row: String) async throws {
        // Twice: the second time its cells are known.
        let run = try await validate("\(Self.list)\(row)\n2,东塘镇,坝桥村,园地,2级,10\n\(row)\n")
        #expect(run.status == 0 && run.error.contains("4 rows: ok 2, not_a_row 2"), "\(run.output)\(run.error)")
        #expect(run.error.contains("area 20: ok 20"), "\(run.error)")
    }

    @Test(arguments: [
        "2,东塘镇,/,园地,2级,10", "2,东塘镇,坝桥村,/,2级,10", "/,/,/,/,2级,10", "2,/,/,/,/,/", "-1,-3,-2,-4,-5,-6",
        "校对,东塘镇,无此村,园地,2级,10",
        "2,平均,坝桥村,林地,2级,",
    ])
    func `a row that may be a parcel is judged as one`(row: String) async throws {
        let run = try await validate("\(Self.list)\(row)\n")
        let isTotal = row.contains("平均")
        #expect(run.error.contains("not_a_row") == isTotal, "\(run.output)\(run.error)")
    }

    /// A code may have the word and a number.
    @Test(arguments: ["合-1", "（总）字12号", "1合计"])
    func `a code with a number is no sum`(code: String) async throws {
        let run = try await validate("\(Self.list)\(code),东塘镇,坝桥村,园地,2级,10\n")
        #expect(run.status == 0 && run.error.contains("2 rows: ok 2"), "\(run.output)\(run.error)")
    }

    @Test(arguments: ["\u{1A}", "\0\0\0", "\u{1A}\0"])
    func `what old programs end a text with is no row`(end: String) async throws {
        let run = try await validate("\(Self.list)\(end)")
        #expect(run.status == 0 && run.error.contains("2 rows: ok 1, not_a_row 1"), "\(run.output)\(run.error)")
        // Zeros within a list are lost rows.
        let broken = try await validate("\(Self.list)\0\0\0\n2,东塘镇,坝桥村,园地,2级,10\n")
        #expect(broken.status == 1 && broken.error.contains("bad_row 1"), "\(broken.output)")
    }

    @Test(arguments: ["ok, not_a_row", " ok ,not_a_row"])
    func `blanks between verdicts are set aside`(verdicts: String) async throws {
        let run = try await validate("\(Self.list)合计,,,,,10\n", ["--verdict", verdicts])
        #expect(run.status == 0 && run.output.split(separator: "\n").count == 3, "\(run.output)\(run.error)")
        let none = try await validate(Self.list, ["--verdict", "ok, "])
        #expect(none.status == 64)
    }
}
