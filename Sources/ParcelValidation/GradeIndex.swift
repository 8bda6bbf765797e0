import GradeModel

/// What the editions say of each place of a county, by index in its villages: three facts for each, in the order of
/// `LandType.allCases`.
struct GradeIndex: Sendable {
    private let facts: [LandFacts]
    /// Of townships that are graded as a whole for some land type: three facts, in the order of `LandType.allCases`.
    private let townships: [NameBytes: [LandFacts]]

    init(_ table: CountyTable, _ errata: ErratumIDs, _ parts: PartLists, _ laterGrades: LaterGrades) {
        let county = CountyFacts(table, errata, parts, laterGrades)
        facts = county.ofVillages
        townships = county.ofTownships
    }

    /// What is known of a place in this township whose village is not known; nil: nothing is.
    func facts(ofTownship township: String) -> [LandFacts]? { townships[NameBytes(township, "")] }

    /// One for each land type.
    func facts(of village: Int) -> ArraySlice<LandFacts> {
        facts[village * LandType.allCases.count..<(village + 1) * LandType.allCases.count]
    }
}
