import GradeModel

/// Reads the definition table: one row for each attribute, its value one for all land types or one for each.
struct DefinitionReading {
    private(set) var definitions: [Definition] = []
    /// Attributes of the table that the package has no column for.
    private(set) var notCarried: [(line: Int, attribute: String)] = []

    private enum Attribute: String, CaseIterable {
        case landTypes = "土地类型"
        case rights = "土地权利状况"
        case term = "土地使用年期"
        case infrastructure = "基本设施状况"
        case valuationDate = "估价期日"
    }

    private var landTypes: [LandType] = []
    private var values: [Attribute: [LandType: (text: String, line: Int)]] = [:]

    init(_ text: GazetteText, _ caption: Caption) throws(GazetteError) {
        var attribute: Attribute?
        for line in try Self.rows(text, caption) {
            let cells = line.cells
            guard cells.count == 2 || cells.count == 3 else {
                throw GazetteError(
                    line: line.number, .columnCount(table: caption.table, expected: 3, found: cells.count))
            }
            if !cells[0].isEmpty {
                attribute = Attribute(rawValue: compacted(cells[0]))
                if attribute == nil { notCarried.append((line.number, cells[0])) }
            }
            guard let attribute else { continue }
            try read(attribute, cells[1], cells.count == 3 ? cells[2] : "", line.number)
        }
        for landType in landTypes { definitions.append(try definition(landType, caption)) }
    }

    private static func rows(_ text: GazetteText, _ caption: Caption) throws(GazetteError) -> [SourceLine] {
        let rows = text.lines[caption.line...].drop { $0.isBlank }.prefix { $0.isRow || $0.isBlank }.filter(\.isRow)
        guard !rows.isEmpty else { throw GazetteError(line: caption.line, .noRows(table: caption.table)) }
        return Array(rows)
    }

    private mutating func read(
        _ attribute: Attribute, _ first: String, _ second: String, _ line: Int
    ) throws(GazetteError) {
        guard !first.isEmpty else { throw GazetteError(line: line, .attributeEmpty(attribute.rawValue)) }
        if attribute == .landTypes {
            landTypes = try Self.landTypes(first, line)
            return
        }
        // `基本设施状况 | 园地 | 按照…`, else one value for all.
        guard second.isEmpty else {
            for landType in try Self.landTypes(first, line) { try set(attribute, landType, second, line) }
            return
        }
        if attribute == .term {
            for (landType, years) in try TermPhrases(first, line, all: landTypes).years {
                try set(attribute, landType, String(years), line)
            }
            return
        }
        for landType in landTypes { try set(attribute, landType, first, line) }
    }

    private mutating func set(
        _ attribute: Attribute, _ landType: LandType, _ text: String, _ line: Int
    ) throws(GazetteError) {
        guard values[attribute, default: [:]].updateValue((text, line), forKey: landType) == nil else {
            throw GazetteError(line: line, .attributeTwice(attribute.rawValue, landType))
        }
    }

    static func landTypes(_ text: String, _ line: Int) throws(GazetteError) -> [LandType] {
        var found: [LandType] = []
        for name in compacted(text).split(separator: "、", omittingEmptySubsequences: false) {
            guard let landType = LandType.allCases.first(where: { $0.name == name }) else {
                throw GazetteError(line: line, .unknownLandType(String(name)))
            }
            found.append(landType)
        }
        return found
    }

    private func definition(_ landType: LandType, _ caption: Caption) throws(GazetteError) -> Definition {
        func value(_ attribute: Attribute) throws(GazetteError) -> (text: String, line: Int) {
            guard let value = values[attribute]?[landType] else {
                throw GazetteError(line: caption.line, .attributeMissing(attribute.rawValue, landType))
            }
            return value
        }
        let term = try value(.term)
        guard let years = TermPhrases.years(term.text) else { throw GazetteError(line: term.line, .badTerm(term.text)) }
        let day = try value(.valuationDate)
        guard let date = ChineseDate.date(day.text) else { throw GazetteError(line: day.line, .badDate(day.text)) }
        return Definition(
            landType: landType, rights: try value(.rights).text, termYears: years,
            infrastructure: try value(.infrastructure).text, valuationDate: date,
            source: TableRow(table: caption.table, row: nil))
    }
}
