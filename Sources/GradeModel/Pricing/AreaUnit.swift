/// A unit of land area. 1 亩 is 2000/3 square metres exactly, a fifteenth of a hectare.
public enum AreaUnit: String, CaseIterable, Hashable, Sendable {
    case squareMetre = "平方米"
    case mu = "亩"
    case hectare = "公顷"
    case squareKilometre = "平方公里"

    /// How many square metres one is.
    public var squareMetres: Fraction {
        switch self {
        case .squareMetre: Fraction(1)
        case .mu: Fraction(2000, 3)
        case .hectare: Fraction(10_000)
        case .squareKilometre: Fraction(1_000_000)
        }
    }

    /// As people, lists and programs write it, letters in any case: `亩`, `市亩`, `mu`; `平方米`, `㎡`, `m²`, `m2`, `平米`;
    /// `公顷`, `ha`, `hm²`; `平方公里`, `km²`. Nil for anything else.
    public init?(word: some StringProtocol) {
        switch word.lowercased() {
        case "平方米", "平米", "㎡", "m²", "m2", "sqm": self = .squareMetre
        case "亩", "市亩", "畝", "mu": self = .mu
        case "公顷", "公頃", "ha", "hm²", "hm2": self = .hectare
        case "平方公里", "平方千米", "km²", "km2", "k㎡": self = .squareKilometre
        default: return nil
        }
    }
}

/// An area of land as a person or a list writes it.
public struct LandArea: Hashable, Sendable {
    /// The number as written: `12.5`.
    public let text: String
    public let number: DecimalNumber
    public let unit: AreaUnit

    public var squareMetres: Fraction? { Fraction(number).multiplied(by: unit.squareMetres) }

    /// Why a text is no area.
    public enum Fault: Error, Hashable, Sendable {
        /// There is no number, or one that is not written as `12`, `12.50` or `1,234.5`.
        case number
        /// There is no unit, and it is never guessed.
        case noUnit
        /// What follows the number is no unit of area that is known.
        case unit(String)
        /// Nothing can be worked out for an area of 0.
        case zero
    }

    /// Reads `12.5亩`, `12.5 亩`, `8333.3㎡`, `１２．５公顷`, `1,234.5 m2`.
    public init(_ text: String) throws(Fault) {
        let halved = String(String.UnicodeScalarView(text.unicodeScalars.map(Self.halfWidth)))
        let trimmed = halved.split(whereSeparator: \.isWhitespace)
        let joined = trimmed.joined(separator: " ")
        let end = joined.firstIndex { !($0.isASCII && ($0.isWholeNumber || $0 == "." || $0 == ",")) }
        let digits = joined[..<(end ?? joined.endIndex)]
        guard let number = DecimalNumber(digits) else { throw .number }
        let word = joined[(end ?? joined.endIndex)...].drop { $0 == " " }
        guard !word.isEmpty else { throw .noUnit }
        guard let unit = AreaUnit(word: word) else { throw .unit(String(word)) }
        guard number.mantissa > 0 else { throw .zero }
        self.text = String(digits)
        self.number = number
        self.unit = unit
    }

    /// Full-width digits, point, comma and letters as the plain ones.
    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
}
