import EditionPackage
import GradeModel
import SourceDocuments

/// What one table says: which places have which grade, which grade has which price.
struct TableFacts {
    let table: FoundTable
    var scopes: [ScopeFact] = []
    var prices: [PriceFact] = []
    var questions: [OpenQuestion] = []
    /// The rights that the table's rows are for.
    var rights: [String] = []
    /// A row without a label of its own was read under the label above it.
    var carriesLabels = false
    /// The first row has no label of its own: the labels stand in the middle of their rows, or have slipped.
    var beginsUnlabelled = false
    /// Towns stand left of the grades: each town runs through the grades by itself.
    var isTownshipMajor = false
    /// Nothing in the table is about our land.
    var isOthers = false
    /// The table says no grades or no places in a way that is known.
    let lacksFacts: Bool

    let columns: [ColumnMeaning]
    let reading: ScopeReading
    let chosenRight: String?
    var landTypes: [LandType] = []
    var subtype: String?
    var otherLand = false
    var grade: Grade?
    var township: String?
    var right: String?

    init(_ table: FoundTable, _ reading: ScopeReading, chosenRight: String?) {
        self.table = table
        self.reading = reading
        self.chosenRight = chosenRight
        columns = Self.resolved(table)
        let position = { (role: ColumnRole) in table.header.columns.firstIndex { $0.role == role } }
        if let township = position(.township), let grade = position(.grade) { isTownshipMajor = township < grade }
        lacksFacts = !Self.hasFacts(columns, table.caption)
        guard isRelevant(), !lacksFacts else {
            isOthers = true
            return
        }
        askAboutColumns()
        for row in table.rows { read(row) }
    }

    // MARK: Columns

    /// Columns whose header names a land type or a grade alone are recognized by what they hold.
    static func resolved(_ table: FoundTable) -> [ColumnMeaning] {
        table.header.columns.enumerated().map { index, column in
            guard column.role == nil, !column.isPrice, !column.isOtherLand,
                column.landType != nil || column.grade != nil
            else { return column }
            var column = column
            let cells = table.rows.compactMap { row -> String? in
                guard row.row.cells.indices.contains(index) else { return nil }
                let text = folded(row.row.cells[index].text)
                return text.isEmpty || Amount.isNone(text) ? nil : text
            }
            if cells.isEmpty {
                column.isPrice = true
            } else if cells.count(where: { Amount.isNumber($0) }) * 2 >= cells.count {
                // 待定 among amounts is asked about as an amount.
                column.isPrice = true
            } else if cells.allSatisfy({ GradeLabel.read($0, bare: true) != nil }) {
                column.role = .grade
            } else {
                column.role = .scope
            }
            return column
        }
    }

    static let otherWords = [
        "城镇", "商服", "住宅", "工业", "建设用地", "宅基地", "耕地", "城区", "公共服务", "商业", "出让", "征地", "水域", "养殖",
    ]

    /// Whether the caption, a header or a cell of a land type column names land that an edition holds, or the table
    /// says nothing of any other.
    func isRelevant() -> Bool {
        if !table.caption.landTypes.isEmpty || columns.contains(where: { $0.landType != nil }) { return true }
        if let index = columns.firstIndex(where: { $0.role == .landType }) {
            return table.rows.contains { row in
                guard row.row.cells.indices.contains(index) else { return false }
                let text = folded(row.row.cells[index].text)
                return !HeaderWords.landTypes(in: text).isEmpty || HeaderWords.subtype(text) != nil
            }
        }
        let lines = table.caption.lines
        return lines.contains { $0.contains("农用地") }
            || !lines.contains { line in Self.otherWords.contains { line.contains($0) } }
    }

    static func hasFacts(_ columns: [ColumnMeaning], _ caption: TableCaption) -> Bool {
        let hasGrade = columns.contains { $0.role == .grade || $0.grade != nil } || caption.grade != nil
        let hasPlace = columns.contains { [.township, .village, .scope].contains($0.role) }
        return hasGrade && (hasPlace || columns.contains(where: \.isPrice))
    }

    /// A table that was left out and may yet be one of grades or prices of our land.
    var isDoubtful: Bool {
        isOthers && lacksFacts && isRelevant() && FoundTables.looksRelevant(table.pieces[0], table.caption)
    }

    mutating func askAboutColumns() {
        let named = columns.enumerated().filter { _, column in
            [.village, .scope].contains(column.role) && column.landType == nil && column.grade == nil
        }
        for (index, column) in columns.enumerated() {
            let isSecond = named.count > 1 && named[1].offset == index
            guard column.hasUnknown || isSecond || !column.isKnown && column.text.isEmpty && holdsText(index) else {
                continue
            }
            questions.append(
                OpenQuestion(
                    kind: .unknownColumn, place: table.place.at(column: index + 1),
                    source: TableRow(table: table.label, row: nil), text: column.text))
        }
    }

