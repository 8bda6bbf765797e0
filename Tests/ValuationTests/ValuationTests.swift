import GradeModel
import Testing
import Valuation

@Suite struct ValuationTests {
    private static let source = TableRow("表5")!

    private func price(_ amount: String, grade: Int = 1, _ subtype: String? = nil, unit: String = "元/平方米") -> BasePrice
    {
        BasePrice(
            landType: .orchard, subtype: subtype, grade: Grade(rawValue: grade)!, amount: amount, unit: unit,
            source: Self.source)
    }

    private func answer(held: Int, printed: Int? = nil, term: Int? = 50) -> LandTypeAnswer {
        let day = CalendarDate("2025-01-01")!
        let document = Document(
            number: "示政发〔2025〕3号", registration: nil, title: "示例", issuer: "示例县人民政府", issued: day, publication: nil)
        return LandTypeAnswer(
            landType: .orchard, outcome: printed == nil ? .graded : .disputed, grade: Grade(rawValue: held)!,
            heldGrade: Grade(rawValue: held)!, printedGrade: Grade(rawValue: printed ?? held)!, erratum: nil,
            definition: Definition(
                landType: .orchard, rights: "承包经营权", termYears: term, term: term == nil ? "无限年期" : nil,
                infrastructure: "通路", valuationDate: day, source: Self.source),
            basePrice: nil,
            citation: Citation(
                edition: EditionID("990101-2025-1")!, document: document, source: Self.source, packageSHA256: "",
                origin: .unsigned))
    }

    private func rate(_ percent: String, _ subtype: String? = nil) -> CapitalizationRate {
        CapitalizationRate(landType: .orchard, subtype: subtype, percent: percent, source: Self.source)
    }

    private func valuation(_ prices: [BasePrice], _ rates: [CapitalizationRate]) -> Valuation {
        Valuation {
            price in
            rates.first { $0.subtype == price.subtype } ?? rates.first { $0.subtype == nil }
        } prices: { grade in
            prices.filter { $0.grade == grade }
        }
    }

    private func outcome(_ run: () throws -> Void) -> ValueAnswer.Outcome? {
        do { try run() } catch { return (error as? Valuation.Refusal)?.outcome }
        return nil
    }

    @Test
    func `a price for a shorter term is multiplied by the factor, which is not rounded`() throws {
        let six = valuation([price("100")], [rate("6")])
        let value = try six.values(of: answer(held: 1), area: LandArea("1㎡"), years: 45)[0]
        #expect(value.correction?.coefficient == "0.9806")
        let eight = valuation([price("1000")], [rate("8")])
        let other = try eight.values(of: answer(held: 1, term: 30), area: LandArea("1㎡"), years: 20)[0]
        // 0.8721 as it is shown would give 872.10.
        #expect(other.total.text == "872.12" && other.correction?.coefficient == "0.8721")
        #expect(other.isRounded)
    }

    @Test
    func `the factor of the whole term is 1`() throws {
        let valued = valuation([price("45.00")], [rate("6.25")])
        let value = try valued.values(of: answer(held: 1), area: LandArea("12.5亩"), years: 50)[0]
        #expect(value.correction?.coefficient == "1.0000")
        #expect(value.total.text == "375000.00" && !value.isRounded)
    }

    @Test
    func `the factor grows with the years and stays below 1`() throws {
        let valued = valuation([price("1000000")], [rate("0.0001")])
        var last = Yuan(fen: 0)
        for years in 1...50 {
            let value = try valued.values(
                of: answer(held: 1), area: LandArea("1公顷"), years: years)[0]
            #expect(value.total > last)
            last = value.total
        }
        #expect(last.text == "10000000000.00")
    }

    @Test
    func `a disputed entry has the price of both grades`() throws {
        let valued = valuation([price("45.00"), price("36.00", grade: 2)], [])
        let values = try valued.values(
            of: answer(held: 1, printed: 2), area: LandArea("1亩"), years: nil)
        #expect(values.map(\.reading) == [.held, .printed])
        #expect(values.map(\.total.text) == ["30000.00", "24000.00"])
    }

    @Test
    func `what can't be computed is refused and never 0`() throws {
        let area = try LandArea("1亩")
        let plain = valuation([price("45.00")], [])
        #expect(
            outcome { _ = try plain.values(of: answer(held: 2), area: area, years: nil) } == .notPublished
        )
        #expect(outcome { _ = try plain.values(of: answer(held: 1), area: area, years: 10) } == .noRate)
        let rated = valuation([price("45.00")], [rate("6")])
        #expect(
            outcome { _ = try rated.values(of: answer(held: 1, term: nil), area: area, years: 10) }
                == .noTerm)
        #expect(
            outcome { _ = try rated.values(of: answer(held: 1), area: area, years: 51) } == .longerTerm)
    }

    @Test
    func `a price in the unit of the area stands beside the printed one, and says whether it is exact`() throws {
        let valued = valuation([price("45.00")], [])
        let mu = try valued.values(of: answer(held: 1), area: LandArea("1亩"), years: nil)[0]
        #expect(mu.price.amount == "45.00" && mu.converted?.amount == "30000.00" && mu.converted?.isExact == true)
        let back = valuation([price("100", unit: "元/亩")], [])
        let metres = try back.values(of: answer(held: 1), area: LandArea("10㎡"), years: nil)[0]
        #expect(metres.converted?.amount == "0.1500" && metres.converted?.isExact == true)
        let third = valuation([price("1", unit: "元/公顷")], [])
        let rounded = try third.values(of: answer(held: 1), area: LandArea("1亩"), years: nil)[0]
        #expect(rounded.converted?.amount == "0.0667" && rounded.converted?.isExact == false)
    }
}
