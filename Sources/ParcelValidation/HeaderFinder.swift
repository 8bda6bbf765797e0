import PlaceMatching
public import TabularText

/// Finds the header among the first rows of a list, by the words that lists write over their columns.
public struct HeaderFinder: Sendable {
    let columns: ColumnFinder

    public init(_ columns: ColumnFinder) { self.columns = columns }

    /// The first row, or lines that are one header, in which the needed columns are found. Where there is none, the row with
    /// the most words of headers, two or more, so that an error can say what it lacks; where there is none either, the
    /// first row that fits what the user said of the columns and holds nothing that parcels hold. A row of a parcel is
    /// never taken, unless the user said so.
    public func find(_ rows: HeaderRows) -> HeaderChoice? {
        if let told = rows.told {
            guard let first = rows.rows.firstIndex(where: { $0.number == told }) else { return nil }
            return choice(rows, first)
        }
        let choices = rows.rows.indices.prefix(HeaderRows.depth).map { choice(rows, $0) }
        // The lower line of 承包方信息, 地块信息 over 乡镇, 村, 坐落 alone would be a header in which the person's village is the
        // parcel's.
        var below: Set<Int> = []
        for choice in choices where choice.height > 1 && Self.namesGroup(rows.rows[choice.first].cells) {
            below.formUnion(choice.first + 1..<choice.first + choice.height)
        }
        let words = choices.indices.map { index in
            below.contains(index) ? 0 : choices[index].names.count { isWord($0) }
        }
        if let found = choices.indices.first(where: { choices[$0].isList && words[$0] >= 2 }) { return choices[found] }
        let sole = choices.indices.first { choices[$0].isList && words[$0] == 1 && neededAreFound(choices[$0]) }
        if let sole { return choices[sole] }
        if let most = words.max(), most >= 2, let found = words.firstIndex(of: most) { return choices[found] }
        return choices.first { choice in
            choice.isList && !below.contains(choice.first) && choice.names.count { !$0.isEmpty } > 1
                && !choice.names.contains { Self.isOfParcel($0) }
        }
    }

    /// Whether a row holds what parcels hold, and no word of a header.
    public func isParcel(_ cells: [String]) -> Bool {
        cells.contains(where: Self.isOfParcel) && !cells.contains { isWord($0) }
    }

    private func isWord(_ name: String) -> Bool {
        !name.isEmpty && (HeaderKey(name).isWord || columns.told.values.contains { ColumnFinder.names($0, name) })
    }

    /// By words or by names that the user gave, not by numbers.
    private func neededAreFound(_ choice: HeaderChoice) -> Bool {
        guard let map = try? columns.find(choice.names) else { return false }
        return map.columns.allSatisfy { isWord(choice.names[$0.value]) }
    }

    // MARK: one header

    private func choice(_ rows: HeaderRows, _ first: Int) -> HeaderChoice {
        var height = 1
        while height < HeaderRows.height, first + height < rows.rows.count, goesOn(rows, first, height) { height += 1 }
        var names = names(rows, first, height)
        if let units = unitLine(rows, first, height, under: names) {
            names = units
            height += 1
        }
        var isList = false
        var carried: Set<Int> = []
        do throws(ColumnError) {
            let map = try columns.find(names)
            isList = true
            carried = Set(map.columns.filter { $0.key != .parcelID && $0.key != .area && $0.key != .amount }.values)
        } catch {
            if case .ambiguous = error { isList = true }
        }
        return HeaderChoice(first: first, height: height, names: names, carried: carried, isList: isList)
    }

