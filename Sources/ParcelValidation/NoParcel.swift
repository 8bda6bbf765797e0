import PlaceMatching

/// What a row is that is no parcel: a sum, a line below the table, nothing at all. Asked only of rows that can't be judged
/// as parcels. A row that names a place and a land type is a parcel, whatever else stands in it; but not where a word for a
/// sum stands for its code.
enum NoParcel: Hashable, Sendable {
    /// Nothing in any cell, or what stands for nothing.
    case blank
    /// 合计, 小计, 金龙镇小计 …
    case total
    /// 审核人, 制表日期, 备注, 以下空白 …
    case footer
    /// 必填, 选填, *为必填项: what a form asks of those who fill it in.
    case instructions
    /// 1, 2, 3 …, （1）, （2） …, 甲, 乙, 1, 2 …: the numbers of the columns.
    case numbers
    /// 元/亩, 亩 …: the units of the columns.
    case units
    /// The header again, as on each page.
    case header
    /// 一、金龙镇, （一）松林村: the heading of a group of rows, which may have its sums; the title of a table.
    case heading

    /// Nil where the row is a parcel, as far as anybody can tell.
    ///
    /// It is a total or a footer only where the village (or address) or the land type is missing, or where one of them is a
    /// label itself, and where no long code says that there is a parcel. The label stands in a column that says what a
    /// row is, or in the first cell that holds words; anywhere, where nothing says what the row is.
    init?(_ cells: [String], _ columns: ColumnMap, landTypeIsTold: Bool) {
        let place = columns[.address] ?? columns[.village]
        let landColumn = landTypeIsTold ? nil : columns[.landType]
        let landIsGraded = landColumn.map { cells.indices.contains($0) && LandTypeCell(cells[$0]) != .unknown } ?? false
        func label(_ column: Int?) -> NoParcel? {
            guard let column, cells.indices.contains(column), let label = Self.label(cells[column]) else { return nil }
            // 芙荣村（共2块） in a row with a land type is a parcel in two pieces, and so is 张三（共2块）; 金龙镇（共2宗） is a sum.
            let isOfParcel =
                label == .total && (landIsGraded || column == landColumn) && Self.countsPieces(cells[column])
            return isOfParcel ? nil : label
        }
        func isVacant(_ column: Int?) -> Bool {
            guard let column else { return false }
            return cells.indices.contains(column) ? NameKey(cells[column]).text.isEmpty || label(column) != nil : true
        }
        func saysNothing(_ column: Int?) -> Bool {
            column.map { !cells.indices.contains($0) || Self.saysNothing(cells[$0]) } ?? true
        }
        func isDate(_ column: Int?) -> Bool {
            guard let column, cells.indices.contains(column) else { return false }
            let key = NameKey(cells[column]).text
            return Self.isLoneFooter(key) && Self.isLoneDate(key)
        }
        /// 芙蓉村3组承包人：李四 ends in a label, and is one only in a row of nothing else.
        func isLabel(_ column: Int?) -> Bool {
            guard let column, let label = label(column) else { return false }
            return label != .footer || Self.isFooterAlone(cells[column], isOpen: !landIsGraded)
                || cells.indices.allSatisfy { columns.ours.contains($0) || Self.isVacant(cells[$0]) }
        }
        let placeIsEmpty = isVacant(place) && (label(place) == nil || isLabel(place))
        // 填表日期 may have its date in the next cell.
        let placeIsVacant = placeIsEmpty || isLabel(columns[.township]) || isDate(place)
        let landIsVacant = isVacant(landColumn)
        let ours = columns.ours
        let others = cells.indices.lazy.filter { !ours.contains($0) }
        // Most rows that are asked about begin otherwise: the other cells are not folded then.
        let beginning = others.map { NameKey(cells[$0]).text }.first { !$0.isEmpty } ?? ""
        let mayBeNumbers = ColumnNumbers.mayBegin(beginning)
        let mayBeUnits = UnitRow.isEmpty(beginning) || ListUnit.isUnit(beginning) || Self.label(beginning) == .footer
        let mayBeBlank = saysNothing(place) && saysNothing(landColumn)
        guard placeIsVacant || landIsVacant || mayBeNumbers || mayBeUnits || mayBeBlank else { return nil }
        let keys = cells.enumerated().map { ours.contains($0.offset) ? "" : NameKey($0.element).text }
        if mayBeNumbers, ColumnNumbers.areAll(keys.filter { !$0.isEmpty }) {
            self = .numbers
            return
        }
        if mayBeUnits, Self.areUnits(keys, columns) {
            self = .units
            return
        }
        let said = keys.indices.filter { !Self.isNone(keys[$0]) }
        // An empty line of a form has its number already.
        let isNumber =
            said.count == 1 && columns.isRowNumber(said[0])
            && keys[said[0]].utf8.allSatisfy { (0x30...0x39).contains($0) }
        if said.isEmpty || isNumber {
            self = .blank
            return
        }
        guard placeIsVacant || landIsVacant else { return nil }
        let filled = keys.indices.filter { !keys[$0].isEmpty }
        if let code = columns[.parcelID], keys.indices.contains(code), Self.isLongCode(keys[code]) { return nil }
        if landTypeIsTold || landIsVacant, Self.isHeading(keys, columns) {
            self = .heading
            return
        }
        if filled.count == 1, Self.isLoneFooter(keys[filled[0]], mayBeCode: filled[0] == columns[.parcelID]) {
            self = .footer
            return
        }
        if filled.allSatisfy({ Self.label(keys[$0]) == .instructions }) {
            self = .instructions
            return
        }
        let first = filled.first { !keys[$0].unicodeScalars.allSatisfy(Self.isNoWord) }
        let naming = ([first, place, landColumn] + [.county, .township, .parcelID].map { columns[$0] })
            .compactMap(\.self)
        let named = naming.compactMap(label)
        let namesNothing = placeIsVacant && (landTypeIsTold || landIsVacant) && isVacant(columns[.township] ?? place)
        // A person may be called Max.
        let isNoName =
            placeIsVacant
            && (landTypeIsTold ? !Self.saysParcel(cells, columns, landTypeIsTold) : landIsVacant)
        func isTotal(_ column: Int) -> Bool {
            label(column) == .total && (isNoName || !Self.isFunctionName(cells[column]))
        }
        if naming.contains(where: isTotal) || namesNothing && filled.contains(where: isTotal) {
            self = .total
        } else if named.contains(.footer), placeIsVacant, !Self.saysParcel(cells, columns, landTypeIsTold) {
            self = .footer
        } else {
            return nil
        }
    }

