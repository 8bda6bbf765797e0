import GradeModel

extension Gazetteer {
    /// `[province][prefecture][county][township]village[rest]`, read from the first character on. What stands before
    /// the village has to be this county's own names; the longest township and the longest village win.
    func match(address text: String) -> GazetteerMatch {
        guard let address = Address(text) else { return .unknownVillage(township: nil, []) }
        let reading = read(address)
        let found = matches(reading, in: .county, completing: .behindTownship)
        return found.isEmpty ? unknown(reading) : .matched(found)
    }

    /// What stands in front of the village, read in each way that is possible.
    struct Reading {
        let address: Address
        /// The longest first, the empty one last.
        let leads: [Address.Lead]
        let townships: [TownshipReading]
    }

    struct TownshipReading {
        let indices: [Int]
        let end: Int
    }

    func read(_ address: Address) -> Reading {
        let leads = address.leads(leadNames)
        return Reading(
            address: address, leads: leads, townships: leads.flatMap { readTownship(address, from: $0.end) })
    }

    /// Where the last name may stand without its ending. In an address the county alone does not tell a village from a
    /// township: 湘阴县金龙.
    enum Completing {
        case nowhere
        case behindTownship
        case behindCounty
        /// Where the row names the township, too: 芙蓉.
        case everywhere
    }

    /// The places a reading names; several where it may be any of them, or names two.
    /// - Parameters:
    ///   - scope: where a township that the address names has to be, and a village without one.
    func matches(_ reading: Reading, in scope: Scope, completing: Completing) -> [PlaceMatch] {
        let address = reading.address
        var found = reading.townships.compactMap { township -> [PlaceMatch]? in
            let within = township.indices.filter(scope.contains)
            guard !within.isEmpty else { return nil }
            return readVillages(
                address, from: township.end, in: .townships(within), orIn: scope, completing: completing != .nowhere)
        }
        if found.isEmpty {
            found = reading.leads.filter { !$0.endsShort }.compactMap {
                readVillages(
                    address, from: $0.end, in: scope, orIn: scope,
                    completing: completing == .everywhere || completing == .behindCounty && $0.end > 0)
            }
        }
        var single: [PlaceMatch] = []
        for match in found.flatMap({ $0 }) where !single.contains(where: { $0.place == match.place }) {
            single.append(match)
        }
        guard let code = address.townshipCode else { return single }
        return single.allSatisfy { isTownship($0.township, of: code) } ? single : []
    }

    /// Whether the nine digits in front of an address are this township's; where no code is known, they may be.
    private func isTownship(_ name: String, of code: String) -> Bool {
        guard townships.contains(where: { $0.code != nil }) else { return true }
        return townships.contains { $0.name == name && $0.code == code }
    }

    /// The township that begins at `start`: the longest; one behind which an office stands is read with the office and
    /// without.
    func readTownship(_ address: Address, from start: Int) -> [TownshipReading] {
        var readings: [TownshipReading] = []
        for end in townshipEnds(in: address, from: start) {
            guard let query = NameQuery(address.text(start, end)), let known = findTownships(query, completing: false)
            else { continue }
            readings.append(TownshipReading(indices: known.indices, end: address.skippingSeparators(from: end)))
            if !townships(under: query.key.text).isEmpty { return readings }
        }
        if !readings.isEmpty { return readings }
        // 金龙 where a space or a separator tells where it ends.
        let stemEnds = (start..<min(start + Address.longestName, address.scalars.count)).filter(address.isApart)
        for end in stemEnds.reversed() where end > start {
            if let query = NameQuery(address.text(start, end)), let known = findTownships(query) {
                return [TownshipReading(indices: known.indices, end: address.skippingSeparators(from: end))]
            }
        }
        return []
    }

    /// The village that begins at `start`, or two that a word such as 与 stands between. Nil where none begins there, or
    /// where what follows makes another name of it.
    /// - Parameter wide: where the second village may be if it names its township, or is not in `scope`.
    private func readVillages(
        _ address: Address, from start: Int, in scope: Scope, orIn wide: Scope, completing: Bool
    ) -> [PlaceMatch]? {
        guard let (first, end) = readVillage(address, from: start, in: scope) else {
            return completing ? readStem(address, from: start, in: scope) : nil
        }
        if address.isApart(at: end),
            let (second, _, secondEnd) = readSecond(address, from: address.skippingSeparators(from: end), in: wide)
        {
            // 芙蓉村 胜利村; or 芙蓉村 芙蓉村3组, which is one.
            if Self.isOther(second, than: first) { return first + second }
            return behind(first, address, from: start, to: secondEnd, in: wide)
        }
        return behind(first, address, from: start, to: end, in: wide)
    }

