import GradeModel
import Testing

@Suite struct PricingTests {
    private func price(_ amount: String, _ unit: String) -> BasePrice {
        BasePrice(landType: .orchard, grade: Grade(rawValue: 1)!, amount: amount, unit: unit)
    }

    private func yuan(_ amount: String, _ unit: String, _ area: String) throws -> String? {
        try price(amount, unit).yuan(for: LandArea(area)).flatMap { Yuan(rounding: $0) }?.text
    }

    @Test
    func `100 亩 at 30 元 for a square metre are two million, not more by a rounded 亩`() throws {
        #expect(try yuan("30", "元/平方米", "100亩") == "2000000.00")
        #expect(try yuan("30", "元/㎡", "100亩") == "2000000.00")
        #expect(try yuan("30", "万元/公顷", "100亩") == "2000000.00")
        #expect(try yuan("20000", "元/亩", "66666.67平方米") == "2000000.10")
        #expect(try yuan("2", "万元/亩", "100 亩") == "2000000.00")
        #expect(try yuan("300000", "元/公顷", "1平方公里") == "30000000.00")
    }

    @Test
    func `a total is rounded once, half up, to 0.01 元`() throws {
        #expect(try yuan("0.01", "元/平方米", "0.5平方米") == "0.01")
        #expect(try yuan("0.01", "元/平方米", "0.49平方米") == "0.00")
        #expect(try yuan("1", "元/亩", "1平方米") == "0.00")
        #expect(try yuan("10", "元/亩", "1平方米") == "0.02")
        #expect(try yuan("45.00", "元/平方米", "12.345亩") == "370350.00")
    }

    @Test
    func `numbers too large to be exact give nothing`() throws {
        let most = Fraction(UInt128.max)
        #expect(
            most.multiplied(by: Fraction(3)) == nil && Fraction(1, UInt128.max).multiplied(by: Fraction(1, 2)) == nil)
        #expect(most.multiplied(by: Fraction(3, UInt128.max)) == Fraction(3))
        #expect(Fraction(1).divided(by: Fraction(0)) == nil && most.rounded(decimals: 1) == nil)
        #expect(Yuan(rounding: most) == nil)
        // The largest price and area there can be are far from that.
        #expect(try yuan("999999999.9999", "万元/亩", "9999999999999999999平方公里") != nil)
    }

    private static let units = ["元/平方米", "元/亩", "万元/亩", "元/公顷", "万元/公顷"].map { PriceUnit(word: $0)! }

    @Test
    func `a conversion there and back is the identity`() throws {
        var digits: UInt64 = 7
        for _ in 0..<2000 {
            digits = digits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let number = DecimalNumber(mantissa: digits >> 24, scale: Int(digits % 5))!
            let amount = Fraction(number)
            for from in Self.units {
                for to in Self.units {
                    let factor = try #require(from.yuanPerSquareMetre.divided(by: to.yuanPerSquareMetre))
                    let there = try #require(amount.multiplied(by: factor))
                    #expect(there.divided(by: factor) == amount)
                }
            }
        }
    }

    @Test
    func `one 元 for a square metre is one 万元 for a hectare, exactly`() {
        #expect(
            price("1.23", "元/㎡").converted(to: PriceUnit(word: "万元/公顷")!) == price("1.23", "元/㎡").yuanPerSquareMetre)
        #expect(price("45", "元/平方米").converted(to: PriceUnit(word: "元/亩")!) == Fraction(30_000))
        #expect(price("30000", "元/亩").converted(to: PriceUnit(word: "元/平方米")!) == Fraction(45))
    }

    @Test(arguments: [
        ("12.5亩", "12.5", AreaUnit.mu), ("12.5 亩", "12.5", .mu), ("8333.3㎡", "8333.3", .squareMetre),
        ("１２．５亩", "12.5", .mu), ("1,234.5 m2", "1,234.5", .squareMetre), ("1.2公顷", "1.2", .hectare),
        ("0.5 HA", "0.5", .hectare), ("3平方公里", "3", .squareKilometre), (" 7　亩 ", "7", .mu), (".5亩", ".5", .mu),
    ])
    func `an area is read with its unit`(_ text: String, _ number: String, _ unit: AreaUnit) throws {
        let area = try LandArea(text)
        #expect(area.text == number && area.unit == unit)
    }

    @Test(arguments: [
        ("", LandArea.Fault.number), ("亩", .number), ("12.5", .noUnit), ("12,5亩", .number), ("-1亩", .number),
        ("+1亩", .number), ("1e3亩", .unit("e3亩")), ("0x10亩", .unit("x10亩")), ("1.2万亩", .unit("万亩")), ("十二亩", .number),
        ("12.5顷", .unit("顷")), ("0亩", .zero), ("0.000亩", .zero), ("1.2.3亩", .number), ("٣亩", .number),
        ("12345678901234567890123亩", .number), ("nan亩", .number),
    ])
    func `what is no area is refused with its reason`(_ text: String, _ fault: LandArea.Fault) {
        #expect(throws: fault) { try LandArea(text) }
    }

    @Test
    func `every unit that a package may have is understood`() {
        for unit in BasePrice.units { #expect(price("1", unit).yuanPerSquareMetre != nil, "\(unit)") }
        for unit in ["元/分", "元", "/亩", "元/亩/年", "美元/亩", "元 / 亩"] { #expect(PriceUnit(word: unit) == nil, "\(unit)") }
    }

    @Test
    func `percent of change is exact and rounded once`() {
        func percent(_ old: String, _ new: String) -> String? {
            PriceChange(from: price(old, "元/平方米"), to: price(new, "元/平方米"))?.percent
        }
        #expect(percent("42.00", "46.20") == "10.00")
        #expect(percent("42.00", "42") == "0.00")
        // What is not the same never looks so.
        #expect(percent("10000", "9999.9") == "-0.001" && percent("3000000", "3000000.1") == "0.000003")
        #expect(percent("42.00", "40.00") == "-4.76")
        #expect(percent("3", "1") == "-66.67")
        #expect(PriceChange(from: price("30000", "元/亩"), to: price("45", "元/㎡"))?.percent == "0.00")
    }
}
