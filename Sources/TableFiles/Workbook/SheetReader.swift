import TabularText

/// A row of a sheet: its cells by column. Filled again and again.
struct SheetRow {
    struct Cell {
        var start = 0
        var end = 0
        var isNumber = false
        /// What its number format shows behind it: as `CellStyles.unit` numbers it; 0: none.
        var unit = 0
        var flag: CellFlag.Kind?
        var isFilled: Bool { end > start || flag != nil }
    }

    var number = 0
    /// Told only where numbers are shown as a person sees them.
    var isHidden = false
    var text: [UInt8] = []
    /// Up to the last cell that holds something.
    var cells: [Cell] = []

    var isBlank: Bool { !cells.contains { $0.isFilled } }

    func string(_ column: Int) -> String {
        guard cells.indices.contains(column) else { return "" }
        return String(decoding: text[cells[column].start..<cells[column].end], as: UTF8.self)
    }

    mutating func reset(_ number: Int) {
        self.number = number
        isHidden = false
        text.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
    }

    mutating func set(
        _ column: Int, _ bytes: some Collection<UInt8>, isNumber: Bool = false, unit: Int = 0,
        flag: CellFlag.Kind? = nil
    ) {
        guard !bytes.isEmpty || flag != nil else { return }
        while cells.count <= column { cells.append(Cell()) }
        let start = text.count
        text.append(contentsOf: bytes)
        cells[column] = Cell(start: start, end: text.count, isNumber: isNumber, unit: unit, flag: flag)
    }
}

/// Reads the rows of a sheet, cell by cell, as its XML has them.
final class SheetReader: XMLHandling {
    /// Empty ones count too: each costs time.
    static let maximumCells = 20_000_000
    /// Bytes of the part, of which only a piece is ever held.
    static let limit = 512 << 20

    private let sheet: String
    private let strings: SharedStrings
    private let parts: WorkbookParts
    private let showsNumbers: Bool
    private let take: (inout SheetRow) throws -> Void

    private var row = SheetRow()
    private var column = -1
    private var cells = 0
    private var inRows = false
    /// By the sheet's own `<dimension>`, which some programs leave out or leave as it was.
    private(set) var statedLastRow: Int?
    private var cell = CellState()

    private struct CellState {
        var type = UInt8(ascii: "n")
        var style = 0
        var text: [UInt8] = []
        var hasFormula = false
        /// Its text is that of `<is>`, whatever `<v>` beside it says.
        var isInline = false
        var hasValue = false
        var hasInline = false
        var inInline = false
        var isTaken = false
        var phonetic = 0
    }

    /// - Parameters:
    ///   - showsNumbers: numbers are written as their format shows them (42.00), not as they are saved (42).
    ///   - take: gets every row with a cell in it, in order.
    init(
        _ sheet: String, _ strings: SharedStrings, _ parts: WorkbookParts, showsNumbers: Bool = false,
        _ take: @escaping (inout SheetRow) throws -> Void
    ) {
        self.sheet = sheet
        self.strings = strings
        self.parts = parts
        self.showsNumbers = showsNumbers
        self.take = take
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        guard inRows else {
            inRows = name == "sheetData"
            if name == "dimension", let range = attributes["ref"] {
                statedLastRow = CellReference.corners(range)?.last.row
            }
            return
        }
        if name == "c" {
            try startCell(attributes)
        } else if name == "v" {
            take(!cell.isInline || !cell.hasInline)
            cell.hasValue = true
        } else if name == "is" {
            cell.inInline = true
            take(cell.isInline || !cell.hasValue)
            cell.hasInline = cell.isTaken
            cell.isTaken = false
        } else if name == "t" {
            cell.isTaken = cell.inInline && cell.hasInline && cell.phonetic == 0
        } else if name == "f" {
            cell.hasFormula = true
        } else if name == "rPh" {
            cell.phonetic += 1
        } else if name == "row" {
            let last = row.number
            var number = last + 1
            if let text = attributes["r"] {
                guard let told = CellReference.number(text) else {
                    throw WorkbookFault.reference(String(decoding: text, as: UTF8.self)).error
                }
                number = told
            }
            guard number > last, number <= CellReference.rows else {
                throw WorkbookFault.rowOrder(sheet, row: number).error
            }
            row.reset(number)
            if showsNumbers, let hidden = attributes.string("hidden") { row.isHidden = ["1", "true"].contains(hidden) }
            column = -1
        }
    }

    /// Of two values of a cell, the one that its type names is taken.
    private func take(_ isTaken: Bool) {
        cell.isTaken = isTaken
        if isTaken { cell.text.removeAll(keepingCapacity: true) }
    }

