public import SystemSupport

/// Why a review workbook can't be taken: each cell at fault, and what it should hold.
public struct ReviewError: Error, Hashable, Sendable {
    /// At least one, in the workbook's order.
    public let remarks: [Remark]

    init(_ remarks: [Remark]) { self.remarks = remarks }

    init(_ zh: Sentence, _ en: Sentence) { self.init([Remark(zh: zh, en: en)]) }

    init(_ cell: ReviewCell, _ zh: Sentence, _ en: Sentence) {
        self.init(
            "工作表“\(cell.sheet)”第 \(cell.row) 行“\(cell.column)”：\(zh)",
            "sheet \(cell.sheet), row \(cell.row), \(cell.column): \(en)")
    }
}

/// A cell as a message names it.
struct ReviewCell: Hashable {
    let sheet: String
    let row: Int
    let column: String
}

/// Collects faults, so that a person hears of all of them at once.
struct ReviewFaults {
    private var remarks: [Remark] = []

    mutating func add(_ error: ReviewError) { remarks += error.remarks }

    mutating func add(_ cell: ReviewCell, _ zh: Sentence, _ en: Sentence) {
        add(ReviewError(cell, zh, en))
    }

    /// What `body` gives; nil where it throws, with the fault collected.
    mutating func take<Value>(_ body: () throws(ReviewError) -> Value) -> Value? {
        do throws(ReviewError) {
            return try body()
        } catch {
            add(error)
            return nil
        }
    }

    func end() throws(ReviewError) {
        var seen: Set<Remark> = []
        let remarks = remarks.filter { seen.insert($0).inserted }
        if !remarks.isEmpty { throw ReviewError(remarks) }
    }
}