    func holdsText(_ index: Int) -> Bool {
        table.rows.contains { row in
            (table.mergesKnown || row.row.cells.count == columns.count) && row.row.cells.indices.contains(index)
                && !folded(row.row.cells[index].text).isEmpty
        }
    }

    // MARK: Rows

    mutating func read(_ row: FoundRow) {
        let source = TableRow(table: table.label, row: row.number)
        if readSpanning(row, source) || Self.isTotal(row.row) { return }
        guard let cells = aligned(row.row) else {
            let text = row.row.cells.map(\.text).joined(separator: " | ")
            questions.append(OpenQuestion(kind: .row, place: row.row.place, source: source, text: text))
            return
        }
        if row.number == table.rows.first(where: { !Self.isTotal($0.row) })?.number { readFirst(cells) }
        guard readLabels(cells, row, source) else { return }
        if otherLand { return }
        if let chosenRight, let right, folded(chosenRight) != folded(right) { return }
        readPlaces(cells, row, source)
        readPrices(cells, row, source)
        readRemarks(cells, row, source)
    }

    /// 合计, 小计: it counts what the rows above say.
    static func isTotal(_ row: SourceRow) -> Bool {
        let first = row.cells.lazy.map { folded($0.text) }.first { !$0.isEmpty }
        return ["合计", "小计", "总计", "共计"].contains(first)
    }

    /// A remark may change what the row says, in whatever words: 仅河东片, 国道以北, 待核实.
    mutating func readRemarks(_ cells: [SourceCell], _ row: FoundRow, _ source: TableRow) {
        for (index, column) in columns.enumerated() where column.role == .remark && !cells[index].isContinuation {
            let text = folded(cells[index].text)
            if text.isEmpty || text == "无" || Amount.isNone(text) || Amount.isNumber(text) { continue }
            questions.append(
                OpenQuestion(
                    kind: .note, place: row.row.place.at(column: index + 1), source: source, text: cells[index].text))
        }
    }

    /// A row that is one cell over all columns: a grade or a land type for the rows below it, a unit, a note.
    mutating func readSpanning(_ row: FoundRow, _ source: TableRow) -> Bool {
        let cells = row.row.cells
        guard columns.count > 1 else { return false }
        let texts = Set(cells.map { folded($0.text) }.filter { !$0.isEmpty })
        if texts.isEmpty { return true }
        let isWide =
            table.mergesKnown
            ? cells.dropFirst().allSatisfy { $0.origin.map { $0.column == 0 } == true } : cells.count == 1
        guard texts.count == 1, isWide, let text = texts.first else { return false }
        let unit = UnitOfLine(cells[0].text)
        // Another unit from here on is a person's to see.
        if unit.isUnitAlone, unit.unit == (table.caption.unit ?? unit.unit) || !columns.contains(where: \.isPrice) {
            return true
        }
        if TableCaption.isPageNumber(text) { return true }
        if let label = GradeLabel.read(text, bare: false) {
            grade = label
            return true
        }
        if let landType = HeaderWords.landType(text) {
            (landTypes, subtype, otherLand) = ([landType], nil, false)
            return true
        }
        // Whatever else it says may change what the rows around it mean.
        questions.append(OpenQuestion(kind: .note, place: row.row.place, source: source, text: cells[0].text))
        return true
    }

    /// The row's cells by column. Where merges are not known, a row may lack cells in front (a copy from a browser):
    /// they are set where every cell fits its column, and only if there is one way.
    func aligned(_ row: SourceRow) -> [SourceCell]? {
        var cells = row.cells
        while cells.count > columns.count, cells.last?.text.isEmpty == true { cells.removeLast() }
        guard cells.count <= columns.count else { return nil }
        if table.mergesKnown || cells.count == columns.count { return padded(cells) }
        let missing = columns.count - cells.count
        let right = Array(repeating: SourceCell(""), count: missing) + cells
        let left = cells + Array(repeating: SourceCell(""), count: missing)
        let fitsRight = fits(right) && (0..<missing).allSatisfy { isCarried($0) }
        let fitsLeft = fits(left) && (cells.count..<columns.count).allSatisfy { !isNeeded($0) }
        return fitsRight == fitsLeft ? nil : fitsRight ? right : left
    }

    func padded(_ cells: [SourceCell]) -> [SourceCell] {
        cells + Array(repeating: SourceCell(""), count: columns.count - cells.count)
    }

    /// A merged cell can stand in such a column.
    func isCarried(_ index: Int) -> Bool {
        let column = columns[index]
        switch column.role {
        case .landType, .right, .township, .county, .ignored, .remark: return true
        case .grade: return column.landType == nil
        default: return column.isPrice
        }
    }

    func isNeeded(_ index: Int) -> Bool {
        switch columns[index].role {
        case .village, .scope, .township: true
        case .grade: columns[index].landType == nil
        default: false
        }
    }

