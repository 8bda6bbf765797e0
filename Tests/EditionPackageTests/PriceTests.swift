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
