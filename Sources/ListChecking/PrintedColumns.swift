/// Which of a list's own columns are printed beside ours: all of a few, else neighbours among which most of those are that
/// say what a row is. A sheet is printed as wide as one page, so thirty columns could not be read.
enum PrintedColumns {
    /// With ten of ours still legible across an A4 page.
    static let most = 8

    /// - Parameters:
    ///   - roles: the places of columns that say what a row is, in order.
    ///   - count: the list's columns.
    /// - Returns: nil where all are printed.
    static func chosen(roles: [Int], of count: Int) -> ClosedRange<Int>? {
        guard count > most else { return nil }
        var best: (range: ClosedRange<Int>, roles: Int)?
        for first in roles {
            let within = roles.filter { (first..<first + most).contains($0) }
            guard let last = within.last, within.count > best?.roles ?? 0 else { continue }
            best = (first...last, within.count)
        }
        return best?.range
    }
}