    func fits(_ cells: [SourceCell]) -> Bool {
        zip(cells, columns).allSatisfy { cell, column in
            let text = folded(cell.text)
            if text.isEmpty { return true }
            if column.isPrice { return Amount.isNumber(text) || Amount.isNone(text) }
            switch column.role {
            case .grade: return GradeLabel.read(text, bare: true) != nil || Amount.isNone(text)
            case .township:
                return reading.isTownship(compacted(cell.text)) && GradeLabel.read(text, bare: false) == nil
            case .village, .scope: return GradeLabel.read(text, bare: false) == nil && !Amount.isNumber(text)
            case .landType:
                return HeaderWords.landType(text) != nil || HeaderWords.subtype(text) != nil
                    || HeaderWords.otherLand.contains(text)
            default: return true
            }
        }
    }

    /// Where merges are not known, a first row without its label leaves open which rows the labels below are for.
    mutating func readFirst(_ cells: [SourceCell]) {
        guard !table.mergesKnown else { return }
        let isEmpty = { (index: Int) in folded(cells[index].text).isEmpty }
        let labels = columns.indices.filter { columns[$0].role == .grade && columns[$0].landType == nil }
        if grade == nil, table.caption.grade == nil, !labels.isEmpty, labels.allSatisfy(isEmpty) {
            beginsUnlabelled = true
        }
        guard let township = columns.firstIndex(where: { $0.role == .township }),
            let village = columns.firstIndex(where: { $0.role == .village || $0.role == .scope })
        else { return }
        if self.township == nil, isEmpty(township), !isEmpty(village) { beginsUnlabelled = true }
    }

    /// The labels of the row: land type, rights, grade, township. False: the row can't be read.
    mutating func readLabels(_ cells: [SourceCell], _ row: FoundRow, _ source: TableRow) -> Bool {
        var hasTownship = false
        var hadLabel = false
        for (index, column) in columns.enumerated() {
            let text = folded(cells[index].text)
            let place = row.row.place.at(column: index + 1)
            switch column.role {
            case .landType where !text.isEmpty:
                guard readLand(text) else {
                    questions.append(OpenQuestion(kind: .row, place: place, source: source, text: cells[index].text))
                    return false
                }
            case .right where !text.isEmpty:
                right = compacted(cells[index].text)
                if let right, !rights.contains(right) { rights.append(right) }
            case .grade where column.landType == nil && column.subtype == nil:
                if text.isEmpty {
                    carriesLabels = true
                } else if let label = GradeLabel.read(text, bare: true) {
                    hadLabel = grade != label
                    grade = label
                } else {
                    questions.append(OpenQuestion(kind: .row, place: place, source: source, text: cells[index].text))
                    return false
                }
            case .township where !text.isEmpty:
                township = compacted(cells[index].text)
                if !cells[index].isContinuation { hasTownship = true }
            default: break
            }
        }
        return labelsFit(cells, row, source, hasTownship: hasTownship, hadLabel: hadLabel)
    }

    /// A label of the outer column begins a block, so that the inner one has to be there as well.
    mutating func labelsFit(
        _ cells: [SourceCell], _ row: FoundRow, _ source: TableRow, hasTownship: Bool, hadLabel: Bool
    ) -> Bool {
        guard let township = columns.firstIndex(where: { $0.role == .township }),
            let label = columns.firstIndex(where: { $0.role == .grade && $0.landType == nil })
        else { return true }
        let isNewLabel = hadLabel && !cells[label].isContinuation
        let isBare =
            isTownshipMajor
            ? hasTownship && cells[label].text.isEmpty && !isNewLabel
            : isNewLabel && cells[township].text.isEmpty
        guard isBare else { return true }
        questions.append(
            OpenQuestion(
                kind: .row, place: row.row.place, source: source, text: cells.map(\.text).joined(separator: " | ")))
        return false
    }

    mutating func readLand(_ text: String) -> Bool {
        if let landType = HeaderWords.landType(text) {
            (landTypes, subtype, otherLand) = ([landType], nil, false)
        } else if let landType = HeaderWords.subtype(text) {
            (landTypes, subtype, otherLand) = ([landType], text, false)
        } else if HeaderWords.otherLand.contains(text) {
            otherLand = true
        } else {
            let named = text.split(separator: "、").map { HeaderWords.landType(String($0)) }
            guard named.count > 1, !named.contains(nil) else { return false }
            (landTypes, subtype, otherLand) = (named.compactMap { $0 }, nil, false)
        }
        return true
    }

    /// Of the row's own label, or of the caption where it names one.
    func types(_ column: ColumnMeaning) -> [LandType] {
        if let landType = column.landType { return [landType] }
        if !landTypes.isEmpty { return landTypes }
        return table.caption.landTypes.count == 1 ? table.caption.landTypes : []
    }
}
