public import TabularText

/// Why a review workbook can't be taken: each cell at fault, and what it should hold.
public struct ReviewError: Error, Hashable, Sendable {
    /// At least one, in the workbook's order.
    public let remarks: [TableRemark]

    init(_ remarks: [TableRemark]) { self.remarks = remarks }

    init(_ chinese: String, _ english: String) { self.init([TableRemark(chinese, english)]) }

    init(_ cell: ReviewCell, _ chinese: String, _ english: String) {
        self.init(
            "工作表“\(cell.sheet)”第 \(cell.row) 行“\(cell.column)”：\(chinese)",
            "sheet \(cell.sheet), row \(cell.row), \(cell.column): \(english)")
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
    private var remarks: [TableRemark] = []

    mutating func add(_ error: ReviewError) { remarks += error.remarks }

    mutating func add(_ cell: ReviewCell, _ chinese: String, _ english: String) {
        add(ReviewError(cell, chinese, english))
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
        var seen: Set<TableRemark> = []
        let remarks = remarks.filter { seen.insert($0).inserted }
        if !remarks.isEmpty { throw ReviewError(remarks) }
    }
}
