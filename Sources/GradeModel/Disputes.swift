/// Which entries of an edition are in dispute: what is held is another grade than what is printed, and no person has
/// confirmed the erratum that says so. The one place where this is decided.
///
/// - `proposed`: the entry is in dispute.
/// - `confirmed`: the grade held stands; the printed one and the erratum are still shown.
/// - `rejected`: the printed grade stands and is the one held, so that nothing differs.
public struct Disputes: Hashable, Sendable {
    private let confirmed: Set<String>

    public init(_ errata: [Erratum]) {
        confirmed = Set(errata.filter { $0.status == .confirmed }.map(\.id))
    }

    public func contains(_ entry: GradeEntry) -> Bool {
        contains(held: entry.grade, printed: entry.printedGrade, erratum: entry.erratum)
    }

    public func contains(held: Grade, printed: Grade, erratum: String?) -> Bool {
        held != printed && erratum.map(confirmed.contains) != true
    }
}
