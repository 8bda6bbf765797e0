import GradeLookup
public import GradeModel
public import GradeStore

extension VillageLayer {
    /// The layer in parts, one for each text in its column of counties, in the order of the features. A layer without
    /// such a column is one part.
    public var partsByCounty: [VillageLayer] {
        var parts: [String?: [Village]] = [:]
        var order: [String?] = []
        for village in villages {
            if parts[village.county] == nil { order.append(village.county) }
            parts[village.county, default: []].append(village)
        }
        guard order.count > 1 else { return [self] }
        return order.map { VillageLayer(self, villages: parts[$0] ?? []) }
    }

    private init(_ whole: VillageLayer, villages: [Village]) {
        (file, name, reference) = (whole.file, whole.name, whole.reference)
        (columns, conversion) = (whole.columns, whole.conversion)
        self.villages = villages
    }

    /// How many features are places of each county, by the newest editions.
    public func counties(in generation: Generation) throws(StoreError) -> [County: Int] {
        let lookup = GradeLookup(generation)
        var counts: [County: Int] = [:]
        for feature in villages {
            guard let village = feature.village else { continue }
            let answer = try lookup.answer(
                Question(place: .names(township: feature.township, village: village), county: feature.county))
            guard answer.outcome == .found, let county = answer.matches.first?.match.county else { continue }
            counts[county, default: 0] += 1
        }
        return counts
    }
}
