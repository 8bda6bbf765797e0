import GradeModel
import Testing

@testable import ParcelValidation

@Suite struct LandKindTests {
    private static let source = TableRow(table: "表7", row: 1)

    private func price(_ subtype: String?, _ landType: LandType = .orchard) -> BasePrice {
        BasePrice(
            landType: landType, subtype: subtype, grade: Grade(rawValue: 1)!, amount: "45.00", unit: "元/平方米",
            source: Self.source)
    }

    private func rate(_ percent: String, _ subtype: String? = nil) -> CapitalizationRate {
        CapitalizationRate(landType: .orchard, subtype: subtype, percent: percent, source: Self.source)
    }

    /// What is asked for, what its price is of, and the rate.
    @Test(
        arguments: [
            ("园地", "果园", "6"), ("园地", "茶园", "8"), ("茶园", "茶园", "8"), ("果园", "果园", "6"),
            // A 茶园 whose price is that of 园地 keeps its own rate.
            ("茶园", nil, "8"), ("0202", nil, "8"), ("园地", nil, "6"), ("桑园", nil, "6"),
        ] as [(String, String?, String)])
    func `a rate of the kind of land goes before that of the land type`(
        asked: String, priced: String?, percent: String
    ) {
        let rates = [rate("6"), rate("8", "茶园")]
        #expect(LandKind(asked).rate(rates, for: price(priced))?.percent == percent)
        #expect(LandKind(asked).rate([], for: price(priced)) == nil)
    }

    /// What is asked for, the kinds that the edition has prices of, and those it may be.
    @Test(arguments: [
        ("果园", ["果园、其他园地", "茶园"], ["果园、其他园地"]), ("其他园地", ["果园、其他园地", "茶园"], ["果园、其他园地"]),
        ("0203", ["果园、其他园地", "茶园"], []), ("0204", ["果园", "茶园", "桑园"], []),
        ("乔木林地", ["有林地", "灌木林地", "其他林地"], ["有林地"]), ("0302", ["有林地", "灌木林地", "其他林地"], ["有林地"]),
        ("0305", ["有林地", "灌木林地", "其他林地"], ["灌木林地"]), ("有林地", ["乔木林地", "竹林地", "灌木林地"], ["乔木林地", "竹林地"]),
        ("031", ["乔木林地", "灌木林地"], []), ("林地", ["乔木林地", "灌木林地"], ["乔木林地", "灌木林地"]),
    ])
    func `a kind of land has the prices of the kinds that it is or may be`(
        asked: String, priced: [String], found: [String]
    ) {
        let landType: LandType = priced.contains { $0.contains("林") } ? .forest : .orchard
        let prices = LandKind(asked).prices(priced.map { price($0, landType) }, landType, Grade(rawValue: 1)!)
        #expect(prices.map(\.subtype) == found)
    }

    @Test(
        arguments: [
            ("果园、其他园地", LandType.orchard), ("油茶（经济林）", .forest), ("油茶(经济林)", .forest), ("商品林", nil), ("油茶", nil),
        ] as [(String, LandType?)])
    func `a word is of the land type that all prices of that kind are under`(word: String, landType: LandType?) {
        let prices = [
            price("果园、其他园地"), price("油茶（经济林）", .forest), price("商品林", .forest), price("商品林"), price("林下", .forest),
        ]
        #expect(LandKind.landType(word, prices) == landType)
        guard let landType else { return }
        let found = LandKind(word).prices(prices, landType, Grade(rawValue: 1)!)
        #expect(found.count == 1 && found.first?.subtype?.prefix(2) == Substring(word.prefix(2)))
    }

    /// Counties make prices for a 亩 with 667, and then the price for a square metre is a round one.
    @Test(arguments: [("26680", "40.00", 0), ("26680", "40.0000", 0), ("33150", "49.70", 1)])
    func `a wrong 亩 is named beside a rounding that explains no more`(price: String, declared: String, decimals: Int) {
        let printed = BasePrice(
            landType: .orchard, subtype: nil, grade: Grade(rawValue: 1)!, amount: price, unit: "元/亩",
            source: Self.source)
        let official = OfficialPrices(
            CountyPrices(official: [printed]), .orchard, .any, grades: [printed.grade], after: [])
        let code = official.priceCode(Figure(declared, of: .unitPrice, unit: 0))
        #expect(
            official.finding(code)
                == .mismatch(.anyOf([.decimals(decimals, isCut: false), .mu("667", isRounded: false)])))
    }
}
