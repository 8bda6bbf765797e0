import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeModel
import GradeStore
import TableFiles
import ListChecking
import ParcelValidation
import StrictJSON
import SystemPackage
import SystemSupport
import TabularText

/// One run of `validate`: opens the files, judges the list, reports the summary.
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
        var options = try options(generation)
        let input = try openInput()
        let opening = try open(input)
        let kind = OutputKind(command.output)
        if let refusal = kind.refusal(command, source: opening.source) { throw fail(sentence(refusal)) }
        options.form = kind.form ?? options.form
        let counties = StoreCounties(
            generation, asOf: try access.date(command.asOf), edition: try edition(command.edition, generation),
            compareWith: try edition(command.compareWith, generation))
        let list: ListValidation
        let streams = ListStreams(
            total: opening.source.total, words: notes == .zh ? .chinese : .english, toFile: command.output != nil)
        do throws(ParcelValidation.ValidationError) {
            list = try ListValidation(opening.source, counties: counties, options: options)
        } catch {
            opening.remark.map(say)
            throw failure(error)
        }
        // Before anything else, as everything else would read as if all were well.
        list.columns.noGrade.map(say)
        opening.remark.map(say)
        if opening.kind == .text { StandardStreams.complain("landgrade: \(wording.format(list.format))") }
        list.opening.forEach(say)
        StandardStreams.complain("landgrade: \(wording.columns(list.columns))")
        list.columns.remarks.forEach(say)
        do {
            streams.open(try output(kind, of: list, opening.source, besides: input.identity, generation))
        } catch { throw outputFailure(error) }
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
        do {
            try streams.complete(summary)
        } catch { throw outputFailure(error) }
        list.closing.forEach(say)
        summary.remarks.forEach(say)
        tell(summary, list.columns, seconds: seconds)
        return summary
    }

    private func sentence(_ remark: TableRemark) -> String { notes == .zh ? remark.chinese : remark.english }

    private func say(_ remark: TableRemark) { StandardStreams.complain("landgrade: \(sentence(remark))") }

    private func tell(_ summary: ValidationSummary, _ columns: ColumnMap, seconds: Double) {
        // Of a short list the rate would tell the time of starting up.
        let rate = summary.rows >= 100_000 && seconds > 0 ? Int(Double(summary.rows) / seconds) : nil
        switch command.summary.flatMap(SummaryForm.init(rawValue:)) ?? .text {
        case .none: break
        case .text:
            for line in wording.summary(summary, columns, rate: rate, byTownship: command.byTownship) {
                StandardStreams.complain(line)
            }
        case .json:
            let json = SummaryJSON.value(summary, columns: columns, rate: rate, byTownship: command.byTownship)
            StandardStreams.write((json.text(pretty: true) + "\n").utf8)
        }
    }

    private func options(_ generation: Generation) throws -> ValidationOptions {
        var options = ValidationOptions()
        options.landType = try access.landType(command.landType)
        options.columns = try command.columnRoles()
        options.form = command.format.flatMap(ValidationOptions.Form.init(rawValue:)) ?? .csv
        options.onlyProblems = command.onlyProblems
        options.verdicts = command.verdicts
        options.onlyChanged = command.onlyChanged
        options.safeCells = command.safeCells
        options.checksCodes = !command.noCodeCheck
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
                throw fail(access.language.messages.unknownCounty(ShownText(county, columns: 60)))
            }
            options.county = only
        }
        return options
    }

    private func edition(_ text: String?, _ generation: Generation) throws -> EditionRecord? {
        guard let id = text.flatMap(EditionID.init) else { return nil }
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

    private func output(
        _ kind: OutputKind, of list: ListValidation, _ source: any TableSource, besides input: FileIdentity,
        _ generation: Generation
    ) throws -> any ListOutput {
        guard let path = command.output else { return StandardOutput() }
        switch (kind, source as? LayerSource) {
        case (.layer, let source?):
            let copy = try LayerCopy(of: source, to: FilePath(path))
            try copy.begin(columns: list.ourColumns, clearing: list.staleColumns)
            return LayerOutput(copy)
        case (.workbook, _):
            let columns = list.keptColumns
            let header = WorkbookHeader(
                columns: columns + list.ourColumns.count, listColumns: columns, language: notes == .zh ? .zh : .en,
                rowsSheet: notes == .zh ? "核对结果" : "Rows", summarySheet: notes == .zh ? "汇总" : "Summary")
            let sheet = SummarySheet(
                wording: wording, isChinese: notes == .zh, facts: try facts(generation, list.columns),
                byTownship: command.byTownship,
                areaUnit: list.columns.areaUnit)
            return WorkbookListOutput(try WorkbookOutput(FilePath(path), besides: input, header: header), sheet)
        default: return TextOutput(try OutputFile(FilePath(path), besides: input))
        }
    }

    /// What was checked, and against what.
    private func facts(_ generation: Generation, _ columns: ColumnMap) throws -> [WorkbookSummary.Fact] {
        let isChinese = notes == .zh
        let name = command.list.flatMap { FilePath($0).lastComponent?.string } ?? "-"
        var facts = [WorkbookSummary.Fact(isChinese ? "清单" : "list", ShownText(name).text)]
        if columns[.grade] == nil {
            facts.append(
                WorkbookSummary.Fact(
                    isChinese ? "注意" : "attention",
                    isChinese ? "没有找到“级别”列：本次没有核对任何申报级别" : "no grade column was found: no declared grade is compared"))
        }
        let date = try access.date(command.asOf)
        if let date { facts.append(WorkbookSummary.Fact(isChinese ? "按此日施行的成果" : "as of", "\(date)")) }
        let counties = try command.county.map { try generation.counties(named: $0) } ?? generation.counties()
        let told = try edition(command.edition, generation)
        if let told {
            facts.append(
                WorkbookSummary.Fact(
                    isChinese ? "对照成果版本" : "edition", "\(told.county.name) \(told.id.text)"))
        }
        // A whole country's editions stand in the rows.
        for county in told == nil ? counties.prefix(20) : [] {
            guard let edition = try generation.edition(of: county, inForce: date) else { continue }
            facts.append(
                WorkbookSummary.Fact(
                    isChinese ? "对照成果版本" : "edition", "\(county.name) \(edition.id.text)"))
        }
        if let other = command.compareWith {
            facts.append(WorkbookSummary.Fact(isChinese ? "另与此版本比较" : "compared with", other))
        }
        return facts
    }

    private func outputFailure(_ error: any Error) -> ExitCode {
        switch error {
        case let error as OutputFileError: fail(messages.output(command.output ?? "", error))
        case WorkbookError.output(let error): fail(messages.output(command.output ?? "", error))
        case let error as WorkbookError: fail(error.remark.map(sentence) ?? "\(error)")
        case let error as TableError: fail(sentence(error.remark))
        case let error as StoreError: access.fail(error)
        default: fail(messages.failed(error))
        }
    }

    /// Finds out what the list is.
    private func open(_ input: InputFile) throws -> ListOpening {
        var reading = ListReading()
        reading.encoding = command.encoding.flatMap { TextEncoding(name: $0) }
        reading.delimiter = command.delimiter.flatMap { Delimiter(word: $0) }
        reading.sheet = command.sheet
        reading.headerRow = command.headerRow
        reading.layer = command.layer
        reading.columns = try command.columnRoles()
        reading.landTypeIsTold = command.landType != nil
        let path = command.list.flatMap { $0 == "-" ? nil : FilePath($0) }
        do {
            return try ListOpening(
                InputBytes(input), name: path?.lastComponent?.string, reading: reading,
                encodingBeside: { path.flatMap(CodePageFile.encoding) },
                database: path.map { path in { try LayerSource(path, layer: $0, bounds: .command) } })
        } catch let error as FormatError {
            throw fail(wording.sentence(error))
        } catch { throw readingFailure(error) }
    }

    private func failure(_ error: ParcelValidation.ValidationError) -> ExitCode {
        if let sentence = wording.sentence(error) { return fail(sentence) }
        if case .failed(let cause) = error { return readingFailure(cause) }
        return fail("\(error)")
    }

    private func readingFailure(_ error: any Error) -> ExitCode {
        switch error {
        case let error as StoreError: access.fail(error)
        case let error as InputFileError: fail(messages.input(command.list ?? "-", error))
        case let error as TableError: fail(sentence(error.remark))
        case is WorkbookError: outputFailure(error)
        default: fail(messages.failed(error))
        }
    }

    private func fail(_ sentence: String) -> ExitCode {
        StandardStreams.complain("landgrade: \(sentence)")
        return ExitCode(ExitStatus.failure.rawValue)
    }
}
