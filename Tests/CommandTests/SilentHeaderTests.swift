import TestSupport
import Testing

/// Headers that say what stands below them, and were not read. On the real program.
@Suite struct SilentHeaderTests {
    private func validate(_ header: String, _ row: String) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()], input: Array("\(header)\n\(row)\n".utf8))
    }

    private func expectTaken(_ header: String, _ row: String) async throws {
        let run = try await validate(header, row)
        #expect(run.status == 0 && run.error.contains("1 row: ok 1"), "\(header): \(run.output)\(run.error)")
    }

    @Test(arguments: ["TDLYLX", "DI_LEI", "三调地类名称", "三调地类编码", "现状地类名称", "TDYT"])
    func `a land type's official name`(header: String) async throws {
        try await expectTaken("乡镇,村,\(header),YT,级别", "东塘镇,坝桥村,园地,乔木林地,2级")
        try await expectTaken("乡镇,村,\(header),地类,级别", "东塘镇,坝桥村,乔木林地,园地,2级")
        if header != "TDYT" { try await expectTaken("乡镇,村,\(header),TDYT,级别", "东塘镇,坝桥村,园地,乔木林地,2级") }
    }

    @Test(arguments: [
        "园地定级", "林地等级", "集体土地级别", "宗地级别", "地块级别", "农用地定级", "所属土地级别", "复核级别", "拟定级别", "TDJBMC", "jibie",
    ])
    func `a grade's`(header: String) async throws {
        let landType = header.hasPrefix("林地") ? "林地" : "园地", grade = landType == "林地" ? "1级" : "2级"
        try await expectTaken("乡镇,村,地类,\(header)", "东塘镇,坝桥村,\(landType),\(grade)")
        let both = try await validate("乡镇,村,地类,\(header),级别", "东塘镇,坝桥村,\(landType),9级,\(grade)")
        #expect(both.status == 0 && both.error.contains("not taken for the grade: column 4"), "\(both.error)")
    }

    @Test(arguments: ["基准地价等级", "等别"])
    func `another figure is no grade`(header: String) async throws {
        let run = try await validate("乡镇,村,地类,\(header)", "东塘镇,坝桥村,园地,9")
        #expect(run.status == 0 && run.error.contains("1 row: filled 1"), "\(run.error)")
    }

    /// DJ is 等级 in the registers' tables, and a price elsewhere.
    @Test func `a register's fields`() async throws {
        let run = try await validate("ZDDM,BDCDYH,ZL,ZDMJ,MJDW,YT,DJ,JG", "12,1,东塘镇坝桥村,3,亩,园地,1,5")
        #expect(run.error.contains("land type = column 6 ‘YT’, grade = column 7 ‘DJ’"), "\(run.error)")
        #expect(run.error.contains("1 row: mismatch 1"), "\(run.error)")
        #expect(run.error.contains("units are not read from column 5 ‘MJDW’"), "\(run.error)")
        let other = try await validate("乡镇,村,地类,DJ", "东塘镇,坝桥村,园地,45")
        #expect(other.error.contains("it could be column 4 ‘DJ’"), "\(other.error)")
    }

    @Test(arguments: ["土地分类", "土地利用分类", "二调地类", "农用地类型", "林地类型", "园地类型", "用地类别", "利用类型", "小班地类", "二级类", "YT"])
    func `a land type's`(header: String) async throws {
        try await expectTaken("乡镇,村,\(header),级别", "东塘镇,坝桥村,园地,2级")
        // Where there is one already, it is only named.
        let both = try await validate("乡镇,村,地类,\(header),级别", "东塘镇,坝桥村,园地,乔木林地,2级")
        #expect(both.status == 0 && both.error.contains("not taken for the land type: column 4"), "\(both.error)")
        try await expectTaken("乡镇,村,土地用途,\(header),级别", "东塘镇,坝桥村,园地,乔木林地,2级")
    }

    @Test(arguments: ["村庄", "建制村", "发包方名称", "FBFMC", "地块所在村", "土地坐落村"])
    func `a village's`(header: String) async throws {
        try await expectTaken("乡镇,\(header),地类,级别", "东塘镇,坝桥村,园地,2级")
        try await expectTaken("XZQMC,\(header),地类,级别", "东塘镇,坝桥村,园地,2级")
        // What was found without it is still what the row is judged by.
        try await expectTaken("乡镇,村,\(header),地类,级别", "东塘镇,坝桥村,x,园地,2级")
        try await expectTaken("乡镇,权属单位名称,\(header),地类,级别", "东塘镇,坝桥村,x,园地,2级")
        try await expectTaken("乡镇,\(header),坐落,地类,级别", "东塘镇,x,东塘镇坝桥村,园地,2级")
        try await expectTaken("乡镇,\(header),XZQMC,地类,级别", "东塘镇,x,坝桥村,园地,2级")
        try await expectTaken("\(header),不动产坐落,地类,级别", "x,东塘镇坝桥村,园地,2级")
    }

    /// Where a parcel lies, in so many words, goes before whose it is, and before an address as 村 does.
    @Test(arguments: ["宗地所在村", "地块坐落村", "现村", "CMC"])
    func `a parcel's village's`(header: String) async throws {
        try await expectTaken("乡镇,\(header),地类,级别", "东塘镇,坝桥村,园地,2级")
        try await expectTaken("乡镇,权属单位名称,\(header),地类,级别", "东塘镇,x,坝桥村,园地,2级")
        try await expectTaken("乡镇,村,\(header),地类,级别", "东塘镇,坝桥村,x,园地,2级")
        let address = try await validate("乡镇,\(header),坐落,地类,级别", "东塘镇,坝桥村,老屋旁,园地,2级")
        #expect(
            address.status == 0 && address.error.contains("addresses are not read from column 3"), "\(address.error)")
    }

    @Test(arguments: [
        "地块所在乡镇", "土地所在乡镇", "乡镇场", "XZJMC", "XIANG", "地块所属乡镇", "宗地所在乡镇", "乡（镇）、街道",
    ])
    func `a township's`(header: String) async throws {
        try await expectTaken("\(header),村,地类,级别", "东塘镇,坝桥村,园地,2级")
        try await expectTaken("\(header),乡镇,村,地类,级别", "x,东塘镇,坝桥村,园地,2级")
        try await expectTaken("\(header),坐落,地类,级别", "东塘镇,坝桥村,园地,2级")
    }

    @Test(arguments: ["所在位置", "具体位置", "不动产坐落", "承包地坐落", "坐落地点", "坐落（村组）", "土地坐落（村组）"])
    func `an address's`(header: String) async throws {
        try await expectTaken("\(header),地类,级别", "东塘镇坝桥村3组,园地,2级")
        try await expectTaken("乡镇,行政村,\(header.replacing("（村组）", with: "")),地类,级别", "东塘镇,坝桥村,x,园地,2级")
    }

    @Test func `a place with its level in brackets is a village beside a township`() async throws {
        try await expectTaken("乡镇,坐落（村组）,地类,级别", "东塘镇,坝桥村3组,园地,2级")
    }

    @Test(arguments: [("实际面积", "area 3"), ("椭球面积", "area 3"), ("平方米数", "area (平方米) 3"), ("公顷数", "area (公顷) 3")])
    func `an area's`(header: String, sum: String) async throws {
        let run = try await validate("乡镇,村,地类,级别,\(header)", "东塘镇,坝桥村,园地,2级,3")
        #expect(run.error.contains("\(sum): ok 3"), "\(run.error)")
        let both = try await validate("乡镇,村,地类,级别,\(header),面积", "东塘镇,坝桥村,园地,2级,3,4")
        #expect(both.error.contains("area 4: ok 4"), "\(both.error)")
    }

    @Test(arguments: ["使用面积", "净面积", "SHAPE_Area"])
    func `one that may be another area is named`(header: String) async throws {
        let run = try await validate("乡镇,村,地类,级别,\(header)", "东塘镇,坝桥村,园地,2级,3")
        #expect(run.error.contains("not taken for the area: column 5 ‘\(header)’"), "\(run.error)")
        let both = try await validate("乡镇,村,地类,级别,\(header),面积", "东塘镇,坝桥村,园地,2级,3,4")
        #expect(!both.error.contains("not taken") && both.error.contains("area 4: ok 4"), "\(both.error)")
    }
}
