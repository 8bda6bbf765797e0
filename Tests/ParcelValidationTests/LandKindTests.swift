import GradeModel
import Testing

@testable import ParcelValidation

@Suite struct LandKindTests {
    private static let source = TableRow(table: "表7", row: 1)

    private func price(_ subtype: String?) -> BasePrice {
        BasePrice(
            landType: .orchard, subtype: subtype, grade: Grade(rawValue: 1)!, amount: "45.00", unit: "元/平方米",
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
}