    private func startCell(_ attributes: XMLAttributes) throws {
        cells += 1
        guard cells <= Self.maximumCells else { throw WorkbookFault.tooManyCells.error }
        column += 1
        if let text = attributes["r"] {
            guard let place = CellReference(text), place.row == row.number else {
                throw WorkbookFault.reference(String(decoding: text, as: UTF8.self)).error
            }
            column = place.column
        }
        guard column < CellReference.columns else { throw WorkbookFault.column(place).error }
        let type = attributes["t"]
        // b, d, e, n, s and str are told apart by these; inlineStr is one more text.
        cell.type =
            type.map {
                $0.elementsEqual("str".utf8) || $0.elementsEqual("inlineStr".utf8)
                    ? UInt8(ascii: "t") : $0.first ?? 0x6E
            }
            ?? UInt8(ascii: "n")
        cell.style = attributes["s"].flatMap { CellReference.number($0) } ?? 0
        cell.text.removeAll(keepingCapacity: true)
        cell.hasFormula = false
        cell.isInline = type?.elementsEqual("inlineStr".utf8) ?? false
        cell.hasValue = false
        cell.hasInline = false
        cell.inInline = false
        cell.isTaken = false
        cell.phonetic = 0
    }

    private var place: String { CellReference(column: column, row: row.number).text }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard cell.isTaken else { return }
        guard cell.text.count + bytes.count <= CellText.longest else { throw WorkbookFault.cellTooLong(place).error }
        cell.text.append(contentsOf: bytes)
    }

    func end(_ name: XMLName) throws {
        guard inRows else { return }
        if name == "c" {
            try endCell()
        } else if name == "v" || name == "t" {
            cell.isTaken = false
        } else if name == "is" {
            cell.inInline = false
        } else if name == "rPh" {
            cell.phonetic -= 1
        } else if name == "row" {
            if !row.isBlank { try take(&row) }
        } else if name == "sheetData" {
            inRows = false
        }
    }

    private func endCell() throws {
        if cell.type != UInt8(ascii: "t") { cell.text = CellText.trimmed(cell.text) }
        guard cell.hasValue || cell.hasInline, !cell.text.isEmpty || cell.hasFormula else {
            if cell.hasFormula { try set([], flag: .formulaWithoutValue) }
            return
        }
        let formula: CellFlag.Kind? = cell.hasFormula ? .formula : nil
        switch cell.type {
        case UInt8(ascii: "s"):
            guard let index = CellReference.number(cell.text),
                let text = strings[index]
            else { throw WorkbookFault.sharedString(place).error }
            try set(CellText.unescaped(text), flag: formula)
        case UInt8(ascii: "t"): try set(CellText.unescaped(cell.text), flag: formula)
        case UInt8(ascii: "b"): try set(Array((Self.isTrue(cell.text) ? "TRUE" : "FALSE").utf8), flag: formula)
        case UInt8(ascii: "e"): try set(cell.text, flag: .errorValue)
        case UInt8(ascii: "d"): try set(cell.text, flag: formula)
        default: try setNumber(formula)
        }
    }

    private static func isTrue(_ text: [UInt8]) -> Bool {
        text == [0x31] || text.map { $0 | 0x20 }.elementsEqual("true".utf8)
    }

    private func set(_ bytes: [UInt8], isNumber: Bool = false, unit: Int = 0, flag: CellFlag.Kind? = nil) throws {
        guard column < RecordBlock.maximumColumns else {
            if bytes.isEmpty, flag == nil { return }
            throw WorkbookFault.column(place).error
        }
        guard row.text.count + bytes.count <= RecordBlock.maximumRecord else {
            throw WorkbookFault.rowTooLong(row.number).error
        }
        row.set(column, bytes, isNumber: isNumber, unit: unit, flag: flag)
    }

    private func set(number: [UInt8], _ formula: CellFlag.Kind?) throws {
        guard showsNumbers else {
            return try set(number, isNumber: true, unit: parts.styles.unit(cell.style), flag: formula)
        }
        let text = parts.styles.format(cell.style).shown(String(decoding: number, as: UTF8.self))
        try set(Array(text.utf8), isNumber: true, flag: formula)
    }

    private func setNumber(_ formula: CellFlag.Kind?) throws {
        let number = CellText.number(cell.text)
        let reading = parts.styles[cell.style]
        switch (number, reading) {
        case (.none, _): try set(cell.text, flag: cell.text.isEmpty ? .formulaWithoutValue : formula)
        case (.long, _): try set(cell.text, isNumber: true, flag: .longNumber)
        case (_, .date), (_, .time), (_, .dateAndTime):
            let serial = Double(String(decoding: cell.text, as: UTF8.self))
            let date = serial.flatMap { SerialDate(countsFrom1904: parts.countsFrom1904).text($0, reading) }
            try set(date.map { Array($0.utf8) } ?? cell.text, isNumber: date == nil, flag: formula)
        case (.plain, .padded(let width, let front)) where cell.text.allSatisfy { (0x30...0x39).contains($0) }:
            let missing = max(width - cell.text.count, 0)
            let digits = [UInt8](repeating: 0x30, count: missing) + cell.text
            try set(front + digits, isNumber: missing == 0 && front.isEmpty, flag: formula)
        case (.rewritten(let text), _): try set(number: Array(text.utf8), formula)
        case (.plain, _): try set(number: cell.text, formula)
        }
    }
}
