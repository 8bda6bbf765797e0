import GradeModel
import SourceDocuments

/// What the header of a column says.
struct ColumnMeaning: Hashable {
    var role: ColumnRole?
    var landType: LandType?
    var subtype: String?
    var isOtherLand = false
    var grade: Grade?
    var isPrice = false
    var unit: String?
    /// The header's words, for questions.
    var text = ""
    /// Some level of the header is none of the known words.
    var hasUnknown = false

    var isKnown: Bool {
        role != nil || landType != nil || subtype != nil || isOtherLand || grade != nil || isPrice || unit != nil
    }

    /// One level of a header.
    init(_ header: String) {
        let full = folded(header)
        text = full
        unit = HeaderWords.unit(in: full)
        let bare = full.withoutBrackets.trimmed("：:")
        if full.isEmpty { return }
        if let role = HeaderWords.role(full) ?? HeaderWords.role(bare) {
            self.role = role == .price ? nil : role
            isPrice = role == .price
            return
        }
        if unit != nil, bare.isEmpty || HeaderWords.unit(in: bare) == unit && bare.count <= 6 {
            isPrice = true
            return
        }
        if readLand(bare) { return }
        if let grade = GradeLabel.read(bare, bare: false) {
            self.grade = grade
            return
        }
        if readCompound(bare) { return }
        hasUnknown = true
    }

    /// 园地, 果园, 耕地 by themselves.
    private mutating func readLand(_ word: String) -> Bool {
        if let landType = HeaderWords.landType(word) {
            self.landType = landType
        } else if let landType = HeaderWords.subtype(word) {
            self.landType = landType
            subtype = word
        } else if HeaderWords.otherLand.contains(word) {
            isOtherLand = true
        } else {
            return false
        }
        return true
    }

    /// 园地级别, 园地基准地价, 一级基准地价, 园地一级, 乡镇名称.
    private mutating func readCompound(_ word: String) -> Bool {
        if let role = HeaderWords.placeRole(word) {
            self.role = role
            return true
        }
        for ending in ["级别范围", "范围", "级别", "级", "等级", "基准地价", "地价", "价格", "单价"] where word.hasSuffix(ending) {
            let front = String(word.dropLast(ending.count)).trimmed("土的")
            guard readLand(front) || readGrade(front) || ["级别", "各级别", "分级", "区片"].contains(front) else { continue }
            if ending.hasSuffix("范围") {
                role = .scope
            } else if ending.contains("级") {
                role = .grade
            } else {
                isPrice = true
            }
            return true
        }
        for landType in LandType.allCases where word.hasPrefix(landType.name) {
            if readGrade(String(word.dropFirst(landType.name.count))) {
                self.landType = landType
                return true
            }
        }
        if HeaderWords.isPrice(word), word.count <= 12 {
            isPrice = true
            return true
        }
        if word.hasSuffix("范围"), word.count <= 10 {
            role = .scope
            return true
        }
        return false
    }

    private mutating func readGrade(_ text: String) -> Bool {
        guard let grade = GradeLabel.read(text, bare: false) else { return false }
        self.grade = grade
        return true
    }

    /// A column under a wider header has what both say.
    func below(_ upper: ColumnMeaning) -> ColumnMeaning {
        var both = self
        both.role = role ?? upper.role
        both.landType = landType ?? upper.landType
        both.subtype = subtype ?? upper.subtype
        both.isOtherLand = isOtherLand || upper.isOtherLand && landType == nil
        both.grade = grade ?? upper.grade
        both.isPrice = isPrice || upper.isPrice
        both.unit = unit ?? upper.unit
        both.hasUnknown = hasUnknown || upper.hasUnknown && !isKnown
        both.text = upper.text == text ? text : upper.text + text
        return both
    }
}

/// The header of a table: where it stands and what its columns hold.
struct TableHeader: Hashable {
    /// Index of the first row of data.
    let firstRow: Int
    /// Folded texts of the header's rows, so that a header that is printed again is recognized.
    let rows: [[String]]
    let columns: [ColumnMeaning]
    /// Texts of the rows above it: titles and units inside the table.
    let above: [String]

    init?(_ table: SourceTable) {
        for row in table.rows.indices.prefix(8) {
            let texts = table.rows[row].cells.map(\.text)
            let distinct = Set(texts.map(folded).filter { !$0.isEmpty })
            guard distinct.count >= 2 || table.width == 1 else { continue }
            guard Self.isHeader(texts, in: table, row: row) else {
                // Data has begun: a header below it is another table's.
                if distinct.count >= 2, !Self.isTitle(table, row) { return nil }
                continue
            }
            self.init(table, row: row)
            return
        }
        return nil
    }