    /// Whether the row `height` below the first is one more line of the same header.
    private func goesOn(_ rows: HeaderRows, _ first: Int, _ height: Int) -> Bool {
        let (top, row) = (rows.rows[first], rows.rows[first + height])
        let above = rows.spans.filter { $0.rows.lowerBound >= top.number && $0.rows.lowerBound < row.number }
        let groups = above.filter { $0.columns.count > 1 }
        guard row.number == top.number + height,
            top.cells.count(where: { !$0.isEmpty }) > 1 || !groups.isEmpty && Self.namesGroup(top.cells)
        else { return false }
        let topWords = top.cells.count { isWord($0) }
        let isTall = above.contains { $0.rows.upperBound >= row.number && $0.rows.count <= HeaderRows.height }
        if isTall, topWords > 0 || groups.count > 1 { return true }
        // Each of its cells stands under nothing, or under a group's name.
        let upper = rows.rows[first + height - 1].cells
        if groups.isEmpty, topWords > 1, Self.areParts(row.cells, under: upper) { return true }
        // A parcel's row is not of words for columns alone.
        if row.cells != top.cells, areWords(row.cells), topWords > 0 || Self.namesGroup(top.cells) { return true }
        // Under a group of a person the village is the person's, whatever other columns are called.
        if row.cells != top.cells, Self.namesGroup(top.cells), row.cells.count(where: { isWord($0) }) > 2,
            !row.cells.contains(where: Self.isOfParcel)
        {
            return true
        }
        guard topWords > 0 || groups.count > 1, !row.cells.contains(where: Self.isOfParcel),
            !ColumnNumbers.areAll(row.cells.map { NameKey($0).text }.filter { !$0.isEmpty })
        else { return false }
        guard row.cells.contains(where: { isWord($0) }) || !groups.isEmpty else { return false }
        if groups.isEmpty, topWords > 0, Self.repeatsGroup(upper, over: row.cells),
            row.cells.count(where: { isWord($0) }) > 1
        {
            return true
        }
        func isUnder(_ column: Int) -> Bool {
            if groups.contains(where: { $0.columns.contains(column) }) { return true }
            guard upper.indices.contains(column), !upper[column].isEmpty else { return true }
            let next = column + 1
            return !upper.indices.contains(next)
                || upper[next].isEmpty && row.cells.indices.contains(next)
                    && !row.cells[next].isEmpty
        }
        let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
        return filled.allSatisfy(isUnder) && filled.contains { !upper.indices.contains($0) || upper[$0].isEmpty }
    }

    /// Whether two words for columns stand in these cells, or more, and nothing else but units.
    private func areWords(_ cells: [String]) -> Bool {
        func isUnit(_ cell: String) -> Bool { ListUnit.isUnit(NameKey(cell).text) }
        let filled = cells.filter { !$0.isEmpty }
        return filled.count { isWord($0) && !isUnit($0) } > 1 && filled.allSatisfy { isWord($0) || isUnit($0) }
    }

    /// Whether a row has the name of a group of columns about a person or the parcel: 承包方信息, 转让方, 地块信息. 承包地登记表 is a
    /// title.
    private static func namesGroup(_ cells: [String]) -> Bool {
        cells.contains { cell in
            guard !cell.isEmpty, cell.utf8.count <= 60 else { return false }
            let key = HeaderKey(cell), name = key.bare
            // 户主：李四 above a list says whose it is.
            guard !key.whole.contains(":") else { return false }
            return name.unicodeScalars.count <= 8 && (HeaderTable.isForeign(name) || HeaderTable.isOfParcel(name))
                && key.meaning == nil && !["表", "册", "账", "清单", "名单", "公示"].contains { name.hasSuffix($0) }
        }
    }

    /// Whether cells are parts of a name that stands over them and the unnamed columns beside it, and nothing else is in the row:
    /// 园地 and 林地 under 级别 and an empty cell. A parcel has its place in such a row.
    private static func areParts(_ cells: [String], under upper: [String]) -> Bool {
        func isNamed(_ column: Int) -> Bool { upper.indices.contains(column) && !upper[column].isEmpty }
        let filled = cells.indices.filter { !cells[$0].isEmpty }
        guard filled.count > 1, let first = filled.first, isNamed(first) else { return false }
        return filled.allSatisfy { column in
            let isUnder =
                isNamed(column) ? filled.contains(column + 1) && !isNamed(column + 1) : filled.contains(column - 1)
            return isUnder && cells[column].unicodeScalars.contains { $0.properties.isAlphabetic }
                && !isCode(NameKey(cells[column]).text)
        }
    }

