import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// Declared prices and amounts of known causes, on the real program and the made-up county of Seeds/examples.
@Suite struct ValidatePriceTests {
    let workspace = TemporaryFolder()

    /// A row behind 乡镇,村,地类,级别, its check, and how its note ends.
    struct Row: Sendable {
        let place, price, area, amount, check, note: String

        init(_ place: String, _ price: String, _ area: String, _ amount: String, _ check: String, _ note: String = "") {
            (self.place, self.price, self.area, self.amount) = (place, price, area, amount)
            (self.check, self.note) = (check, note)
        }
    }

    /// 果园 of grade 1 is 45.00 元/平方米.
    private static let orchard = "青山镇,松林村,果园,1"
    private static let tea = "青山镇,松林村,茶园,1"
    private static let forest = "青山镇,松林村,林地,1"

    /// Under 单价(元/㎡), 面积(亩), 总价(元).
    static let rows: [Row] = [
        Row(orchard, "45", "12.5", "375000", "ok"),
        Row(orchard, "45.00", "12.50", "375000.01", "ok"),
        Row(orchard, "45", "12.5", "375000.02", "mismatch", "基准地价45.00元/平方米；申报总价不符"),
        Row(orchard, "36", "12.5", "300000", "mismatch", "申报单价不符：按二级的地价；申报总价不符：是申报单价乘以面积"),
        Row(orchard, "28.5", "", "", "mismatch", "申报单价不符：按三级的地价"),
        Row(orchard, "52", "", "", "mismatch", "申报单价不符：按茶园的地价"),
        Row(orchard, "40.0", "", "", "mismatch", "申报单价不符：按其他园地的地价"),
        Row(orchard, "42", "", "", "mismatch", "申报单价不符：按990101-2022-1该级别的地价"),
        Row(orchard, "30000", "", "", "mismatch", "申报单价不符：数字是以元/亩计的，所写单位是元/平方米"),
        Row(orchard, "3", "", "", "mismatch", "申报单价不符：数字是以万元/亩计的，所写单位是元/平方米"),
        Row(orchard, "450000", "", "", "mismatch", "申报单价不符：数字是以元/公顷计的，所写单位是元/平方米"),
        // 元/平方米 and 万元/公顷 are the same, so the one is never what the other should have been.
        Row(orchard, "46", "", "", "mismatch", "基准地价45.00元/平方米；申报单价不符"),
        Row("白水乡,云台村,果园,3", "28", "", "", "mismatch", "申报单价不符：只保留了整数，零头截去"),
        Row("白水乡,云台村,果园,3", "29.00", "", "", "mismatch", "申报单价不符：四舍五入到了整数"),
        // The same rounded price, multiplied.
        Row("白水乡,云台村,果园,3", "", "8333.3㎡", "241665.70", "mismatch", "申报总价不符：单价先四舍五入到整数再乘面积"),
        Row("白水乡,云台村,果园,3", "", "12.5", "241666.67", "mismatch", "申报总价不符：单价先四舍五入到整数再乘面积"),
        // Prices that are right as far as they go, and amounts made with them.
        Row("青山镇,竹溪村,林地,2", "21", "12.5", "175000.00", "mismatch", "申报总价不符：单价换算后先四舍五入到整数再乘面积"),
        Row("青山镇,竹溪村,林地,2", "21", "12.5", "175000.88", "mismatch", "申报总价不符：1亩按666.67平方米换算"),
        Row("青山镇,竹溪村,林地,2", "21", "12.5", "175087.50", "mismatch", "申报总价不符：1亩按667平方米换算"),
        Row(orchard, "36", "12.5", "300001.50", "mismatch", "；申报总价不符：是申报单价乘以面积，1亩按666.67平方米换算"),
        Row(orchard, "42", "12.5", "350175", "mismatch", "；申报总价不符：是申报单价乘以面积，1亩按667平方米换算"),
        // 666.67 and 667, and rounded on the way.
        Row(orchard, "45", "12.5", "375002.10", "mismatch", "申报总价不符：1亩按666.67平方米换算并取整"),
        Row(orchard, "", "3.7", "111000.60", "mismatch", "申报总价不符：1亩按666.67平方米换算并取整"),
        Row(orchard, "", "12.5", "375002", "mismatch", "申报总价不符：1亩按666.67平方米换算并取整"),
        Row(orchard, "", "3.73", "111956", "mismatch", "申报总价不符：1亩按667平方米换算并取整"),
        // The area was rounded in its own unit.
        Row(orchard, "45", "3.733", "111900", "mismatch", "申报总价不符：面积先四舍五入到2位小数再乘单价"),
        Row(orchard, "45", "3.733", "111000", "mismatch", "申报总价不符：面积先四舍五入到1位小数再乘单价"),
        Row(tea, "", "3.733", "129306.67", "mismatch", "申报总价不符：面积先四舍五入到2位小数再乘单价"),
        Row(forest, "", "3.733", "69378.00", "mismatch", "申报总价不符：面积先四舍五入到2位小数再乘单价"),
        // Factors between units.
        Row(orchard, "30000.15", "", "", "mismatch", "申报单价不符：多乘了一个单位换算系数666.67"),
        Row(orchard, "30015", "", "", "mismatch", "申报单价不符：多乘了一个单位换算系数667"),
        Row(orchard, "675", "", "", "mismatch", "申报单价不符：多乘了一个单位换算系数15"),
        Row(orchard, "3", "", "", "mismatch", "申报单价不符：数字是以万元/亩计的，所写单位是元/平方米"),
        Row(orchard, "0.067", "", "", "mismatch", "基准地价45.00元/平方米；申报单价不符"),
        Row(orchard, "", "8333.3㎡", "250000250.00", "mismatch", "申报总价不符：多乘了一个单位换算系数666.67"),
        Row(orchard, "", "12.5", "3750000000", "mismatch", "申报总价不符：多乘了一个单位换算系数10000"),
        // Two things that cost the same: 茶园 of grade 3 here, 果园 of grade 2 in the edition before.
        Row("石桥镇,枫树村,果园,2", "33", "", "", "mismatch", "申报单价不符：按茶园的地价，或按990101-2022-1该级别的地价"),
        Row(orchard, "45.01", "", "", "mismatch", "基准地价45.00元/平方米；申报单价不符"),
        Row(orchard, "30000.15元/亩", "", "", "mismatch", "申报单价不符：1亩按666.67平方米换算"),
        Row(orchard, "30015元/亩", "", "", "mismatch", "申报单价不符：1亩按667平方米换算"),
        Row(orchard, "30000元/亩", "", "", "ok"), Row(orchard, "3万元/亩", "", "", "ok"),
        Row(orchard, "3.000 万元／亩", "", "", "ok"), Row(orchard, "￥45.00", "", "", "ok"),
        Row(orchard, "45.00元", "", "", "ok"), Row(orchard, "４５．００", "", "", "ok"),
        Row(orchard, "450000元/公顷", "", "", "ok"),
        Row(orchard, "1.2万", "", "", "unreadable", "申报单价无法识别"),
        Row(orchard, "-45", "", "", "unreadable", "申报单价无法识别"), Row(orchard, "4.5E1", "", "", "unreadable", "申报单价无法识别"),
        Row(orchard, "四十五", "", "", "unreadable", "申报单价无法识别"),
        Row(orchard, "０，０４５", "", "", "unreadable", "申报单价无法识别"),
        Row(orchard, "0万元/㎡", "0.1", "0万元", "mismatch", "基准地价45.00元/平方米；申报单价不符；申报总价不符"),
        Row(orchard, "", "0.1", "0.3万元", "ok"), Row(orchard, "", "0.0000001", "0", "ok"),
        Row(orchard, "", "", "", ""), Row(orchard, "/", "12.5", "无", ""),
        Row(orchard, "", "12.5", "375001.88", "mismatch", "申报总价不符：1亩按666.67平方米换算"),
        Row(orchard, "", "12.5", "375187.50", "mismatch", "申报总价不符：1亩按667平方米换算"),
        Row(orchard, "45", "12.5", "562.50", "mismatch", "申报总价不符：面积按平方米算了，所写单位是亩"),
        Row(orchard, "45", "12.5", "5625000", "mismatch", "申报总价不符：面积按公顷算了，所写单位是亩"),
        Row(orchard, "45", "12.5", "37.5", "mismatch", "申报总价不符：数字是以万元计的，所写单位是元"),
        Row(orchard, "45", "12.5", "37.5万元", "ok"), Row(orchard, "45", "12.5亩", "37.50 万元", "ok"),
        Row(orchard, "45", "8333.33㎡", "375000", "mismatch", "申报总价不符：总价四舍五入到了1元，或差额在面积末位的取舍范围内，可能按取整前的面积算"),
        Row(orchard, "45", "8333.3333㎡", "375000", "ok"),
        Row(orchard, "", "12.5", "300000", "mismatch", "申报总价不符：按二级的地价"),
        Row(orchard, "", "12.5", "433333.33", "mismatch", "申报总价不符：按茶园的地价"),
        Row(orchard, "", "12.5", "350000.00", "mismatch", "申报总价不符：按990101-2022-1该级别的地价"),
        Row(tea, "", "100", "3466667.00", "mismatch", "单价换算后先四舍五入到2位小数再乘面积，或总价四舍五入到了1元"),
        Row(tea, "", "10000", "346666667", "mismatch", "单价换算后先四舍五入到4位小数再乘面积，或总价四舍五入到了1元"),
        Row(tea, "", "100", "3466700", "mismatch", "单价换算后先四舍五入到整数再乘面积"),
        Row(tea, "", "0.37", "12826.84", "mismatch", "面积换算后先四舍五入到2位小数再乘单价"),
        Row(tea, "", "0.37", "12827", "mismatch", "申报总价不符：总价四舍五入到了1元"),
        Row(tea, "", "0.37", "12826", "mismatch", "申报总价不符：总价截去了1元以下的零头"),
        Row(tea, "", "0.37", "12830", "mismatch", "申报总价不符：总价四舍五入到了10元"),
        Row(tea, "", "0.37", "12820", "mismatch", "申报总价不符：总价截去了10元以下的零头"),
        Row(tea, "", "0.37", "12826.7", "mismatch", "申报总价不符：总价四舍五入到了0.1元"),
        Row(tea, "", "0.37", "12826.6", "mismatch", "申报总价不符：总价截去了0.1元以下的零头"),
        Row(tea, "52", "12.5", "433300", "mismatch", "申报总价不符：总价四舍五入到了100元"),
        Row(tea, "52", "12.5", "433000", "mismatch", "申报总价不符：总价四舍五入到了1000元"),
        Row(tea, "52", "12.5", "430000", "mismatch", "申报总价不符：总价四舍五入到了10000元"),
        // Whole 元: the rounding explains all of the figure, another cause has to do so too.
        Row(forest, "", "3021.52㎡", "84300", "mismatch", "申报总价不符：总价四舍五入到了1元"),
        Row(orchard, "45", "7833.61㎡", "352512", "mismatch", "申报总价不符：面积先四舍五入到1位小数再乘单价，或总价四舍五入到了1元"),
        Row(orchard, "36", "8333.3㎡", "299999", "mismatch", "；申报总价不符：是申报单价乘以面积，再四舍五入到1元"),
        Row(orchard, "", "8246.67㎡", "428827", "mismatch", "申报总价不符：按茶园的地价，再四舍五入到1元"),
        // 0.01 元 from the exact amount, or from the one that is shown, 433333.33.
        Row(tea, "", "12.5", "433333.34", "ok"), Row(tea, "", "12.5", "433333.32", "ok"),
        Row(tea, "", "12.5", "433333.29", "mismatch", "基准地价52.00元/平方米；申报总价不符"),
        // Converted on the way to the declared price, though not to the printed one.
        Row(orchard, "30000元/亩", "8333㎡", "374983.13", "mismatch", "；申报总价不符：1亩按666.67平方米换算"),
        Row(orchard, "30000元/亩", "8333㎡", "374797.60", "mismatch", "；申报总价不符：1亩按667平方米换算"),
        Row(orchard, "30000元/亩", "8333㎡", "375000", "mismatch", "；申报总价不符：面积换算后先四舍五入到2位小数再乘单价"),
        Row(forest, "27.9", "12.5", "232501.16", "mismatch", "；申报总价不符：1亩按666.67平方米换算"),
        Row(tea, "52", "12.5", "433750", "mismatch", "申报总价不符：单价换算成万元后先四舍五入到2位小数再乘面积"),
        // Binary numbers that a program printed in full.
        Row(tea, "34666.666666666664元/亩", "", "", "ok"), Row(tea, "3.4666666666666663万元/亩", "", "", "ok"),
        Row(orchard, "45.000000000000007", "", "", "ok"), Row(orchard, "44.999999999999993", "", "", "ok"),
        Row(orchard, "45.0000000000001", "", "", "mismatch", "基准地价45.00元/平方米；申报单价不符"),
        // 元 and 万元, and 平方米 and 公顷, are 10,000 apart.
        Row(orchard, "45", "10000㎡", "450000万元", "mismatch", "申报总价不符：面积按公顷算了，所写单位是平方米，或数字是以元计的，所写单位是万元"),
        Row(orchard, "45", "2公顷", "90", "mismatch", "申报总价不符：面积按平方米算了，所写单位是公顷，或数字是以万元计的，所写单位是元"),
        Row(orchard, "45", "8333.33公顷", "375000", "mismatch", "面积按平方米算了，所写单位是公顷，或数字是以万元计的，所写单位是元"),
        // An area that is the rounding of the one that it was made with.
        Row(orchard, "45", "8333.33", "375000", "mismatch", "申报总价不符：面积按平方米算了，所写单位是亩"),
        Row(tea, "52", "6666.67", "346666.67", "mismatch", "申报总价不符：面积按平方米算了，所写单位是亩"),
        Row(orchard, "45", "8333.3㎡", "375000", "mismatch", "总价四舍五入到了10元，或差额在面积末位的取舍范围内，可能按取整前的面积算"),
        Row(orchard, "45", "8333.3㎡", "375000.15", "mismatch", "申报总价不符：差额在面积末位的取舍范围内，可能按取整前的面积算"),
        Row(orchard, "45", "1.2亩", "36500.03", "mismatch", "基准地价45.00元/平方米；申报总价不符"),
        // Another price exactly goes before the rounding of one.
        Row("青山镇,松林村,其他园地,1", "3万元/亩", "12.5", "375000", "mismatch", "申报总价不符：按果园的地价"),
        Row(orchard, "45", "", "375000", "no_area", "没有面积，申报总价无法核对"),
        Row(orchard, "45", "0.00", "0", "no_area", "没有面积，申报总价无法核对"),
        Row(orchard, "45", "约12亩", "375000", "unreadable", "面积无法识别，申报总价无法核对"),
        Row(forest, "27.9", "1", "18600", "ok"), Row(forest, "27.90", "", "", "ok"), Row(forest, "28", "", "", "ok"),
        Row(forest, "27.8999", "", "", "mismatch", "申报单价不符：1亩按666.67平方米换算"),
        Row(forest, "27.886", "", "", "mismatch", "申报单价不符：1亩按667平方米换算"),
        Row(forest, "1.86", "", "", "mismatch", "申报单价不符：数字是以万元/亩计的，所写单位是元/平方米"),
        Row("青山镇,松林村,0201,1", "45", "", "", "ok"), Row("青山镇,松林村,柑橘园,1", "45", "", "", "ok"),
        Row("青山镇,松林村,桑园,1", "40", "", "", "ok"), Row("青山镇,松林村,橡胶园,1", "45", "", "", "not_published"),
        Row("青山镇,松林村,园地,1", "45", "1", "30000", "undecided", "申报单价与其中之一相符，需人工确认；申报总价与其中之一相符，需人工确认"),
        Row("青山镇,松林村,园地,1", "46", "", "", "mismatch", "申报单价不符"),
        Row("白水乡,白水村,果园,2", "36", "", "", "undecided", "可能的基准地价：果园二级36.00元/平方米、果园三级28.50元/平方米；申报单价与其中之一相符，需人工确认"),
        // 36 is of grade 2, and 28.50 of grade 3: each may be meant, but not both.
        Row("白水乡,白水村,果园,2", "36", "1", "24000", "undecided", "申报总价与其中之一相符，需人工确认"),
        Row("白水乡,白水村,果园,2", "36", "1", "19000", "mismatch", "；申报总价不符：按另一个可能的地价，与申报单价不一致"),
        Row("白水乡,白水村,果园,2", "45", "", "", "mismatch", "申报单价不符：按一级的地价"),
        Row("石桥镇,枫树村,果园,2", "28.50", "", "", "undecided", "申报单价与其中之一相符，需人工确认"),
        Row("青山镇,松林村,草地,1", "45", "1", "30000", "not_published"),
        Row("青山镇,无此村,果园,1", "45", "1", "30000", "no_grade"), Row("青山镇,松林村,耕地,1", "45", "", "", "no_grade"),
    ]

