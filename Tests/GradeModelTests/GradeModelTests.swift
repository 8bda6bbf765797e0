import GradeModel
import Testing

@Suite struct GradeTests {
    @Test func `labels are the Chinese numerals`() {
        let labels = (1...20).compactMap { Grade(rawValue: $0)?.label }
        #expect(labels.count == 20)
        #expect(labels.prefix(3) == ["一级", "二级", "三级"])
        #expect([labels[9], labels[10], labels[18], labels[19]] == ["十级", "十一级", "十九级", "二十级"])
        #expect(labels.compactMap { Grade(label: $0)?.rawValue } == Array(1...20))
    }

    @Test(arguments: ["", "1级", "一", "一級", "零级", "一级 ", "廿级"])
    func `what is not a label is no grade`(_ text: String) { #expect(Grade(label: text) == nil) }

    @Test func `zero and large numbers are no grades`() {
        #expect(Grade(rawValue: 0) == nil && Grade(rawValue: -1) == nil && Grade(rawValue: 21) == nil)
    }
}

@Suite struct CalendarDateTests {
    @Test(arguments: ["2024-02-29", "2000-02-29", "2025-01-23", "9999-12-31", "1583-01-01"])
    func `days that exist are read`(_ text: String) { #expect(CalendarDate(text)?.description == text) }

    @Test(arguments: [
        "2026-02-30", "1900-02-29", "2025-13-01", "2025-00-10", "2025-01-00", "2025-1-23", "25-01-23", "2025/01/23",
        "2025-01-23 ", "２０２５-01-23", "+025-01-23", "45000", "", "1582-10-10",
    ])
    func `others are refused`(_ text: String) { #expect(CalendarDate(text) == nil) }

    @Test func `years are whole years`() throws {
        let day = try #require(CalendarDate("2021-12-31"))
        for (later, years) in [("2022-12-30", 0), ("2022-12-31", 1), ("2026-11-23", 4), ("2020-01-01", 0)] {
            #expect(day.wholeYears(until: try #require(CalendarDate(later))) == years)
        }
        #expect(day.chinese == "2021年12月31日")
    }
}

@Suite struct NameFormTests {
    @Test(arguments: ["430624-2025-1", "000000-0000-999"])
    func `edition IDs of the form are taken`(_ text: String) { #expect(EditionID(text)?.text == text) }

    @Test(arguments: [
        "", "430624-2025", "430624-2025-", "430624-2025-1000", "43062-2025-1", "430624-2025-1/", "../624-2025-1",
        "430624-2025-１", "430624-2025-1-1", "430624--2025-1", "%2e%2e", "430624-2025-1\u{0}", "C:430624-2025-1",
    ])
    func `others are none`(_ text: String) { #expect(EditionID(text) == nil) }

    @Test func `table rows are read as they are written`() {
        #expect(TableRow("表2第11行") == TableRow(table: "表2", row: 11))
        #expect(TableRow("表1") == TableRow(table: "表1", row: nil))
        #expect(TableRow(table: "表2", row: 11).description == "表2第11行")
        for text in ["", "2第11行", "表第11行", "表2第行", "表2第0行", "表2第11", "表二第1行", "表2第11行x", "表2第+1行", "表2第1行第2行"] {
            #expect(TableRow(text) == nil, "\(text)")
        }
    }

    @Test func `land types go by two names`() {
        #expect(LandType(word: "园地") == .orchard && LandType(word: "Forest") == .forest)
        #expect(LandType(word: "草地") == .grassland && LandType(word: "耕地") == nil && LandType(word: "") == nil)
    }

    @Test func `the kind is in the name's ending`() {
        let kinds: [(String, PlaceKind)] = [
            ("芙蓉村", .village), ("滨江社区", .community), ("浩河社区居委会", .community), ("县茶场", .teaFarm),
            ("东湖渔场", .fishery), ("车马乡农场", .farm), ("赛美水库", .reservoir), ("白马寺镇湖泊", .lake), ("黄土下湖", .lake),
            ("湖洲管理局湖区", .lake), ("长岑区水管会", .waterBoard), ("浩河区芦苇站", .reedStation), ("临资镇", .other),
            ("渔场新队", .other),
        ]
        for (name, kind) in kinds { #expect(PlaceKind(name: name) == kind, "\(name)") }
    }
}
