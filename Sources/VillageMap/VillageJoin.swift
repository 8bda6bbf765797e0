import GradeLookup
public import GradeModel
public import GradeStore
public import SystemSupport

/// The villages of a layer with what the edition in force says of them.
public struct VillageMap: Sendable {
    /// A feature of the layer and the place it was matched to.
    public struct Village: Hashable, Sendable {
        public let feature: VillageLayer.Village
        public let place: PlaceAnswer
    }

    /// A feature that is no place of the county, or could be several.
    public struct Unmatched: Hashable, Sendable {
        public let feature: VillageLayer.Village
        public let answer: Answer
    }

    public let layer: VillageLayer
    public let county: County
    /// The day whose edition it shows; nil: the newest.
    public let asOf: CalendarDate?
    public let edition: EditionRecord
    public let matched: [Village]
    public let unmatched: [Unmatched]
    /// Places that the edition lists and the layer has no feature of.
    public let missing: [Place]

    /// - Parameters:
    ///   - county: its code or name; nil: the one that the layer's villages are in.
    /// - Throws: `MapFault`, or the store's error.
    public init(
        _ layer: VillageLayer, county word: String?, asOf: CalendarDate?, in generation: Generation
    ) throws {
        let lookup = GradeLookup(generation)
        let listing = Listing(generation)
        let named = try listing.counties(word)
        guard !named.isEmpty else { throw MapFault.unknownCounty(word ?? "", known: try listing.fewCounties) }
        guard word == nil || named.count == 1 else { throw MapFault.severalCounties(named.map { ($0, nil) }) }
        var answers: [(VillageLayer.Village, Answer)] = []
        for feature in layer.villages {
            let question = Question(
                place: .names(township: feature.township, village: feature.village ?? ""),
                county: feature.county ?? (word == nil ? nil : named[0].code), asOf: asOf)
            let answer = try Self.answer(question, lookup)
            // The map is of one county: what the layer itself says is in another one is not on it, whatever its name.
            let isElsewhere = word != nil && answer.matches.contains { $0.match.county != named[0] }
            answers.append((feature, isElsewhere ? Self.unknown(question) : answer))
        }
        county = try word == nil ? Self.county(of: answers, layer, named) : named[0]
        guard let record = try listing.inForce(of: county, asOf: asOf),
            let listed = try listing.edition(of: county, asOf: asOf)
        else { throw MapFault.noEdition(county, asOf) }
        (self.layer, self.asOf, edition) = (layer, asOf, record)
        matched = answers.compactMap { feature, answer in
            guard answer.outcome == .found, let place = answer.matches.first else { return nil }
            return Village(feature: feature, place: place)
        }
        unmatched = answers.compactMap { feature, answer in
            answer.outcome == .found ? nil : Unmatched(feature: feature, answer: answer)
        }
        let drawn = Set(matched.compactMap(\.place.match.place))
        missing = listed.villages(VillageFilter()).compactMap(\.place).filter { !drawn.contains($0) }
    }

    /// A row without a name of a village names nothing, whatever its township.
    private static func answer(_ question: Question, _ lookup: GradeLookup) throws -> Answer {
        if case .names(_, let village) = question.place, village.isEmpty {
            return unknown(question)
        }
        return try lookup.answer(question)
    }

    private static func unknown(_ question: Question) -> Answer {
        Answer(question: question, outcome: .unknownVillage, matches: [], suggestions: [])
    }

    /// The only county that any feature was found in.
    private static func county(
        of answers: [(VillageLayer.Village, Answer)], _ layer: VillageLayer, _ held: [County]
    ) throws(MapFault) -> County {
        if held.count == 1 { return held[0] }
        var counts: [County: Int] = [:]
        for (_, answer) in answers where answer.outcome == .found {
            if let county = answer.matches.first?.match.county { counts[county, default: 0] += 1 }
        }
        guard let most = counts.max(by: { $0.value < $1.value }) else { throw .noMatch(layer, held) }
        guard counts.count == 1 else {
            throw .severalCounties(counts.sorted { $0.value > $1.value }.map { ($0.key, $0.value) })
        }
        return most.key
    }
}

extension VillageMap {
    /// What a feature is called, by the layer's own words.
    static func name(_ feature: VillageLayer.Village, in language: Language) -> Sentence {
        let words = [feature.county, feature.township, feature.village].compactMap(\.self).joined(separator: " ")
        guard feature.village == nil else { return "\(excerpt: words, characters: 40)" }
        let number = Int(feature.id)
        return language.pick(
            zh: "\(excerpt: words, characters: 40)（第 \(number) 号，没有村名）",
            en: "\(excerpt: words, characters: 40) (feature \(number), without a village)")
    }
}

/// Why there is no map.
public enum MapFault: Error {
    case unknownCounty(String, known: [County])
    /// With how many villages of the layer were found in each; nil: not counted.
    case severalCounties([(County, Int?)])
    case noMatch(VillageLayer, [County])
    case noEdition(County, CalendarDate?)
    /// No feature has a shape to draw.
    case noShapes(VillageLayer)
}

extension MapFault: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .unknownCounty(let word, let known):
            return language.pick(
                zh: "没有收录县“\(excerpt: word)”\(Self.list(known, in: language))",
                en: "the county \u{2018}\(excerpt: word)\u{2019} is not held\(Self.list(known, in: language))")
        case .severalCounties(let counties):
            let names = counties.prefix(10).map { (county, count) -> Sentence in
                "\(county.name)\(count.map { language.pick(zh: "（\($0) 处）", en: " (\($0))") } ?? "")"
            }.joined(separator: language.pick(zh: "、", en: ", "))
            return language.pick(
                zh: "图层中的村分属多个县：\(names)；请用 --county 指定其中一个",
                en: "the layer's villages are in several counties: \(names); name one with --county")
        case .noMatch(let layer, _):
            let columns = VillageMap.columns(layer, in: language)
            return language.pick(
                zh: "图层的 \(layer.villages.count) 个图形没有一个匹配到已收录的村（\(columns)）；请用 --county 指定县，或用 --columns 指定列",
                en:
                    "none of the layer's \(layer.villages.count) features is a village that is held (\(columns)); name the county with --county, or the columns with --columns"
            )
        case .noEdition(let county, let day):
            let when: Sentence = day.map { "\($0.description)" } ?? ""
            return day == nil
                ? language.pick(zh: "\(county.name)没有成果版本", en: "\(county.name) has no edition")
                : language.pick(
                    zh: "\(county.name)在 \(when) 没有适用的成果版本", en: "no edition of \(county.name) was in force on \(when)")
        case .noShapes(let layer):
            return language.pick(
                zh: "图层“\(excerpt: layer.name)”没有可画的面或点",
                en: "layer \"\(excerpt: layer.name)\" has no areas or points to draw")
        }
    }

    private static func list(_ counties: [County], in language: Language) -> Sentence {
        guard !counties.isEmpty else { return "" }
        let names = counties.map { "\($0.name)" as Sentence }.joined(separator: language.pick(zh: "、", en: ", "))
        return language.pick(zh: "；现有：\(names)", en: "; there are: \(names)")
    }
}
