import GradeModel
import SystemSupport
import TabularText
import TestSupport
import Testing

@testable import FuzzChecks
@testable import ParcelValidation

/// Words that no standard has under one land type, and an edition prices: 经济林 and 油茶、核桃 as forest, 商品林 as both.
@Suite struct PricedKindTests {
    private func judge(
        _ rows: [String], _ header: String = "乡镇,村,地类,级别", _ counties: Counties = Counties.xiangyin.priced,
        memoLimit: Int = 100_000
    ) throws -> [[Substring]] {
        var options = ValidationOptions()
        options.language = .en
        options.memoLimit = memoLimit
        let bytes = Array(([header] + rows).joined(separator: "\n").utf8)
        let result = try validate(bytes, try ListFormat.detect(sample: bytes, isWhole: true), counties, options)
        return String(decoding: result.output, as: UTF8.self).split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
    }

    /// The land type's cell, the declared grade, the verdict and our land type.
    @Test(arguments: [
        ("经济林", "1", "ok", "forest"), ("经 济 林", "2", "mismatch", "forest"), ("油茶、核桃", "", "filled", "forest"),
        ("核桃", "", "filled", "forest"), ("经济林", "一级林地", "ok", "forest"),
        // Under two land types, of another name, and with a word that is of neither.
        ("商品林", "1", "unknown_land_type", ""), ("油茶园", "1", "unknown_land_type", ""),
        ("经济林地", "1", "unknown_land_type", ""), ("经济林（园地）", "1", "unknown_land_type", ""),
    ])
    func `a kind that the county's edition prices is of that land type`(
        cell: String, grade: String, verdict: String, landType: String
    ) throws {
        // The second row is judged by what the first one came to.
        for cells in try judge(["金龙镇,芙蓉村,\(cell),\(grade)", "金龙镇,芙蓉村,\(cell),\(grade)"]) {
            #expect(cells[4] == verdict && cells[8] == landType, "\(cells)")
        }
    }

    @Test func `where the place is unknown, or its edition does not price the kind, the land type stays unknown`()
        throws
    {
        let rows = ["金龙镇,无此村,经济林,1", "金龙镇,芙蓉村,经济林,1", "新墙镇,芙蓉村,经济林,1", "金龙镇,芙蓉村,经济林,1"]
        var counties = Counties.two.priced
        counties.prices["430621"] = CountyPrices()
        for memoLimit in [1, 100_000] {
            let cells = try judge(rows + rows, "乡镇,村,地类,级别", counties, memoLimit: memoLimit)
            let expected = ["unknown_land_type", "ok", "unknown_land_type", "ok"]
            #expect(cells.map { String($0[4]) } == expected + expected)
        }
        #expect(try judge(rows, "乡镇,村,地类,级别", .two).allSatisfy { $0[4] == "unknown_land_type" })
    }

    @Test func `its price is that of its kind`() throws {
        let cells = try judge(
            ["金龙镇,芙蓉村,经济林,1,2.79,1", "金龙镇,芙蓉村,经济林,1,1.86,1"], "乡镇,村,地类,级别,单价(万元/亩),面积(亩)")
        #expect(cells[0].suffix(4) == ["2.79", "万元/亩", "ok", "27900.00"], "\(cells[0])")
        #expect(cells[1].suffix(4) == ["2.79", "万元/亩", "mismatch", "27900.00"], "\(cells[1])")
    }
}
