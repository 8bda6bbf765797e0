public import GradeModel

/// The beginnings of addresses in all counties of a store: tells which of them an address can be in.
public struct AddressBeginnings: Sendable {
    private let counties: [County]
    private let names: [LeadNames]
    /// By the first two characters.
    private let byBeginning: [[Unicode.Scalar]: [Int]]

    public init(_ counties: [County]) {
        self.counties = counties
        names = counties.map(LeadNames.init)
        var byBeginning: [[Unicode.Scalar]: [Int]] = [:]
        for (index, names) in names.enumerated() {
            for beginning in Set(names.parts.map { Array($0.full.prefix(2)) }) {
                byBeginning[beginning, default: []].append(index)
            }
        }
        self.byBeginning = byBeginning
    }

    /// Keys to probe for one of the places in an address where a township or village may begin.
    public struct Probe: Sendable {
        /// A county has to have one of these **or** one of `villages`.
        public let townships: [String]
        public let villages: [String]
        /// The counties whose own names end there, and no other can match from there on; nil where the address begins:
        /// every county can.
        public let counties: Set<County>?
    }

    /// What to ask the index of names for an address. A county that the address names can answer whether it has such a name
    /// or not: it is in `named`.
    public func probes(of text: String) -> (named: [County], probes: [Probe]) {
        guard let address = Address(text) else { return ([], []) }
        var named: [County] = []
        var byEnd: [Int: Set<County>] = [:]
        for (index, lead) in leads(of: address) {
            if lead.namesCounty, !lead.endsShort, !named.contains(counties[index]) { named.append(counties[index]) }
            if lead.end > 0 { byEnd[lead.end, default: []].insert(counties[index]) }
        }
        let ends =
            [(end: 0, counties: nil)] + byEnd.sorted { $0.key < $1.key }.map { (end: $0.key, counties: $0.value) }
        return (
            named,
            ends.map { end, counties in
                let keys = Gazetteer.keys(of: address, from: end)
                return Probe(townships: keys.townships, villages: keys.villages, counties: counties)
            }
        )
    }

    /// What a text that begins an address says from each place on where a township or village may begin, folded.
    public func rests(of text: String) -> Set<String> {
        guard let address = Address(text) else { return [""] }
        let ends = Set(leads(of: address).map(\.lead.end) + [0])
        return Set(ends.map { address.text($0, address.scalars.count) })
    }

    private func leads(of address: Address) -> [(county: Int, lead: Address.Lead)] {
        (byBeginning[Array(address.scalars.prefix(2))] ?? []).flatMap { index in
            address.leads(names[index]).map { (county: index, lead: $0) }
        }
    }
}
