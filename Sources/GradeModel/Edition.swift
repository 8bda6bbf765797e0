/// All that one published document says: tables, definitions and what to cite.
public struct Edition: Hashable, Sendable {
    public var id: EditionID
    public var county: County
    public var document: Document
    /// Whose land the edition is about, as printed, where the document distinguishes what one edition can't hold: `国有`,
    /// `集体`. Nil: the document makes no such distinction.
    public var rights: String?
    public var definitions: [Definition]
    public var grades: [GradeEntry]
    public var aliases: [Alias]
    public var errata: [Erratum]
    public var townships: [TownshipEntry]
    /// Empty where the document publishes no amounts.
    public var prices: [BasePrice]
    /// Empty where the document publishes no rate.
    public var rates: [CapitalizationRate]

    public init(
        id: EditionID, county: County, document: Document, rights: String? = nil, definitions: [Definition],
        grades: [GradeEntry], aliases: [Alias], errata: [Erratum], townships: [TownshipEntry], prices: [BasePrice],
        rates: [CapitalizationRate] = []
    ) {
        self.id = id
        self.county = county
        self.document = document
        self.rights = rights
        self.definitions = definitions
        self.grades = grades
        self.aliases = aliases
        self.errata = errata
        self.townships = townships
        self.prices = prices
        self.rates = rates
    }
}

/// An edition with the SHA-256 of the package it was read from and how it came here.
public struct SourcedEdition: Hashable, Sendable {
    public let edition: Edition
    /// 64 lower-case hex digits: the SHA-256 of the package's `datapackage.json`, which in turn names the hash of
    /// every table.
    public let packageSHA256: String
    public let origin: EditionOrigin
    /// The day its source was seen to list it no longer; nil: listed, or never from a source that lists.
    public var withdrawn: CalendarDate?

    public init(
        edition: Edition, packageSHA256: String, origin: EditionOrigin, withdrawn: CalendarDate? = nil
    ) {
        self.edition = edition
        self.packageSHA256 = packageSHA256
        self.origin = origin
        self.withdrawn = withdrawn
    }
}

/// How an edition came into a store.
public enum EditionOrigin: Hashable, Sendable {
    /// Compiled into the program.
    case builtIn
    /// Imported by hand from a folder, without a signature; every answer says so.
    case unsigned
    /// Pulled from the signed feed with this source id.
    case feed(String)

    /// `builtin`, `unsigned` or `feed:county.example/grades`: the form a store keeps.
    public var text: String {
        switch self {
        case .builtIn: "builtin"
        case .unsigned: "unsigned"
        case .feed(let source): "feed:\(source)"
        }
    }

    public init?(text: String) {
        switch text {
        case "builtin": self = .builtIn
        case "unsigned": self = .unsigned
        case let feed where feed.hasPrefix("feed:") && feed.utf8.count > 5: self = .feed(String(feed.dropFirst(5)))
        default: return nil
        }
    }
}
