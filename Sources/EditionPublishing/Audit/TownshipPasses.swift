package import GradeModel

/// A row of a grade table for the reading by passes.
package struct LabelledRow: Hashable {
    package let number: Int
    package let township: String
    package let label: Grade

    package init(number: Int, township: String, label: Grade) {
        self.number = number
        self.township = township
        self.label = label
    }
}

package struct LabelledTable: Hashable {
    package let table: String
    package let landType: LandType
    package let rows: [LabelledRow]

    package init(table: String, landType: LandType, rows: [LabelledRow]) {
        self.table = table
        self.landType = landType
        self.rows = rows
    }
}

/// The rule the tables are read by. Within one grade the townships run once through one fixed order; a township that
/// comes again begins the next pass. The order is not known beforehand: it is learned from all passes of all tables,
/// and either they agree on one or nothing is concluded from it.
package struct TownshipPasses {
    /// In the learned order, or in order of appearance where none settles.
    package let order: [String]
    package let settles: Bool
    /// For each table, ranges of indices into its rows.
    package let passes: [[Range<Int>]]

    package init(_ tables: [LabelledTable]) {
        passes = tables.map { Self.split($0.rows) }
        var appearance: [String] = []
        var followers: [String: Set<String>] = [:]
        for (table, ranges) in zip(tables, passes) {
            for range in ranges {
                for index in range {
                    let township = table.rows[index].township
                    if !appearance.contains(township) { appearance.append(township) }
                    if index > range.lowerBound {
                        followers[table.rows[index - 1].township, default: []].insert(township)
                    }
                }
            }
        }
        let sorted = Self.sort(appearance, followers)
        order = sorted ?? appearance
        settles = sorted != nil
    }

    private static func split(_ rows: [LabelledRow]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var seen: Set<String> = []
        for (index, row) in rows.enumerated() where !seen.insert(row.township).inserted {
            ranges.append(start..<index)
            start = index
            seen = [row.township]
        }
        if start < rows.count { ranges.append(start..<rows.count) }
        return ranges
    }

    /// An order in which every township stands before its followers; nil where two passes contradict each other.
    /// Where the passes leave a choice, the township that appeared first comes first.
    private static func sort(_ townships: [String], _ followers: [String: Set<String>]) -> [String]? {
        var left = townships
        var sorted: [String] = []
        while !left.isEmpty {
            let next = left.firstIndex { candidate in !left.contains { followers[$0]?.contains(candidate) == true } }
            guard let next else { return nil }
            sorted.append(left.remove(at: next))
        }
        return sorted
    }
}
