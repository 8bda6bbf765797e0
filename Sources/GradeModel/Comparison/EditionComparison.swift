/// What a county's tables say otherwise in one edition than in another.
///
///     let comparison = try EditionComparison(from: old, to: new)
///     comparison.changes.count { $0.kind == .moved }    // 12
///
/// Where in the document something stands (table and row) is shown and not compared, and neither are the packages'
/// hashes: a table that grew by a row above has not changed below it.
public struct EditionComparison: Hashable, Sendable {
    public let old: ComparedEdition
    public let new: ComparedEdition
    /// The document, townships, definitions, prices, rates; then villages and grades, land type by land type, in the new
    /// edition's order and behind that what went in the old one's; then aliases and errata.
    public let changes: [EditionChange]

    /// Throws where the two are of different counties: nothing of one says anything of the other.
    public init(from old: SourcedEdition, to new: SourcedEdition) throws(ComparisonError) {
        guard old.edition.county.code == new.edition.county.code else {
            throw .otherCounty(old: old.edition.county, new: new.edition.county)
        }
        self.old = ComparedEdition(old)
        self.new = ComparedEdition(new)
        let (old, new) = (old.edition, new.edition)
        let renamings = Renamings(from: old, to: new)
        changes =
            Self.document(old, new) + Self.townships(old, new) + Self.definitions(old, new) + Self.prices(old, new)
            + Self.rates(old, new) + renamings.changes + ComparedEntries(from: old, to: new, renamings).changes
            + Self.aliases(old, new)
            + Self.errata(old, new)
    }

    private init(_ old: ComparedEdition, _ new: ComparedEdition, _ changes: [EditionChange]) {
        self.old = old
        self.new = new
        self.changes = changes
    }

    /// Without what is bound to another land type or another township; what is bound to none stays.
    public func filtered(landType: LandType?, township: String?) -> EditionComparison {
        EditionComparison(
            old, new,
            changes.filter { change in
                (landType == nil || change.landType == nil || change.landType == landType)
                    && (township == nil || change.township == nil || change.township == township)
            })
    }
}

public enum ComparisonError: Error, Hashable, Sendable {
    case otherCounty(old: County, new: County)
}

/// One side of a comparison.
public struct ComparedEdition: Hashable, Sendable {
    public let id: EditionID
    public let county: County
    public let document: Document
    public let packageSHA256: String
    /// In the edition's order.
    public let townships: [String]

    init(_ sourced: SourcedEdition) {
        id = sourced.edition.id
        county = sourced.edition.county
        document = sourced.edition.document
        packageSHA256 = sourced.packageSHA256
        townships = sourced.edition.townships.map(\.name)
    }
}
