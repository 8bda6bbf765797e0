/// Finds the columns of a list by their headers.
public struct ColumnFinder: Sendable {
    /// By name or by number from 1, as the user says; an empty text says that there is no such column.
    public var told: [ColumnRole: String]
    /// Every row is land of one type, given by the user.
    public var landTypeIsTold: Bool

    /// Units of columns whose headers have none.
    public var units: [ColumnRole: ListUnit]

    public init(
        told: [ColumnRole: String] = [:], landTypeIsTold: Bool = false, units: [ColumnRole: ListUnit] = [:]
    ) {
        self.told = told
        self.landTypeIsTold = landTypeIsTold
        self.units = units
    }

    /// - Parameter cut: headers that may be no more than the beginning of longer ones.
    /// - Throws: where a column that is needed is missing or ambiguous. Needed are township and village, or an address;
    ///   and the land type, unless it is given. An address is taken only where there is no village.
    public func find(_ headers: [String], cut: Set<Int> = []) throws(ColumnError) -> ColumnMap {
        let keys = Self.withoutOtherGroups(headers.map { HeaderKey($0) })
        let words = Words(keys, cut)
        var columns: [ColumnRole: Int] = [:]
        for role in ColumnRole.allCases {
            if let name = told[role] {
                if !name.isEmpty { columns[role] = try column(told: name, for: role, headers) }
            } else {
                let isPlace = [.county, .township, .village, .address, .landType].contains(role)
                columns[role] = try search(role, words, headers, from: isPlace ? .faint : .spare)
            }
        }
        // Where a parcel lies goes before whose it is.
        if told[.village] == nil, columns[.address] != nil, let owner = columns[.village],
            words.meanings[owner]?.strength == .faint
        {
            columns[.village] = nil
        }
        takeAnyLevel(keys, &columns)
        try takeSpare(words, headers, &columns)
        if landTypeIsTold { columns[.landType] = nil }
        if columns[.village] != nil, told[.address] == nil { columns[.address] = nil }
        if columns[.address] != nil { columns[.village] = nil }
        if columns[.grade] == nil, told[.grade] == nil { columns[.grade] = registerGrade(keys, columns) }
        try takeLast(words, headers, &columns)
        try checkNeeded(columns, headers)
        try checkShared(columns)
        return ColumnMap(
            headers: headers, columns: columns, units: units, cut: cut,
            gradeSetAside: gradeSetAside(words, headers, columns))
    }

    /// The column that is found for the grade where the user says that there is none.
    private func gradeSetAside(_ words: Words, _ headers: [String], _ columns: [ColumnRole: Int]) -> Int? {
        guard told[.grade]?.isEmpty == true, let found = try? search(.grade, words, headers, from: .last),
            !columns.values.contains(found)
        else { return nil }
        return found
    }

    /// Where a group of the parcel says where it lies, 地块信息/坐落, no other group does: 流转双方/村.
    private static func withoutOtherGroups(_ keys: [HeaderKey]) -> [HeaderKey] {
        func isOfParcel(_ key: HeaderKey) -> Bool { key.group.map(HeaderTable.isOfParcel) ?? true }
        let isSaid = keys.contains { key in
            guard key.group != nil, isOfParcel(key), let meaning = key.meaning, meaning.strength > .last else {
                return false
            }
            return [.village, .address].contains(meaning.role)
        }
        guard isSaid else { return keys }
        let places: [ColumnRole?] = [.county, .township, .village, .address]
        return keys.map { places.contains($0.meaning?.role) && !isOfParcel($0) ? HeaderKey("") : $0 }
    }

    /// DJ, 等级 in the tables of the registers (不动产登记数据库标准), beside the code of the parcel and its use. Elsewhere it is a
    /// price.
    private func registerGrade(_ keys: [HeaderKey], _ columns: [ColumnRole: Int]) -> Int? {
        let names = Set(keys.map(\.bare))
        guard names.contains("YT"), !names.isDisjoint(with: ["ZDDM", "BDCDYH"]) else { return nil }
        let found = keys.indices.filter { keys[$0].bare == "DJ" && !columns.values.contains($0) }
        return found.count == 1 ? found[0] : nil
    }

