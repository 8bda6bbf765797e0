/// Finds the header of a sheet, which often has a title and a unit's name above it.
struct HeaderSearch {
    /// Says whether these can be the headers of a list, and in which columns a merged cell stands for every row beside it.
    /// Nil: they can't.
    typealias Judge = ([String]) -> Set<Int>?

    /// Rows with something in them that are looked at.
    static let depth = 30

    let judge: Judge
    /// The sheet's row, where the user says it.
    let told: Int?

    /// Bytes of the rows that are looked at; then one of them is the header or none is.
    static let mostText = 4 << 20

    /// Those that were looked at; of a header that is told, only the last.
    private(set) var rows: [SheetRow] = []
    /// Rows before the first of `rows`.
    private(set) var passed = 0
    private var textCount = 0

    init(told: Int?, judge: @escaping Judge) {
        self.told = told
        self.judge = judge
    }

    /// Takes a row; true where it is the header.
    mutating func take(_ row: SheetRow) -> Bool {
        guard let told else {
            rows.append(row)
            textCount += row.text.count
            return judge(Self.names(row)) != nil
        }
        passed += rows.count
        rows = [row]
        return row.number == told
    }

    /// No header was found where one may be.
    var isOver: Bool {
        told.map { (rows.last?.number ?? 0) > $0 } ?? (rows.count >= Self.depth || textCount >= Self.mostText)
    }

    /// The row that is most like a header, so that the message can tell what it lacks: of those with the most filled
    /// cells the first. Nil where there is no row.
    var likeliest: Int? {
        let filled = rows.map { row in row.cells.count { $0.isFilled } }
        return filled.max().flatMap { filled.firstIndex(of: $0) }
    }

    static func names(_ row: SheetRow) -> [String] { row.cells.indices.map { row.string($0) } }
}