    /// The village and what follows it: nothing that makes another name of it, or a second place.
    private func behind(
        _ first: [PlaceMatch], _ address: Address, from start: Int, to end: Int, in wide: Scope
    ) -> [PlaceMatch]? {
        let tail = AddressTail(address.scalars[end...])
        var first = first
        for next in tail.connected {
            if let second = readConnected(address, next, in: wide), Self.isOther(second, than: first) {
                return first + second
            }
            if address.namesOtherCounty(from: next.index, leadNames) { return nil }
            // 芙蓉村（划归静河镇）, 芙蓉村1组及静河镇
            let townships = readTownship(address, from: address.skippingCounty(from: next.index, leadNames))
            if let named = townships.first(where: { ends(address, at: $0.end) }) {
                first = first.filter { place in named.indices.contains { self.townships[$0].name == place.township } }
                if first.isEmpty { return nil }
            }
        }
        guard tail.leaves(name: address.text(start, end)) else { return nil }
        // 芙蓉村金龙村组
        if let group = tail.groupName,
            group.contains(where: { !names(under: address.text($0, group.upperBound)).isEmpty })
        {
            return nil
        }
        let isElsewhere = tail.open(isApart: address.isApart).contains {
            address.namesOtherCounty(from: $0, leadNames, isWhole: !address.beginsBracket(at: $0))
        }
        if isElsewhere { return nil }
        first = agreeing(first, address, with: tail)
        guard !first.isEmpty else { return nil }
        // 芙蓉村3组胜利村2组, 芙蓉村（现胜利村）: what is free behind the first may name a second, in any township.
        for next in tail.open(isApart: address.isApart) {
            // 芙蓉村（鹅形）, 芙蓉村 鹅形
            if address.beginsPart(at: next), let second = readStem(address, from: next, in: wide),
                Self.isOther(second, than: first)
            {
                return first + second
            }
            guard let (second, name, secondEnd) = readSecond(address, from: next, in: .county),
                Self.isOther(second, than: first),
                // A name with its ending, behind which the address ends or goes on: 胜利村民小组 and 胜利村小学旁 are parts
                // of other names or landmarks.
                PlaceKind(name: address.text(name, secondEnd)) != .other,
                address.isApart(at: secondEnd) || AddressTail(address.scalars[secondEnd...]).isNumberOrEnd
            else { continue }
            return first + second
        }
        return first
    }

    /// The second place behind a word between two: 芙蓉村、胜利, 芙蓉村3组、胜利4组, 芙蓉村3组-胜利村2组.
    private func readConnected(_ address: Address, _ next: AddressTail.Connected, in wide: Scope) -> [PlaceMatch]? {
        if let (second, name, end) = readSecond(address, from: next.index, in: wide)
            ?? readSecond(address, from: next.index, in: .county)
        {
            // 芙蓉村-胜利村民小组 is a group of one village.
            let isWhole = AddressTail(address.scalars[end...]).leaves(name: address.text(name, end))
            if isWhole || !next.isJoined { return second }
        }
        return readStem(address, from: next.index, in: wide)
            ?? readStem(address, from: next.index, in: wide, isNumbered: true)
    }

    /// Those of the places that lie in the township that is named behind them, 芙蓉村（静河镇）, 芙蓉村3组静河镇; all where none is
    /// named.
    private func agreeing(_ places: [PlaceMatch], _ address: Address, with tail: AddressTail) -> [PlaceMatch] {
        for next in tail.open(isApart: address.isApart) {
            let start = address.skippingCounty(from: next, leadNames)
            let townships = readTownship(address, from: start)
            // 芙蓉村（静河镇方向） says where it lies, and not in what.
            let named =
                townships.first { ends(address, at: $0.end) }?.indices
                ?? (address.beginsBracket(at: next) ? townshipWithoutEnding(address, from: start) : nil)
            guard let named else { continue }
            return places.filter { place in named.contains { self.townships[$0].name == place.township } }
        }
        return places
    }

