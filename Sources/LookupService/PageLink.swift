import AnswerRendering
package import GradeModel
package import SystemSupport

/// Addresses of pages, in the language of the page they stand on.
package struct PageLink: Sendable {
    private let language: Language

    package init(_ language: Language) { self.language = language }

    /// - Parameters:
    ///   - parameters: those without a value are left out.
    package func path(_ path: String, _ parameters: [(name: String, value: String?)] = []) -> String {
        var given = parameters.compactMap { parameter in
            parameter.value.map { "\(parameter.name)=\(Self.encoded($0))" }
        }
        if language == .en { given.append("lang=en") }
        return given.isEmpty ? path : path + "?" + given.joined(separator: "&")
    }

    /// The answer for one place.
    package func place(_ place: Place, asOf date: CalendarDate? = nil) -> String {
        path(
            "/",
            [
                ("county", place.county.code), ("township", place.township), ("village", place.village),
                ("as_of", date?.description),
            ])
    }

    package func township(_ name: String, of county: County, asOf date: CalendarDate? = nil) -> String {
        path("/browse/\(county.code)/\(Self.encoded(name))", [("as_of", date?.description)])
    }

    package func county(_ county: County, asOf date: CalendarDate? = nil) -> String {
        path("/browse", [("county", county.code), ("as_of", date?.description)])
    }

    /// What was offered, as narrow as it is known.
    package func suggestion(_ suggestion: Suggestion, asOf date: CalendarDate? = nil) -> String {
        switch (suggestion.township, suggestion.village) {
        case (let township?, let village?):
            place(
                Place(county: suggestion.county, township: township, village: village, kind: .village), asOf: date)
        case (let township?, nil): self.township(township, of: suggestion.county, asOf: date)
        case (nil, _): county(suggestion.county, asOf: date)
        }
    }

    package func destination(_ destination: Destination, asOf date: CalendarDate? = nil) -> String {
        switch destination {
        case .county(let county): self.county(county, asOf: date)
        case .township(let name, let county): township(name, of: county, asOf: date)
        case .grades(let landType, let grade?, let county?): villages(of: county, landType, grade, asOf: date)
        case .grades(let landType, let grade, let county):
            path(
                "/land",
                [
                    ("county", county?.code), ("land_type", landType.name), ("grade", grade.map { "\($0.rawValue)" }),
                    ("as_of", date?.description),
                ])
        }
    }

    /// The villages of a county that have this grade.
    func villages(of county: County, _ landType: LandType, _ grade: Grade, asOf date: CalendarDate?) -> String {
        path(
            "/browse",
            [
                ("county", county.code), ("land_type", landType.name), ("grade", "\(grade.rawValue)"),
                ("as_of", date?.description),
            ]) + "#villages"
    }

    /// The map of a county; the village, if one is named, is outlined on it.
    package func map(
        of county: County, _ landType: LandType?, asOf date: CalendarDate?, township: String? = nil,
        village: String? = nil
    ) -> String {
        path(
            "/map",
            [
                ("county", county.code), ("land_type", landType?.rawValue), ("as_of", date?.description),
                ("township", township), ("village", village),
            ])
    }

    package func comparison(_ old: EditionID, _ new: EditionID) -> String {
        path("/compare", [("old", old.text), ("new", new.text)])
    }

    /// Percent-encoded, all but letters, digits and `-._~`.
    package static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded += "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}
