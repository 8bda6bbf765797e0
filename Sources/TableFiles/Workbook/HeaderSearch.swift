import TabularText

/// Holds the first rows of a sheet, which often has a title and a unit's name above its header, until there are enough to
/// find the header among them.
struct HeaderSearch {
    let judge: HeaderJudge
    let spans: [HeaderRows.Span]
    /// The sheet's row, where the user says it.
    let told: Int?

    /// Bytes of the rows that are looked at; then one of them is the header or none is.
    static let mostText = 4 << 20

    /// Those that are looked at; of a header that the user named, from it on.
    private(set) var rows: [SheetRow] = []
    /// Rows with something in them that were not held, because the header was told to be below.
    private(set) var above = 0
    private var textCount = 0

    init(told: Int?, spans: [HeaderRows.Span], judge: @escaping HeaderJudge) {
        self.told = told
        self.spans = spans
        self.judge = judge
    }

    mutating func take(_ row: SheetRow) {
        if let told, row.number < told {
            above += 1
        } else {
            rows.append(row)
            textCount += row.text.count
        }
    }

    /// No further row is needed.
    var isOver: Bool { rows.count >= HeaderRows.depth + HeaderRows.height || textCount >= Self.mostText }

    /// Nil where no row can be told to be the header.
    var choice: HeaderChoice? {
        judge(HeaderRows(rows.map { .init(number: $0.number, cells: Self.names($0)) }, spans: spans, told: told))
    }

    static func names(_ row: SheetRow) -> [String] { row.cells.indices.map { row.string($0) } }
}
