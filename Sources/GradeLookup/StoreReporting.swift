public import GradeModel
public import GradeStore

extension Listing {
    /// What `status` reports. `today` is for the age of the valuation dates; without it no age is given.
    public func report(today: CalendarDate?) throws(StoreError) -> StoreReport {
        let status = try generation.status()
        let valuations = try generation.valuationDates()
        let editions = try generation.editions().map { record in
            let date = valuations[record.id]
            return ReportedEdition(
                id: record.id, county: record.county, issued: record.document.issued, origin: record.origin,
                withdrawn: record.withdrawn,
                valuationDate: date, valuationYears: date.flatMap { date in today.map { date.wholeYears(until: $0) } })
        }
        return StoreReport(
            path: status.path, generation: status.generation.number, file: status.generation.file,
            layout: status.schema, counties: status.counties, villages: status.villages, entries: status.entries,
            editions: editions)
    }
}
