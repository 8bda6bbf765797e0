import GradeModel
import SystemSupport

/// A first column with the county, only where a list has more than one.
struct CountyColumn {
    private let isShown: Bool

    init(_ counties: [County]) {
        isShown = Set(counties.map(\.code)).count > 1
    }

    var alignments: [TextTable.Alignment] { isShown ? [.left] : [] }

    func header(_ labels: ListLabels) -> [Sentence] { isShown ? [labels.county] : [] }

    func cell(_ county: County) -> [Sentence] { isShown ? ["\(county.name)"] : [] }
}
