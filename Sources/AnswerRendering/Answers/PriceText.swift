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

    static func text(_ price: BasePrice) -> Sentence {
        "\(price.subtype ?? "")\(price.amount)\(price.unit)"
    }
}
