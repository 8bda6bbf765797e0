/// The labels in front of values and the headings above them.
struct AnswerLabels: Sendable {
    let match: String
    let asOf: String
    let reading: String
    let origin: String
    let withdrawn: String
    let definition: String
    let rights: String
    let term: String
    let infrastructure: String
    let valuationDate: String
    let basePrice: String
    let citation: String
    let printed: String
    let held: String
    let evidence: String
}

/// Column headers and field labels of lists.
struct ListLabels: Sendable {
    let county: String
    let township: String
    let pinyin: String
    let villages: String
    let village: String
    let kind: String
    let landType: String
    let grade: String
    let disputed: String
    let document: String
    let title: String
    let issue: String
    let publication: String
    let inForce: String
    let contents: String
}
