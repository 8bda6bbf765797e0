package import GradeModel

/// What `diff` says. Strings that come from an edition are escaped where they are written into a sentence.
package protocol ComparisonSentences: Sendable {
    var olderEdition: String { get }
    var newerEdition: String { get }
    var olderSource: String { get }
    var newerSource: String { get }
    var noDifferences: String { get }
    func comparedDocument(_ document: Document) -> String
    func heading(_ kind: EditionChange.Kind, count: Int) -> String
    func word(_ field: DocumentField) -> String
    func word(_ field: DefinitionField) -> String
    func word(_ scope: GradeScope) -> String
    /// What an entry of a township is about, in the column of villages; without a village, the township as a whole.
    func entryName(_ village: String?, part: String?) -> String
    func word(_ field: TownshipChange.Field) -> String
    func word(_ field: ErratumField) -> String
    func statusWord(_ status: ErratumStatus) -> String
    /// A value that changed, came (no old one) or went (no new one).
    func change(_ name: String, old: String?, new: String?) -> String
    /// A text that got more behind what there was.
    func added(_ name: String, _ text: String) -> String
    /// Behind a village's name: what it was called.
    func former(_ village: String) -> String
    func renamed(township: String, old: String, new: String, _ alias: Alias) -> String
    func compared(_ alias: Alias) -> String
    /// Behind an erratum's id and status: what it is about.
    func comparedErratum(printed: String, held: String) -> String
}
