import EditionPackage
import GradeModel
import SourceDocuments
import SystemSupport
import Testing

@testable import GazetteImport

/// The shapes in which counties publish, each as a small document of its own.
struct ShapeTests {
    private let plain = ["园地 甲镇 东村 1", "园地 乙乡 西村 1", "园地 甲镇 南村 2"]

    private func expectPlain(_ table: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let draft = try Sample.imported(table).draft
        #expect(draft.questions.map { $0.placed(in: .en).text } == [], sourceLocation: sourceLocation)
        #expect(Sample.entries(draft) == plain, sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        "表 2 例县园地级别范围描述", "附表2 例县园地级别范围", "表二 例县园地级别划分表", "表1-2：例县园地级别范围", "二、园地级别范围", "例县园地定级成果一览表",
    ]) func `a grade table is found under any caption`(caption: String) throws {
        try expectPlain("\(caption)\n\n\(Sample.header)\n一级\t甲镇\t东村\n\t乙乡\t西村\n二级\t甲镇\t南村")
    }

    @Test(arguments: [
        "土地级别\t乡镇（街道）\t村（社区）", "級別\t所屬鄉鎮\t行政村", "等级\t镇（乡、街道）\t行政村名称", "级　别\t乡　镇\t村　名",
    ]) func `header words are known in their variants`(header: String) throws {
        try expectPlain("表 2 例县园地级别范围\n\n\(header)\n一级\t甲镇\t东村\n\t乙乡\t西村\n二级\t甲镇\t南村")
    }

    @Test(arguments: [("Ⅰ级", "Ⅱ级"), ("1级", "2级"), ("Ⅰ", "Ⅱ"), ("一", "二"), ("１级", "２级"), ("一级地", "二级地"), ("I", "II")])
    func `grade labels are read in every numeral`(first: String, second: String) throws {
        try expectPlain("表 2 例县园地级别范围\n\n\(Sample.header)\n\(first)\t甲镇\t东村\n\t乙乡\t西村\n\(second)\t甲镇\t南村")
    }

    @Test func `a copy from a browser leaves out what merged cells cover`() throws {
        try expectPlain("表 2 例县园地级别范围\n\n\(Sample.header)\n一级\t甲镇\t东村\n乙乡\t西村\n二级\t甲镇\t南村")
    }

    @Test func `a table goes on behind a page number and under 续表`() throws {
        try expectPlain(
            "表 2 例县园地级别范围\n\n\(Sample.header)\n一级\t甲镇\t东村\n\n— 3 —\n\n续表 2\n\n\(Sample.header)\n\t乙乡\t西村\n二级\t甲镇\t南村")
    }

    @Test func `a township merged with its grades inside`() throws {
        let draft = try Sample.imported("表 2 例县园地级别范围\n\n乡镇\t级别\t行政村\n甲镇\t一级\t东村\n\t二级\t南村\n乙乡\t一级\t西村").draft
        #expect(draft.questions.isEmpty)
        #expect(Sample.entries(draft) == ["园地 甲镇 东村 1", "园地 甲镇 南村 2", "园地 乙乡 西村 1"])
    }

    @Test func `grades as columns`() throws {
        let draft = try Sample.imported("表 2 例县园地级别范围\n\n乡镇\t一级\t二级\n甲镇\t东村、北村\t南村\n乙乡\t西村\t—").draft
        #expect(draft.questions.isEmpty)
        #expect(
            Sample.entries(draft) == ["园地 甲镇 东村 1", "园地 甲镇 北村 1", "园地 甲镇 南村 2", "园地 乙乡 西村 1"])
    }

    @Test func `one row for a village, its land types side by side`() throws {
        let draft = try Sample.imported(
            "表 2 例县园地、林地级别一览表\n\n序号\t乡镇\t行政村\t园地级别\t林地级别\n1\t甲镇\t东村\t一级\t二级\n2\t\t南村\t二级\t/\n3\t乙乡\t西村\t一级\t一级"
        ).draft
        #expect(draft.questions.isEmpty)
        #expect(
            Sample.entries(draft) == [
                "园地 甲镇 东村 1", "林地 甲镇 东村 2", "园地 甲镇 南村 2", "园地 乙乡 西村 1", "林地 乙乡 西村 1",
            ])
    }

    @Test func `land types down the first column, other land left out`() throws {
        let draft = try Sample.imported(
            "表 2 例县农用地级别范围\n\n地类\t级别\t乡镇\t行政村\n耕地\t一级\t甲镇\t东村\n园地\t一级\t甲镇\t东村\n\t二级\t乙乡\t西村\n林地\t一级\t甲镇\t东村"
        ).draft
        #expect(draft.questions.isEmpty)
        #expect(Sample.entries(draft) == ["园地 甲镇 东村 1", "园地 乙乡 西村 2", "林地 甲镇 东村 1"])
    }

    @Test func `scopes by township in one cell, and whole townships`() throws {
        let draft = try Sample.imported(
            "表 2 例县园地级别范围\n\n级别\t级别范围\n一级\t甲镇：东村、北村；乙乡：西村\n二级\t甲镇：南村；丙街道\n\n"
                + "表 3 例县林地级别范围\n\n级别\t级别范围\n一级\t甲镇、乙乡全域\n二级\t丙街道所辖各村"
        ).draft
        #expect(draft.questions.map(\.kind) == [.shortName])
        let right = try Sample.imported(
            "表 2 例县园地级别范围\n\n级别\t级别范围\n一级\t甲镇：东村、北村；乙乡：西村\n二级\t甲镇：南村；丙街道：全域\n\n"
                + "表 3 例县林地级别范围\n\n级别\t级别范围\n一级\t甲镇、乙乡全域\n二级\t丙街道所辖各村"
        ).draft
        #expect(right.questions.map { $0.placed(in: .en).text } == [])
        #expect(
            Sample.entries(right) == [
                "园地 甲镇 东村 1", "园地 甲镇 北村 1", "园地 乙乡 西村 1", "园地 甲镇 南村 2", "园地 丙街道 * 2", "林地 甲镇 * 1", "林地 乙乡 * 1",
                "林地 丙街道 * 2",
            ])
    }

    @Test func `the whole county is every township that the other tables name`() throws {
        let draft = try Sample.imported(
            "表 2 例县园地级别范围\n\n\(Sample.header)\n一级\t甲镇\t东村\n二级\t乙乡\t西村\n\n表 3 例县林地级别范围\n\n级别\t范围\n一级\t全县范围"
        ).draft
        #expect(Sample.entries(draft).suffix(2) == ["林地 甲镇 * 1", "林地 乙乡 * 1"])
    }

    @Test func `a farm without villages is a unit by itself, a township without them a question`() throws {
        let farm = try Sample.imported(grades: "一级\t甲镇\t东村\n\t国有红旗林场\t").draft
        #expect(Sample.entries(farm) == ["园地 甲镇 东村 1", "园地 国有红旗林场 * 1"])
        let lost = try Sample.imported(grades: "一级\t甲镇\t东村\n\t乙乡\t").draft
        #expect(lost.questions.map(\.text) == ["乙乡"])
    }

    @Test func `merged cells of a document with markup carry their labels exactly`() throws {
        let read = try Sample.imported([
            Sample.paragraph("表 2 例县园地级别范围", 1),
            Sample.grid(
                [
                    ["级别", "乡镇", "行政村"], ["一级", "甲镇", "东村"], ["^", "^", "北村"], ["二级", "甲镇", "南村"], ["^", "乙乡", "西村"],
                ], at: 2),
        ])
        #expect(read.draft.questions.isEmpty)
        #expect(Sample.entries(read.draft) == ["园地 甲镇 东村 1", "园地 甲镇 北村 1", "园地 甲镇 南村 2", "园地 乙乡 西村 2"])
    }

    @Test func `a row across all columns begins a grade; a note across them is a question`() throws {
        let rows = [["乡镇", "行政村"], ["一级", "<"], ["甲镇", "东村"], ["二级", "<"], ["乙乡", "西村"]]
        func read(_ rows: [[String]]) throws -> ImportDraft {
            try Sample.imported([
                Sample.paragraph("表 2 例县园地级别范围", 1),
                Sample.grid(
                    [["级别", "乡镇", "行政村"]] + rows.dropFirst().map { $0[1] == "<" ? $0 + ["<"] : [""] + $0 }, at: 2),
            ]).draft
        }
        #expect(Sample.entries(try read(rows)) == ["园地 甲镇 东村 1", "园地 乙乡 西村 2"])
        #expect(try read(rows + [["注：其余村为三级", "<"]]).questions.map(\.kind) == [.note])
    }

    @Test func `a page whose columns were told by position is confirmed by a person`() throws {
        let read = try Sample.imported([
            Sample.paragraph("表 2 例县园地级别范围", 1),
            Sample.grid([["级别", "乡镇", "行政村"], ["一级", "甲镇", "东村"]], at: 2, .aligned),
        ])
        #expect(read.draft.questions.map(\.kind) == [.aligned])
        #expect(read.draft.edition() == nil)
    }

    @Test func `what may change the meaning of a row is asked, never passed over`() throws {
        func kinds(_ table: String) throws -> [QuestionKind] { try Sample.imported(table).draft.questions.map(\.kind) }
        // A remark, an unknown column, a table without a header for its labels, a sub type, two townships in a cell.
        #expect(try kinds("表 2 例县园地级别范围\n\n\(Sample.header)\t备注\n一级\t甲镇\t东村\t不含三组") == [.note])
        #expect(try kinds("表 2 例县园地级别范围\n\n\(Sample.header)\t例外情形\n一级\t甲镇\t东村\t无") == [.unknownColumn])
        #expect(try kinds("表 2 例县园地级别范围\n\n乡镇\t行政村\t档次\n甲镇\t东村\t一级\n乙乡\t西村\t二级") == [.unknownTable])
        #expect(try kinds("表 2 例县竹林地级别范围\n\n\(Sample.header)\n一级\t甲镇\t东村") == [.landTypeOfTable])
        #expect(
            try kinds("表 2 例县林地级别范围\n\n地类\t级别\t乡镇\t行政村\n竹林地\t一级\t甲镇\t东村\n乔木林地\t二级\t甲镇\t东村") == [.row, .row])
        #expect(try kinds("表 2 例县园地级别范围\n\n\(Sample.header)\n一级\t甲镇、乙乡\t东村") == [.unknownTownship])
        #expect(try kinds("表 2 例县园地、林地级别范围\n\n\(Sample.header)\n一级\t甲镇\t东村") == [.landTypeOfTable])
    }

    @Test func `two land types side by side keep their own places`() throws {
        let draft = try Sample.imported([
            Sample.paragraph("表 2 例县园地、林地级别范围", 1),
            Sample.grid(
                [
                    ["乡镇", "园地", "<", "林地", "<"], ["^", "级别", "行政村", "级别", "行政村"], ["甲镇", "一级", "东村", "二级", "南村"],
                    ["乙乡", "二级", "西村", "", ""],
                ], at: 2),
        ]).draft
        #expect(draft.questions.map { $0.placed(in: .en).text } == [])
        #expect(Sample.entries(draft) == ["园地 甲镇 东村 1", "林地 甲镇 南村 2", "园地 乙乡 西村 2"])
    }

    @Test func `without a land type the table is asked about, and its entries have none`() throws {
        let draft = try Sample.imported("表 2 例县农用地级别范围\n\n\(Sample.header)\n一级\t甲镇\t东村、桥头").draft
        #expect(draft.questions.map(\.kind) == [.landTypeOfTable, .shortName])
        #expect(Sample.entries(draft) == ["? 甲镇 东村 1"])
    }

    @Test(arguments: [
        ("例县园地级别范围", ["例县"]), ("林测县林地级别", ["林测县"]), ("例县园地区片划分表", ["例县"]), ("湖南省岳阳市湘阴县园地", ["岳阳市", "湘阴县"]),
        ("城区林地基准地价", []),
        ("通道侗族自治县农用地级别", ["通道侗族自治县"]), ("园地级别范围", []), ("某市林州区草地", ["某市", "林州区"]),
    ]) func `the county of a caption is distinguished from the land after it`(title: String, counties: [String]) {
        #expect(TableCaption.counties(in: title) == counties)
    }

    @Test func `a township with its villages in brackets`() throws {
        let draft = try Sample.imported("表 2 例县园地级别范围\n\n级别\t级别范围\n一级\t甲镇（东村、南村）、乙乡（除西村外）").draft
        #expect(Sample.entries(draft) == ["园地 甲镇 东村 1", "园地 甲镇 南村 1"])
        #expect(draft.questions.map(\.kind) == [.phrase])
    }
}