    private func check(_ header: String, _ rows: [Row], _ options: [String] = []) async throws -> (
        cells: [[Substring]], status: Int, error: String
    ) {
        let lines = rows.map { "\($0.place),\($0.price),\($0.area),\($0.amount)" }
        try workspace.write(
            "乡镇,村,地类,级别,\(header)\n" + lines.joined(separator: "\n") + "\n", to: "list.csv")
        let store = try await SharedStore.shared.pathWithExamples()
        let run = try await Program.landgrade.run(
            ["validate", "--store", store, "--lang", "zh"] + options + [workspace("list.csv")])
        let cells = run.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        return (cells, run.status, run.error)
    }

    @Test func `each cause is named, and what has none is not`() async throws {
        let (cells, status, error) = try await check("单价(元/㎡),面积(亩),总价(元)", Self.rows)
        #expect(status == 1)
        try #require(cells.count == Self.rows.count + 1)
        let note = try #require(cells[0].firstIndex(of: "landgrade_note"))
        let column = try #require(cells[0].firstIndex(of: "landgrade_price_check"))
        for (row, cells) in zip(Self.rows, cells.dropFirst()) {
            #expect(cells[column] == row.check, "\(row)")
            #expect(cells[note].hasSuffix(row.note), "\(row): \(cells[note])")
            if row.note.isEmpty { #expect(!cells[note].contains("申报单价") && !cells[note].contains("申报总价")) }
        }
        #expect(cells[1].suffix(4) == ["45.00", "元/平方米", "ok", "375000.00"])
        #expect(
            cells[0].suffix(4).map(String.init) == [
                "landgrade_price", "landgrade_price_unit", "landgrade_price_check", "landgrade_amount",
            ])
        #expect(error.contains("单价＝第5列“单价(元/㎡)”（元/平方米），总价＝第7列“总价(元)”（元）"))
        #expect(error.contains("未作期日、年期和因素修正，不是宗地评估价"))
    }

