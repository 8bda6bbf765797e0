/// What an edition can say and a store has no place for: such an edition is refused, and never answered from in part.
public enum EditionPart: String, CaseIterable, Hashable, Sendable {
    case wholeTownship, partOfVillage, termInWords, subtypePrice

    /// Nil where a store can hold all that the edition says.
    public init?(in edition: Edition) {
        if edition.grades.contains(where: \.isWholeTownship) {
            self = .wholeTownship
        } else if edition.grades.contains(where: { $0.part != nil }) {
            self = .partOfVillage
        } else if edition.definitions.contains(where: { $0.termYears == nil }) {
            self = .termInWords
        } else if edition.prices.contains(where: { $0.subtype != nil }) {
            self = .subtypePrice
        } else {
            return nil
        }
    }
}