    /// The name of an area of an unnamed level is the township's or the village's, where the list has only the other.
    private func takeAnyLevel(_ keys: [HeaderKey], _ columns: inout [ColumnRole: Int]) {
        let found = keys.indices.filter { keys[$0].isAnyLevel && !columns.values.contains($0) }
        guard found.count == 1 else { return }
        switch (columns[.township], columns[.village]) {
        case (nil, .some) where told[.township] == nil: columns[.township] = found[0]
        case (.some, nil) where told[.village] == nil: columns[.village] = found[0]
        default: return
        }
    }

    /// Headers that are taken only where no other says what is needed: a list that is judged without them is judged as
    /// before.
    private func takeSpare(
        _ words: Words, _ headers: [String], _ columns: inout [ColumnRole: Int]
    ) throws(ColumnError) {
        func spare(_ role: ColumnRole) throws(ColumnError) -> Int? {
            if let known = columns[role] { return known }
            return told[role] == nil ? try search(role, words, headers, from: .spare) : nil
        }
        if !landTypeIsTold { columns[.landType] = try spare(.landType) }
        // Of two codes of an area neither is needed.
        if columns[.county] == nil { columns[.county] = try? spare(.county) }
        guard columns[.village] != nil || columns[.address] == nil else {
            columns[.township] = try spare(.township)
            return
        }
        let township = try spare(.township), village = try spare(.village)
        let isWhole = village != nil && (township != nil || told[.township] == "")
        if isWhole || columns[.village] != nil {
            (columns[.township], columns[.village]) = (township, village)
        } else if let address = try spare(.address) {
            (columns[.township], columns[.address]) = (township, address)
        } else {
            (columns[.township], columns[.village]) = (township, village)
            takeAnyLevel(words.keys, &columns)
        }
        // 坐落（村组） is a village beside a township, and an address without one.
        if let village = columns[.village], columns[.township] == nil, told[.village] == nil, told[.township] == nil,
            told[.address] == nil, columns[.address] == nil, words.keys[village].isAddress
        {
            (columns[.village], columns[.address]) = (nil, village)
        }
    }

    /// Headers that are taken where the list would be refused without them, or where it has no grade, no code or, beside an
    /// address, no township. Two that could be the township are no reason to refuse what is found by the address alone.
    private func takeLast(
        _ words: Words, _ headers: [String], _ columns: inout [ColumnRole: Int]
    ) throws(ColumnError) {
        let known = columns
        func last(
            _ role: ColumnRole, from least: HeaderTable.Strength = .last
        ) throws(ColumnError) -> Int? {
            if let column = known[role] { return column }
            return told[role] == nil ? try search(role, words, headers, from: least) : nil
        }
        if !landTypeIsTold { columns[.landType] = try last(.landType, from: .vague) }
        columns[.grade] = try last(.grade)
        columns[.parcelID] = try last(.parcelID)
        guard columns[.address] == nil else {
            columns[.township] = try? last(.township)
            return
        }
        let township = try last(.township), village = try last(.village)
        columns[.township] = township
        if village == nil || township == nil && told[.township] == nil, (told[.village] ?? "").isEmpty,
            let address = try last(.address)
        {
            (columns[.village], columns[.address]) = (nil, address)
        } else {
            columns[.village] = village
        }
    }

    private func checkNeeded(_ columns: [ColumnRole: Int], _ headers: [String]) throws(ColumnError) {
        if columns[.address] == nil {
            if columns[.village] == nil { throw .missing(.village, headers: headers) }
            if columns[.township] == nil, told[.township] != "" { throw .missing(.township, headers: headers) }
        }
        if columns[.landType] == nil, !landTypeIsTold { throw .missing(.landType, headers: headers) }
    }