    @Test func `a unit is never guessed, and is asked for once`() async throws {
        let bare = [
            Row(Self.orchard, "45", "12.5", "375000", "no_unit", "申报单价没有单位；申报总价没有单位"),
            Row(Self.orchard, "45元/㎡", "12.5亩", "375000元", "ok"),
            Row(Self.orchard, "", "12.5", "375000元", "no_unit", "面积没有单位，申报总价无法核对"),
            Row(Self.orchard, "45元", "", "", "no_unit", "申报单价没有单位"),
        ]
        let (cells, status, error) = try await check("单价,面积,总价", bare)
        let column = try #require(cells[0].firstIndex(of: "landgrade_price_check"))
        #expect(cells.dropFirst().map { $0[column] } == bare.map { Substring($0.check) } && status == 1)
        #expect(
            error.contains(
                "“单价”、“总价”、“面积”列没有能识别的单位，有的行因此没有核对；请用 --units unit_price=单位,amount=单位,area=单位 指定（清单实际所用的：元/平方米、元/亩、元/公顷、万元/亩、万元/公顷；元、万元；平方米、亩、公顷、平方公里）\n"
            ))
        let units = ["--units", "unit_price=元/平方米,area=亩,amount=元", "--summary", "none"]
        let told = try await check("单价,面积,总价", bare, units)
        #expect(told.cells.dropFirst().map { $0[column] } == ["ok", "ok", "ok", "ok"] && told.status == 0)
        #expect(!told.error.contains("没有能识别的单位") && told.error.contains("（元/平方米，按 --units）"))
        let parts = ["--units", "unit_price=元/平方米", "--units", "area=亩,amount=元", "--summary", "none"]
        #expect(try await check("单价,面积,总价", bare, parts).cells == told.cells)
        let wrong = try await check("单价,面积,总价", bare, ["--units", "unit_price=亩"])
        #expect(wrong.status == 64 && wrong.error.contains("amount=元|万元"))
    }

    @Test func `only problems keeps rows whose prices need somebody`() async throws {
        let (cells, status, _) = try await check(
            "单价(元/㎡),面积(亩),总价(元)", Self.rows, ["--only-problems", "--summary", "none"])
        let kept = Self.rows.filter { row in
            !["ok", "", "not_published", "no_grade"].contains(row.check) || row.place.contains("白水村")
                || row.place.contains("枫树村") || row.place.contains("无此村")
        }
        #expect(cells.count == kept.count + 1 && status == 1)
    }

    @Test func `prices are added where they are asked for, in every form`() async throws {
        let rows = [Row(Self.orchard, "x", "12.5", "y", ""), Row(Self.forest, "x", "2", "y", "")]
        let header = "甲,面积(亩),乙"
        let plain = try await check(header, rows)
        #expect(!plain.cells[0].contains("landgrade_price") && plain.status == 0)
        let (cells, status, _) = try await check(header, rows, ["--prices", "--compare-with", "990101-2022-1"])
        #expect(status == 0)
        #expect(
            cells[1].suffix(8)
                == ["45.00", "元/平方米", "", "375000.00", "42.00", "-6.67", "350000.00", "-25000.00"])
        #expect(cells[2].suffix(8) == ["1.86", "万元/亩", "", "37200.00", "1.80", "-3.23", "36000.00", "-1200.00"])
        let json = try await check(header, rows, ["--prices", "--format", "jsonl", "--summary", "none"])
        #expect(
            json.cells[0].joined(separator: ",").hasSuffix(
                """
                "landgrade_price":"45.00","landgrade_price_unit":"元/平方米","landgrade_price_check":null,"landgrade_amount":"375000.00"}
                """))
    }

    /// In 2025 the entry of 白水村 is in dispute and 枫树村 is graded by parts.
    @Test func `an edition compared with has all prices that may be meant, and then no amount`() async throws {
        let rows = [
            Row("白水乡,白水村,果园,2", "", "2", "", ""), Row("石桥镇,枫树村,果园,2", "", "2", "", ""),
            Row(Self.orchard, "", "2", "", ""),
        ]
        let (cells, _, error) = try await check(
            "甲,面积(亩),乙", rows,
            ["--prices", "--as-of", "2023-01-01", "--compare-with", "990101-2025-1"])
        #expect(cells[1].suffix(4) == ["36.00;28.50", "", "", ""], "\(cells[1])")
        #expect(cells[2].suffix(4) == ["36.00;28.50", "", "", ""], "\(cells[2])")
        #expect(cells[3].suffix(4) == ["45.00", "7.14", "60000.00", "4000.00"], "\(cells[3])")
        #expect(error.contains("（1行）"), "\(error)")
        let later = try #require(cells[0].firstIndex(of: "landgrade_grade_after"))
        #expect(cells.dropFirst().map { $0[later] } == ["2", "", "1"])
    }

    @Test(arguments: [
        ("估价(元)", "总价"), ("万元", "总价"), ("元/亩", "单价"), ("成交价(元/亩)", "单价"), ("亩均价", "单价"), ("出让金", "总价"), ("申报价", "单价"),
    ])
    func `a column of money that is not taken is named`(header: String, role: String) async throws {
        let (_, _, error) = try await check("\(header),面积(亩),乙", [Row(Self.orchard, "1", "2", "x", "")])
        #expect(error.contains("没有用作\(role)的列：第5列“\(header)”"), "\(error)")
    }

    @Test(arguments: ["面积：亩,单价：元/亩,金额：元", "面积:亩,单价-元每亩,金额:元", "面积_亩,单价_元_亩,总价_元"])
    func `a unit may follow a mark`(header: String) async throws {
        let (cells, _, error) = try await check(header, [Row(Self.orchard, "12.5", "30000", "375000", "ok")])
        let column = try #require(cells[0].firstIndex(of: "landgrade_price_check"))
        #expect(cells[1][column] == "ok", "\(error)")
    }

    /// A word that is said of a price and of an amount is what its unit says.
    @Test(arguments: [
        ("评估价（元/㎡）,面积（亩）,地价（万元）", "45", "37.5"), ("每亩单价（元）,面积（亩）,宗地地价（万元）", "30000", "37.5"),
        ("单价（元∕㎡）,面积（亩）,总价（元）", "人民币45元", "375000圆整"), ("单价（元/㎡）,面积（亩）,总价（元）", "45元∕㎡", "\u{200B}375000"),
    ])
    func `a column is the price or the amount by its unit`(header: String, price: String, amount: String) async throws {
        let (cells, _, error) = try await check(header, [Row(Self.orchard, price, "12.5(亩)", amount, "ok")])
        #expect(cells[1].suffix(2) == ["ok", "375000.00"], "\(cells[1]) \(error)")
        let off = try await check(header, [Row(Self.orchard, price, "12.5(亩)", "1", "mismatch")])
        #expect(off.cells[1].suffix(2) == ["mismatch", "375000.00"])
    }

    @Test func `a list may be of one kind of land`() async throws {
        let rows = [Row(Self.orchard, "45", "", "", "ok"), Row(Self.orchard, "52", "", "", "mismatch")]
        let (cells, _, _) = try await check("单价(元/㎡),面积(亩),总价(元)", rows, ["--land-type", "果园"])
        #expect(cells.dropFirst().map { $0.suffix(2).first } == ["ok", "mismatch"])
        let tea = try await check("单价(元/㎡),面积(亩),总价(元)", rows, ["--land-type", "0202"])
        #expect(tea.cells.dropFirst().map { $0.suffix(2).first } == ["mismatch", "ok"])
    }

    @Test(arguments: [
        "面积(亩)(平方米)", "面积(亩)/㎡", "面积亩(平方米)", "面积/亩(㎡)", "面积(㎡)_亩", "亩(平方米)",
    ])
    func `a header with two units has none`(header: String) async throws {
        let (cells, _, error) = try await check(
            "\(header),总价(元),乙", [Row(Self.orchard, "12.5", "375000", "x", "no_unit")])
        let column = try #require(cells[0].firstIndex(of: "landgrade_price_check"))
        #expect(cells[1][column] == "no_unit" && error.contains("--units"), "\(error)")
    }

    @Test func `a sum of no row is none, and areas are by price check too`() async throws {
        try workspace.write("乡镇,村,地类,面积(亩)\n金龙镇,芙蓉村,园地,3\n", to: "xiangyin.csv")
        let store = try await SharedStore.shared.pathWithExamples()
        let list = ["validate", "--store", store, "--prices", "--lang", "zh", workspace("xiangyin.csv")]
        let run = try await Program.landgrade.run(list + ["--summary", "json", "-o", workspace("out.csv")])
        let prices = try #require(try JSONValue(parsing: run.bytes)["prices"])
        #expect(prices["amounts"]?["official"] == .null && prices["amounts"]?["official_rows"] == .integer(0))
        #expect(prices["by_check"]?["ok"]?["difference"] == .null)
        let (_, _, error) = try await check(
            "单价(元/㎡),面积(亩),总价(元)",
            [
                Row(Self.orchard, "45", "12.5", "", "ok"), Row(Self.orchard, "46", "3", "", "mismatch"),
                Row(Self.orchard, "", "2", "", ""),
            ])
        #expect(error.contains("按地价核对结果：相符 12.5，不符 3，未申报 2"), "\(error)")
    }

    /// In 10⁻¹⁸ 元 the sum of four would need more than 128 bits.
    @Test func `a sum is right whatever areas and amounts a cell can have`() async throws {
        let row = Row(Self.orchard, "", "999999999999平方公里", "1.005", "mismatch")
        let (cells, status, error) = try await check(
            "单价(元/㎡),面积,总价(元)", [row, row, row, row, row], ["--prices"])
        #expect(cells[5].last == "44999999999955000000.00" && status == 1)
        #expect(error.contains("基准224999999999775000000.00元（5行）"), "\(error)")
        #expect(error.contains("申报5.025元（5行），申报减基准-224999999999774999994.975元（5行）"), "\(error)")
    }

    @Test func `a checked list that is checked again gets its prices replaced`() async throws {
        let header = "单价(元/㎡),面积(亩),总价(元)"
        let first = try await check(header, Array(Self.rows.prefix(12)))
        let text = first.cells.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
        try workspace.write(text, to: "checked.csv")
        let store = try await SharedStore.shared.pathWithExamples()
        let again = try await Program.landgrade.run(
            ["validate", "--store", store, "--lang", "zh", workspace("checked.csv")])
        #expect(again.output == text && again.error.contains("以本次结果取代"))
    }

    @Test func `the summary has sums by check and township`() async throws {
        let store = try await SharedStore.shared.pathWithExamples()
        _ = try await check("单价(元/㎡),面积(亩),总价(元)", Self.rows)
        let run = try await Program.landgrade.run([
            "validate", "--store", store, "--summary", "json", "--by-township", "--compare-with", "990101-2022-1", "-o",
            workspace("out.csv"), workspace("list.csv"),
        ])
        let json = try JSONValue(parsing: run.bytes)
        let prices = try #require(json["prices"])
        let rows = Self.rows
        for check in ["ok", "mismatch", "unreadable", "no_area", "undecided", "not_published", "no_grade"] {
            #expect(prices["checks"]?[check] == .integer(rows.count { $0.check == check }), "\(check)")
        }
        #expect(prices["undeclared"] == .integer(rows.count { $0.check.isEmpty }))
        #expect(prices["unit_price_column"]?["unit"] == .string("元/平方米"))
        guard case .array(let townships)? = json["townships"] else {
            Issue.record("no townships")
            return
        }
        func fen(_ value: JSONValue?) -> Int {
            guard case .string(let text)? = value else { return 0 }
            return Int(text.filter { $0 != "." }) ?? 0
        }
        let sums = townships.map { fen($0["prices"]?["amounts"]?["official"]) }
        #expect(sums.reduce(0, +) == fen(prices["amounts"]?["official"]) && sums.count { $0 > 0 } > 1, "\(sums)")
        #expect(prices["amounts"]?["change"] != .string("0.00"))
    }
}
