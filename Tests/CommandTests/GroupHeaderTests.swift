import TestSupport
import Testing

/// Headers of two lines in text, where no merged cell says which names belong together. On the real program.
@Suite struct GroupHeaderTests {
    private func validate(_ text: String) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()], input: Array(text.utf8))
    }

    @Test(arguments: [
        ("级别,\n,,,园地,林地", ",级别/园地,级别/林地,"), ("级别,\n,,,申报,核定", ",级别/申报,级别/核定,"),
        ("级别,\n,,,2021年,2025年", ",级别/2021年,级别/2025年,"),
    ])
    func `parts of a group over several columns are no parcel`(header: String, names: String) async throws {
        let run = try await validate("乡镇,村,地类,\(header)\n金龙镇,芙蓉村,林地,,二级\n")
        #expect(run.output.hasPrefix("乡镇,村,地类\(names)landgrade_verdict"), "\(run.output)")
        // Which of the two is declared nobody can tell: none is taken, and both are named.
        #expect(run.error.contains("1 row:") && run.error.contains("4") && run.error.contains("5"), "\(run.error)")
        #expect(!run.error.contains("grade = column"), "\(run.error)")
    }

    @Test func `an area in two columns is not summed up by one of them`() async throws {
        let run = try await validate("乡镇,村,地类,面积,,级别\n,,,园地,林地,\n金龙镇,芙蓉村,林地,,3,二级\n")
        #expect(run.output.hasPrefix("乡镇,村,地类,面积/园地,面积/林地,级别,"), "\(run.output)")
        #expect(run.error.contains("1 row: mismatch 1") && !run.error.contains("area = column"), "\(run.error)")
    }

    @Test(arguments: [
        "坐落,坐落,地类,定级\n乡镇,村,,级别", "坐落,坐落,地类,定级\n乡镇,村,地类,级别", "坐落,坐落,土地,土地\n乡镇,村,地类,级别",
    ])
    func `a name that is repeated over its columns is a group`(header: String) async throws {
        let run = try await validate(header + "\n金龙镇,芙蓉村,园地,二级\n")
        #expect(run.output.hasPrefix("坐落/乡镇,坐落/村,"), "\(run.output)\(run.error)")
        #expect(run.error.contains("1 row: mismatch 1"), "\(run.error)")
    }

    /// An unnamed column behind the last is a remark.
    @Test func `a parcel below an unnamed column stays one`() async throws {
        let run = try await validate("乡镇,村,地类,级别,\n金龙镇,芙蓉村,园地,一级,已核\n,芙蓉村,园地,一级,\n")
        #expect(run.error.contains("2 rows: ok 2"), "\(run.error)")
    }
}
