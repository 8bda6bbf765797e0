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

    /// `一级 果园45.00元/平方米、二级 果园36.00元/平方米`: amounts of one land type with their grades.
    static func byGrade(_ prices: [BasePrice], _ language: Language) -> Sentence {
        language.enumeration(prices.map { "\(language.word($0.grade)) \(text($0))" as Sentence })
    }

    static func text(_ price: BasePrice) -> Sentence {
        "\(price.subtype ?? "")\(price.amount)\(price.unit)"
    }
}
