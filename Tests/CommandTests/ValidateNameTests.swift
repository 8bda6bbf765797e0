import TestSupport
import Testing

/// Names as offices write them, on the real program: the verdict and the rule of each row.
@Suite struct ValidateNameTests {
    private func rows(_ header: String, _ cells: [String], county: [String] = []) async throws -> [[String]] {
        let text = header + "\n" + cells.joined(separator: "\n") + "\n"
        let run = try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()] + county, input: Array(text.utf8))
        #expect(run.status < 2, "\(run.error)")
        let rows = run.output.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        try #require(rows.count == cells.count, "\(run.output)")
        return rows
    }

    @Test func `columns hold more than a name or less`() async throws {
        let expected = [
            (",金龙镇芙蓉村", "address"), ("金龙镇,金龙镇芙蓉村", "address"), ("金龙镇,芙蓉村3组", "address"),
            ("金龙镇,芙蓉村三组", "address"), ("湘阴县金龙镇,芙蓉村", "address"), ("金龙镇人民政府,芙蓉村", "normalized"),
            ("金龙镇,芙蓉村村民小组", "address"), ("金龙镇,芙蓉村第3村民小组", "address"),
            ("湖南省岳阳市湘阴县金龙镇,湘阴县金龙镇芙蓉村委会", "address"), ("金龙,芙蓉", "suffix_omitted"),
            ("金龙镇人民政府,芙蓉村民委员会", "normalized"), ("金龙镇（原界头铺镇）,芙蓉村", "address"),
            ("金龙镇,芙蓉村党总支", "normalized"), ("金龙镇,天鹅", "suffix_omitted"), ("金龙镇,芙蓉村", "exact"),
        ]
        let found = try await rows("乡镇,村,地类", expected.map { $0.0 + ",园地" })
        for (row, (cells, rule)) in zip(found, expected) {
            #expect(row[3] == "filled" && row[6] == rule, "\(cells): \(row)")
        }
    }

    @Test func `what is not sure is not taken`() async throws {
        let expected = [
            ("金龙乡,芙蓉村", "unknown_township"), ("静河镇,金龙镇芙蓉村", "unknown_village"), ("金龙镇,新芙蓉村", "unknown_village"),
            ("文星街道,东湖", "ambiguous"), ("金龙镇,芙蓉村与金龙村", "ambiguous"), ("汨罗市金龙镇,芙蓉村", "unknown_township"),
            ("金龙镇,汨罗市芙蓉村", "unknown_township"), ("金龙镇,金龙镇", "unknown_village"), ("金龙镇,天鹅3组", "unknown_village"),
        ]
        let found = try await rows("乡镇,村,地类", expected.map { $0.0 + ",园地" })
        for (row, (_, verdict)) in zip(found, expected) { #expect(row[3] == verdict, "\(row)") }
    }

    @Test(arguments: [[], ["--county", "430624"]])
    func `addresses`(county: [String]) async throws {
        let expected = [
            ("湖南省岳阳市湘阴县金龙镇芙蓉村3组", "filled"), ("中国湖南省岳阳市湘阴县金龙镇芙蓉村", "filled"),
            ("湘阴县湘阴县金龙镇芙蓉村", "filled"), ("湖南 岳阳 湘阴 金龙 芙蓉村", "filled"), ("邵阳县金龙镇芙蓉村", "unknown_township"),
            ("湖南省邵阳市邵阳县金龙镇芙蓉村", "unknown_township"), ("金龙镇芙蓉村与静河镇共荣村交界处", "ambiguous"),
            ("金龙镇芙蓉村鹤龙湖合作社", "filled"), ("鹤龙湖镇金龙镇芙蓉村", "unknown_village"), ("金龙镇芙蓉村（原界头铺镇）", "filled"),
            ("金龙镇芙蓉村芙蓉园", "filled"), ("湘阴县金龍鎮芙蓉村", "filled"), ("湘阴县芙蓉园村", "filled"), ("芙蓉村", "filled"),
            ("金龙镇 芙蓉村 老屋组 张家屋场", "filled"), ("金龙镇-芙蓉村-3组", "filled"), ("金龙镇/芙蓉村", "filled"),
            ("金龙镇，芙蓉村，3组", "filled"), ("湖南省岳阳市湘阴县金龙镇", "unknown_village"), ("430624 湘阴县金龙镇芙蓉村", "filled"),
            ("湘阴县金龙镇新芙蓉村", "unknown_village"), ("长沙市芙蓉区芙蓉村", "unknown_township"),
            ("湖南省岳阳市屈原管理区金龙镇芙蓉村", "unknown_township"), ("岳阳市汨罗市金龙镇芙蓉村", "unknown_township"),
            ("汨罗市芙蓉村", "unknown_township"), ("四川省成都市金龙镇芙蓉村", "unknown_township"),
            ("金龙镇芙蓉村3组、金龙村5组", "ambiguous"),
        ]
        let found = try await rows("坐落,地类", expected.map { $0.0 + ",果园" }, county: county)
        for (row, (_, verdict)) in zip(found, expected) { #expect(row[2] == verdict, "\(row)") }
    }

    @Test func `land types by the words of standards`() async throws {
        let expected = [
            ("柑橘园", "filled"), ("用材林", "filled"), ("有林地", "filled"), ("经济林", "unknown_land_type"),
            ("草莓园", "unknown_land_type"), ("种植园用地", "filled"), ("02", "filled"), ("可调整竹林地", "filled"),
            ("0302K", "filled"), ("红树林地", "filled"), ("0306", "filled"), ("湿地", "out_of_scope"), ("00", "out_of_scope"),
            ("工矿用地", "out_of_scope"), ("201A", "out_of_scope"), ("盐田及采矿用地", "out_of_scope"), ("20", "out_of_scope"),
            ("201", "unknown_land_type"), ("205", "unknown_land_type"),
        ]
        let found = try await rows("乡镇,村,地类", expected.map { "金龙镇,芙蓉村," + $0.0 })
        for (row, (_, verdict)) in zip(found, expected) { #expect(row[3] == verdict, "\(row)") }
        #expect(found[4].last?.contains("national land survey") == true)
        #expect(found[3].last?.contains("园地") == true && found[3].last?.contains("林地") == true)
    }
}
