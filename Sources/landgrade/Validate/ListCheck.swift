import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeModel
import GradeStore
import ParcelValidation
import StoreValidation
import StrictJSON
import SystemPackage
import TabularText

/// One run of `validate`: files opened, list judged, summary told.
struct ListCheck {
    private let command: ValidateCommand
    private let access: StoreAccess
    private let wording: any ListWording
    private let messages: FileMessages
    private let notes: NoteLanguage

    init(_ command: ValidateCommand) {
        self.command = command
        access = StoreAccess(store: command.store, language: command.language)
        notes = command.language == .zh ? .zh : .en
        wording = notes.wording
        messages = FileMessages(language: command.language)
    }

    func run() throws {
        let generation = try access.openGeneration()
        let options = try options(generation)
        let input = try openInput()
        let streams = ListStreams(
            input, words: notes == .zh ? .chinese : .english, toFile: command.output != nil)
        let (format, sample) = try detect(input)
        let counties = StoreCounties(
            generation, asOf: try access.date(command.asOf), compareWith: try edition(generation))
        let list: ListValidation
        do throws(ParcelValidation.ValidationError) {
            list = try ListValidation(format: format, sample: sample, counties: counties, options: options) {
                try streams.read($0)
            }
        } catch { throw failure(error) }
        StandardStreams.complain("landgrade: \(wording.format(format))")
        StandardStreams.complain("landgrade: \(wording.columns(list.columns))")
        streams.open(try command.output.map { try openOutput($0, besides: input.identity) })
        let summary = try judge(list, streams)
        if !summary.isFine { throw ExitCode(ExitStatus.no.rawValue) }
    }

    private func judge(_ list: ListValidation, _ streams: ListStreams) throws -> ValidationSummary {
        let summary: ValidationSummary
        let seconds: Double
        do throws(ParcelValidation.ValidationError) {
            summary = try list.run(write: { try streams.write($0) }, progress: { streams.show($0) })
            seconds = streams.finish()
        } catch {
            _ = streams.finish()
            throw failure(error)
        }
        do throws(OutputFileError) {
            try streams.output?.finish()
        } catch { throw fail(messages.output(command.output ?? "", error)) }
        tell(summary, seconds: seconds)
        return summary
    }

    private func tell(_ summary: ValidationSummary, seconds: Double) {
        // Of a short list the rate would tell the time of starting up.
        let rate = summary.rows >= 100_000 && seconds > 0 ? Int(Double(summary.rows) / seconds) : nil
        switch command.summary.flatMap(SummaryForm.init(rawValue:)) ?? .text {
        case .none: break
        case .text:
            for line in wording.summary(summary, rate: rate, byTownship: command.byTownship) {
                StandardStreams.complain(line)
            }
        case .json:
            let json = SummaryJSON.value(summary, rate: rate, byTownship: command.byTownship)
            StandardStreams.write((json.text(pretty: true) + "\n").utf8)
        }
    }

    private func options(_ generation: Generation) throws -> ValidationOptions {
        var options = ValidationOptions()
        options.landType = try access.landType(command.landType)
        options.columns = try command.columnRoles()
        options.form = command.format.flatMap(ValidationOptions.Form.init(rawValue:)) ?? .csv
        options.onlyProblems = command.onlyProblems
        options.safeCells = command.safeCells
        if let name = command.outputEncoding.flatMap(OutputEncodingName.init) {
            options.outputEncoding = name.encoding
            options.outputMark = name.hasMark
        } else if command.output == nil, StandardStreams.outputIsTerminal {
            options.outputEncoding = .utf8
        }
        options.language = notes
        options.isComparing = command.compareWith != nil
        if let county = command.county {
            let named: [County]
            do throws(StoreError) {
                named = try generation.counties(named: county)
            } catch { throw access.fail(error) }
            guard let only = named.first, named.count == 1 else {
                throw fail(access.language.messages.unknownCounty(ShownText(county, limit: 60)))
            }
            options.county = only
        }
        return options
    }

    private func edition(_ generation: Generation) throws -> EditionRecord? {
        guard let id = command.compareWith.flatMap(EditionID.init) else { return nil }
        let record: EditionRecord?
        do throws(StoreError) {
            record = try generation.edition(id)
        } catch { throw access.fail(error) }
        guard let record else { throw fail(access.language.messages.unknownEdition(id)) }
        return record
    }

    private func openInput() throws -> InputFile {
        let path = command.list.flatMap { $0 == "-" ? nil : $0 }
        do throws(InputFileError) {
            return try InputFile(path.map { FilePath($0) })
        } catch { throw fail(messages.input(path ?? "-", error)) }
    }

    private func openOutput(_ path: String, besides input: FileIdentity) throws -> OutputFile {
        do throws(OutputFileError) {
            return try OutputFile(FilePath(path), besides: input)
        } catch { throw fail(messages.output(path, error)) }
    }

    /// Reads the sample that tells how the list is written.
    private func detect(_ input: InputFile) throws -> (ListFormat, [UInt8]) {
        let sample: ListSample
        do {
            sample = try ListSample { try input.read(into: $0) }
        } catch let error as InputFileError {
            throw fail(messages.input(command.list ?? "-", error))
        } catch { throw fail(messages.failed(error)) }
        do throws(FormatError) {
            let format = try sample.format(
                encoding: command.encoding.flatMap { TextEncoding(name: $0) },
                delimiter: command.delimiter.flatMap { Delimiter(word: $0) })
            return (format, sample.bytes)
        } catch { throw fail(wording.sentence(error)) }
    }

    private func failure(_ error: ParcelValidation.ValidationError) -> ExitCode {
        if let sentence = wording.sentence(error) { return fail(sentence) }
        if case .failed(let cause) = error {
            if let error = cause as? StoreError { return access.fail(error) }
            if let error = cause as? InputFileError { return fail(messages.input(command.list ?? "-", error)) }
            return fail(messages.failed(cause))
        }
        return fail("\(error)")
    }

    private func fail(_ sentence: String) -> ExitCode {
        StandardStreams.complain("landgrade: \(sentence)")
        return ExitCode(ExitStatus.failure.rawValue)
    }
}
