import GradeModel
import PlaceMatching

extension CountySource {
    /// The counties that a cell of a county's column names: by code, which may have the zeros of longer codes behind it
    /// (430624000000), or by name, alone, behind its prefecture's, its province's or both (岳阳市湘阴县), with its code or
    /// its government's, or without its ending. What stands in brackets has to agree: 湘阴县（430624）.
    ///
    /// - Parameter isAnyLevel: codes may be of an area within the county: their first six digits are its own.
    func counties(cell text: String, isAnyLevel: Bool = false) throws -> [County] {
        let named = try counties(named: text)
        if !named.isEmpty { return named }
        let key = HeaderKey(text, isCell: true)
        guard key.whole.unicodeScalars.count <= 40 else { return [] }
        var found = try CountyCell(self, isAnyLevel: isAnyLevel).counties(key.bare)
        for aside in key.asides where aside != key.bare && !found.isEmpty {
            found = try CountyCell(self, isAnyLevel: isAnyLevel).agreeing(found, with: aside)
        }
        return found
    }
}

/// How lists write a county. Texts are folded.
struct CountyCell<Source: CountySource> {
    private let source: Source
    private let isAnyLevel: Bool

    init(_ source: Source, isAnyLevel: Bool) {
        self.source = source
        self.isAnyLevel = isAnyLevel
    }

    func counties(_ text: String) throws -> [County] {
        let key = Array(text.unicodeScalars.filter { !CountyWords.separators.contains($0) })
        let digits = key.prefix(while: CountyWords.isDigit).count
        if digits == key.count { return try counties(code: key) }
        // 430624湘阴县, and 湘阴县430624.
        if digits > 0 {
            // 430624.0 and 430624.00, as spreadsheets have it of a number.
            if key[digits] == ".", key[(digits + 1)...].allSatisfy({ $0 == "0" }) {
                return try counties(code: Array(key[..<digits]))
            }
            let coded = try counties(code: Array(key[..<digits]))
            return coded.isEmpty ? [] : try counties(name: key[digits...]).filter(coded.contains)
        }
        let tail = key.reversed().prefix(while: CountyWords.isDigit).count
        guard tail > 0 else { return try counties(name: key[...]) }
        let coded = try counties(code: Array(key.suffix(tail)))
        return coded.isEmpty ? [] : try counties(name: key.dropLast(tail)).filter(coded.contains)
    }

    /// Those that what stands in brackets does not contradict.
    func agreeing(_ found: [County], with aside: String) throws -> [County] {
        if ["原", "旧", "曾", "前"].contains(where: { aside.hasPrefix($0) }) { return found }
        let named = try counties(aside)
        if !named.isEmpty { return found.filter(named.contains) }
        let above = found.filter { county in
            [county.province, county.prefecture].contains { NameKey($0 ?? "").text == aside }
        }
        if !above.isEmpty { return above }
        if aside.unicodeScalars.count >= 6, aside.unicodeScalars.allSatisfy(CountyWords.isDigit) { return [] }
        let isOther = aside.unicodeScalars.count > 2 && aside.unicodeScalars.last.map(CountyWords.ends.contains) == true
        return isOther ? [] : found
    }

    private func counties(code: [Unicode.Scalar]) throws -> [County] {
        let isLonger = [9, 12].contains(code.count) && code.dropFirst(6).allSatisfy { $0 == "0" }
        let isWithin = isAnyLevel && [9, 12, 15, 19].contains(code.count)
        guard code.count == 6 || isLonger || isWithin else { return [] }
        return try source.counties(named: Self.text(code[..<6]))
    }

    private func counties(name: ArraySlice<Unicode.Scalar>) throws -> [County] {
        var name = name
        for office in CountyWords.offices
        where name.count > office.count + 1 && name.suffix(office.count).elementsEqual(office) {
            name = name.dropLast(office.count)
            break
        }
        let alone = try counties(alone: name)
        if !alone.isEmpty { return alone }
        for start in name.indices.dropFirst(2) where CountyWords.endsAbove.contains(name[start - 1]) {
            let front = Self.text(name[..<start])
            let found = try counties(alone: name[start...]).filter { county in
                let above = [county.province, county.prefecture].map { NameKey($0 ?? "").text }
                return front == above[0] || front == above[1] || front == above.joined()
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// By name, or by what stands before its ending.
    private func counties(alone name: ArraySlice<Unicode.Scalar>) throws -> [County] {
        guard name.count > 1, !CountyWords.isDigit(name[name.startIndex]) else { return [] }
        let text = Self.text(name)
        let named = try source.counties(named: text)
        if !named.isEmpty || name.last.map(CountyWords.ends.contains) == true { return named }
        return try CountyWords.endings.flatMap { try source.counties(named: text + $0) }
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}

private enum CountyWords {
    static let separators: Set<Unicode.Scalar> = ["-", "/", "_", "·", ",", "、", ">", "|", "\\"]
    static let offices = ["人民政府", "政府"].map { Array($0.unicodeScalars) }
    static let endings = ["县", "市", "区", "旗", "自治县", "自治旗", "林区", "特区"]
    static let ends: Set<Unicode.Scalar> = ["市", "县", "区", "旗", "州", "盟"]
    /// Of provinces and prefectures.
    static let endsAbove: Set<Unicode.Scalar> = ["省", "市", "区", "州", "盟"]

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
