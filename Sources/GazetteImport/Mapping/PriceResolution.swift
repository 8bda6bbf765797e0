import GradeModel

/// The document's amounts, each once, in one unit; the same amount in a second unit is checked and left out.
struct PriceResolution {
    private(set) var prices: [DraftPrice] = []
    private(set) var questions: [OpenQuestion] = []

    private struct Key: Hashable {
        let landType: LandType
        let subtype: String?
        let grade: Grade
    }

    init(_ facts: [PriceFact]) {
        var first: [Key: PriceFact] = [:]
        for fact in facts {
            guard let unit = fact.unit else {
                ask(fact, "\(fact.amount)（无单位）")
                continue
            }
            let key = Key(landType: fact.landType, subtype: fact.subtype, grade: fact.grade)
            guard let known = first[key] else {
                first[key] = fact
                prices.append(
                    DraftPrice(
                        landType: fact.landType, subtype: fact.subtype, grade: fact.grade, amount: fact.amount,
                        unit: unit,
                        source: fact.source, place: fact.place))
                continue
            }
            guard !Self.agree(known, fact) else { continue }
            ask(fact, "\(known.amount)\(known.unit ?? "")（\(known.source)）、\(fact.amount)\(unit)")
        }
    }

    private mutating func ask(_ fact: PriceFact, _ text: String) {
        questions.append(
            OpenQuestion(
                kind: .price, place: fact.place, source: fact.source, text: text, landTypes: [fact.landType],
                grade: fact.grade, township: fact.subtype))
    }

    /// 元 for a square metre, of one of the unit.
    private static let perSquareMetre: [String: Double] = [
        "元/平方米": 1, "元/㎡": 1, "元/亩": 3.0 / 2000, "万元/亩": 15, "元/公顷": 1.0 / 10000, "万元/公顷": 1,
    ]

    /// The same amount, or the same in another unit within what rounding to the printed digits allows.
    static func agree(_ a: PriceFact, _ b: PriceFact) -> Bool {
        if a.unit == b.unit { return a.amount == b.amount }
        guard let first = a.unit.flatMap({ perSquareMetre[$0] }), let second = b.unit.flatMap({ perSquareMetre[$0] }),
            let x = Double(a.amount), let y = Double(b.amount)
        else { return false }
        func half(_ amount: String) -> Double {
            let digits = amount.split(separator: ".").dropFirst().first?.count ?? 0
            return (0..<digits).reduce(0.5) { value, _ in value / 10 }
        }
        let slack = (half(a.amount) * first + half(b.amount) * second) * 1.02
        return abs(x * first - y * second) <= slack
    }
}
