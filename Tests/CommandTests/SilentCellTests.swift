import TestSupport
import Testing

/// Cells that say what they mean, and were not read. On the real program.
@Suite struct SilentCellTests {
    private func validate(_ text: String) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()], input: Array(text.utf8))
    }

    @Test(arguments: [
        ("金龙人民政府", "芙蓉村", "金龙镇,芙蓉村,suffix_omitted"), ("金龙政府", "芙蓉村", "金龙镇,芙蓉村,suffix_omitted"),
        ("金龙镇", "“芙蓉村”", "金龙镇,芙蓉村,address"), ("金龙镇", "[芙蓉村]", "金龙镇,芙蓉村,address"),
        ("金龙镇", "金龙镇_芙蓉村", "金龙镇,芙蓉村,address"), ("金龙镇", "金龙镇\\芙蓉村", "金龙镇,芙蓉村,address"),
    ])
    func `a place is found`(township: String, village: String, place: String) async throws {
        let run = try await validate("乡镇,村,地类,级别\n\(township),\(village),园地,一级\n")
        #expect(run.status == 0 && run.output.contains("ok,\(place),orchard,1"), "\(run.output)")
    }

    @Test func `the office of a 街道 in short`() async throws {
        let run = try await validate("乡镇,村,地类,级别\n文星街办,无此村,园地,一级\n")
        #expect(run.output.contains("unknown_village,文星街道,"), "\(run.output)")
    }

    /// 金龙芙蓉村 might be a village of its own, and a 党委 that of any place.
    @Test(arguments: [("金龙镇", "金龙芙蓉村"), ("金龙党委", "芙蓉村")])
    func `a place that may be another is not taken`(township: String, village: String) async throws {
        let run = try await validate("乡镇,村,地类,级别\n\(township),\(village),园地,一级\n")
        #expect(run.status == 1 && run.output.contains(",unknown_"), "\(run.output)")
    }

    @Test(arguments: [
        "土地坐落：湘阴县金龙镇芙蓉村", "该地块位于金龙镇芙蓉村", "地块位于本县金龙镇芙蓉村3组", "本县金龙镇芙蓉村", "“金龙镇芙蓉村”",
    ])
    func `what says that an address comes is set aside`(address: String) async throws {
        let run = try await validate("坐落,地类,级别\n\(address),园地,一级\n")
        #expect(run.status == 0 && run.output.contains("ok,金龙镇,芙蓉村,address,orchard,1"), "\(run.output)")
        let found = try await Program.landgrade.run([
            "lookup", "--store", try await SharedStore.shared.path(), address,
        ])
        #expect(found.status == 0 && found.output.contains("金龙镇 芙蓉村"), "\(found.output)\(found.error)")
    }

    @Test(arguments: [
        "1.0级", "1.", "一", "ⅰ级", "一级地", "1\t", "\"1\n\"", "\"一\n级\"", "1\u{200B}", "\u{FEFF}1", "壹", "1级。", "一级园地",
        "一级（园地）",
    ])
    func `a grade is read`(grade: String) async throws {
        let run = try await validate("乡镇,村,地类,级别\n金龙镇,芙蓉村,园地,\(grade)\n")
        #expect(run.status == 0 && run.error.contains("1 row: ok 1"), "\(run.output)")
    }

    @Test(arguments: [
        "果园（0201）", "园地（果园）", "0201（果园）", "可调整园地", "黄桃园", "其它园地", "0201果园", "0201 果园",
        "0201-果园", "0201/果园", "果园0201", "农用地/园地/果园", "种植园地", "果园地", "其他园地（可调整）",
    ])
    func `a land type is read`(landType: String) async throws {
        let run = try await validate("乡镇,村,地类,级别\n金龙镇,芙蓉村,\(landType),一级\n")
        #expect(run.status == 0 && run.error.contains("1 row: ok 1"), "\(run.output)")
    }

    @Test(arguments: ["园地（林地）", "果园（茶园）", "园地（经济林）"])
    func `a land type whose brackets say something else is none`(landType: String) async throws {
        let run = try await validate("乡镇,村,地类,级别\n金龙镇,芙蓉村,\(landType),一级\n")
        #expect(run.status == 1 && run.error.contains("1 row: unknown_land_type 1"), "\(run.output)")
    }

    @Test(arguments: ["0301果园", "园地/林地", "果园（0202）"])
    func `a code and a name that contradict each other are named`(landType: String) async throws {
        let run = try await validate("乡镇,村,地类,级别\n金龙镇,芙蓉村,\(landType),一级\n")
        #expect(
            run.status == 1
                && run.output.contains("\"its code and its name, or its words, are of different classes\""),
            "\(run.output)")
    }

    @Test func `a grade of another land type is none`() async throws {
        let run = try await validate("乡镇,村,地类,级别\n金龙镇,芙蓉村,园地,一级林地\n")
        #expect(run.error.contains("1 row: unreadable_grade 1"), "\(run.output)")
    }

    @Test(arguments: [
        ("金龙镇芙蓉村", ""), ("金龙镇芙蓉村", "芙蓉村"), ("湘阴县金龙镇芙蓉村", "芙蓉村3组"), ("NULL", "金龙镇芙蓉村"), ("/", "金龙镇芙蓉村"), ("-", "芙蓉村"),
        ("无", "芙蓉村"),
    ])
    func `a township's cell may hold the village, or nothing`(township: String, village: String) async throws {
        let run = try await validate("乡镇,村,地类,级别\n\(township),\(village),园地,一级\n")
        #expect(run.status == 0 && run.output.contains("ok,金龙镇,芙蓉村,"), "\(run.output)")
    }

    @Test(arguments: [
        ("金龙镇芙蓉村", "金龙村", "ambiguous"), ("金龙镇无此村", "", "unknown_"), ("芙蓉村", "", "unknown_"),
        ("金龙镇芙蓉村", "无此村", "unknown_"),
    ])
    func `a township's cell that names another village is not taken`(
        township: String, village: String, verdict: String
    ) async throws {
        let run = try await validate("乡镇,村,地类,级别\n\(township),\(village),园地,一级\n")
        #expect(run.status == 1 && run.output.contains(",\(verdict)"), "\(run.output)")
    }
}
