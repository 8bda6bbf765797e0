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
    /// For names a county has to have one of `townships` (any, where that is empty) **and** one of `villages` (any,
    /// where that is empty). For an address it has to have one of `townships` **or** one of `villages`.
    /// Both empty: no county can match.
    ///
    /// - Parameter counties: the counties of the store. An address may begin with their names and those above them,
    ///   so without them (nil) it needs every county.
    public static func lookupKeys(
        _ question: PlaceQuestion, counties: [County]? = nil
    ) -> (townships: [String], villages: [String])? {
        switch question {
        case .address(let text):
            guard let address = Address(text) else { return ([], []) }
            return counties.map { keys(of: address, counties: $0) }
        case .names(let township, let village):
            return keys(township: township, village: village)
        }
    }

    private static func villageKeys(_ name: String) -> [String] {
        let key = NameKey(name).text
        return key.isEmpty ? [] : NameForms.held(village: key)
    }

    private static func keys(township: String?, village: String) -> (townships: [String], villages: [String])? {
        guard let village = NameQuery(village) else { return ([], []) }
        let villages =
            PinyinQuery(village.key) == nil
            ? unique(
                [village.key.text] + NameForms.asked(village: village.key.text)
                    + NameForms.completed(village: village.key.text))
            : []
        guard let township else { return villages.isEmpty ? nil : ([], villages) }
        guard let township = NameQuery(township) else { return ([], []) }
        let townships = PinyinQuery(township.key) == nil ? NameForms.township(township.key.text) : []
        return townships.isEmpty && villages.isEmpty ? nil : (townships, villages)
    }

    private static func keys(of address: Address, counties: [County]) -> (townships: [String], villages: [String]) {
        var starts: Set<Int> = [0]
        for county in counties { for lead in address.leads(of: county) { starts.insert(lead.end) } }
        let prefixes = starts.sorted().flatMap { address.prefixes(from: $0) }
        return (
            unique(prefixes.flatMap(NameForms.township)),
            unique(prefixes.flatMap { [$0] + NameForms.asked(village: $0) })
        )
    }

    private static func unique(_ keys: [String]) -> [String] {
        var seen: Set<NameKey> = []
        return keys.filter { seen.insert(NameKey(folded: $0)).inserted }
    }
}
