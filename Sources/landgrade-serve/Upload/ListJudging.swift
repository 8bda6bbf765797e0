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
    /// The number of the list's first row behind the header, as a person finds it in the sheet or the file.
    let firstRow: Int

    /// Reads the beginning of the list; blocking.
    ///
    /// - Parameter time: for a database: a view in it may have no end.
    init(
        _ request: ListRequest, _ reader: SpoolReader, _ snapshot: Snapshot, for client: Client, time: Duration
    ) throws {
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
        let compared = try request.compareWith.map { id in
            guard let record = try generation.edition(id) else { throw Problem.unknownEdition(id.text) }
            return record
        }
        let counties = StoreCounties(generation, asOf: request.asOf, compareWith: compared)
        do {
            let bytes = SpoolBytes(reader, client)
            let end = ContinuousClock.now + time
            let opening = try ListOpening(bytes, name: nil, reading: request.reading) { layer in
                try UploadedLayer(bytes, layer: layer) { client.isGone || ContinuousClock.now > end }
            }
            firstRow = opening.firstRow
            list = try ListValidation(opening.source, counties: counties, options: options)
        } catch { throw Self.problem(error) }
    }

    /// An error of the list is the client's; any other is the service's own.
    private static func problem(_ error: any Error) -> any Error {
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
                try list.run(write: { _ in }), columns: list.columns, rate: nil, byTownship: true)
        } catch { throw Self.problem(error) }
    }

    /// `utf-8`, `comma`, `township=2,village=3`: how the list was read, for a header.
    var reading: (encoding: String, delimiter: String, columns: String) {
        let names: [Delimiter: String] = [
            .comma: "comma", .tab: "tab", .semicolon: "semicolon", .fullWidthComma: "full-width-comma",
        ]
        let columns = ColumnRole.allCases.compactMap { role in
            list.columns[role].map { "\(role.rawValue)=\($0 + 1)" }
        }
        return (
            list.format.encoding.rawValue, names[list.format.delimiter] ?? "", columns.joined(separator: ",")
        )
    }
}