    /// Whether a name stands over each column of a group, as programs write a header of two levels: 坐落, 坐落 over 乡镇, 村.
    private static func repeatsGroup(_ upper: [String], over cells: [String]) -> Bool {
        for right in upper.indices.dropFirst() where cells.indices.contains(right) {
            let isGroup = !upper[right].isEmpty && upper[right] == upper[right - 1]
            let parts = cells[right - 1...right]
            if isGroup, !parts.contains(""), Set(parts).count == 2 { return true }
        }
        return false
    }

    /// The names of a header with the units that stand in the row below it and belong to no parcel; nil where that is no
    /// such row. Where the user said where the header is, the rows below are left as they are: a program counts them.
    private func unitLine(
        _ rows: HeaderRows, _ first: Int, _ height: Int, under names: [String]
    ) -> [String]? {
        guard rows.told == nil, first + height < rows.rows.count,
            rows.rows[first + height].number == rows.rows[first].number + height,
            let units = UnitRow(rows.rows[first + height].cells),
            let joined = units.names(under: names, try? columns.find(names))
        else { return nil }
        // A name that the user gave is still that of its column.
        let isGone = zip(names, joined).contains { name, new in
            name != new && columns.told.values.contains { $0.utf8.elementsEqual(name.utf8) }
        }
        return isGone ? nil : joined
    }

    /// The names of all columns: those of each line that say something new, with `/` between.
    private func names(_ rows: HeaderRows, _ first: Int, _ height: Int) -> [String] {
        let lines = rows.rows[first..<first + height]
        let width = rows.rows[first...].reduce(0) { max($0, $1.cells.count) }
        return (0..<width).map { column in
            var parts: [String] = []
            for (depth, line) in lines.enumerated() {
                let part = depth + 1 == height ? cell(line, column) : part(rows, lines, line, depth, column)
                if !part.isEmpty, !parts.contains(part) { parts.append(part) }
            }
            // Joined, one part would be a copy of its cell.
            return parts.count == 1 ? parts[0] : parts.joined(separator: "/")
        }
    }

    private func cell(_ row: HeaderRows.Row, _ column: Int) -> String {
        row.cells.indices.contains(column) ? row.cells[column] : ""
    }

    /// A group's name stands over all its columns, where merged cells say so or, in text, where names stand below.
    private func part(
        _ rows: HeaderRows, _ lines: ArraySlice<HeaderRows.Row>, _ line: HeaderRows.Row, _ depth: Int, _ column: Int
    ) -> String {
        let own = cell(line, column)
        if !own.isEmpty { return own }
        if let span = rows.spans.first(where: { $0.columns.contains(column) && $0.rows.contains(line.number) }) {
            return span.rows.lowerBound == line.number ? cell(line, span.columns.lowerBound) : ""
        }
        guard !rows.spans.contains(where: { $0.rows.contains(line.number) }) else { return "" }
        func isNamedBelow(_ column: Int) -> Bool { lines.dropFirst(depth + 1).contains { !cell($0, column).isEmpty } }
        var left = column
        while left > 0, isNamedBelow(left) {
            left -= 1
            if !cell(line, left).isEmpty { return isNamedBelow(left) ? cell(line, left) : "" }
        }
        return ""
    }

    // MARK: cells of parcels

    /// What stands in rows of parcels and in no header: numbers, codes, land types, grades, names of places.
    static func isOfParcel(_ cell: String) -> Bool {
        guard cell.utf8.count <= HeaderKey.longest else { return false }
        let key = NameKey(cell).text
        guard !key.isEmpty else { return false }
        if key.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) || $0 == "." || $0 == "-" }) { return true }
        if ParcelIDFault.damage(key) != nil || isCode(key) { return true }
        if HeaderKey(cell).isWord { return false }
        if case .unknown = LandTypeCell(cell) {} else { return true }
        if case .grade = GradeCell(cell) { return true }
        return key.unicodeScalars.count >= 3
            && ["镇", "乡", "街道", "村", "社区", "村委会", "居委会"].contains { key.hasSuffix($0) }
    }

    /// Ten digits and letters or more, six of them digits.
    private static func isCode(_ key: String) -> Bool {
        key.utf8.count >= 10 && key.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & ~0x20) }
            && key.utf8.count { (0x30...0x39).contains($0) } >= 6
    }
}
