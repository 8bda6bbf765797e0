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
    private let language: Language

    init(_ command: ValidateCommand) {
        self.command = command
        access = StoreAccess(
            store: command.storeOption.store, language: command.language, isQuiet: command.quiet)
        language = command.language
    }

    func run() throws {
        ProcessMemory.returnLargeBlocks()
        let generation =
            if let number = command.generation { try access.openGeneration(number) } else {
                try access.openGeneration()
            }
        var options = try options(generation)
        let input = try openInput()
        let opening = try open(input)
        let kind = OutputKind(command.output)
        try kind.check(command, source: opening.source)
        options.form = kind.form ?? options.form
        // A workbook is for people.
        options.words = command.headings.map { $0 == "words" } ?? (kind == .workbook)
        let counties = StoreCounties(
            generation, asOf: try access.date(command.asOf), edition: try edition(command.edition, generation),
            compareWith: try edition(command.compareWith, generation))
        let list: ListValidation
        let streams = ListStreams(
            total: opening.source.total, language: language,
            // Rows on a terminal: a bar between them would be in their way.
            wantsBar: !command.quiet && (command.output != nil || !StandardStreams.outputIsTerminal))
        do throws(ParcelValidation.ValidationError) {
            list = try ListValidation(opening.source, counties: counties, options: options)
        } catch {
            if let remark = opening.remark { say(remark) }
            throw opening.refused(error)
        }
        // Before anything else, as everything else would read as if all were well.
        if let remark = list.columns.noGrade { say(remark) }
        if let remark = opening.remark { say(remark) }
        if opening.kind == .text { say(list.format) }
        for remark in list.opening { say(remark) }
        say(list.columns)
        for remark in list.columns.remarks { say(remark) }
        let summaryFile = try command.summaryFile.map { path in
            try OutputFile(FilePath(path), besides: input.identity)
        }
        streams.open(try output(kind, of: list, opening.source, besides: input.identity, generation, options))
        let summary = try judge(list, streams, summaryFile)
        if !summary.isFine { throw CommandEnd.no }
    }

    private func judge(
        _ list: ListValidation, _ streams: ListStreams, _ summaryFile: OutputFile?
    ) throws -> ValidationSummary {
        let summary: ValidationSummary
        let seconds: Double
        do throws(ParcelValidation.ValidationError) {
            summary = try list.run(write: { try streams.write($0) }, progress: { streams.show($0) })
            seconds = streams.finish()
        } catch {
            _ = streams.finish()
            throw Self.cause(error)
        }
        let left = try streams.complete(summary)
        for remark in left + list.closing + summary.remarks { say(remark) }
        try tell(summary, list.columns, seconds: seconds, summaryFile)
        return summary
    }

    private func say(_ fact: some Worded) {
        if !command.quiet { program.say(fact.sentence(in: language)) }
    }

    private func tell(
        _ summary: ValidationSummary, _ columns: ColumnMap, seconds: Double, _ file: OutputFile?
    ) throws {
        // Of a short list the rate would tell the time of starting up.
        let rate = summary.rows >= 100_000 && seconds > 0 ? Int(Double(summary.rows) / seconds) : nil
        func json() -> String.UTF8View {
            let json = SummaryJSON.value(
                summary, columns: columns, rate: rate, byTownship: command.byTownship,
                isComparing: command.compareWith != nil)
            return (json.text(pretty: true) + "\n").utf8
        }
        if let file {
            try file.write(Array(json())[...])
            try file.finish()
        }
        switch command.summary.flatMap(SummaryForm.init(rawValue:)) ?? (command.quiet ? .none : .text) {
        case .none: break
        case .text:
            for line in summary.lines(
                columns, rate: rate, byTownship: command.byTownship, isComparing: command.compareWith != nil,
                in: language)
            {
                StandardStreams.complain(line)
            }
        case .json: StandardStreams.write(json())
        }
    }

    private func options(_ generation: Generation) throws -> ValidationOptions {
        var options = ValidationOptions()
        options.landKind = command.landType.map { LandKind($0) } ?? .any
        options.landType =
            try command.landType.flatMap { LandKind.landType($0, []) } ?? access.landType(command.landType)
        options.columns = try command.columnRoles()
        options.units = try command.listUnits()
        options.prices = command.prices
        options.form = command.format.flatMap(ValidationOptions.Form.init(rawValue:)) ?? .csv
        options.onlyProblems = command.onlyProblems
        options.verdicts = command.verdicts
        options.townships = command.onlyTownship.isEmpty ? nil : Set(command.onlyTownship)
        options.onlyChanged = command.onlyChanged
        options.safeCells = command.safeCells
        options.onlyOurColumns = command.onlyOurColumns
        options.numbersRows = command.numbered
        // The more rows a frame has, the more of them share a line.
        if command.numbered { options.chunk = 2 << 20 }
        options.checksCodes = !command.noCodeCheck
        if let name = command.outputEncoding.flatMap(OutputEncodingName.init) {
            options.outputEncoding = name.encoding
            options.outputMark = name.hasMark
        } else if command.output == nil, StandardStreams.outputIsTerminal {
            options.outputEncoding = .utf8
        }
        options.language = language
        options.isComparing = command.compareWith != nil
        if let county = command.county {
            let named = try generation.counties(named: county)
            guard let only = named.first, named.count == 1 else { throw failure(.unknownCounty(county)) }
            options.county = only
        }
        // An empty name is for rows without a place.
        for township in command.onlyTownship where !township.isEmpty {
            if try generation.hasTownship(township, in: options.county) { continue }
            throw CommandEnd.failure(
                try access.unknown(township: township, county: options.county?.code, in: generation))
        }
        return options
    }

    private func edition(_ text: String?, _ generation: Generation) throws -> EditionRecord? {
        guard let id = text.flatMap(EditionID.init) else { return nil }
        guard let record = try generation.edition(id) else { throw failure(.unknownEdition(id)) }
        return record
    }

    private func openInput() throws -> InputFile {
        try InputFile(command.list.flatMap { $0 == "-" ? nil : FilePath($0) })
    }

    private func output(
        _ kind: OutputKind, of list: ListValidation, _ source: any TableSource, besides input: FileIdentity,
        _ generation: Generation, _ options: ValidationOptions
    ) throws -> any ListOutput {
        guard let path = command.output else { return StandardOutput() }
        switch (kind, source as? LayerSource) {
        case (.layer, let source?):
            let copy = try LayerCopy(of: source, to: FilePath(path))
            try copy.begin(columns: list.ourColumns, clearing: list.staleColumns, noting: list.gradeColumn)
            return LayerOutput(copy, CheckedStyles(list, in: language))
        case (.workbook, _):
            let facts = try facts(generation), counties = try counties(generation)
            let sheet = CheckedWorkbook(
                list, try facts.facts(list.columns, counties: counties),
                pageHeading: try facts.pageHeading(counties: counties), options: options,
                byTownship: command.byTownship)
            return WorkbookListOutput(
                try WorkbookOutput(FilePath(path), besides: input, header: sheet.header), sheet)
        default: return TextOutput(try OutputFile(FilePath(path), besides: input))
        }
    }

    /// What was checked, and against what.
    private func facts(_ generation: Generation) throws -> CheckFacts {
        var facts = CheckFacts(generation, in: language)
        facts.list = command.list.flatMap { FilePath($0).lastComponent?.string } ?? "-"
        facts.asOf = try access.date(command.asOf)
        facts.edition = try edition(command.edition, generation)
        facts.compareWith = command.compareWith.flatMap(EditionID.init)
        facts.today = CalendarDate.today
        return facts
    }

    private func counties(_ generation: Generation) throws -> [County] {
        try command.county.map { try generation.counties(named: $0) } ?? generation.counties()
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
        return try ListOpening(
            InputBytes(input), name: path?.lastComponent?.string, reading: reading,
            encodingBeside: { path.flatMap(CodePageFile.encoding) },
            database: path.map { path in { try LayerSource(path, layer: $0, bounds: .command) } })
    }

    private func failure(_ notice: Notice) -> CommandEnd { .failure(notice.sentence(in: language)) }

    /// What reading, writing or the store threw, where it was that.
    private static func cause(_ error: ParcelValidation.ValidationError) -> any Error {
        if case .failed(let cause) = error { cause } else { error }
    }
}
