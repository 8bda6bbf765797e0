public import StrictJSON

extension WorkbookSummary {
    public var json: JSONValue {
        [
            "title": .string(title),
            "facts": .array(facts.map { .array([.string($0.name), .string($0.text), .bool($0.isNumber)]) }),
            "name_column": .string(nameColumn), "count_column": .string(countColumn),
            "counts": .array(
                counts.map { .array([.string($0.name), .integer($0.count), .string($0.mark.rawValue)]) }),
            "townships": townships.map(\.json) ?? .null,
        ]
    }

    public init(json: JSONValue) throws(WorkbookFormError) {
        guard let title = json["title"]?.string else { throw WorkbookFormError("title") }
        var facts: [Fact] = []
        for cells in try Self.rows(json, "facts", of: 3) {
            guard let name = cells[0].string, let text = cells[1].string, case .bool(let isNumber) = cells[2] else {
                throw WorkbookFormError("facts")
            }
            facts.append(Fact(name, text, isNumber: isNumber))
        }
        guard let name = json["name_column"]?.string else { throw WorkbookFormError("name_column") }
        guard let count = json["count_column"]?.string else { throw WorkbookFormError("count_column") }
        var counts: [Count] = []
        for row in try Self.rows(json, "counts", of: 3) {
            guard let name = row[0].string, let count = row[1].integer, let mark = row[2].string.flatMap(Mark.init)
            else { throw WorkbookFormError("counts") }
            counts.append(Count(name, count, mark))
        }
        var townships: Table?
        switch json["townships"] {
        case .null?: break
        case let table?: townships = try Table(json: table)
        case nil: throw WorkbookFormError("townships")
        }
        self.init(
            title: title, facts: facts, nameColumn: name, countColumn: count, counts: counts, townships: townships)
    }

    private static func rows(
        _ json: JSONValue, _ key: String, of width: Int
    ) throws(WorkbookFormError) -> [[JSONValue]] {
        guard let rows = json[key]?.array else { throw WorkbookFormError(key) }
        return try rows.map { row throws(WorkbookFormError) in
            guard let cells = row.array, cells.count == width else { throw WorkbookFormError(key) }
            return cells
        }
    }
}

extension WorkbookSummary.Table {
    var json: JSONValue {
        [
            "columns": .array(columns.map { .string($0) }),
            "rows": .array(rows.map { .array([.string($0.name)] + $0.counts.map { .integer($0) }) }),
        ]
    }

    init(json: JSONValue) throws(WorkbookFormError) {
        let columns = json["columns"]?.array?.compactMap(\.string) ?? []
        guard !columns.isEmpty, let cells = json["rows"]?.array else { throw WorkbookFormError("townships") }
        var rows: [Row] = []
        for row in cells {
            guard let row = row.array, row.count == columns.count, let name = row[0].string else {
                throw WorkbookFormError("townships")
            }
            let counts = row.dropFirst().compactMap(\.integer)
            guard counts.count == columns.count - 1 else { throw WorkbookFormError("townships") }
            rows.append(Row(name, counts))
        }
        self.init(columns: columns, rows: rows)
    }
}
