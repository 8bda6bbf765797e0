import GradeModel
import SourceDocuments
import SystemSupport
import Testing

@testable import GazetteImport

/// Captions that hold more than a title.
@Suite struct CaptionTests {
    private static let grades = """
        表 2 例县园地级别范围

        级别\t乡镇\t行政村
        一级\t甲镇\t东村

        表 3 例县林地级别范围

        级别\t乡镇\t行政村
        一级\t甲镇\t东村


        """

    private func prices(_ text: String) throws -> [String] {
        let draft = try Sample.imported(Self.grades + text).draft
        #expect(draft.questions.map { $0.placed(in: .en).text } == [])
        return Sample.prices(draft)
    }

    @Test(arguments: [
        "表 4 园地级别基准地价表（单位：元/平方米）", "表 4 园地级别基准地价表（元/平方米）", "表 4 园地级别基准地价表(单位:元/平方米)", "表4 园地基准地价 单位：元/平方米",
        "林地地价如下\n\n表 4 园地级别基准地价表（单位：元/平方米）", "表 4 园地级别基准地价表\n单位：元/平方米", "表 4 园地级别基准地价表\n（计量单位：元/平方米）",
        "园地级别基准地价表（单位：元/平方米）",
    ])
    func `the unit in a caption hides neither its number nor its land type`(_ caption: String) throws {
        #expect(try prices("\(caption)\n\n级别\t基准地价\n一级\t42.00") == ["园地 1 42.00元/平方米"])
    }

    @Test func `two units in one caption are no unit`() throws {
        let draft = try Sample.imported(
            Self.grades + "表 4 基准地价表（园地单位：元/平方米；林地单位：元/亩）\n\n级别\t园地\t林地\n一级\t42.00\t20000"
        ).draft
        #expect(draft.questions.map(\.kind) == [.price, .price] && draft.prices.isEmpty)
    }

    @Test func `two such tables in a row stay two`() throws {
        let table = "级别\t基准地价\n一级\t42.00\n\n"
        #expect(
            try prices("表 4 园地基准地价表（单位：元/平方米）\n\n" + table + "表 5 林地基准地价表（单位：元/亩）\n\n" + table) == [
                "园地 1 42.00元/平方米", "林地 1 42.00元/亩",
            ])
    }

    @Test(
        arguments: [
            ("单位：元/平方米", "元/平方米", ""), ("（单位：元/亩）", "元/亩", ""), ("货币单位：人民币　计量单位：元/㎡", "元/㎡", ""),
            ("表 3 园地级别（续）（单位：元/亩）", "元/亩", "表3园地级别（续）"), ("表 3 园地级别", nil, "表3园地级别"),
            ("编制单位：测试县自然资源局", nil, "编制单位：测试县自然资源局"),
        ] as [(String, String?, String)])
    func `the unit is taken off a line`(_ line: String, _ unit: String?, _ rest: String) {
        let found = UnitOfLine(line)
        #expect(found.unit == unit && found.rest == rest)
    }
}
