import GradeModel
import GradeStore
import LookupService
import NIOCore
import ParcelValidation
import StoreValidation
import StrictJSON
import Synchronization
import TabularText

/// An uploaded list, ready to be judged: its columns are found, and nothing of the answer is sent yet.
struct ListJudging: Sendable {
    let list: ListValidation
    private let wording: any ListWording

    /// Reads the beginning of the list; blocking.
    init(_ request: ListRequest, _ reader: SpoolReader, _ snapshot: Snapshot) throws {
        wording = request.options.language.wording
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
        let source = Source(reader)
        let sample = try ListSample { try source.read($0) }
        do {
            let format = try sample.format(encoding: request.encoding, delimiter: request.delimiter)
            list = try ListValidation(format: format, sample: sample.bytes, counties: counties, options: options) {
                try source.read($0)
            }
        } catch let error as FormatError {
            throw Problem.badList(wording.sentence(error))
        } catch let error as ParcelValidation.ValidationError {
            throw Self.problem(error, wording)
        }
    }

    private static func problem(_ error: ParcelValidation.ValidationError, _ wording: any ListWording) -> any Error {
        if let sentence = wording.sentence(error) { return Problem.badList(sentence) }
        if case .failed(let cause) = error { return cause }
        return error
    }

    /// Judges all of it; blocking. The queue gets the checked list.
    func run(into queue: PieceQueue) {
        do {
            _ = try list.run(write: { try queue.write($0) })
            queue.finish()
        } catch { queue.finish(Self.problem(error, wording)) }
    }

    /// Judges all of it and tells the verdicts only; blocking.
    func summary() throws -> JSONValue {
        do {
            return SummaryJSON.value(try list.run(write: { _ in }), rate: nil, byTownship: true)
        } catch { throw Self.problem(error, wording) }
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

    /// The list's own bytes, for one thread at a time.
    private final class Source: Sendable {
        private let reader: Mutex<SpoolReader>
        init(_ reader: SpoolReader) { self.reader = Mutex(reader) }
        func read(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
            // The lock is there for the compiler: `ListValidation` reads from one thread at a time.
            nonisolated(unsafe) let buffer = buffer
            return try reader.withLock { try $0.read(into: buffer) }
        }
    }
}
