/// One difference between two editions. Where something is given by an old and a new value, no old one means that it
/// came, no new one that it went.
public enum EditionChange: Hashable, Sendable {
    case document(DocumentField, old: String?, new: String?)
    case township(String, TownshipChange)
    case definition(LandType, DefinitionField, old: String?, new: String?)
    case price(LandType, subtype: String?, Grade, old: BasePrice?, new: BasePrice?)
    case rate(LandType, subtype: String?, old: CapitalizationRate?, new: CapitalizationRate?)
    /// The alias is the new edition's own word that the old name and the new one are one village.
    case renamed(township: String, old: String, new: String, alias: Alias)
    case kind(township: String, village: String, old: PlaceKind, new: PlaceKind)
    /// The old edition grades a township, or one village of it, more finely than the new one does, or less.
    case scope(LandType, township: String, village: String?, old: GradeScope, new: GradeScope)
    case entry(EntryChange)
    /// An alias that stands for another village, or is of another kind, than before went and came.
    case aliasCame(Alias)
    case aliasWent(Alias)
    case erratum(id: String, ErratumField, old: Erratum?, new: Erratum?)

    /// What happened, in a word: stable, for programs.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case document
        case townshipCame = "township_came"
        case townshipWent = "township_went"
        case township
        case definition
        case price
        case rate
        case scope
        case moved, came, went, listed, unlisted, disputed, settled, renamed
        case placeKind = "kind"
        case aliasCame = "alias_came"
        case aliasWent = "alias_went"
        case erratum
    }

    public var kind: Kind {
        switch self {
        case .document: .document
        case .township(_, .came): .townshipCame
        case .township(_, .went): .townshipWent
        case .township(_, .detail): .township
        case .definition: .definition
        case .price: .price
        case .rate: .rate
        case .scope: .scope
        case .renamed: .renamed
        case .kind: .placeKind
        case .entry(let change): change.kind
        case .aliasCame: .aliasCame
        case .aliasWent: .aliasWent
        case .erratum: .erratum
        }
    }

    /// The land type it is bound to; nil: none.
    public var landType: LandType? {
        switch self {
        case .definition(let landType, _, _, _), .price(let landType, _, _, _, _), .rate(let landType, _, _, _),
            .scope(let landType, _, _, _, _):
            landType
        case .entry(let change): change.landType
        case .document, .township, .renamed, .kind, .aliasCame, .aliasWent, .erratum: nil
        }
    }

    /// The township it is bound to; nil: none.
    public var township: String? {
        switch self {
        case .township(let name, _): name
        case .renamed(let township, _, _, _), .kind(let township, _, _, _): township
        case .aliasCame(let alias), .aliasWent(let alias): alias.township
        case .scope(_, let township, _, _, _): township
        case .entry(let change): change.township
        case .document, .definition, .price, .rate, .erratum: nil
        }
    }
}

/// What a citation names, and the county as the edition names it.
public enum DocumentField: String, CaseIterable, Hashable, Sendable {
    case number, registration, title, issuer, issued, publication, effective, expires, rights
    case factorTables = "factor_tables"
    case county, province, prefecture
}

public enum DefinitionField: String, CaseIterable, Hashable, Sendable {
    case rights
    case termYears = "term_years"
    case term
    case infrastructure
    case valuationDate = "valuation_date"
}

/// An erratum that came or went is given by its status.
public enum ErratumField: String, CaseIterable, Hashable, Sendable {
    case status, printed, held, evidence
}

public enum TownshipChange: Hashable, Sendable {
    case came, went
    case detail(Field, old: String?, new: String?)

    public enum Field: String, CaseIterable, Hashable, Sendable {
        case pinyin, code, order
    }
}
