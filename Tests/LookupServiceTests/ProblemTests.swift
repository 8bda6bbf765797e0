import AnswerRendering
import GradeModel
import StrictJSON
import SystemSupport
import Testing

@testable import LookupService

/// One exact text of each problem that has a wording of its own.
@Suite struct ProblemTests {
    private static let problems: [(Problem, String, String)] = [
        (.unknownParameter("x", known: []), "unknown parameter “x”: none is taken here", "未知参数“x”：此处不接受参数"),
        (.unknownParameter("x", known: ["a", "b"]), "unknown parameter “x”; known: a, b", "未知参数“x”；可用参数：a、b"),
        (.repeatedParameter("a"), "the parameter a stands twice", "参数 a 重复"),
        (.missingParameter("q"), "the parameter q is missing", "缺少参数 q"),
        (
            .badEncoding,
            "what is asked is not UTF-8, or a % stands without two digits: send names in UTF-8, percent-encoded or as they are",
            "请求内容不是 UTF-8（可能是 GBK），或“%”后不是两位十六进制数；请用 UTF-8 发送，百分号编码与否均可"
        ),
        (
            .unknownTownship("x", known: ["金龙镇", "东塘镇"]),
            "There is no township \u{2018}x\u{2019}. There are: 金龙镇, 东塘镇.", "没有名为“x”的乡镇（街道）。可用：金龙镇、东塘镇。"
        ),
        (.unknownTownship("x"), "There is no township \u{2018}x\u{2019}.", "没有名为“x”的乡镇（街道）。"),
        (
            .unknownCounty("x", known: ["湘阴县"]), "No county “x” is held. There are: 湘阴县.", "没有收录“x”这个县。可用：湘阴县。"
        ),
        (
            .noWorkbooks, "landgrade-workbook, which writes XLSX, is not installed beside this service; take CSV",
            "本服务未安装 landgrade-workbook，不能生成 XLSX 工作簿；请改为下载 CSV"
        ),
        (
            .noMap(county: "x", mapped: ["湘阴县", "示例县"]), "There is no map of “x”. Counties that have one: 湘阴县, 示例县.",
            "没有“x”的地图。有地图的县：湘阴县、示例县。"
        ),
        (.noMaps([Remark(zh: "甲", en: "a"), Remark(zh: "乙", en: "b")]), "There is no map. a; b", "没有地图。甲；乙"),
        (.noPlace, "give a village (with its township, if known) or an address", "请给出村名（最好连同乡镇）或地址"),
        (.placeTwice, "give names or an address, not both", "地名与地址只能给出一种"),
        (.badGrade("0"), "“0” is no grade: give 1, 2, 3 … or 一级, 二级 …", "“0”不是级别：请用 1、2、3 … 或 一级、二级 …"),
        (
            .badValue(parameter: "as_printed", value: "yes", allowed: ["true", "false"]),
            "as_printed is “yes”; it takes true, false", "as_printed 的值“yes”无效；可用：true、false"
        ),
        (
            .badShape(at: "questions[3].village", expected: .text), "questions[3].village has to be a string",
            "questions[3].village 应为字符串"
        ),
        (
            .badShape(at: "questions[0].village", expected: .quoted("7")),
            "questions[0].village has to be a string: write \"7\"",
            "questions[0].village 应为字符串：请写作 \"7\""
        ),
        (
            .badShape(at: "questions[0].area", expected: .area("12.5")),
            "questions[0].area has to be a string of the number and its unit, as \"12.5亩\"",
            "questions[0].area 应为字符串，写明数和单位，如 \"12.5亩\""
        ),
        (.unknownMember(at: "body", "x\u{1B}"), "body has an unknown member “x\\x1b”", "body 含有未知成员“x\\x1b”"),
        (.tooManyQuestions(limit: 10_000), "more than 10000 questions in one request", "一次请求最多 10000 个问题"),
        (.method(allowed: ["GET", "HEAD"]), "this path takes GET, HEAD", "此路径只接受 GET、HEAD"),
        (.bodyTooLarge(limit: 5), "the body is larger than 5 bytes", "正文超过 5 字节"),
        (.badUpload(.noFile), "the upload has no part named list", "上传内容没有名为 list 的部分"),
        (.noStore, "there are no grades to answer from at the moment; /readyz says why", "目前没有可供查询的级别数据；原因见 /readyz"),
        (.busy, "too much is asked at the moment; try again shortly", "目前请求过多，请稍后再试"),
    ]

    @Test(arguments: problems)
    func `wording`(_ problem: Problem, _ english: String, _ chinese: String) {
        #expect(problem.json(in: .en)["detail"]?.string == english)
        #expect(problem.json(in: .zh)["detail"]?.string == chinese)
        #expect(problem.json(in: .en)["status"]?.integer == problem.status)
    }
}