    private static func isTitle(_ table: SourceTable, _ row: Int) -> Bool {
        let cells = table.rows[row].cells
        return cells.allSatisfy { cell in
            let text = folded(cell.text)
            return text.isEmpty || UnitOfLine(cell.text).isUnitAlone || text.count > 8
        }
    }

    private init(_ table: SourceTable, row: Int) {
        above = table.rows[..<row].compactMap { row in
            let texts = row.cells.map(\.text).filter { !folded($0).isEmpty }
            return texts.first
        }
        var levels = [table.rows[row].cells.map { ColumnMeaning($0.text) }]
        var texts = [table.rows[row].cells.map { folded($0.text) }]
        var next = row + 1
        while next < table.rows.count, next < row + 3, Self.isSecondLevel(table, next, below: texts[texts.count - 1]) {
            levels.append(table.rows[next].cells.map { ColumnMeaning($0.text) })
            texts.append(table.rows[next].cells.map { folded($0.text) })
            next += 1
        }
        let width = max(levels.map(\.count).max() ?? 0, 0)
        var columns: [ColumnMeaning] = []
        for column in 0..<width {
            var meaning = ColumnMeaning("")
            for (level, cells) in levels.enumerated() {
                guard cells.indices.contains(column) else { continue }
                var cell = cells[column]
                // In plain text a header over several columns stands in the first of them.
                if !table.mergesKnown, cell.text.isEmpty, level < levels.count - 1, column > 0,
                    levels[level + 1].indices.contains(column), !levels[level + 1][column].text.isEmpty
                {
                    cell = columns[column - 1].upper ?? cell
                }
                if cell.text.isEmpty { continue }
                meaning = meaning.text.isEmpty ? cell : cell.text == meaning.text ? meaning : cell.below(meaning)
            }
            columns.append(meaning)
        }
        self.columns = columns
        rows = texts
        firstRow = next
    }

    /// A row of two or more known words, and no more unknown ones than known.
    private static func isHeader(_ texts: [String], in table: SourceTable, row: Int) -> Bool {
        var known = 0
        var unknown = 0
        var roles = 0
        var seen: Set<String> = []
        for text in texts where !folded(text).isEmpty && seen.insert(folded(text)).inserted {
            let meaning = ColumnMeaning(text)
            if meaning.isKnown { known += 1 } else { unknown += 1 }
            if meaning.role != nil || meaning.isPrice { roles += 1 }
        }
        return known >= 2 && unknown < known && roles >= 1
    }

    /// A second row of a header holds words of columns only, none of them a datum.
    private static func isSecondLevel(_ table: SourceTable, _ row: Int, below upper: [String]) -> Bool {
        let cells = table.rows[row].cells
        var own = 0
        for (column, cell) in cells.enumerated() {
            let text = folded(cell.text)
            if text.isEmpty || cell.isContinuation && upper.indices.contains(column) && upper[column] == text {
                continue
            }
            let meaning = ColumnMeaning(cell.text)
            guard meaning.isKnown,
                meaning.landType != nil || meaning.grade != nil || meaning.isPrice
                    || meaning.isOtherLand || meaning.role != nil
            else { return false }
            own += 1
        }
        guard own >= 2 || own == 1 && table.mergesKnown && cells.contains(where: \.isContinuation) else { return false }
        // 园地 | 一级 | …: a row of labels is data; a header's first column is empty here or merged with the one above.
        guard let first = cells.first else { return false }
        return folded(first.text).isEmpty || first.isContinuation || upper.first == folded(first.text)
    }

    func isRepeated(_ row: SourceRow) -> Bool {
        let texts = row.cells.map { folded($0.text) }
        return rows.contains { $0 == texts || $0.filter { !$0.isEmpty } == texts.filter { !$0.isEmpty } }
    }
}

extension ColumnMeaning {
    /// What a column hands on to an empty header cell at its right: everything but what stood below.
    fileprivate var upper: ColumnMeaning? {
        var meaning = ColumnMeaning("")
        meaning.role = role
        meaning.isPrice = isPrice
        meaning.unit = unit
        meaning.text = text
        return isPrice || role != nil ? meaning : nil
    }
}
