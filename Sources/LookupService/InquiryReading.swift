public import AnswerRendering
public import GradeModel
import SystemSupport

/// From parameters to inquiries.
extension Inquiry {
    public static let questionParameters: Set<String> = [
        "township", "village", "address", "county", "land_type", "as_of", "as_printed",
    ]
    public static let valueParameters: Set<String> = [
        "township", "village", "address", "county", "land_type", "area", "years", "as_of",
    ]
    public static let townshipParameters: Set<String> = ["county", "as_of"]
    public static let townshipVillageParameters: Set<String> = ["county", "land_type", "grade", "as_of"]
    public static let villageParameters: Set<String> = [
        "county", "township", "land_type", "grade", "disputed", "as_of",
    ]
    public static let historyParameters: Set<String> = ["county", "township", "village", "address"]
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

    public static func value(_ parameters: QueryParameters) throws(Problem) -> Inquiry {
        .value(
            try value(
                township: parameters["township"], village: parameters["village"], address: parameters["address"],
                county: parameters["county"], landType: parameters["land_type"], area: parameters["area"],
                years: try parameters.number("years", in: yearsAllowed), asOf: parameters["as_of"]))
    }

    /// Longer terms are stated in words and not in years.
    static let yearsAllowed = 1...999

    /// A question about an amount out of its parts, each as a client gave it.
    static func value(
        township: String?, village: String?, address: String?, county: String?, landType: String?, area: String?,
        years: Int?, asOf: String?
    ) throws(Problem) -> ValueQuestion {
        guard let landType else { throw .missingParameter("land_type") }
        guard let area else { throw .missingParameter("area") }
        let place = try question(
            township: township, village: village, address: address, county: county, landType: nil, asOf: asOf,
            asPrinted: false)
        let word = try checked(landType, .landType)
        let land: LandArea
        do throws(LandArea.Fault) {
            land = try LandArea(area)
        } catch { throw .badArea(area, error) }
        return ValueQuestion(
            place: place.place, county: place.county, landType: word, area: land, years: years, asOf: place.asOf)
    }

    /// A question about an amount as the form of a page gives it: the unit stands in a field of its own, and counts where the
    /// area has none behind it.
    public static func value(
        township: String?, village: String?, county: String?, landType: String?, area: String?, unit: String?,
        years: String?, asOf: String?
    ) throws(Problem) -> ValueQuestion {
        let number = try years.map { text throws(Problem) in
            guard let number = wholeNumber(text.utf8, digits: 3), yearsAllowed.contains(number) else {
                throw .badValue(
                    parameter: "years", value: text,
                    allowed: ["\(yearsAllowed.lowerBound) … \(yearsAllowed.upperBound)"])
            }
            return number
        }
        var text = area
        if let area, let unit,
            case .failure(.noUnit) = Result(catching: { () throws(LandArea.Fault) in try LandArea(area) })
        {
            text = area + unit
        }
        return try value(
            township: township, village: village, address: nil, county: county, landType: landType, area: text,
            years: number, asOf: asOf)
    }

    /// A question out of its parts, each as a client gave it.
    public static func question(
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
            try filter(
                township: township, landType: parameters["land_type"], grade: parameters["grade"], disputed: nil),
            county: try checked(county: parameters["county"]), asOf: try date(parameters["as_of"]))
    }

    /// Villages of a county, or of all.
    public static func villages(_ parameters: QueryParameters) throws(Problem) -> Inquiry {
        .villages(
            try filter(
                township: parameters["township"], landType: parameters["land_type"], grade: parameters["grade"],
                disputed: parameters["disputed"]),
            county: try checked(county: parameters["county"]), asOf: try date(parameters["as_of"]))
    }

    /// Conditions of a list, each as a client gave it.
    public static func filter(
        township: String?, landType: String?, grade: String?, disputed: String?
    ) throws(Problem) -> VillageFilter {
        VillageFilter(
            township: try township.map { name throws(Problem) in try checked(name, .township) },
            landType: try landTypeNamed(landType), grade: try self.grade(grade),
            disputed: try disputed.map { text throws(Problem) in
                try QueryParameters.flag(text, of: "disputed")
            })
    }

    public static func history(_ parameters: QueryParameters) throws(Problem) -> Inquiry {
        .history(
            try question(
                township: parameters["township"], village: parameters["village"], address: parameters["address"],
                county: parameters["county"], landType: nil, asOf: nil, asPrinted: false))
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

    public static func grade(_ text: String?) throws(Problem) -> Grade? {
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
        try self[name].map { text throws(Problem) in try Self.flag(text, of: name) } ?? false
    }

    static func flag(_ text: String, of name: String) throws(Problem) -> Bool {
        switch text {
        case "false": return false
        case "true": return true
        default: throw .badValue(parameter: name, value: text, allowed: ["true", "false"])
        }
    }
}