    /// Whether a row whose place is unknown may be no parcel, as far as the cells tell that name the place.
    static func mayBe(township: String, place: String) -> Bool {
        let key = NameKey(place).text
        if HeaderTable.mayBegin(key), HeaderTable.meanings[key] != nil { return true }
        if isPlainName(key), township.isEmpty || isPlainName(NameKey(township).text) { return false }
        return saysNothing(place) || label(township) != nil || key.unicodeScalars.allSatisfy(isNoWord)
            || ColumnNumbers.mayBe(key) || UnitRow.isEmpty(key) || isLoneFooter(key) || mayBeHeading(key)
    }

    /// Whether a folded text is a name as nearly all are: Chinese characters alone, with none at its ends that a label, a
    /// number of a column, a note below a table or a word for nothing has there.
    private static func isPlainName(_ key: String) -> Bool {
        guard let (first, last) = HanCharacters.ends(of: key) else { return false }
        // No date, no number of a column and no word for nothing ends as places do, and no label of one character.
        if endsOfPlaces.contains(last) {
            return !labelBeginnings.contains(first) || !beginsAsLabel(key.unicodeScalars)
        }
        return !oddBeginnings.contains(first) && !oddEndings.contains(last)
    }

    private static let endsOfPlaces: [Unicode.Scalar] = ["村", "区", "镇", "乡"]
    private static let labelBeginnings = HanCharacters(beginnings)
    private static let oddBeginnings = HanCharacters(
        beginnings.union(beginningsOfLoneFooters).union(WrittenNone.beginnings).union(ColumnNumbers.signs))
    private static let oddEndings = HanCharacters(lastOfTotals.union(lastOfFooters).union(endsOfTitles))

    /// Whether a row says what parcels say, but for its village: a land type with a place, a grade or an area, or a code with a
    /// grade or an area. The owner may be called 填报单位宿舍, and a remark begin with 注.
    private static func saysParcel(_ cells: [String], _ columns: ColumnMap, _ landTypeIsTold: Bool) -> Bool {
        func cell(_ role: ColumnRole) -> String {
            columns[role].map { cells.indices.contains($0) ? cells[$0] : "" } ?? ""
        }
        let isOfLand = !landTypeIsTold && LandTypeCell(cell(.landType)) != .unknown
        if isOfLand, [.township, .village, .address].contains(where: { !saysNothing(cell($0)) }) { return true }
        var hasGrade = false
        if case .grade = GradeCell(cell(.grade)) { hasGrade = true }
        guard hasGrade || cell(.area).unicodeScalars.contains(where: { ("0"..."9").contains($0) }) else { return false }
        if landTypeIsTold {
            let code = cell(.parcelID)
            return !isNothing(code) && code.unicodeScalars.contains { ("0"..."9").contains($0) }
        }
        return isOfLand
    }

    /// Nothing, or a label.
    static func isVacant(_ cell: String) -> Bool { NameKey(cell).text.isEmpty || label(cell) != nil }

    /// Nothing, a label, or what is written for nothing.
    static func saysNothing(_ cell: String) -> Bool { isVacant(cell) || isNone(NameKey(cell).text) }

    private static func isNone(_ key: String) -> Bool {
        UnitRow.isEmpty(key) || WrittenNone.form(key) != nil || isEndMark(ArraySlice(key.utf8), isLast: false)
    }

    /// A sum whose word stands where the parcel's code would: what else the row says is of what is summed up. With a digit
    /// it may be a code.
    static func isTotal(code: String) -> Bool {
        code.utf8.contains { $0 >= 0x80 } && !code.utf8.contains { (0x30...0x39).contains($0) }
            && label(code) == .total
    }

    /// Bytes of 0x1A and, in the last row, which no line end follows, of zero.
    static func isEndMark(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { $0 == 0x1A || $0 == 0 && isLast }
    }

    private static func isNoWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 && !("A"..."Z").contains(scalar) && !("a"..."z").contains(scalar)
    }

    /// With a digit: GrandTotal is none.
    private static func isLongCode(_ key: String) -> Bool {
        key.utf8.count >= 10 && key.utf8.contains { (0x30...0x39).contains($0) }
            && key.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & ~0x20) }
    }

    /// Units alone, none in a column that says what a row is, and none that contradicts its header: somebody has to look
    /// at that.
    private static func areUnits(_ keys: [String], _ columns: ColumnMap) -> Bool {
        guard let row = UnitRow(keys) else { return false }
        return columns.columns.allSatisfy { role, column in
            guard let cell = row.units[column] else { return true }
            guard role.isFigure else { return false }
            return columns.units[role].map { $0.origin != .header || $0.unit == ListUnit(cell: cell, of: role) } ?? true
        }
    }
}
