public import GradeModel

/// The closed list of one county's names, and the rules by which a name is one of them. Immutable; building it costs
/// a hash table of the names and nothing that only rare rules need.
///
/// ```swift
/// gazetteer.match(.names(township: "金龙镇", village: "芙蓉村"))  // .matched: 芙蓉村, rule exact
/// gazetteer.match(.address("湘阴县金龙镇芙蓉村3组"))             // .matched: 芙蓉村, rule address
/// gazetteer.match(.names(township: nil, village: "东湖渔场"))    // .matched: two places, ambiguous
/// ```
public struct Gazetteer: Sendable {
    public let county: County
    let places: [Place]
    let townships: [Township]
    let aliases: [Alias]
    /// The villages' names and after them their aliases.
    let names: [Name]
    private let townshipIndex: NameIndex
    private let nameIndex: NameIndex
    /// What an address may begin with.
    let leadNames: LeadNames
    let nearNames = NearNames()
    let nearTownships = NearNames()
    private let pinyin = PinyinIndex()
    private let townshipPinyin = PinyinIndex()

    struct Township: Sendable {
        let name: String
        let key: NameKey
        /// As the edition spells it, empty where no edition does.
        let pinyin: String
        /// Nine digits, where they are known.
        let code: String?
    }

    /// A spelling of a village: the name held, or an alias.
    struct Name: Sendable {
        let key: NameKey
        /// Index in `places`.
        let place: Int
        /// Index in `townships`.
        let township: Int
        /// Index in `aliases`, -1 for the name held.
        let alias: Int

        var isAlias: Bool { alias >= 0 }
    }

    /// A township that only `villages` names belongs to the closed list too. An alias of a village that is not in
    /// `villages` names nothing here and is left out; the audit of an edition finds such aliases.
    public init(county: County, townships: [TownshipEntry], villages: [Place], aliases: [Alias]) {
        self.county = county
        leadNames = LeadNames(of: county)
        places = villages
        self.aliases = aliases
        var list = TownshipList(townships)
        var names: [Name] = []
        names.reserveCapacity(villages.count + aliases.count)
        for (place, village) in villages.enumerated() {
            names.append(
                Name(
                    key: NameKey(village.village), place: place, township: list.index(of: village.township), alias: -1))
        }
        self.townships = list.townships
        townshipIndex = list.index

        var index = NameIndex(count: names.count + aliases.count)
        func add(_ position: Int, _ key: NameKey) {
            guard !key.text.isEmpty else { return }
            index.add(position, under: key)
            if let village = NameForms.villageOf(committee: key.text) {
                index.add(position, under: NameKey(folded: village))
            }
        }
        for (position, name) in names.enumerated() { add(position, name.key) }
        for (number, alias) in aliases.enumerated() {
            let held = index[NameKey(alias.village)].first {
                let place = villages[names[$0].place]
                return !names[$0].isAlias && place.township == alias.township && place.village == alias.village
            }
            guard let held else { continue }
            let name = Name(
                key: NameKey(alias.alias), place: names[held].place, township: names[held].township, alias: number)
            add(names.count, name.key)
            names.append(name)
        }
        self.names = names
        nameIndex = index
    }

    /// The alias that a spelling is; nil for the name held.
    func alias(of name: Name) -> Alias? { name.isAlias ? aliases[name.alias] : nil }

    /// Indices in `names` of the spellings found under a key.
    func names(under key: String) -> [Int] { nameIndex[NameKey(folded: key)] }

    /// Indices in `names` of the spellings that are this and an ending.
    func names(underStem key: String) -> [Int] {
        let found = nameIndex.positions(of: NameKey(folded: key), endings: NameForms.villageEndings)
        return found.count > 1 ? Set(found).sorted() : found
    }

    /// The readings of `names`, and those of `townships`.
    var pinyinNames: PinyinNames { pinyin.names { names.map(\.key) } }
    var pinyinTownshipNames: PinyinNames { townshipPinyin.names { townships.map(\.key) } }

    /// Whether a village's or township's name is a beginning of `address`.
    func beginsWithName(_ bytes: Span<UInt8>, ends: Span<Int>) -> Bool {
        var isFound = false
        nameIndex.forEachKey(in: bytes, ends: ends) { _ in isFound = true }
        if !isFound { townshipIndex.forEachKey(in: bytes, ends: ends) { _ in isFound = true } }
        return isFound
    }

    /// Indices in `townships` found under a key.
    func townships(under key: String) -> [Int] { townshipIndex[NameKey(folded: key)] }

    /// The parts of an address that may be a village's name and begin where the scalar `start` does, the longest first.
    func villageEnds(in address: Address, from start: Int) -> [Int] {
        address.ends(from: start, in: nameIndex, orBehind: NameForms.villageOfficeEnds)
    }

    /// Like the above, for townships.
    func townshipEnds(in address: Address, from start: Int) -> [Int] {
        address.ends(from: start, in: townshipIndex, orBehind: NameForms.townshipOfficeEnds)
    }

    /// Decides by the ladder: exact, normalized, alias; without a township the same over the county
    /// (`township_omitted`); a name without its ending (`suffix_omitted`); the grammar of addresses, for what stands
    /// in front of a name or behind it (`address`); pinyin last. A name is never corrected.
    public func match(_ question: PlaceQuestion) -> GazetteerMatch {
        switch question {
        case .address(let address): withOtherCounty(match(address: address), of: address)
        case .names(let township?, let village):
            withOtherCounty(match(township: township, village: village), of: village)
        case .names(nil, let village): withOtherCounty(match(village: village), of: village)
        }
    }
}

/// The townships as they are read in, each once.
private struct TownshipList {
    var townships: [Gazetteer.Township] = []
    var index: NameIndex
    private var last = 0

    init(_ entries: [TownshipEntry]) {
        index = NameIndex(count: entries.count)
        for entry in entries { append(entry.name, pinyin: entry.pinyin, code: entry.code) }
    }

    private mutating func append(_ name: String, pinyin: String, code: String?) {
        let key = NameKey(name)
        for form in NameForms.township(key.text) where !form.isEmpty {
            index.add(townships.count, under: NameKey(folded: form))
        }
        townships.append(Gazetteer.Township(name: name, key: key, pinyin: pinyin, code: code))
    }

    /// Villages mostly come township by township, in the order of the townships.
    mutating func index(of name: String) -> Int {
        for next in [last, last + 1] where next < townships.count && townships[next].name.isWritten(as: name) {
            last = next
            return last
        }
        if let found = index[NameKey(name)].first(where: { townships[$0].name.isWritten(as: name) }) {
            last = found
        } else {
            last = townships.count
            append(name, pinyin: "", code: nil)
        }
        return last
    }
}
