/// A base-price definition as `define` shows it.
public struct DefinitionRow: Hashable, Sendable {
    public let county: County
    public let definition: Definition
    /// The table, or the row of it, that the definition stands in.
    public let citation: Citation
    /// The edition grades this land type.
    public let isGraded: Bool
    /// The amounts it publishes for this land type, best grade first.
    public let prices: [BasePrice]
    /// The rates it publishes for this land type.
    public let rates: [CapitalizationRate]

    public init(
        county: County, definition: Definition, citation: Citation, isGraded: Bool, prices: [BasePrice],
        rates: [CapitalizationRate] = []
    ) {
        self.county = county
        self.definition = definition
        self.citation = citation
        self.isGraded = isGraded
        self.prices = prices
        self.rates = rates
    }
}
