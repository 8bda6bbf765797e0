import AnswerRendering
import GradeModel

/// What each grade of a county costs.
struct GradePrices {
    private let grades: [GradeRow]

    init(_ grades: [GradeRow]) { self.grades = grades }

    /// Nil where the edition publishes no prices.
    func view(in frame: PageFrame) -> View? {
        let fields = GradeRow.priceFields(grades, in: frame.language)
        guard !fields.isEmpty else { return nil }
        return [
            "heading": .sentence(frame.language.labels.basePrice),
            "fields": .views(fields.map { ["label": .sentence($0.label), "value": .sentence($0.value)] }),
        ]
    }
}
