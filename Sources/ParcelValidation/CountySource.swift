public import GradeModel

/// Where validation gets its counties from. Asked by several threads at once, and for each county once or, in a list
/// over many counties, a few times.
public protocol CountySource: Sendable {
    /// Those with this code or exactly this name; none, one or several.
    func counties(named text: String) throws -> [County]
    /// Every county that could hold the place a row names without a county; may hold others too.
    func candidates(for question: PlaceQuestion) throws -> [County]
    /// Every county that could hold it besides, where none of `candidates` does: its cells may hold more than names.
    func furtherCandidates(for question: PlaceQuestion) throws -> [County]
    func table(of county: County) throws -> CountyTable
    /// What its editions publish as base prices; asked only where a list is to be held against them, or calls its land as
    /// one of `pricedSubtypes` is called.
    func prices(of county: County) throws -> CountyPrices
    /// Sub types that any of its editions has prices of.
    func pricedSubtypes() throws -> [String]
    /// About how many villages all counties have together; 0: unknown. Room is kept for them, and used as they come.
    var villageCount: Int { get }
    /// The county, where there is only one.
    func onlyCounty() throws -> County?
    /// Whether addresses that begin with `text` and continue with a number have the same candidates, whatever the number is;
    /// false where that is not known.
    func haveSameCandidates(numberBehind text: String) throws -> Bool
    /// The same of the cells of villages.
    func haveSameCandidates(numberBehindVillage text: String) throws -> Bool
}

extension CountySource {
    public var villageCount: Int { 0 }
    public func prices(of county: County) throws -> CountyPrices { CountyPrices() }
    public func pricedSubtypes() throws -> [String] { [] }
    public func furtherCandidates(for question: PlaceQuestion) throws -> [County] { [] }
    public func onlyCounty() throws -> County? { nil }
    public func haveSameCandidates(numberBehind text: String) throws -> Bool { false }
    public func haveSameCandidates(numberBehindVillage text: String) throws -> Bool { false }
}

/// All that is known of one county for one validation.
public struct CountyTable: Sendable {
    public let county: County
    public let townships: [TownshipEntry]
    /// Villages and aliases of all its editions together, as its gazetteer has them. Each village stands once.
    public let villages: [Place]
    public let aliases: [Alias]
    /// The edition judged by; nil where none was in force.
    public let grades: EditionGrades?
    /// The edition to compare with.
    public let after: EditionGrades?

    public init(
        county: County, townships: [TownshipEntry], villages: [Place], aliases: [Alias], grades: EditionGrades?,
        after: EditionGrades? = nil
    ) {
        self.county = county
        self.townships = townships
        self.villages = villages
        self.aliases = aliases
        self.grades = grades
        self.after = after
    }
}

/// The grades of one edition.
public struct EditionGrades: Sendable {
    public let edition: EditionID
    /// By index in the county's `villages`.
    public let grades: [HeldGrade]
    /// Entries that are about a township as a whole or a part of a village; none in most editions.
    public let scoped: [GradeEntry]
    /// Which of them are in dispute.
    public let disputes: Disputes
    public let isWithdrawn: Bool

    public init(
        edition: EditionID, grades: [HeldGrade], scoped: [GradeEntry] = [], disputes: Disputes = Disputes([]),
        isWithdrawn: Bool = false
    ) {
        self.edition = edition
        self.grades = grades
        self.scoped = scoped
        self.disputes = disputes
        self.isWithdrawn = isWithdrawn
    }
}
