import GradeModel
public import StrictJSON

extension Reconciliation {
    public static let suggestParameters: Set<String> = ["prefix", "cursor", "exact", "type", "limit"]

    public func suggestEntity(_ parameters: QueryParameters) throws -> JSONValue {
        let prefix = parameters["prefix"] ?? ""
        let start = try parameters.number("cursor", in: 0...1_000) ?? 0
        guard prefix.contains(where: { !$0.isWhitespace }), prefix.utf8.count <= Inquiry.longestName else {
            return ["result": .array([])]
        }
        let places = try snapshot.search(prefix, county: nil, limit: start + 20).dropFirst(start)
        return [
            "result": .array(
                places.map { place in
                    [
                        "id": .string(PlaceID(place).text), "name": .string(place.village),
                        "description": .string("\(place.county.name) \(place.township)"),
                        "notable": .array([Self.type]),
                    ]
                })
        ]
    }

    public static func suggestType(_ parameters: QueryParameters) -> JSONValue { ["result": .array([type])] }

    /// The properties that rows can be reconciled by, and be extended with.
    public static func suggestProperty(_ parameters: QueryParameters) -> JSONValue {
        let prefix = parameters["prefix"]?.lowercased() ?? ""
        return [
            "result": .array(
                PlaceProperty.all.filter { $0.id.hasPrefix(prefix) || $0.name.contains(prefix) }.map(\.json))
        ]
    }

    public static let proposalParameters: Set<String> = ["type", "limit"]

    public static func proposals(_ parameters: QueryParameters) throws(Problem) -> JSONValue {
        let limit = try parameters.number("limit", in: 1...1_000) ?? PlaceProperty.all.count
        return [
            "type": .string(parameters["type"] ?? "village"), "limit": .integer(limit),
            "properties": .array(PlaceProperty.all.prefix(limit).map(\.json)),
        ]
    }
}