    /// Whether a township behind a village ends what is said, or all of it is meant: 静河镇境内.
    private func ends(_ address: Address, at end: Int) -> Bool {
        address.endsPart(at: end) || AddressTail(address.scalars[end...]).isWithin
    }

    /// 静河 of 静河镇, in brackets that hold nothing else.
    private func townshipWithoutEnding(_ address: Address, from start: Int) -> [Int]? {
        let part = address.part(from: start)
        guard !part.isEmpty, let query = NameQuery(address.text(start, part.endIndex)) else { return nil }
        return findTownships(query)?.indices
    }

    private static func isOther(_ second: [PlaceMatch], than first: [PlaceMatch]) -> Bool {
        !second.contains { match in first.contains { $0.place == match.place } }
    }

    /// A village, with its county and township in front of it or without, and where its name begins and ends.
    private func readSecond(
        _ address: Address, from start: Int, in scope: Scope
    ) -> (places: [PlaceMatch], start: Int, end: Int)? {
        let start = address.skippingCounty(from: start, leadNames)
        for township in readTownship(address, from: start) {
            if let (second, end) = readVillage(address, from: township.end, in: .townships(township.indices)) {
                return (second, township.end, end)
            }
        }
        return readVillage(address, from: start, in: scope).map { ($0.places, start, $0.end) }
    }

    /// A village without its ending, behind which nothing more stands, or nothing more in its brackets.
    ///
    /// - Parameter isNumbered: a group, a number or 交界 follows it.
    private func readStem(
        _ address: Address, from start: Int, in scope: Scope, isNumbered: Bool = false
    ) -> [PlaceMatch]? {
        var part = address.part(from: start)
        if isNumbered {
            guard let end = AddressTail(part).numberStart else { return nil }
            part = part[..<end]
        }
        guard !part.isEmpty, let query = NameQuery(address.text(start, part.endIndex)),
            let found = complete(query.key, in: scope),
            case .matched(let places) = matched(found, by: .address, key: query.key)
        else { return nil }
        return places
    }

    /// The longest name that begins at `start`, and where it ends.
    private func readVillage(
        _ address: Address, from start: Int, in scope: Scope
    ) -> (places: [PlaceMatch], end: Int)? {
        for end in villageEnds(in: address, from: start) {
            guard let query = NameQuery(address.text(start, end)),
                let found = find(query, in: scope, completing: false),
                case .matched(let places) = matched(found, by: .address, key: query.key)
            else { continue }
            return (places, end)
        }
        return nil
    }

    /// Where the longest name of a village of the county ends that begins at `start`.
    func villageEnd(_ address: Address, from start: Int) -> Int? {
        readVillage(address, from: start, in: .county)?.end
    }

    func unknown(_ reading: Reading) -> GazetteerMatch {
        let address = reading.address
        if let township = reading.townships.first { return unknown(reading, in: township) }
        let lead = reading.leads[0]  // the empty lead is always there
        switch address.unread(from: lead.end, namesCounty: lead.namesCounty) {
        case .county:
            return .unknownCounty
        case .township(let name, let end):
            guard case .village(let village) = address.unread(from: end, namesCounty: true) else {
                return .unknownTownship(suggestions(township: name, village: nil))
            }
            return .unknownTownship(suggestions(township: name, village: NameKey(folded: village)))
        case .village(let name):
            return .unknownVillage(township: nil, suggestions(village: name, in: .county))
        }
    }

    /// Why nothing was found behind a township.
    func unknown(_ reading: Reading, in township: TownshipReading) -> GazetteerMatch {
        if township.end == reading.address.scalars.count {
            return .townshipOnly(suggestions(townships: township.indices))
        }
        let name = township.indices.count == 1 ? townships[township.indices[0]].name : nil
        guard case .village(let village) = reading.address.unread(from: township.end, namesCounty: true) else {
            return .unknownVillage(township: name, [])
        }
        return .unknownVillage(township: name, suggestions(village: village, in: .townships(township.indices)))
    }

    func suggestions(townships indices: [Int]) -> [Suggestion] {
        indices.map { Suggestion(county: county, township: townships[$0].name, village: nil) }
    }
}
