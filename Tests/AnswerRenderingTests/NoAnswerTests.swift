import AnswerRendering
import GradeModel
import SystemSupport
import TestSupport
import Testing

@Suite struct NoAnswerTests {
    private static let village = Question(place: .names(township: nil, village: "芙容村"))
    private static let inTownship = Question(place: .names(township: "金龙镇", village: "芙容村"))
    private static let address = Question(place: .address("湘阴县金龙镇3组"))
    private static let county = Question(
        place: .names(township: nil, village: "芙蓉村"), county: "汨罗", asOf: CalendarDate("2024-12-31"))

    @Test(arguments: [
        (LookupOutcome.unknownVillage, village, "没有查到名为“芙容村”的村（社区）。", "There is no village ‘芙容村’."),
        (
            .unknownVillage, inTownship, "“金龙镇”没有名为“芙容村”的村（社区）。",
            "There is no village ‘芙容村’ in ‘金龙镇’."
        ),
        (
            .unknownVillage, address, "地址“湘阴县金龙镇3组”中未识别出村（社区）。",
            "No village was recognised in ‘湘阴县金龙镇3组’."
        ),
        (.unknownTownship, inTownship, "没有名为“金龙镇”的乡镇（街道）。", "There is no township ‘金龙镇’."),
        (
            .unknownTownship, address, "“湘阴县金龙镇3组”中未识别出乡镇（街道）。",
            "No township was recognised in ‘湘阴县金龙镇3组’."
        ),
        (
            .unknownCounty, county, "没有收录“汨罗”这个县。已收录的县用 landgrade editions 查看。",
            "No county ‘汨罗’ is held. See the counties held with: landgrade editions"
        ),
        (
            .unknownCounty, address, "没有收录“湘阴县金龙镇3组”所在的县。已收录的县用 landgrade editions 查看。",
            "The county of ‘湘阴县金龙镇3组’ is not held. See the counties held with: landgrade editions"
        ),
        (
            .noEdition, county, "“汨罗”在2024年12月31日没有适用的成果版本。",
            "No edition of ‘汨罗’ was in force on 2024-12-31."
        ),
        (.noEdition, village, "没有成果版本。", "No edition is held."),
    ])
    func `each outcome has its sentence in both languages`(
        outcome: LookupOutcome, question: Question, zh: String, en: String
    ) {
        let answer = Answers.no(outcome, question)
        for (language, expected) in [(Language.zh, zh), (.en, en)] {
            let bytes = AnswerRenderer(format: .text, language: language).render(answer)
            #expect(String(decoding: bytes, as: UTF8.self) == expected + "\n")
        }
    }

    private static let near = Answers.no(
        .unknownVillage, inTownship,
        near: [
            Suggestion(county: Xiangyin.county, township: "金龙镇", village: "芙蓉村"),
            Suggestion(county: Xiangyin.county, township: "石塘镇", village: "芙蓉园村"),
        ])

    @Test
    func `near names are offered beside the text, not in it`() {
        let zh = AnswerRenderer(format: .text, language: .zh)
        #expect(zh.offer(of: Self.near) == "名称相近的有：金龙镇 芙蓉村、石塘镇 芙蓉园村（仅供参考，未作替换）。")
        #expect(!String(decoding: zh.render(Self.near), as: UTF8.self).contains("芙蓉村"))
        #expect(
            AnswerRenderer(format: .text, language: .en).offer(of: Self.near)
                == "Near names, offered and not taken: 金龙镇 芙蓉村, 石塘镇 芙蓉园村.")
        #expect(zh.offer(of: Answers.furong) == nil)
    }

    @Test
    func `counties offered are named, and so is the county where names of several are`() {
        let miluo = County(code: "430681", name: "汨罗市")
        let answer = Answers.no(
            .unknownCounty, Self.county,
            near: [
                Suggestion(county: miluo, township: nil, village: nil),
                Suggestion(county: Xiangyin.county, township: "金龙镇", village: nil),
            ])
        #expect(
            AnswerRenderer(format: .text, language: .en).offer(of: answer)
                == "Near names, offered and not taken: 汨罗市, 湘阴县 金龙镇.")
    }

    @Test
    func `CSV has no record for them and says why beside it; JSON has it all inside`() {
        let csv = AnswerRenderer(format: .csv, language: .en)
        #expect(csv.render(Self.near).count { $0 == UInt8(ascii: "\n") } == 1)
        #expect(
            csv.offer(of: Self.near)?.text
                == "There is no village ‘芙容村’ in ‘金龙镇’. "
                + "Near names, offered and not taken: 金龙镇 芙蓉村, 石塘镇 芙蓉园村.")
        #expect(AnswerRenderer(format: .json, language: .en).offer(of: Self.near) == nil)
    }

    @Test
    func `what a user typed is shown escaped and cut`() {
        let answer = Answers.no(
            .unknownVillage,
            Question(place: .names(township: nil, village: "\u{1B}[2J\u{202E}" + String(repeating: "村", count: 5000))))
        let text = String(
            decoding: AnswerRenderer(format: .text, language: .en).render(answer), as: UTF8.self)
        #expect(
            text == "There is no village ‘\\x1b[2J\\u{202e}" + String(repeating: "村", count: 22) + "…’.\n")
    }

    @Test
    func `an empty list says so in text and stays a list elsewhere`() {
        let none: [GradeRow] = []
        #expect(AnswerRenderer(format: .text, language: .zh).render(none) == Array("没有符合条件的条目。\n".utf8))
        #expect(AnswerRenderer(format: .text, language: .en).render(none) == Array("Nothing to list.\n".utf8))
        #expect(AnswerRenderer(format: .json, language: .en).render(none) == Array("{\n  \"grades\": []\n}\n".utf8))
        #expect(
            AnswerRenderer(format: .csv, language: .en).render(none)
                == Array(
                    "county_code,county,edition,land_type,grade,villages,disputed,whole_townships,parts,base_price,base_price_unit,subtype_prices\n"
                        .utf8))
    }
}
