public import AnswerRendering
public import GradeModel
import SystemSupport

/// From parameters to inquiries.
extension Inquiry {
    public static let questionParameters: Set<String> = [
        "township", "village", "address", "county", "land_type", "as_of", "as_printed",
    ]
    public static let townshipParameters: Set<String> = ["county", "as_of"]
    public static let villageParameters: Set<String> = ["county", "land_type", "grade", "as_of"]
    public static let definitionParameters: Set<String> = ["county", "land_type", "as_of"]
    public static let editionParameters: Set<String> = ["county"]
    public static let differenceParameters: Set<String> = ["land_type", "township"]

    public static func question(_ parameters: QueryParameters) throws(Problem) -> Inquiry {
        .question(
            try question(
                township: parameters["township"], village: parameters["village"], address: parameters["address"],
                county: parameters["county"], landType: parameters["land_type"], asOf: parameters["as_of"],
                asPrinted: try parameters.flag("as_printed")))
    }

    /// A question out of its parts, each as a client gave it.
    static func question(
        township: String?, village: String?, address: String?, county: String?, landType: String?, asOf: String?,
        asPrinted: Bool
    ) throws(Problem) -> Question {
        let place: PlaceQuestion
        switch (village, address) {
        case (nil, nil): throw .noPlace
        case (let village?, nil):
            place = .names(
                township: try township.map { name throws(Problem) in try checked(name, .township) },
                village: try checked(village, .village))
        case (nil, let address?):
            guard township == nil else { throw .placeTwice }
            place = .address(try checked(address, .address))
        case (_?, _?): throw .placeTwice
        }
        return Question(
            place: place, county: try checked(county: county), landType: try landTypeNamed(landType),
            asOf: try date(asOf), asPrinted: asPrinted)
    }

    public static func townships(_ parameters: QueryParameters) throws(Problem) -> Inquiry {
        .townships(county: try checked(county: parameters["county"]), asOf: try date(parameters["as_of"]))
    }

    public static func villages(of township: String, _ parameters: QueryParameters) throws(Problem) -> Inquiry {
        .villages(
            township: try checked(township, .township), county: try checked(county: parameters["county"]),
            landType: try landTypeNamed(parameters["land_type"]), grade: try grade(parameters["grade"]),
            asOf: try date(parameters["as_of"]))
    }

    public static func definitions(_ parameters: QueryParameters) throws(Problem) -> Inquiry {
        .definitions(
            county: try checked(county: parameters["county"]), landType: try landTypeNamed(parameters["land_type"]),
            asOf: try date(parameters["as_of"]))
    }

    public static func editions(_ parameters: QueryParameters) throws(Problem) -> Inquiry {
        .editions(county: try checked(county: parameters["county"]))
    }

    /// What is no id names no edition of any store.
    public static func difference(
        _ old: String, _ new: String, _ parameters: QueryParameters
    ) throws(Problem) -> Inquiry {
        guard let before = EditionID(old) else { throw .unknownEdition(old) }
        guard let after = EditionID(new) else { throw .unknownEdition(new) }
        return .difference(
            old: before, new: after, landType: try landTypeNamed(parameters["land_type"]),
            township: try parameters["township"].map { name throws(Problem) in try checked(name, .township) })
    }

    /// As long as any address is.
    static let longestName = 1024

    public static func checked(_ text: String, _ argument: ArgumentName) throws(Problem) -> String {
        guard text.contains(where: { !$0.isWhitespace }) else { throw .empty(argument) }
        guard text.utf8.count <= longestName else {
            throw .tooLong(argument, length: text.utf8.count, limit: longestName)
        }
        return text
    }

    static func checked(county: String?) throws(Problem) -> String? {
        guard let county else { return nil }
        return try checked(county, .county)
    }

    public static func landTypeNamed(_ word: String?) throws(Problem) -> LandType? {
        guard let word else { return nil }
        guard let landType = LandType(word: word) else { throw .badLandType(word) }
        return landType
    }

    public static func date(_ text: String?) throws(Problem) -> CalendarDate? {
        guard let text else { return nil }
        guard let date = CalendarDate(text) else { throw .badDate(text) }
        return date
    }

    private static func grade(_ text: String?) throws(Problem) -> Grade? {
        guard let text else { return nil }
        guard let grade = Grade(label: text) ?? wholeNumber(text.utf8, digits: 2).flatMap(Grade.init(rawValue:)) else {
            throw .badGrade(text)
        }
        return grade
    }
}

extension QueryParameters {
    /// `true` or `false`; a missing one is false.
    public func flag(_ name: String) throws(Problem) -> Bool {
        switch self[name] {
        case nil, "false": return false
        case "true": return true
        case let value?: throw .badValue(parameter: name, value: value, allowed: ["true", "false"])
        }
    }
}
