import GradeModel

/// Cells that hold more than the name they are for: 湘阴县金龙镇 for a township, 金龙镇芙蓉村3组 for a village. They are
/// read by the grammar of addresses, and what they say beside the name has to agree with the rest of the row.
extension Gazetteer {
    /// The township of a cell that has county names in front of it, or a bracket behind it.
    func readTownship(cell text: String) -> [Int]? { Address(text).flatMap { readTownship(cell: read($0)) } }

    func readTownship(cell reading: Reading) -> [Int]? {
        let address = reading.address
        for township in reading.townships {
            let end = township.end
            if end == address.scalars.count { return township.indices }
            guard AddressTail.brackets.contains(address.scalars[end]) else { continue }
            return namesOther(address, from: end, than: township.indices) ? nil : township.indices
        }
        // 湘阴县金龙, as 金龙 alone would be.
        for lead in reading.leads where lead.end > 0 && lead.end < address.scalars.count && !lead.endsShort {
            let query = NameQuery(address.text(lead.end, address.scalars.count))
            if let known = query.flatMap({ findTownships($0) }) { return known.indices }
        }
        return nil
    }

    /// The village of a row whose township's cell holds both: 金龙镇芙蓉村. The village's own cell is empty or names it too; of two
    /// that differ both. Nil where there is no village behind a township.
    func matchBoth(townshipCell reading: Reading, _ village: String) -> GazetteerMatch? {
        guard Self.mayHoldVillage(reading.address), !reading.townships.isEmpty else { return nil }
        let found = matches(reading, in: .county, completing: .nowhere)
        guard !found.isEmpty else { return nil }
        guard let query = NameQuery(village) else { return .matched(found) }
        let known = Array(Set(reading.townships.flatMap(\.indices))).sorted()
        var second: [PlaceMatch] = []
        if let named = find(query, in: .townships(known)),
            case .matched(let places) = matched(named, by: .address, key: query.key)
        {
            second = places
        } else if case .matched(let places)? = readVillage(cell: village, known: known) {
            second = places
        }
        guard !second.isEmpty else { return nil }
        let both = found.filter { place in second.contains { $0.place == place.place } }
        return .matched(both.isEmpty ? found + second : both)
    }

    /// Whether a township's name may end before the text does. Most cells hold nothing but one.
    static func mayHoldVillage(_ address: Address) -> Bool {
        address.scalars.dropLast().contains { townshipEnds.contains($0) }
    }

    private static let townshipEnds = FewScalars("镇乡道区处".unicodeScalars)

    /// Whether what stands in brackets behind a township names another one, or another county: 东塘镇（现石塘镇）,
    /// 东塘镇（汨罗市）. 东塘镇（原石塘镇） says what it was called once.
    private func namesOther(_ address: Address, from end: Int, than township: [Int]) -> Bool {
        let rest = address.scalars[end...]
        let ends = "市县区旗州盟".unicodeScalars
        return AddressTail(rest).open(isApart: address.isApart).contains { start in
            let named = readTownship(address, from: address.skippingCounty(from: start, leadNames))
            if let first = named.first { return Set(first.indices).isDisjoint(with: township) }
            let word = address.part(from: start)
            return AddressTail.brackets.contains(address.scalars[start - 1]) && word.count > 2
                && word.last.map(ends.contains) == true
                && address.skippingCounty(from: start, leadNames) == start
        }
    }

    /// What a village's cell names beside a known township; nil where it is no more than a name.
    /// - Parameter known: the townships of the row.
    func readVillage(cell text: String, known: [Int]) -> GazetteerMatch? {
        guard mayHoldMore(text), let address = Address(text) else { return nil }
        let reading = read(address)
        let found = matches(reading, in: .townships(known), completing: .behindCounty)
        if !found.isEmpty { return .matched(found) }
        if let other = otherTownship(reading, than: known) { return other }
        if let township = reading.townships.first { return unknown(reading, in: township) }
        return unknownLead(reading, in: .townships(known))
    }

    /// What an address names in a list that has the township in a column of its own: both have to agree, and an address
    /// that names no township is looked up in the row's.
    public func match(address text: String, inTownship township: String) -> GazetteerMatch {
        withOtherCounty(matchAddress(text, inTownship: township), of: text)
    }

