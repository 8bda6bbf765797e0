/// The labels in front of values and the headings above them.
package struct AnswerLabels: Sendable {
    package let match: String
    package let asOf: String
    package let reading: String
    package let origin: String
    package let withdrawn: String
    /// Whose land an edition is about.
    package let editionRights: String
    package let definition: String
    package let rights: String
    package let term: String
    package let infrastructure: String
    package let valuationDate: String
    package let basePrice: String
    package let citation: String
    package let printed: String
    package let held: String
    package let evidence: String
}

/// Column headers and field labels of lists.
package struct ListLabels: Sendable {
    package let county: String
    package let township: String
    package let pinyin: String
    package let villages: String
    package let village: String
    package let kind: String
    package let landType: String
    package let grade: String
    package let disputed: String
    package let document: String
    package let title: String
    package let issue: String
    package let publication: String
    package let inForce: String
    package let effective: String
    package let expires: String
    /// Of counts of townships that are graded as a whole, and of parts of villages.
    package let wholeTownships: String
    package let parts: String
    package let contents: String
}
