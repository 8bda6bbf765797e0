import Synchronization
internal import TabularText

/// Where one part of a table ends and the next begins. What the one finds behind its last number is what the other finds
/// from its first number on, or else the file's tree of rows leads past some of them.
final class LayerSeams: Sendable {
    /// By the first number behind the seam, what one side has found and the other has not been asked for yet: no more
    /// than there are threads.
    private let found = Mutex<[Int64: Int64?]>([:])

    static let disorder = TableError(LayerProblem.damaged("rows out of the order of their ids"))

    /// Called by both sides, in any order.
    ///
    /// - Parameters:
    ///   - number: the first number behind the seam.
    ///   - row: the number of the first row behind the seam; nil where there is none.
    func meet(before number: Int64, _ row: Int64?) throws(TableError) {
        let isSame = found.withLock { found in
            guard let other = found.removeValue(forKey: number) else {
                found.updateValue(row, forKey: number)
                return true
            }
            return other == row
        }
        guard isSame else { throw Self.disorder }
    }
}