    private func matchAddress(_ text: String, inTownship township: String) -> GazetteerMatch {
        guard let query = NameQuery(township) else { return .unknownTownship([]) }
        var rule = MatchRule.address
        var known = findTownships(query)?.indices ?? readTownship(cell: township) ?? []
        if known.isEmpty {
            rule = .pinyin
            known = pinyinTownships(query, known: nil).full
        }
        if known.isEmpty {
            if namesOtherCounty(township) { return .unknownCounty }
            return .unknownTownship(suggestions(township: query.key.text, village: nil))
        }
        let name = known.count == 1 ? townships[known[0]].name : nil
        guard let address = Address(text) else { return .unknownVillage(township: name, []) }
        let reading = read(address)
        let found = matches(reading, in: .townships(known), completing: .everywhere)
        if !found.isEmpty {
            return .matched(
                found.compactMap { match in
                    match.place.map { PlaceMatch(place: $0, rule: max(match.rule, rule), alias: match.alias) }
                })
        }
        if let other = otherTownship(reading, than: known) { return other }
        if let township = reading.townships.first { return unknown(reading, in: township) }
        let match = unknown(reading)
        guard case .unknownVillage = match else { return match }
        let lead = reading.leads[0]  // the empty lead is always there
        return .unknownVillage(township: name, suggestions(rest: address, from: lead.end, in: .townships(known)))
    }

    /// Where a cell names a township that is none of the row's: what it says there, and what is like it here.
    private func otherTownship(_ reading: Reading, than known: [Int]) -> GazetteerMatch? {
        guard let other = reading.townships.first(where: { Set($0.indices).isDisjoint(with: known) }) else {
            return nil
        }
        let there = Reading(address: reading.address, leads: [], townships: [other])
        let places = matches(there, in: .county, completing: .behindCounty)
        let here = suggestions(rest: reading.address, from: other.end, in: .townships(known))
        return .otherTownship(
            townships[other.indices[0]].name,
            Suggestions.single(
                places.map {
                    Suggestion(county: county, township: $0.township, village: $0.village)
                } + here))
    }

    /// Whether a cell can hold more than a name. Most of those that are not known can not, and a list has many.
    private func mayHoldMore(_ text: String) -> Bool {
        var key = NameKey(text).text
        // A space may tell where a township without its ending ends.
        if Address.beginsWithMore(key) || text.utf8.count != key.utf8.count { return true }
        // 区 is a sign, but not where nothing follows it, and many names end in 社区.
        let rest = key.dropping(suffix: "区") ?? key
        if rest.unicodeScalars.contains(where: Self.signs.contains) { return true }
        return key.withUTF8 { buffer in
            let bytes = buffer.span
            if leadNames.mayBegin(bytes) { return true }
            var ends: [Int] = []
            ends.reserveCapacity(16)
            for index in bytes.indices where bytes[index] & 0xC0 != 0x80 { ends.append(index) }
            ends.append(bytes.count)
            return beginsWithName(bytes, ends: ends.span)
        }
    }

    /// What another county's name ends in, and the name of an office.
    private static let signs = NameForms.villageOfficeEnds.union(NameForms.townshipOfficeEnds)
        .union("省市县区州旗盟".unicodeScalars)

    /// What a village's cell names where the row has no township.
    func readVillage(cell text: String) -> GazetteerMatch? {
        guard mayHoldMore(text), let address = Address(text) else { return nil }
        let reading = read(address)
        let found = matches(reading, in: .county, completing: .behindCounty)
        if !found.isEmpty { return .matched(found) }
        if let township = reading.townships.first { return unknown(reading, in: township) }
        return unknownLead(reading, in: .county)
    }

    /// Where the cell begins with the county, or with another one; nil where it does not.
    private func unknownLead(_ reading: Reading, in scope: Scope) -> GazetteerMatch? {
        let address = reading.address
        if namesOtherCounty(reading) { return .unknownCounty }
        guard let lead = reading.leads.first, lead.end > 0, lead.end < address.scalars.count, !lead.endsShort else {
            return nil
        }
        let name: String? =
            if case .townships(let indices) = scope, indices.count == 1 { townships[indices[0]].name } else { nil }
        return .unknownVillage(township: name, suggestions(rest: address, from: lead.end, in: scope))
    }

    private func suggestions(rest address: Address, from start: Int, in scope: Scope) -> [Suggestion] {
        guard case .village(let name) = address.unread(from: start, namesCounty: true) else { return [] }
        return suggestions(village: name, in: scope)
    }

    /// Whether a cell begins with a 省, 市, 县, 区 … that is not this county's, and a township or village of this
    /// county comes after it: 汨罗市金龙镇, 汨罗市芙蓉村.
    func namesOtherCounty(_ text: String) -> Bool { Address(text).map { namesOtherCounty(read($0)) } ?? false }

    func namesOtherCounty(_ reading: Reading) -> Bool {
        let address = reading.address
        guard let lead = reading.leads.first, !lead.namesCounty else { return false }
        let ends = "省市县区州旗盟".unicodeScalars
        for index in address.scalars.indices.dropFirst(lead.end + 1).prefix(20)
        where ends.contains(address.scalars[index])
            && (address.scalars[index] != "区" || !Address.beforeArea.contains(address.scalars[index - 1]))
        {
            let rest = Reading(
                address: address, leads: [Address.Lead(end: index + 1)],
                townships: readTownship(address, from: index + 1))
            if !rest.townships.isEmpty || !matches(rest, in: .county, completing: .nowhere).isEmpty { return true }
        }
        return false
    }
}
