import GradeModel

/// Why a village of the county is unknown nevertheless: another county is named behind it, 芙蓉村（汨罗市）.
extension Gazetteer {
    /// The same match, with the county that the cell names behind a village.
    func withOtherCounty(_ match: GazetteerMatch, of cell: String) -> GazetteerMatch {
        guard case .unknownVillage(let township, let near, nil) = match, let county = countyBehindVillage(cell) else {
            return match
        }
        return .unknownVillage(township: township, near, otherCounty: county)
    }

    /// The other county that a cell names behind a village of this one; nil where there is no such village, or none.
    private func countyBehindVillage(_ cell: String) -> String? {
        // A list of unknown names has few of these characters.
        guard cell.unicodeScalars.contains(where: Self.endsOfCounties.contains), let address = Address(cell) else {
            return nil
        }
        let reading = read(address)
        let starts = reading.townships.map(\.end) + reading.leads.filter { !$0.endsShort }.map(\.end)
        for start in starts {
            guard let end = villageEnd(address, from: start) else { continue }
            let tail = AddressTail(address.scalars[end...])
            // What became of the village first: 现属汨罗市 is no name.
            for place in tail.connected.map(\.index) {
                if let county = address.otherCounty(from: place, leadNames) { return county }
            }
            for place in tail.open(isApart: address.isApart) {
                let isWhole = !address.beginsBracket(at: place)
                if let county = address.otherCounty(from: place, leadNames, isWhole: isWhole) { return county }
            }
        }
        return nil
    }

    /// As the grammar of addresses has them: `Address.otherCounty`.
    private static let endsOfCounties = FewScalars("市县旗縣".unicodeScalars)
}
