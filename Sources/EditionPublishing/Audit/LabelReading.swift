package import GradeModel

/// What the passes say about the labels of one table.
package enum LabelReading: Hashable {
    /// The label of every row is the number of its pass.
    case agree
    /// The labels contradict themselves and the passes tell each row's grade.
    case slipped([Grade])
    /// Labels and passes differ and nothing can be concluded; the labels stand.
    case untold(PassDoubt)

    package init(_ table: LabelledTable, passes: [Range<Int>], settles: Bool) {
        let rows = table.rows
        let byPass = passes.enumerated().flatMap { index, range in range.map { _ in Grade(rawValue: index + 1) } }
        let grades = byPass.compactMap { $0 }
        let labels = Set(rows.map(\.label)).count
        if grades == rows.map(\.label) {
            self = .agree
        } else if !Self.contradictsItself(rows) {
            self = .untold(.labelsConsistent)
        } else if let index = rows.indices.dropFirst().first(where: { rows[$0].township == rows[$0 - 1].township }) {
            // One row torn in two, or the last of one pass and the first of the next: it can't be told.
            self = .untold(.townshipTwiceRunning(rows[index].township, row: rows[index].number))
        } else if !settles {
            self = .untold(.orderNeverSettles)
        } else if passes.count > labels || grades.count < rows.count {
            self = .untold(.morePassesThanLabels(passes: passes.count, labels: labels))
        } else if let pass = passes.indices.first(where: { !Self.mostly($0 + 1, rows[passes[$0]]) }) {
            self = .untold(.labelsTooFar(pass: pass + 1))
        } else {
            self = .slipped(grades)
        }
    }

    /// Read as printed, a township has two rows in one grade, or the labels go back.
    private static func contradictsItself(_ rows: [LabelledRow]) -> Bool {
        var seen: Set<[String]> = []
        let isTwice = rows.contains { !seen.insert([$0.township, $0.label.label]).inserted }
        return isTwice || zip(rows, rows.dropFirst()).contains { $1.label < $0.label }
    }

    /// A slip moves a few labels of a pass, not most of them.
    private static func mostly(_ grade: Int, _ rows: ArraySlice<LabelledRow>) -> Bool {
        rows.count { $0.label.rawValue == grade } * 2 > rows.count
    }
}

/// Why the passes of a table tell nothing.
public enum PassDoubt: Hashable, Sendable {
    /// The labels by themselves make sense: no township twice in a grade, no going back.
    case labelsConsistent
    case townshipTwiceRunning(String, row: Int)
    /// Two passes run through the townships in orders that contradict each other.
    case orderNeverSettles
    case morePassesThanLabels(passes: Int, labels: Int)
    /// In this pass most labels are other than its number.
    case labelsTooFar(pass: Int)
}
