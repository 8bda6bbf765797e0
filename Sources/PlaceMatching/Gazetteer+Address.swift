import GradeModel

extension Gazetteer {
    /// `[province][prefecture][county][township]village[rest]`, read from the first character on. What stands before
    /// the village has to be this county's own names; the longest township and the longest village win.
    func match(address text: String) -> GazetteerMatch {
        guard let address = Address(text) else { return .unknownVillage(township: nil, []) }
        let leads = address.leads(of: county)
        let readings = leads.compactMap { lead in readTownship(address, from: lead.end).map { (lead, $0) } }

        var found = readings.compactMap { _, township in
            readVillage(address, from: township.end, in: .townships(township.indices))
        }
        if found.isEmpty {
            found = leads.filter { !$0.endsShort }.compactMap { readVillage(address, from: $0.end, in: .county) }
        }
        let matches = found.flatMap { $0 }
        if !matches.isEmpty {
            var single: [PlaceMatch] = []
            for match in matches where !single.contains(where: { $0.place == match.place }) { single.append(match) }
            return .matched(single)
        }
        return unknown(address, leads: leads, township: readings.first?.1)
    }

    private struct TownshipReading {
        let indices: [Int]
        let end: Int
    }

    private func readTownship(_ address: Address, from start: Int) -> TownshipReading? {
        let prefixes = address.prefixes(from: start)
        for (index, prefix) in prefixes.enumerated() {
            if let known = NameQuery(prefix).flatMap({ findTownships($0) }) {
                let end = address.skippingSeparators(from: start + prefixes.count - index)
                return TownshipReading(indices: known.indices, end: end)
            }
        }
        return nil
    }

    /// Nil where no village begins at `start`, or where what follows makes another name of it.
    private func readVillage(_ address: Address, from start: Int, in scope: Scope) -> [PlaceMatch]? {
        let prefixes = address.prefixes(from: start)
        for (index, prefix) in prefixes.enumerated() {
            guard let query = NameQuery(prefix), let found = find(query, in: scope, completing: false) else { continue }
            let tail = AddressTail(address.scalars[(start + prefixes.count - index)...])
            guard tail.leaves(name: prefix), case .matched(let places) = matched(found, by: .address, key: query.key)
            else { return nil }
            return places
        }
        return nil
    }

    private func unknown(_ address: Address, leads: [Address.Lead], township: TownshipReading?) -> GazetteerMatch {
        if let township {
            let name = township.indices.count == 1 ? townships[township.indices[0]].name : nil
            guard case .village(let village) = address.unread(from: township.end, namesCounty: true) else {
                return .unknownVillage(township: name, [])
            }
            return .unknownVillage(
                township: name, suggestions(village: village, in: .townships(township.indices)))
        }
        let lead = leads[0]  // the empty lead is always there
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
}
