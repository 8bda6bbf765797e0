import EditionPublishing
import GradeModel
import SystemSupport
import TestSupport
import Testing

@testable import EditionPackage

/// Prices and rates of a package, on the made-up county of Seeds/examples.
struct PriceTests {
    private let files: EditionFiles
    private let edition: Edition

    init() throws {
        files = try EditionFiles(folder: Repository.file("Seeds/examples/990101-2025-1"))
        edition = try EditionPackage.read(files, origin: .unsigned).edition
    }

    /// The sentence with which the package is refused where `line` of `file` reads otherwise.
    private func refusal(_ file: String, _ line: String, _ revised: String) throws -> String {
        var changed = files.files
        let text = String(decoding: try #require(changed[file]), as: UTF8.self)
        try #require(text.contains(line), "\(line)")
        changed[file] = Array(text.replacing(line, with: revised).utf8)
        do {
            _ = try EditionPackage.seal(try EditionFiles(changed))
            return "accepted"
        } catch { return error.sentence(in: .en).text }
    }

    @Test func `rates and the names of factor tables come back whole`() throws {
        #expect(edition.rates.map(\.percent) == ["8", "6"])
        #expect(edition.rates.map(\.source.description) == ["表7", "表7"])
        #expect(edition.document.factorTables == "表8、表9")
        #expect(try EditionPackage.read(try EditionPackage.write(edition), origin: .unsigned).edition == edition)
        var plain = edition
        plain.rates = []
        #expect(try EditionPackage.write(plain).files["rates.csv"] == nil)
    }

    @Test func `a rate has its sign, a land type with prices, and stands once`() throws {
        let expected = "is not a rate in per cent with its sign, as in 6% or 6.25%"
        for (text, shown) in [
            ("0.08", "0.08"), ("8", "8"), ("0%", "0%"), ("100%", "100%"), ("-8%", "-8%"), ("8.00001%", "8.00001%"),
        ] {
            #expect(
                try refusal("rates.csv", "orchard,,8%", "orchard,,\(text)")
                    == "rates.csv, line 2, column rate: \"\(shown)\" \(expected)")
        }
        #expect(try refusal("rates.csv", "orchard,,8%", "orchard,果园,6.25%") == "accepted")
        #expect(
            try refusal("rates.csv", "orchard,,8%", "orchard,桑园,8%")
                == "rates.csv, line 2, column land_type: prices.csv has no price of orchard 桑园, so there is nothing "
                + "the rate is for; take it out")
        #expect(
            try refusal("rates.csv", "orchard,,8%", "grassland,,8%")
                == "rates.csv, line 2, column land_type: prices.csv has no price of grassland, so there is nothing "
                + "the rate is for; take it out")
        #expect(
            try refusal("rates.csv", "orchard,,8%", "forest,,8%")
                == "rates.csv, line 3, column land_type: forest stands already in line 2; keep one of them")
        #expect(
            try refusal("rates.csv", "orchard,,8%,表7", "orchard,,8%,")
                == "rates.csv, line 2, column source: empty; this cell needs a value")
    }

    private func findings(_ change: (inout [BasePrice]) -> Void) -> [String] {
        var edition = edition
        change(&edition.prices)
        return Audit(edition).findings.filter { $0.code.contains("price") || $0.code.contains("amount") }
            .map { $0.sentence(in: .zh).text }
    }

    private func price(
        _ landType: LandType, _ subtype: String?, _ grade: Int, _ amount: String, _ unit: String, _ source: String
    ) -> BasePrice {
        BasePrice(
            landType: landType, subtype: subtype, grade: Grade(rawValue: grade)!, amount: amount, unit: unit,
            source: TableRow(source))
    }

    @Test func `what is wrong with a price is said with its row and the rule`() throws {
        #expect(findings { _ in } == [])
        #expect(
            findings { $0.removeAll { $0.subtype == "茶园" && $0.grade.rawValue == 3 } } == ["园地茶园三级有村，没有基准地价，而其他级别有"])
        #expect(
            findings { $0.removeAll { $0.landType == .orchard && $0.grade.rawValue == 3 } } == ["园地三级有村，没有基准地价，而其他级别有"])
        // The price that stands in is another.
        #expect(
            findings {
                $0.removeAll { $0.subtype == "茶园" && $0.grade.rawValue == 3 }
                $0.append(price(.orchard, nil, 3, "20.00", "元/平方米", "表5第9行"))
            }.first == "园地茶园三级有村，没有茶园的基准地价，而其他级别有：以园地的为准")
        #expect(
            findings { $0.append(price(.forest, nil, 3, "1.10", "万元/亩", "表6第3行")) } == ["表6第3行林地三级有基准地价，没有这一级别的村"])
        // Compared across units: 20,000 元/亩 are 2 万元/亩.
        #expect(
            findings {
                $0.removeAll { $0.landType == .forest && $0.grade.rawValue == 2 }
                $0.append(price(.forest, nil, 2, "20000", "元/亩", "表6第2行"))
            } == ["表6第2行林地二级20000元/亩，不低于表6第1行林地一级1.86万元/亩；级别越低地价应越低"])
        #expect(
            findings {
                $0.removeAll { $0.landType == .forest && $0.grade.rawValue == 2 }
                $0.append(price(.forest, nil, 2, "1.42", "元/亩", "表6第2行"))
            } == ["表6第2行林地二级1.42元/亩，与单位不相称（每平方米应在0.3元至2000元之间）"])
    }

    /// With a nought too many the best grade, and with one too few the last, would cost more than the next one all the same.
    @Test func `a price of ten times the next one is said, and one of five times is not`() {
        func revised(_ subtype: String?, _ grade: Int, _ amount: String) -> [String] {
            findings { prices in
                let index = prices.firstIndex { $0.subtype == subtype && $0.grade.rawValue == grade }!
                let old = prices[index]
                prices[index] = BasePrice(
                    landType: old.landType, subtype: subtype, grade: old.grade, amount: amount, unit: old.unit,
                    source: old.source)
            }
        }
        #expect(
            revised("果园", 1, "450.00")
                == ["表5第1行园地果园一级450.00元/平方米，是表5第1行园地果园二级36.00元/平方米的10倍以上；请与原文核对，其中一个可能多写或少写了一个0，或单位有误"])
        #expect(
            revised("茶园", 3, "3.30")
                == ["表5第2行园地茶园二级42.00元/平方米，是表5第2行园地茶园三级3.30元/平方米的10倍以上；请与原文核对，其中一个可能多写或少写了一个0，或单位有误"])
        #expect(
            revised(nil, 1, "18.6").first
                == "表6第1行林地一级18.6万元/亩，是表6第2行林地二级1.42万元/亩的10倍以上；请与原文核对，其中一个可能多写或少写了一个0，或单位有误")
        #expect(revised("果园", 1, "180.00") == [] && revised("其他园地", 3, "6.00") == [])
    }

    @Test func `a kind of land under another land type is said once`() {
        func codes(_ landType: LandType, _ subtype: String) -> [String] {
            var edition = edition
            edition.prices += [
                price(landType, subtype, 1, "2.00", "万元/亩", "表6第5行"),
                price(landType, subtype, 2, "1.50", "万元/亩", "表6第6行"),
            ]
            return Audit(edition).findings.filter { $0.code == "subtype_of_other" }.map { $0.sentence(in: .zh).text }
        }
        #expect(codes(.forest, "果园") == ["表6第5行林地果园一级：果园属于园地，不属于林地；请与原文核对，改正 prices.csv 中的 land_type 或 subtype"])
        #expect(codes(.forest, "有林地、茶园").count == 1 && codes(.orchard, "用材林").count == 1)
        // What standards put under two, or do not have, the document places.
        for subtype in ["经济林", "商品林", "油茶园", "林下种植", "有林地", "灌木林地、其他林地"] { #expect(codes(.forest, subtype) == []) }
    }

    @Test(arguments: [
        ("75", true), ("0.08", true), ("0.9999", true), ("20.5", true), ("1", false), ("4.25", false), ("6", false),
        ("12", false), ("20", false),
    ])
    func `a rate that no land has is said`(percent: String, isSaid: Bool) {
        var edition = edition
        let source = edition.rates[0].source
        edition.rates[0] = CapitalizationRate(landType: .orchard, percent: percent, source: source)
        let said = Audit(edition).findings.filter { $0.code == "rate_implausible" }
        #expect(
            said.map { $0.sentence(in: .zh).text }
                == (isSaid ? ["表7园地的还原率为\(percent)%，不在1%至20%之间；请与原文核对小数点和百分号"] : []))
        #expect(said.allSatisfy { $0.needsPerson })
    }

    @Test func `a unit is one, however it is printed`() {
        func units(_ unit: String) -> [String] {
            var edition = edition
            edition.prices.removeAll { $0.landType == .forest }
            edition.prices[0] = price(.orchard, "果园", 1, "45.00", unit, "表5第1行")
            return Audit(edition).findings.filter { $0.code == "several_units" }.map { $0.sentence(in: .zh).text }
        }
        #expect(units("元/㎡") == [] && units("元／平方米") == [])
        #expect(units("元/亩") == ["基准地价用了几种单位：元/亩、元/平方米"])
    }
}
