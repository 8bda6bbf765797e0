import GradeModel
import TabularText

/// What all rows of one validation have in common.
struct RowShape: Sendable {
    let columns: ColumnMap
    let landType: LandType?
    /// Of every row, where the user has given it.
    let landKind: LandKind
    let writer: any RowWriting
    let encoding: TextEncoding
    let delimiter: [UInt8]
    /// The header as it stands, without its line end.
    let header: [UInt8]
    let filter: RowFilter
    let memoLimit: Int
    let sums: SumSigns
    /// Columns that are taken for something.
    let roles: Set<Int>
    /// Columns of other numbers, which a program may have damaged.
    let otherCodes: [Int]
    let counties: CountyRule
    /// Columns that stay: all but ours, of a list that was checked before.
    let kept: [Int]
    /// Our columns alone are written.
    let onlyOurs: Bool
    /// Lines that rows share are written once.
    let numbersRows: Bool
    /// Our columns of an earlier check are the last ones, or there are none: a row is copied up to them.
    var keepsFront: Bool { kept.count == columnCount || kept == Array(0..<kept.count) }
    /// Parcel codes are asked what they say of the row.
    let checksCodes: Bool
    /// Declared prices and amounts are compared, or the official ones were asked for.
    let hasPrices: Bool
    let isComparing: Bool
    let ours: OurColumns
    /// As `TableSource.firstNumber`.
    let firstNumber: Int?

    /// How a row's county is determined.
    enum CountyRule: Hashable, Sendable {
        case always(County)
        /// By its column, where the cell says something; elsewhere this one, if the list has one given: then no cell may
        /// name another.
        case column(told: County?)
        /// Not at all: every county of the store may hold the place.
        case any
    }

    var columnCount: Int { columns.headers.count }

    /// The county's column is read.
    var readsCounties: Bool { if case .column = counties { true } else { false } }

    init(
        _ header: ListHeader, _ format: ListFormat, isTyped: Bool, firstNumber: Int? = nil, _ columns: ColumnMap,
        _ options: ValidationOptions
    ) throws(ValidationError) {
        self.columns = columns
        self.firstNumber = firstNumber
        landType = options.landType
        landKind = options.landKind
        encoding = format.encoding.inMemory
        delimiter = format.delimiter.bytes(in: encoding)
        self.header = header.bytes
        memoLimit = options.memoLimit
        sums = SumSigns(encoding)
        roles = Set(columns.columns.filter { !$0.key.isFigure }.values)
        otherCodes = columns.otherCodes
        counties =
            columns[.county] != nil
            ? .column(told: options.county) : options.county.map(CountyRule.always) ?? .any
        checksCodes = options.checksCodes && columns[.parcelID] != nil
        let hasWarnings = checksCodes || isTyped
        hasPrices = columns[.unitPrice] != nil || columns[.amount] != nil || options.prices
        isComparing = options.isComparing
        let earlier = Set(columns.ours)
        kept = columns.headers.indices.filter { !earlier.contains($0) }
        onlyOurs = options.onlyOurColumns
        numbersRows = options.onlyOurColumns && options.numbersRows
        ours = OurColumns(
            isComparing: isComparing, hasWarnings: hasWarnings, hasPrices: hasPrices, language: options.language,
            words: options.words)
        filter = RowFilter(options)
        switch options.form {
        case .csv:
            writer = CSVRows(
                encoding: encoding, delimiter: format.delimiter, ours: ours, columnCount: columns.headers.count,
                kept: kept, safeCells: options.safeCells, onlyOurs: onlyOurs)
        case .cells, .ourCells:
            writer = CellRows(
                encoding: encoding, ours: ours, onlyOurs: options.form == .ourCells, headers: columns.headers,
                kept: kept, textColumns: roles, guessesNumbers: !isTyped, parcelID: columns[.parcelID])
        case .jsonl:
            // JSON keys have to differ; a column without a header has none.
            let names = columns.headers.enumerated().map { index, name in
                name.allSatisfy(\.isWhitespace) ? "column_\(index + 1)" : name
            }
            for (index, name) in names.enumerated() {
                let same = names.indices.filter { names[$0].utf8.elementsEqual(name.utf8) }
                if earlier.contains(index) { continue }
                if same[0] == index, same.count > 1, !onlyOurs {
                    throw .sameHeaders(name, columns: same.map { $0 + 1 })
                }
            }
            writer = JSONRows(
                headers: names, kept: kept, encoding: encoding, language: options.language,
                isComparing: options.isComparing,
                hasWarnings: hasWarnings, onlyOurs: onlyOurs)
        }
    }

    /// A cell's text: the bytes were checked, so nothing is repaired.
    func text(_ cell: ArraySlice<UInt8>) -> String {
        if encoding == .gb18030 { return String(decoding: GB18030.decode(Array(cell)) ?? [], as: UTF8.self) }
        return String(decoding: cell, as: UTF8.self)
    }
}

/// Writes a row's own bytes and our columns in one format.
protocol RowWriting: PriceWriting, Sendable {
    /// Our columns in five pieces: most rows share all of them with many others.
    ///
    /// - Parameter check: of the row's prices, where there is one.
    func before(_ verdict: Verdict, _ warnings: [Warning], _ check: PriceCheck?) -> [UInt8]
    func appendPlace(township: String?, village: String?, to bytes: inout [UInt8])
    func between(rule: MatchRule?, landType: LandType?, grade: Grade?, printedGrade: Grade?) -> [UInt8]
    func edition(_ edition: EditionID?) -> [UInt8]
    func after(_ note: Note?, _ comparison: RowOutcome.Comparison?) -> [UInt8]
    /// What stands before our columns and behind them is the row as it came; it can be copied.
    var copiesRows: Bool { get }
    /// The output is a text file, in which the list's byte-order mark and `sep=` line have a place.
    var isText: Bool { get }
    /// What stands before the rows, its line end included; nothing where there is no header line.
    func head(_ header: ListHeader) -> [UInt8]
    /// Appends the row up to our columns (`begin`) and what follows them (`end`).
    func begin(_ block: borrowing RecordBlock, _ index: Int, isBad: Bool, into output: inout [UInt8])
    func end(_ block: borrowing RecordBlock, _ index: Int, into output: inout [UInt8])
}

extension RowWriting {
    var isText: Bool { true }

    func before(_ verdict: Verdict) -> [UInt8] { before(verdict, [], nil) }

    func place(township: String?, village: String?) -> [UInt8] {
        var bytes: [UInt8] = []
        appendPlace(township: township, village: village, to: &bytes)
        return bytes
    }
}

extension RecordBlock {
    /// One behind the line end of a record.
    func next(after index: Int) -> Int { index + 1 < recordCount ? Int(entries[index + 1].start) : byteCount }

    /// What is to be known of a record's cells.
    func flags(of index: Int) -> [CellFlag] {
        guard !flags.isEmpty else { return [] }
        var (low, high) = (0, flags.count)
        while low < high {
            let middle = (low + high) / 2
            if flags[middle].record < index { low = middle + 1 } else { high = middle }
        }
        return Array(flags[low...].prefix { $0.record == index })
    }

    /// Like `cell(_:of:)`, but appends to `bytes`.
    func append(cell column: Int, of index: Int, to bytes: inout [UInt8]) {
        let first = Int(entries[index].firstField)
        let end = fieldEnds[first + column]
        guard !end.isQuoted else { return bytes += cell(column, of: index) }
        let width = delimiter.bytes(in: encoding.inMemory).count
        let start = column == 0 ? Int(entries[index].start) : fieldEnds[first + column - 1].position + width
        bytes += self.bytes[start..<end.position]
    }
}