    private func checkShared(_ columns: [ColumnRole: Int]) throws(ColumnError) {
        var roles: [Int: ColumnRole] = [:]
        for role in ColumnRole.allCases {
            guard let column = columns[role] else { continue }
            if let other = roles[column] { throw .shared(other, role, column: column + 1) }
            roles[column] = role
        }
    }

    private func column(told name: String, for role: ColumnRole, _ headers: [String]) throws(ColumnError) -> Int {
        let same = headers.indices.filter { headers[$0].utf8.elementsEqual(name.utf8) }
        if same.count == 1 { return same[0] }
        if same.count > 1 { throw .twice(role, name, headers: headers) }
        if (1...4).contains(name.utf8.count), name.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(name), headers.indices.contains(number - 1)
        {
            return number - 1
        }
        let bare = headers.indices.filter { Self.names(name, headers[$0]) }
        guard bare.count == 1 else { throw .notThere(role, name, headers: headers) }
        return bare[0]
    }

    /// Whether a name that the user gave is that of a header, or its name without what stands in brackets: 面积 of 面积（亩）. A number
    /// is not that of （1）.
    static func names(_ told: String, _ header: String) -> Bool {
        if told.utf8.elementsEqual(header.utf8) { return true }
        let name = HeaderKey(told), key = HeaderKey(header)
        guard name.asides.isEmpty, !key.asides.isEmpty, name.bare == key.bare else { return false }
        return !name.bare.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
    }

    /// The headers of a list and what they mean, which is looked for once and asked for by each role.
    private struct Words {
        let keys: [HeaderKey]
        let cut: Set<Int>
        /// Nil of a column of ours.
        let meanings: [HeaderTable.Meaning?]
        let ours: Set<Int>

        init(_ keys: [HeaderKey], _ cut: Set<Int>) {
            let ours = Set(OurColumns.places(in: keys.map(\.whole)))
            meanings = keys.indices.map { ours.contains($0) ? nil : keys[$0].meaning }
            (self.keys, self.cut, self.ours) = (keys, cut, ours)
        }
    }

    /// Nil where no header means `role`.
    private func search(
        _ role: ColumnRole, _ words: Words, _ headers: [String], from least: HeaderTable.Strength
    ) throws(ColumnError) -> Int? {
        let whole = words.meanings
        let beginnings = whole.indices.map { index in
            words.ours.contains(index) || whole[index] != nil || !words.cut.contains(index)
                ? nil : words.keys[index].meaning(cutFor: role)
        }
        // What is cut says less than what is not, and what may be another column's least: only where the list is refused
        // without it.
        let certain = beginnings.map { $0?.isCertain == true ? $0?.meaning : nil }
        let isNeeded = [.township, .village, .landType].contains(role)
        let readings = [whole, certain] + (isNeeded ? [beginnings.map { $0?.meaning }] : [])
        func strongest(_ meanings: [HeaderTable.Meaning?]) -> HeaderTable.Strength? {
            meanings.compactMap { $0?.role == role ? $0?.strength : nil }.max().flatMap { $0 >= least ? $0 : nil }
        }
        var meanings = whole
        if let cut = strongest(certain), strongest(whole).map({ $0 < cut }) ?? true { meanings = certain }
        if strongest(meanings) == nil, let last = readings.last { meanings = last }
        guard let strength = strongest(meanings) else { return nil }
        var found = meanings.indices.filter { meanings[$0]?.role == role && meanings[$0]?.strength == strength }
        if role == .landType, found.count > 1 {
            let codes = found.filter { meanings[$0]?.isCode == true }
            if codes.count == 1 { found = codes }
        }
        // Only what the judgement depends on has to be beyond doubt.
        if role == .parcelID { return found.first }
        if role.isFigure || role == .grade && strength < .sure { return found.count == 1 ? found[0] : nil }
        guard found.count <= 1 else { throw .ambiguous(role, columns: found.map { $0 + 1 }, headers: headers) }
        return found.first
    }
}
