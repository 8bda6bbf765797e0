public import GradeModel
public import StrictJSON

/// A fact about a place that rows can be extended with.
struct PlaceProperty: Sendable {
    enum Fact: Sendable {
        case township, county, kind
        case grade(LandType), printedGrade(LandType), outcome(LandType)
        case edition, document, issued, valuationDate
    }

    let id: String
    let name: String
    let fact: Fact

    static let all: [PlaceProperty] =
        [
            PlaceProperty(id: "township", name: "township 乡镇", fact: .township),
            PlaceProperty(id: "county", name: "county 县", fact: .county),
            PlaceProperty(id: "kind", name: "kind 类别", fact: .kind),
        ]
        + LandType.allCases.flatMap { type in
            [
                PlaceProperty(
                    id: "\(type.rawValue)_grade", name: "\(type.rawValue) grade \(type.name)级别", fact: .grade(type)),
                PlaceProperty(
                    id: "\(type.rawValue)_printed_grade", name: "\(type.rawValue) grade as printed \(type.name)印载级别",
                    fact: .printedGrade(type)),
                PlaceProperty(
                    id: "\(type.rawValue)_outcome", name: "\(type.rawValue) outcome \(type.name)结果",
                    fact: .outcome(type)),
            ]
        } + [
            PlaceProperty(id: "edition", name: "edition 成果版本", fact: .edition),
            PlaceProperty(id: "document", name: "document number 文号", fact: .document),
            PlaceProperty(id: "issued", name: "date of issue 发布日期", fact: .issued),
            PlaceProperty(id: "valuation_date", name: "valuation date 估价期日", fact: .valuationDate),
        ]

    var json: JSONValue { ["id": .string(id), "name": .string(name)] }

    /// None where the place has no such fact: unknown is no value, and never 0.
    func values(_ place: PlaceAnswer) -> [JSONValue] {
        func grade(_ grade: Grade?) -> [JSONValue] { grade.map { [["int": .integer($0.rawValue)]] } ?? [] }
        func text(_ text: String?) -> [JSONValue] { text.map { [["str": .string($0)]] } ?? [] }
        func date(_ date: CalendarDate?) -> [JSONValue] { date.map { [["date": .string("\($0)T00:00:00Z")]] } ?? [] }
        let first = place.landTypes.first
        return switch fact {
        case .township: text(place.match.township)
        case .county: text(place.match.county.name)
        case .kind: text(place.match.kind?.rawValue)
        case .grade(let type): grade(place[type]?.grade)
        case .printedGrade(let type): grade(place[type]?.printedGrade)
        case .outcome(let type): text(place[type]?.outcome.rawValue)
        case .edition: text(first?.citation.edition.text)
        case .document: text(first?.citation.document.number)
        case .issued: date(first?.citation.document.issued)
        case .valuationDate: date(first?.definition?.valuationDate)
        }
    }
}

extension PlaceAnswer {
    fileprivate subscript(type: LandType) -> LandTypeAnswer? { landTypes.first { $0.landType == type } }
}

extension Reconciliation {
    /// Answers `{"ids":["430624/金龙镇/芙蓉村"],"properties":[{"id":"orchard_grade"}]}`. A place that is not in the store
    /// has no values.
    public func extend(_ text: String) throws -> JSONValue {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: Array(text.utf8), depth: 16)
        } catch { throw Problem.badJSON(error) }
        guard let ids = value["ids"]?.array else { throw Problem.badShape(at: "extend.ids", expected: .array) }
        guard ids.count <= Self.limit else { throw Problem.tooManyQuestions(limit: Self.limit) }
        guard let asked = value["properties"]?.array else {
            throw Problem.badShape(at: "extend.properties", expected: .array)
        }
        let properties = try asked.map { wanted in
            let id = wanted["id"]?.string ?? ""
            guard let known = PlaceProperty.all.first(where: { $0.id == id }) else {
                throw Problem.unknownMember(at: "extend.properties", id)
            }
            return known
        }
        var rows: [JSONMember] = []
        var seen: Set<String> = []
        for id in ids {
            guard let text = id.string else { throw Problem.badShape(at: "extend.ids", expected: .text) }
            guard seen.insert(text).inserted else { continue }
            let place = try place(text)
            rows.append(
                JSONMember(
                    text, .object(properties.map { JSONMember($0.id, .array(place.map($0.values) ?? [])) })))
        }
        return ["meta": .array(properties.map(\.json)), "rows": .object(rows)]
    }

    /// The place with exactly this id.
    public func place(_ text: String) throws -> PlaceAnswer? {
        guard let id = PlaceID(text) else { return nil }
        let answer = try snapshot.answer(id.question)
        guard answer.outcome == .found, let place = answer.matches.first,
            place.match.place.map(PlaceID.init) == id
        else { return nil }
        return place
    }
}
