package import GradeModel
package import SystemSupport

/// The amounts for one grade, as people read them.
package enum PriceText {
    /// `42.00元/平方米`, and `果园45.00元/平方米` for each sub type. Nil where the edition publishes none.
    package static func text(
        _ price: BasePrice?, _ subtypes: [BasePrice], _ language: Language
    ) -> Sentence? {
        let all = [price].compactMap(\.self) + subtypes
        return all.isEmpty ? nil : language.enumeration(all.map(text))
    }

    package static func text(_ answer: LandTypeAnswer, _ language: Language) -> Sentence? {
        text(answer.grade, answer.basePrice, answer.subtypePrices, answer.otherPrices, language)
    }

    package static func text(_ part: PartAnswer, _ language: Language) -> Sentence? {
        text(part.grade, part.basePrice, part.subtypePrices, part.otherPrices, language)
    }

    /// With the other grade of a dispute both, each with its grade: neither is the price.
    private static func text(
        _ grade: Grade?, _ price: BasePrice?, _ subtypes: [BasePrice], _ other: GradePrices?, _ language: Language
    ) -> Sentence? {
        let own = text(price, subtypes, language)
        guard let grade, let other else { return own }
        let others = text(other.whole, other.subtypes, language)
        guard own != nil || others != nil else { return nil }
        func named(_ grade: Grade, _ amount: Sentence?) -> Sentence {
            "\(language.word(grade)) \(amount ?? language.notPublishedCell)"
        }
        return language.either(named(grade, own), named(other.grade, others))
    }

    /// `一级 果园45.00元/平方米、二级 果园36.00元/平方米`: amounts of one land type with their grades.
    static func byGrade(_ prices: [BasePrice], _ language: Language) -> Sentence {
        language.enumeration(prices.map { "\(language.word($0.grade)) \(text($0))" as Sentence })
    }

    static func text(_ price: BasePrice) -> Sentence {
        "\(price.subtype ?? "")\(price.amount)\(price.unit)"
    }
}
