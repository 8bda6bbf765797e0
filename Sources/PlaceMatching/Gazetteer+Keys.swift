public import GradeModel

/// For a store with more counties than one wants to load: keys to keep with each county, and keys to probe for a
/// question. Probing never misses a county whose gazetteer would match; it may name one whose gazetteer does not.
/// All keys are compared as bytes, and change with `NameKey.rules`.
extension Gazetteer {
    /// Keys to keep for a village.
    public static func indexKeys(village: Place) -> [String] { villageKeys(village.village) }

    /// Keys to keep for an alias, among those of the villages.
    public static func indexKeys(alias: Alias) -> [String] { villageKeys(alias.alias) }

    /// Keys to keep for a township.
    public static func indexKeys(township: TownshipEntry) -> [String] {
        NameForms.township(NameKey(township.name).text).filter { !$0.isEmpty }
    }

    /// Keys to probe for a question; nil where every county has to be loaded, as for pinyin.
    ///
    /// A county has to have one of `townships` (any, where that is empty) **and** one of `villages` (any, where that is
    /// empty). Both empty: no county can match. For an address see `AddressBeginnings.probes`.
    public static func lookupKeys(_ question: PlaceQuestion) -> (townships: [String], villages: [String])? {
        switch question {
        case .address: nil
        case .names(let township, let village): keys(township: township, village: village)
        }
    }

    private static func villageKeys(_ name: String) -> [String] {
        let key = NameKey(name).text
        return key.isEmpty ? [] : NameForms.held(village: key)
    }

    private static func townshipKeys(asked key: String) -> [String] {
        unique([key] + NameForms.asked(township: key) + NameForms.completed(township: key))
    }

    private static func keys(township: String?, village: String) -> (townships: [String], villages: [String])? {
        guard let village = NameQuery(village) else { return ([], []) }
        let villages =
            PinyinQuery(village.key) == nil
            ? unique(
                [village.key.text] + NameForms.asked(village: village.key.text)
                    + NameForms.completed(village: village.key.text))
            : []
        guard let text = township else { return villages.isEmpty ? nil : ([], villages) }
        guard let township = NameQuery(text) else { return ([], []) }
        var townships = PinyinQuery(township.key) == nil ? townshipKeys(asked: township.key.text) : []
        // A village in pinyin is looked for by its township alone, whose cell may hold more than its name.
        if villages.isEmpty, !townships.isEmpty, let cell = Address(text) {
            for start in cell.scalars.indices.prefix(Address.longestName) {
                townships += cell.prefixes(from: start).flatMap(townshipKeys(asked:))
            }
            townships = unique(townships)
        }
        return townships.isEmpty && villages.isEmpty ? nil : (townships, villages)
    }

    /// Keys to probe where a village's cell may hold more than its name: a county has to have one of `townships` (any,
    /// where that is empty) and one of `villages`. Nil for names that are read as names alone.
    public static func cellKeys(_ question: PlaceQuestion) -> (townships: [String], villages: [String])? {
        guard case .names(let township, let village) = question, PinyinQuery(NameKey(village)) == nil else {
            return nil
        }
        func keys(of address: Address) -> [String] {
            address.scalars.indices.prefix(Address.longestName).flatMap { villageKeys(in: address, from: $0) }
        }
        let address = Address(village), cell = township.flatMap { Address($0) }
        // 金龙镇芙蓉村 for a township.
        let both = cell.flatMap { mayHoldVillage($0) ? $0 : nil }
        guard address != nil || both != nil else { return nil }
        let villages = [address, both].compactMap(\.self).flatMap(keys(of:))
        guard let cell else { return ([], unique(villages)) }
        let townships = cell.scalars.indices.prefix(Address.longestName).flatMap { start in
            cell.prefixes(from: start).flatMap(townshipKeys(asked:))
        }
        return (unique(townships), unique(villages))
    }

    private static func villageKeys(in address: Address, from start: Int) -> [String] {
        let stem = address.text(start, address.scalars.count)
        return address.prefixes(from: start).flatMap { [$0] + NameForms.asked(village: $0) }
            + NameForms.completed(village: stem)
    }

    /// Keys of townships and villages that may begin at `start`.
    static func keys(of address: Address, from start: Int) -> (townships: [String], villages: [String]) {
        var townships: [String] = []
        var villages: [String] = []
        let limit = min(start + Address.longestName, address.scalars.count)
        for end in (start..<max(start, limit)).reversed().map({ $0 + 1 }) {
            let prefix = address.text(start, end)
            townships += [prefix] + NameForms.asked(township: prefix)
            if address.isApart(at: end) { townships += NameForms.completed(township: prefix) }
            villages += [prefix] + NameForms.asked(village: prefix)
        }
        return (unique(townships), unique(villages))
    }

    private static func unique(_ keys: [String]) -> [String] {
        var seen: Set<NameKey> = []
        return keys.filter { seen.insert(NameKey(folded: $0)).inserted }
    }
}
