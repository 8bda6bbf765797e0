import TestSupport
import Testing

/// Names of DBF fields, which have ten bytes. On the real program.
@Suite struct CutNameTests {
    let workspace = TemporaryFolder()

    /// A table of texts in UTF-8.
    private func dbf(_ names: [String], _ row: [String]) -> [UInt8] {
        let width = 30
        let size = 1 + width * names.count
        func half(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }
        var bytes: [UInt8] = [3, 125, 1, 1, 1, 0, 0, 0] + half(33 + 32 * names.count) + half(size)
        bytes += [UInt8](repeating: 0, count: 20)
        for name in names {
            let cut = Array(name.utf8.prefix(10))
            bytes += cut + [UInt8](repeating: 0, count: 11 - cut.count) + [0x43, 0, 0, 0, 0, UInt8(width), 0]
            bytes += [UInt8](repeating: 0, count: 14)
        }
        bytes += [0x0D, 0x20]
        for cell in row { bytes += Array(cell.utf8) + [UInt8](repeating: 0x20, count: width - cell.utf8.count) }
        return bytes + [0x1A]
    }

    private func validate(_ names: [String], _ row: [String]) async throws -> Run {
        try workspace.write(dbf(names, row), to: "list.dbf")
        return try await Program.landgrade.run([
            "validate", "--store", try await SharedStore.shared.path(), workspace("list.dbf"),
        ])
    }

    @Test(arguments: ["土地等别", "农用地面积", "评定等别"])
    func `a name that may be another figure's is not taken for the grade, and named`(name: String) async throws {
        let run = try await validate(["乡镇", "村", "地类", name], ["东塘镇", "坝桥村", "园地", "9"])
        #expect(run.status == 0 && run.error.contains("1 row: filled 1"), "\(run.error)")
        #expect(run.error.contains("it could be column 4 ‘\(name.prefix(3))’"), "\(run.error)")
        let both = try await validate(["乡镇", "村", "地类", "级别", name], ["东塘镇", "坝桥村", "园地", "2", "9"])
        #expect(both.status == 0 && both.error.contains("1 row: ok 1"), "\(both.error)")
        #expect(both.error.contains("not taken for the grade: column 5"), "\(both.error)")
    }

    @Test func `a name that is whole goes before one that is cut`() async throws {
        let run = try await validate(
            ["乡镇", "村", "土地利用规划", "地类名称", "级别"], ["东塘镇", "坝桥村", "一般农地区", "园地", "2"])
        #expect(run.status == 0 && run.error.contains("land type = column 4"), "\(run.error)")
        // Where there is no other, it is asked.
        let alone = try await validate(["乡镇", "村", "土地利用类型", "级别"], ["东塘镇", "坝桥村", "园地", "2"])
        #expect(alone.status == 0 && alone.error.contains("1 row: ok 1"), "\(alone.error)")
    }

    @Test(arguments: ["土地级别", "申报级别", "宗地代码", "坐落单位名称"])
    func `a name that can be no other's is taken`(name: String) async throws {
        let cells = ["土地级别": "2", "申报级别": "2", "宗地代码": "4.3E+17", "坐落单位名称": "坝桥村"]
        var names = ["乡镇", "村", "地类", "级别"], row = ["东塘镇", "坝桥村", "园地", "2"]
        switch name {
        case "宗地代码": (names, row) = (names + [name], row + [cells[name]!])
        case "坐落单位名称": names[1] = name
        default: names[3] = name
        }
        let run = try await validate(names, row)
        #expect(run.error.contains(name == "宗地代码" ? "1 row: bad_row 1" : "1 row: ok 1"), "\(run.error)")
    }
}
