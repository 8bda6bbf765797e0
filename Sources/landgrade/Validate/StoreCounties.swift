import GradeLookup
import GradeModel
import GradeStore
import ParcelValidation
import PlaceMatching

/// Counties and their grades for a validation, from one generation. Unchecked: the validation asks from one thread at a
/// time, under the lock of its resolver.
final class StoreCounties: CountySource, @unchecked Sendable {
    private let generation: Generation
    private let lookup: GradeLookup
    /// The edition in force on this day; nil: the newest.
    private let asOf: CalendarDate?
    private let compareWith: EditionRecord?

    init(_ generation: Generation, asOf: CalendarDate?, compareWith: EditionRecord?) {
        self.generation = generation
        lookup = GradeLookup(generation)
        self.asOf = asOf
        self.compareWith = compareWith
    }

    func counties(named text: String) throws -> [County] { try generation.counties(named: text) }

    func candidates(for question: PlaceQuestion) throws -> [County] { try lookup.candidates(question) }

    func table(of county: County) throws -> CountyTable {
        let source = try generation.gazetteerSource(of: county)
        let record = try generation.edition(of: county, inForce: asOf)
        let after = compareWith.flatMap { $0.county.code == county.code ? $0 : nil }
        return CountyTable(
            county: source.county, townships: source.townships, villages: source.villages, aliases: source.aliases,
            grades: try record.map { try grades($0, source) }, after: try after.map { try grades($0, source) })
    }

    private func grades(_ record: EditionRecord, _ source: GazetteerSource) throws -> EditionGrades {
        let confirmed = try generation.errata(in: record.id).filter { $0.status == .confirmed }.map(\.id)
        return EditionGrades(
            edition: record.id, entries: try generation.entries(of: source, in: record.id),
            confirmedErrata: Set(confirmed))
    }
}
