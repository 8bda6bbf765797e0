import GradeModel
public import StrictJSON

/// The W3C Reconciliation Service API, version 0.2, over one snapshot: what OpenRefine speaks.
public struct Reconciliation: Sendable {
    /// Queries in one request.
    public static let limit = 1_000
    static let type: JSONValue = ["id": .string("village"), "name": .string("village 村（社区）")]

    let snapshot: Snapshot

    public init(_ snapshot: Snapshot) { self.snapshot = snapshot }

    /// - Parameters:
    ///   - base: where the service is reached, `http://localhost:8624`.
    public static func manifest(base: String) -> JSONValue {
        func service(_ path: String) -> JSONValue {
            ["service_url": .string(base), "service_path": .string(path)]
        }
        return [
            "versions": .array([.string("0.2")]), "name": .string("landgrade 土地级别"),
            "identifierSpace": .string("urn:landgrade:place:"), "schemaSpace": .string("urn:landgrade:property:"),
            "defaultTypes": .array([type]), "batchSize": .integer(100),
            "view": ["url": .string("\(base)/reconcile/preview?id={{id}}")],
            "preview": [
                "url": .string("\(base)/reconcile/preview?id={{id}}"), "width": .integer(430), "height": .integer(300),
            ],
            "suggest": [
                "entity": service("/reconcile/suggest/entity"), "property": service("/reconcile/suggest/property"),
                "type": service("/reconcile/suggest/type"),
            ],
            "extend": [
                "propose_properties": service("/reconcile/properties"), "property_settings": .array([]),
            ],
        ]
    }

    /// Answers `{"q0":{"query":"芙蓉村","properties":[{"pid":"township","v":"金龙镇"}]},…}`.
    public func reconcile(_ text: String) throws -> JSONValue {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: Array(text.utf8), depth: 16, keepsOtherNumbers: true)
        } catch { throw Problem.badJSON(error) }
        guard let queries = value.members else { throw Problem.badShape(at: "queries", expected: .object) }
        guard queries.count <= Self.limit else { throw Problem.tooManyQuestions(limit: Self.limit) }
        return .object(
            try queries.map { member in
                let query = try ReconciliationQuery(member.value, at: "queries.\(member.key)")
                return JSONMember(member.key, ["result": .array(try candidates(query))])
            })
    }

    private func candidates(_ query: ReconciliationQuery) throws -> [JSONValue] {
        guard query.isOfOurType, let question = query.question else { return [] }
        var answer = try snapshot.answer(question)
        if answer.outcome == .unknownVillage, query.township == nil {
            // 金龙镇芙蓉村 in one cell is an address.
            let question = Question(place: .address(query.text), county: query.county)
            let other = try snapshot.answer(question)
            if !other.matches.isEmpty { answer = other }
        }
        let found = answer.matches.compactMap(\.match.place)
        // A township that is graded as a whole has no list that the name could be one of: nothing to reconcile with.
        if !found.isEmpty {
            // One place and no doubt: what a look-up would answer. Several are for a person to choose from.
            let isAnswer = answer.outcome == .found
            return found.prefix(query.limit).map {
                Self.candidate(PlaceID($0), county: $0.county.name, score: isAnswer ? 100 : 50, isAnswer: isAnswer)
            }
        }
        return answer.suggestions.prefix(query.limit).enumerated().compactMap { rank, near in
            guard let township = near.township, let village = near.village else { return nil }
            let id = PlaceID(Place(county: near.county, township: township, village: village, kind: .other))
            return Self.candidate(id, county: near.county.name, score: 40 - rank, isAnswer: false)
        }
    }

    /// A score tells the order, and nothing else.
    private static func candidate(_ id: PlaceID, county: String, score: Int, isAnswer: Bool) -> JSONValue {
        [
            "id": .string(id.text), "name": .string(id.village), "description": .string("\(county) \(id.township)"),
            "type": .array([type]), "score": .integer(score), "match": .bool(isAnswer),
        ]
    }
}

/// One query of a batch.
struct ReconciliationQuery {
    let text: String
    let limit: Int
    let isOfOurType: Bool
    private(set) var township: String?
    private(set) var county: String?

    private static let members: Set<String> = ["query", "type", "limit", "properties", "type_strict"]

    init(_ value: JSONValue, at place: String) throws(Problem) {
        guard let members = value.members else { throw .badShape(at: place, expected: .object) }
        for member in members where !Self.members.contains(member.key) {
            throw .unknownMember(at: place, member.key)
        }
        guard let text = value["query"]?.string else { throw .badShape(at: "\(place).query", expected: .text) }
        self.text = text
        switch value["limit"] {
        case nil, .null: limit = 5
        case .integer(let number): limit = min(max(number, 0), 100)
        case _?: throw .badShape(at: "\(place).limit", expected: .number)
        }
        switch value["type"] {
        case nil, .null: isOfOurType = true
        case .string(let type): isOfOurType = type == "village" || type.isEmpty
        case .array(let types): isOfOurType = types.isEmpty || types.contains(.string("village"))
        case _?: throw .badShape(at: "\(place).type", expected: .text)
        }
        for property in value["properties"]?.array ?? [] {
            switch property["pid"]?.string {
            case "township": township = Self.text(property["v"])
            case "county": county = Self.text(property["v"])
            case let other: throw .unknownMember(at: "\(place).properties", other ?? "")
            }
        }
    }

    /// A cell's text, a reconciled cell's name, or the first of several.
    private static func text(_ value: JSONValue?) -> String? {
        switch value {
        case .string(let text): text.contains { !$0.isWhitespace } ? text : nil
        case .integer(let number): String(number)
        case .otherNumber(let number): number
        case .array(let values): values.first.flatMap(text)
        case .object: text(value?["name"] ?? value?["id"])
        case nil, .null, .bool: nil
        }
    }

    /// Nil where nothing is asked: an empty cell, or one longer than any name.
    var question: Question? {
        for name in [text, township ?? "", county ?? ""] where name.utf8.count > Inquiry.longestName { return nil }
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        return Question(place: .names(township: township, village: text), county: county)
    }
}
