import CommandSupport
import GradeModel
import GradeStore
import SystemSupport
import TableFiles
import ListChecking
import LookupService
import NIOCore
import ParcelValidation
import StrictJSON
import TabularText

/// An uploaded list, ready to be judged: its columns are found, and nothing of the answer is sent yet.
struct ListJudging: Sendable {
    let list: ListValidation
    /// `text`, `workbook`, `database` or `dbf`.
    let kind: String
    /// The number of the list's first row behind the header, as a person finds it in the sheet or the file.
    let firstRow: Int
    /// About how many rows there are, where the file says so.
    let statedRows: Int64?
    /// Where the list is in a database. Read by the validation alone, from one thread at a time; a copy is begun before.
    nonisolated(unsafe) let layer: UploadedLayer?
    private let compareWith: EditionID?
    /// What was checked, and against what, and the same in a line; of a workbook alone.
    let facts: (all: [WorkbookSummary.Fact], heading: Sentence)

    /// Reads the beginning of the list; blocking.
    ///
    /// - Parameter time: for a database: a view in it may have no end.
    init(
        _ request: ListRequest, _ reader: SpoolReader, _ snapshot: Snapshot, for client: Client, time: Duration
    ) throws {
        compareWith = request.compareWith
        let generation: Generation
        do {
            generation = try Generation(snapshot.name, in: snapshot.folder)
        } catch StoreError.dangling {
            // Collected after an update in this very moment; the next try meets the new one.
            throw Problem.busy
        }
        var options = request.options
        if let county = request.county {
            let named = try generation.counties(named: county)
            guard let only = named.first, named.count == 1 else { throw Problem.unknownCounty(county) }
            options.county = only
        }
        try Self.checkTownships(request, generation, in: options.county)
        let compared = try request.compareWith.map { id in
            guard let record = try generation.edition(id) else { throw Problem.unknownEdition(id.text) }
            return record
        }
        let counties = StoreCounties(generation, asOf: request.asOf, compareWith: compared)
        do {
            let upload = UploadedTable(reader, client, time: time)
            let opening = try upload.open(request.reading)
            firstRow = opening.firstRow
            statedRows = opening.source.statedRows
            kind = opening.kind.rawValue
            layer = opening.source as? UploadedLayer
            if request.form == .gpkg, layer == nil { throw Problem.noDatabase }
            do throws(ParcelValidation.ValidationError) {
                list = try ListValidation(opening.source, counties: counties, options: options)
            } catch { throw opening.refused(error) }
            facts = request.form == .xlsx ? try Self.facts(request, list.columns, generation) : ([], "")
        } catch { throw Self.problem(error) }
    }

    /// An empty name is for rows without a place.
    private static func checkTownships(_ request: ListRequest, _ generation: Generation, in county: County?) throws {
        for township in request.wanted.townships ?? [] where !township.isEmpty {
            guard try generation.hasTownship(township, in: county) else { throw Problem.unknownTownship(township) }
        }
    }

    private static func facts(
        _ request: ListRequest, _ columns: ColumnMap, _ generation: Generation
    ) throws -> (all: [WorkbookSummary.Fact], heading: Sentence) {
        var facts = CheckFacts(generation, in: request.language)
        facts.asOf = request.asOf
        facts.compareWith = request.compareWith
        facts.today = CalendarDate.today
        let counties = try request.county.map { try generation.counties(named: $0) } ?? generation.counties()
        return (try facts.facts(columns, counties: counties), try facts.pageHeading(counties: counties))
    }

    /// An error of the list is the client's; any other is the service's own.
    static func problem(_ error: any Error) -> any Error {
        switch error {
        case ParcelValidation.ValidationError.failed(let cause): problem(cause)
        case let error as ParcelValidation.ValidationError: Problem.badList(Remark(error))
        case let error as TableError: Problem.badList(Remark(error))
        case let error as FormatError: Problem.badList(Remark(error))
        default: error
        }
    }

    /// Judges all of it; blocking.
    func run(into checked: CheckedList) {
        do {
            _ = try list.run(write: { try checked.write($0) })
            checked.finish()
        } catch { checked.finish(Self.problem(error)) }
    }

    /// Judges all of it and tells the verdicts only; blocking.
    func summary() throws -> JSONValue {
        do {
            return SummaryJSON.value(
                try list.run(write: { _ in }), columns: list.columns, rate: nil, byTownship: true,
                isComparing: compareWith != nil)
        } catch { throw Self.problem(error) }
    }

    /// `utf-8`, `comma`, `township=2,village=3`: how the list was read, for a header.
    var reading: (encoding: String, delimiter: String, columns: String) {
        let columns = ColumnRole.allCases.compactMap { role in
            list.columns[role].map { "\(role.rawValue)=\($0 + 1)" }
        }
        return (
            list.format.encoding.rawValue, list.format.delimiter.word, columns.joined(separator: ",")
        )
    }
}
