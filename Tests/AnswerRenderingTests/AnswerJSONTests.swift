import AnswerRendering
import GradeModel
import StrictJSON
import SystemSupport
import TestSupport
import Testing

@Suite struct AnswerJSONTests {
    /// The keys that programs depend on, with their values; the object may have further ones behind them.
    @Test
    func `东合港村 has every key of the documented shape, in its order, with its value`() throws {
        let documented = try JSONValue(
            parsing: Array(
                """
                {"outcome": "found", "matches": [{
                  "county": {"code": "430624", "name": "湘阴县"},
                  "township": "杨林寨乡", "village": "东合港村", "kind": "village", "rule": "exact",
                  "land_types": [{
                    "land_type": "orchard", "outcome": "disputed", "grade": 1, "printed_grade": 2, "erratum": "E1",
                    "definition": {"rights": "承包经营权", "term_years": 30,
                      "infrastructure": "按照所在区域具有普遍性、适宜性的种植制度下，宗地外道路通达。",
                      "valuation_date": "2021-12-31"},
                    "base_price": null,
                    "citation": {"edition": "430624-2025-1", "document": "湘阴政发〔2025〕1号",
                      "registration": "XYDR-2025-00001", "issuer": "湘阴县人民政府", "issued": "2025-01-23",
                      "table": "表2", "row": 11,
                      "package_sha256": "0f3c2d9a7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b"}
                  }]
                }], "suggestions": []}
                """.utf8))
        var question = Answers.donghegang.question
        question.landType = .orchard
        let match = Answers.donghegang.matches[0]
        let value = AnswerJSON.value(
            Answers.found(match.match, [match.landTypes[0]], question: question))
        #expect(Self.differences(value, documented, at: "$") == [])
    }

    /// Where `value` lacks what `documented` says: a key missing, out of its place, or another value.
    private static func differences(_ value: JSONValue, _ documented: JSONValue, at path: String) -> [String] {
        switch (value, documented) {
        case (.object(let members), .object(let expected)):
            guard members.count >= expected.count else { return ["\(path) has \(members.count) members"] }
            return zip(members, expected).flatMap { member, expected in
                member.key == expected.key
                    ? differences(member.value, expected.value, at: "\(path).\(expected.key)")
                    : ["\(path).\(expected.key) is \(member.key)"]
            }
        case (.array(let elements), .array(let expected)):
            guard elements.count == expected.count else { return ["\(path) has \(elements.count) elements"] }
            return zip(elements, expected).enumerated().flatMap { index, pair in
                differences(pair.0, pair.1, at: "\(path)[\(index)]")
            }
        default: return value == documented ? [] : ["\(path) is \(value.text())"]
        }
    }

    @Test
    func `the whole text of an answer, with the printed label asked for`() {
        let bytes = AnswerRenderer(format: .json, language: .zh).render(Answers.asPrinted)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
            text == """
                {
                  "outcome": "found",
                  "matches": [
                    {
                      "county": {
                        "code": "430624",
                        "name": "湘阴县"
                      },
                      "township": "杨林寨乡",
                      "village": "东合港村",
                      "kind": "village",
                      "rule": "pinyin",
                      "land_types": [
                        {
                          "land_type": "orchard",
                          "outcome": "disputed",
                          "grade": 2,
                          "printed_grade": 2,
                          "erratum": "E1",
                          "definition": {
                            "rights": "承包经营权",
                            "term_years": 30,
                            "infrastructure": "按照所在区域具有普遍性、适宜性的种植制度下，宗地外道路通达。",
                            "valuation_date": "2021-12-31",
                            "source": "表1",
                            "term": null
                          },
                          "base_price": null,
                          "citation": {
                            "edition": "430624-2025-1",
                            "document": "湘阴政发〔2025〕1号",
                            "registration": "XYDR-2025-00001",
                            "issuer": "湘阴县人民政府",
                            "issued": "2025-01-23",
                            "table": "表2",
                            "row": 11,
                            "package_sha256": "0f3c2d9a7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b",
                            "title": "湘阴县人民政府关于公布实施湘阴县园地、林地、草地定级和基准地价成果的通知",
                            "publication": "湘阴县人民政府公报2025年第1期",
                            "origin": "builtin",
                            "withdrawn": null,
                            "effective": null,
                            "expires": null,
                            "rights": null
                          },
                          "held_grade": 1,
                          "erratum_detail": {
                            "id": "E1",
                            "status": "proposed",
                            "printed": "表2杨林寨乡、洋沙湖镇、樟树镇的前一行标注二级",
                            "held": "一级",
                            "evidence": "同一级别内各乡镇按固定顺序只出现一次；这三个乡镇在同表后面再次出现，后一次才是二级的开始。"
                          },
                          "scope": "village",
                          "parts": [],
                          "subtype_prices": [],
                          "other_prices": null
                        }
                      ],
                      "alias": null
                    }
                  ],
                  "suggestions": [],
                  "as_of": "2025-06-30",
                  "as_printed": true
                }

                """)
    }

    @Test
    func `JSON is the same in every language`() {
        for answer in [Answers.furong, Answers.donghu, Answers.jinyan] {
            #expect(
                AnswerRenderer(format: .json, language: .zh).render(answer)
                    == AnswerRenderer(format: .json, language: .en).render(answer))
        }
    }

    @Test
    func `what is absent is null, never 0 or an empty text`() {
        let value = AnswerJSON.value(Answers.binjiang)
        let orchard = value["matches"]?.array?[0]["land_types"]?.array?[0]
        #expect(orchard?["outcome"] == .string("not_listed"))
        for key in ["grade", "printed_grade", "held_grade", "erratum", "erratum_detail", "base_price"] {
            #expect(orchard?[key] == .null)
        }
        #expect(orchard?["citation"]?["row"] == .null)
        #expect(orchard?["citation"]?["table"] == .string("表2"))
        #expect(value["matches"]?.array?[0]["alias"] == .null)
        #expect(value["as_of"] == .null)
    }

    @Test
    func `an alias, an amount and an unsigned origin are fields`() {
        let match = AnswerJSON.value(Answers.jinyan)["matches"]?.array?[0]
        #expect(
            match?["alias"]
                == ["alias": .string("金嵩村"), "kind": .string("misprint"), "source": .string("表3第21行")])
        let orchard = match?["land_types"]?.array?[0]
        #expect(
            orchard?["base_price"] == [
                "amount": .string("12.50"), "unit": .string("元/平方米"), "subtype": .null, "source": .string("表4第1行"),
            ])
        #expect(orchard?["citation"]?["origin"] == .string("unsigned"))
    }

    @Test
    func `near names are suggestions with county, township and village`() {
        let answer = Answers.no(
            .unknownVillage, Question(place: .names(township: "鹤龙湖镇", village: "仁河村")),
            near: [
                Suggestion(county: Xiangyin.county, township: "鹤龙湖镇", village: "仁和村"),
                Suggestion(county: Xiangyin.county, township: "鹤龙湖镇", village: nil),
            ])
        let value = AnswerJSON.value(answer)
        #expect(value["outcome"] == .string("unknown_village"))
        #expect(value["matches"] == .array([]))
        let county: JSONValue = ["code": .string("430624"), "name": .string("湘阴县")]
        #expect(
            value["suggestions"]
                == .array([
                    ["county": county, "township": .string("鹤龙湖镇"), "village": .string("仁和村")],
                    ["county": county, "township": .string("鹤龙湖镇"), "village": .null],
                ]))
    }
}
