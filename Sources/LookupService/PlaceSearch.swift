import AnswerRendering
import GradeLookup
import GradeModel
import GradeStore
import PlaceMatching
import StrictJSON
import SystemSupport

/// Places by what somebody has typed so far.
extension Snapshot {
    public static let searchParameters: Set<String> = ["q", "county", "limit"]
    /// Above so many counties a search has to say in which.
    private static let mostCounties = 50

    /// `{"places":[{"id":…,"county":…,"township":…,"village":…,"kind":…}]}`
    public func search(_ parameters: QueryParameters) throws -> [UInt8] {
        guard let text = parameters["q"] else { throw Problem.missingParameter("q") }
        let places = try search(
            Inquiry.checked(text, .village), county: Inquiry.checked(county: parameters["county"]),
            limit: parameters.number("limit", in: 1...100) ?? 20)
        let value: JSONValue = [
            "places": .array(
                places.map { place in
                    [
                        "id": .string(PlaceID(place).text),
                        "county": ["code": .string(place.county.code), "name": .string(place.county.name)],
                        "township": .string(place.township), "village": .string(place.village),
                        "kind": .string(place.kind.rawValue),
                    ]
                })
        ]
        return Array((value.text() + "\n").utf8)
    }

    func search(_ text: String, county: String?, limit: Int) throws -> [Place] {
        try withLookup { lookup, generation in
            let counties = try county.map { try generation.counties(named: $0) } ?? generation.counties()
            if let county, counties.isEmpty { throw Problem.unknownCounty(county) }
            guard counties.count <= Self.mostCounties else { throw Problem.missingParameter("county") }
            var found: [Place] = []
            for county in counties where found.count < limit {
                found += try lookup.gazetteer(of: county).search(text, limit: limit - found.count)
            }
            return found
        }
    }
}

extension QueryParameters {
    /// A whole number in plain digits; nil where there is none.
    public func number(_ name: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
        guard let text = self[name] else { return nil }
        guard let number = wholeNumber(text.utf8, digits: 9), range.contains(number) else {
            throw .badValue(parameter: name, value: text, allowed: ["\(range.lowerBound) … \(range.upperBound)"])
        }
        return number
    }
}
