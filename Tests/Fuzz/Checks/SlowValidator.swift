import GradeModel
import PlaceMatching
import SystemSupport
import TabularText

@testable import ParcelValidation

/// The validator one would write first: all rows at once, Strings and dictionaries, every row asked of the gazetteer
/// anew, one thread. What it writes is what the fast one must write, byte for byte.
struct SlowValidator {
    let counties: Counties
    let options: ValidationOptions
    let gazetteers: [String: Gazetteer]

    init(counties: Counties, options: ValidationOptions) {
        self.counties = counties
        self.options = options
        let made = counties.tables.map { table in
            Gazetteer(
                county: table.county, townships: table.townships, villages: table.villages, aliases: table.aliases)
        }
        gazetteers = Dictionary(uniqueKeysWithValues: made.map { ($0.county.code, $0) })
    }

    func validate(_ bytes: [UInt8], _ format: ListFormat) throws -> (output: [UInt8], counts: [Verdict: Int]) {
        // UTF-8 takes more room than UTF-16.
        var reader = RecordReader(format: format, sample: bytes, chunk: 2 * bytes.count + 1)
        var block = RecordBlock()
        reader.next(&block) { _ in 0 }
        let encoding = format.encoding.inMemory
        func text(_ bytes: ArraySlice<UInt8>) -> String {
            String(decoding: encoding == .gb18030 ? GB18030.decode(bytes)! : Array(bytes), as: UTF8.self)
        }
        let headers = (0..<Int(block.entries[0].fieldCount)).map { text(block.cell($0, of: 0)) }
        let columns = try ColumnFinder(
            told: options.columns, landTypeIsTold: options.landType != nil, units: options.units
        ).find(headers)
        let hasPrices = columns[.unitPrice] != nil || columns[.amount] != nil || options.prices

        let delimiter = format.delimiter.rawValue
        func cells(_ texts: [String]) -> String {
            texts.map { text in
                let safe = SafeCell.text(text)
                let needsQuotes = safe.contains { $0.isNewline || $0 == "\"" || String($0) == delimiter }
                return delimiter
                    + (needsQuotes
                        ? "\"\(safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
                        : safe)
            }.joined()
        }
        var output: [UInt8] = []
        func write(_ index: Int, _ ours: [String]) {
            let entry = block.entries[index]
            let next = index + 1 < block.recordCount ? Int(block.entries[index + 1].start) : block.byteCount
            var fields = (0..<Int(entry.fieldCount)).map { Array(block.bytes[block.field($0, of: index)]) }
            if fields.count > headers.count, let first = old.first, old == Array(first..<headers.count) {
                // Too many cells of the list's own, and ours behind them.
                let behind = fields.count - old.count
                if Verdict(rawValue: text(block.cell(behind, of: index))) != nil { fields.removeLast(old.count) }
            } else if fields.count <= headers.count {
                fields = fields.indices.filter { !old.contains($0) }.map { fields[$0] }
            }
            let missing = max(headers.count - old.count - max(fields.count, 1), 0)
            output += fields.joined(separator: encoding.bytes(of: delimiter))
            output += encoding.bytes(of: String(repeating: delimiter, count: missing) + cells(ours))
            output += block.bytes[Int(entry.end)..<next]
        }
        let old = OurColumns.places(in: headers.map { HeaderKey($0).whole })
        func ragged(_ cells: [String]) -> Note {
            let own = headers.count - old.count
            let isChecked =
                cells.count > headers.count && !old.isEmpty && old == Array(own..<headers.count)
                && Verdict(rawValue: cells[cells.count - old.count]) != nil
            return isChecked
                ? .ragged(found: cells.count - old.count, expected: own)
                : .ragged(
                    found: cells.count, expected: headers.count,
                    isEmptyBehind: cells.count > headers.count && cells[headers.count...].allSatisfy(\.isEmpty))
        }
        let warns = options.checksCodes && columns[.parcelID] != nil
        write(0, OurColumns(isComparing: options.isComparing, hasWarnings: warns, hasPrices: hasPrices).names)
        var counts: [Verdict: Int] = [:]
        for index in 1..<max(block.recordCount, 1) {
            let entry = block.entries[index]
            let row = SlowRow(validator: self, columns: columns)
            let outcome: SlowOutcome
            let isLast = index + 1 == block.recordCount && Int(entry.end) == block.byteCount
            if NoParcel.isEndMark(block.bytes[Int(entry.start)..<Int(entry.end)], isLast: isLast) {
                outcome = SlowOutcome(.notARow, .noParcel(.blank))
            } else if let fault = block.fault(of: index) {
                outcome = SlowOutcome(.badRow, .badRecord(fault))
            } else if Int(entry.fieldCount) != headers.count {
                let cells = (0..<Int(entry.fieldCount)).map { text(block.cell($0, of: index)) }
                outcome =
                    row.noParcel(cells)
                    ?? SlowOutcome(.badRow, ragged(cells))
            } else if block.bytes[Int(entry.start)..<Int(entry.end)]
                == block.bytes[Int(block.entries[0].start)..<Int(block.entries[0].end)]
            {
                outcome = SlowOutcome(.notARow, .noParcel(.header))
            } else {
                outcome = row.judge((0..<headers.count).map { text(block.cell($0, of: index)) })
            }
            counts[outcome.verdict, default: 0] += 1
            let isProblem =
                !outcome.verdict.isFine || outcome.changed == "yes" || outcome.prices.check?.needsAttention == true
            if isProblem || !options.onlyProblems, options.verdicts?.contains(outcome.verdict) ?? true,
                outcome.changed == "yes" || !options.onlyChanged
            {
                write(index, outcome.texts(options, warns: warns, hasPrices: hasPrices))
            }
        }
        let encoder = OutputEncoder(from: format.encoding, to: options.outputEncoding ?? format.encoding)
        var encoded: [UInt8] = encoder.keepsBytes ? format.prologue : encoder.to.isUTF16 ? encoder.to.byteOrderMark : []
        encoder.encode(output, count: output.count, into: &encoded)
        return (encoded, counts)
    }
}

/// One row, from its cells' texts.
private struct SlowRow {
    let validator: SlowValidator
    let columns: ColumnMap

    func judge(_ cells: [String]) -> SlowOutcome {
        let options = validator.options
        if HeaderAgain(cells, columns) == .same { return SlowOutcome(.notARow, .noParcel(.header)) }
        if let column = columns[.parcelID], NoParcel.isTotal(code: cells[column]) {
            return noParcel(cells) ?? SlowOutcome(.notARow, .noParcel(.total))
        }
        if let column = columns[.parcelID], let fault = ParcelIDFault(cells[column]) {
            return noParcel(cells) ?? SlowOutcome(.badRow, .parcelID(fault))
        }
        if NoParcel.isTotal(cells, columns) { return noParcel(cells) ?? SlowOutcome(.notARow, .noParcel(.total)) }
        for column in columns.otherCodes where ParcelIDFault.isDamaged(otherCode: cells[column]) {
            return noParcel(cells) ?? SlowOutcome(.badRow, .otherCode(columns.headers[column]))
        }
        let landTypeCell =
            (options.landType ?? pricedLandType(cells)).map(LandTypeCell.landType)
            ?? LandTypeCell(cells[columns[.landType]!])
        let noGrade = SlowPrices.noGrade(cells, columns)
        guard case .landType(let landType) = landTypeCell else {
            var outcome: SlowOutcome
            switch landTypeCell {
            case .outOfScope: outcome = SlowOutcome(.outOfScope, nil)
            case .either(let types): outcome = SlowOutcome(.unknownLandType, .landTypeOfEither(types))
            case .contradictory: outcome = SlowOutcome(.unknownLandType, .contradictoryLandType)
            default:
                if let none = noParcel(cells) { return none }
                outcome = SlowOutcome(.unknownLandType, noteOfUnknown(landType: cells[columns[.landType]!]))
            }
            outcome.prices = noGrade
            return outcome
        }
        var outcome: SlowOutcome
        switch match(cells, landType) {
        case .matched(let matches) where matches.count == 1:
            let column = [nil, landType].contains(columns.gradedLandType) ? columns[.grade] : nil
            let kind = options.landType == nil ? LandKind(cells[columns[.landType]!]) : options.landKind
            let grade = column.map { GradeCell(cells[$0], of: landTypeCell, kind: kind) } ?? .none
            outcome = judge(matches[0], landType, grade, cells)
        case .matched(let matches): outcome = SlowOutcome(.ambiguous, .ambiguous(matches.compactMap(\.place)))
        case .unknownVillage(let township, let near, let other):
            let text = (columns[.address] ?? columns[.village]).map { cells[$0] } ?? ""
            outcome = SlowOutcome(unknownVillage: text, township, near, other)
        case .townshipOnly(let named):
            outcome = SlowOutcome(.unknownVillage, .townshipOnly(named))
            if named.count == 1 { outcome.township = named[0].township ?? "" }
        case .otherTownship(let named, let near):
            outcome = SlowOutcome(.unknownVillage, .otherTownship(named, near, inAddress: columns[.address] != nil))
        case .unknownTownship(let near): outcome = SlowOutcome(.unknownTownship, .unknownTownship(near))
        case .unknownCounty: outcome = SlowOutcome(.unknownTownship, .unknownCounty)
        }
        if outcome.rule.isEmpty, outcome.verdict != .ambiguous, let mark = ditto(cells) { outcome.note = mark }
        if let other = otherCounty(cells) { outcome = SlowOutcome(.unknownTownship, other) }
        if outcome.rule.isEmpty, let none = noParcel(cells) { return none }
        if outcome.rule.isEmpty { outcome.prices = noGrade }
        outcome.landType = landType.rawValue
        if options.checksCodes, let column = columns[.parcelID] {
            outcome.warnings = ParcelCode.warnings(of: cells[column], county: outcome.county, landType: landType)
        }
        return outcome
    }

    /// The land type that the edition of the row's county prices a word under.
    private func pricedLandType(_ cells: [String]) -> LandType? {
        guard let column = columns[.landType], otherCounty(cells) == nil else { return nil }
        return LandType.allCases.first { landType in
            guard case .matched(let matches) = match(cells, landType), matches.count == 1 else { return false }
            return SlowPrices.landType(cells[column], validator.counties.prices(of: matches[0].county)) == landType
        }
    }

    private static let dittoMarks = ["〃", "″", "\"", "“", "”", "〞", "''", "同上", "同前"]

    private func key(_ cell: String) -> String { NameKey(cell).text }

    /// What stands for the cell above is not looked up: the township's, else the village's or the address's.
    private func ditto(_ cells: [String]) -> Note? {
        [ColumnRole.township, .village, .address]
            .first { role in columns[role].map { Self.dittoMarks.contains(key(cells[$0])) } ?? false }
            .map(Note.ditto)
    }

    private func noteOfUnknown(landType cell: String) -> Note {
        if key(cell).isEmpty || WrittenNone.form(cell) != nil { return .noLandType }
        let isNumber = LandTypeCell.isCodeAsNumber(cell)
        return Self.dittoMarks.contains(key(cell)) ? .ditto(.landType) : isNumber ? .landTypeAsNumber : .unknownLandType
    }

    /// Where the county's column names no county of the store, or another one than all rows are told to be of.
    private func otherCounty(_ cells: [String]) -> Note? {
        guard let named = namedCounties(cells) else { return nil }
        if named.isEmpty, let column = columns[.county] {
            return Self.dittoMarks.contains(key(cells[column])) ? .ditto(.county) : .unknownCounty
        }
        return validator.options.county.flatMap { named.contains($0) ? nil : .otherCounty($0.name) }
    }

    /// Nil where the row names none.
    private func namedCounties(_ cells: [String]) -> [County]? {
        guard let column = columns[.county], !NameKey(cells[column]).text.isEmpty,
            WrittenNone.form(cells[column]) == nil
        else { return nil }
        return (try? validator.counties.counties(cell: cells[column], isAnyLevel: columns.countyIsAnyLevel)) ?? []
    }

    /// A row that can't be judged as a parcel may be none.
    func noParcel(_ cells: [String]) -> SlowOutcome? {
        NoParcel(cells, columns, landTypeIsTold: validator.options.landType != nil).map {
            SlowOutcome(.notARow, .noParcel($0))
        }
    }

    private func match(_ cells: [String], _ landType: LandType) -> GazetteerMatch {
        let township = columns[.township].map { cells[$0] } ?? ""
        let saysNone = key(township).isEmpty || WrittenNone.form(township) != nil
        func ask(_ gazetteer: Gazetteer) -> GazetteerMatch {
            guard let column = columns[.address] else {
                return gazetteer.match(
                    .names(township: saysNone ? nil : township, village: cells[columns[.village]!]))
            }
            // The column's township and the address have to agree.
            return saysNone
                ? gazetteer.match(.address(cells[column]))
                : gazetteer.match(address: cells[column], inTownship: township)
        }
        let counties =
            validator.options.county.map { [$0] } ?? namedCounties(cells) ?? validator.counties.tables.map(\.county)
        if counties.isEmpty { return .unknownCounty }
        let matches = counties.map { ($0, ask(validator.gazetteers[$0.code]!)) }
        let merged = GazetteerMatch.merged(matches.map(\.1))
        // The village is unknown or not named, one county alone has the township, and grades it as a whole.
        switch merged {
        case .unknownVillage, .townshipOnly: break
        case .matched, .otherTownship, .unknownTownship, .unknownCounty: return merged
        }
        let known = matches.compactMap { county, match -> PlaceMatch? in
            switch match {
            case .unknownVillage(let township?, _, _): PlaceMatch(township: township, of: county)
            case .townshipOnly(let named) where named.count == 1: PlaceMatch(township: named[0].township!, of: county)
            default: nil
            }
        }
        guard known.count == 1, whole(known[0], landType, validator.counties.table(of: known[0].county).grades) != nil
        else { return merged }
        return .matched(known)
    }

    private func whole(_ match: PlaceMatch, _ landType: LandType, _ grades: EditionGrades?) -> GradeEntry? {
        grades?.scoped.first { $0.landType == landType && $0.township == match.township && $0.village == nil }
    }

    /// The parts of a village, in the edition's order.
    private func parts(_ match: PlaceMatch, _ landType: LandType, _ grades: EditionGrades?) -> [PartGrade] {
        let entries = grades?.scoped.filter {
            $0.landType == landType && $0.township == match.township && $0.village == match.village && $0.part != nil
        }
        return (entries ?? []).map { entry in
            PartGrade(
                part: entry.part!, grade: entry.grade, printedGrade: entry.printedGrade,
                isDisputed: grades!.disputes.contains(entry), erratum: entry.erratum)
        }
    }

    private func areAlike(_ parts: [PartGrade]) -> Bool {
        parts.count > 1 && parts.allSatisfy { $0.grade == parts[0].grade && !$0.isDisputed }
    }

    private func judge(
        _ match: PlaceMatch, _ landType: LandType, _ declared: GradeCell, _ cells: [String]
    ) -> SlowOutcome {
        let table = validator.counties.table(of: match.county)
        func entry(_ grades: EditionGrades?) -> HeldGrade? {
            grades?.grades.first {
                let village = table.villages[$0.village]
                return $0.landType == landType && village.township == match.township
                    && village.village == match.village
            }
        }
        // The village's own entry, else its parts if they are all alike, else the township's as a whole.
        func judged(_ grades: EditionGrades?) -> HeldGrade? {
            if let own = entry(grades) { return own }
            let parts = self.parts(match, landType, grades)
            if !parts.isEmpty {
                return areAlike(parts)
                    ? HeldGrade(
                        village: 0, landType: landType, grade: parts[0].grade, printedGrade: parts[0].grade,
                        erratum: nil) : nil
            }
            return whole(match, landType, grades).map {
                HeldGrade(
                    village: 0, landType: landType, grade: $0.grade, printedGrade: $0.printedGrade,
                    erratum: $0.erratum)
            }
        }
        let found = judged(table.grades)
        let parts = entry(table.grades) == nil ? self.parts(match, landType, table.grades) : []
        var outcome = verdict(found, table, landType, declared)
        if !parts.isEmpty, !areAlike(parts), declared != .unreadable {
            outcome = SlowOutcome(.ambiguous, .byPart(parts))
        } else if !parts.isEmpty, areAlike(parts) {
            outcome.note = .alikeByPart(outcome.note, parts)
        } else if parts.isEmpty, entry(table.grades) == nil, found != nil {
            outcome.note = .wholeTownship(outcome.note, isVillageKnown: match.village != nil)
        }
        if table.grades?.isWithdrawn == true { outcome.note = .withdrawn(outcome.note) }
        outcome.township = match.township
        outcome.village = match.village ?? ""
        outcome.county = match.county
        outcome.rule = match.rule.rawValue
        outcome.edition = table.grades?.edition.text ?? ""
        outcome.grade = found?.grade
        if found.map({ isDisputed($0, table.grades) }) == true { outcome.printed = found?.printedGrade }
        if let after = table.after {
            outcome.after = judged(after)?.grade
            outcome.changed = outcome.after == found?.grade ? "no" : "yes"
        }
        // Those of all parts, where they are not alike; both of an entry in dispute.
        func possible(_ edition: EditionGrades?) -> [Grade] {
            var grades: [Grade] = []
            func add(_ grade: Grade) { if !grades.contains(grade) { grades.append(grade) } }
            let parts = entry(edition) == nil ? self.parts(match, landType, edition) : []
            if !parts.isEmpty, !areAlike(parts) {
                for part in parts {
                    add(part.grade)
                    if part.isDisputed { add(part.printedGrade) }
                }
            } else if let found = judged(edition) {
                add(found.grade)
                if isDisputed(found, edition) { add(found.printedGrade) }
            }
            return grades
        }
        let prices = SlowPrices(
            columns: columns, county: validator.counties.prices(of: match.county), landType: landType,
            landText: validator.options.landType == nil
                ? cells[columns[.landType]!] : validator.options.landKind.label,
            grades: possible(table.grades),
            after: possible(table.after))
        outcome.prices = prices.judge(cells)
        let asked = columns[.unitPrice] != nil || columns[.amount] != nil || validator.options.prices
        if asked, let note = outcome.prices.note { outcome.note = .priced(outcome.note, note) }
        return outcome
    }

    private func isDisputed(_ entry: HeldGrade, _ edition: EditionGrades?) -> Bool {
        entry.grade != entry.printedGrade
            && edition?.disputes.contains(
                held: entry.grade, printed: entry.printedGrade, erratum: entry.erratum) ?? true
    }

    private func verdict(
        _ entry: HeldGrade?, _ table: CountyTable, _ landType: LandType, _ declared: GradeCell
    ) -> SlowOutcome {
        var dispute: Dispute?
        if let entry, isDisputed(entry, table.grades) {
            dispute = Dispute(held: entry.grade, printed: entry.printedGrade, erratum: entry.erratum)
        }
        if declared == .unreadable {
            return SlowOutcome(.unreadableGrade, .unreadableGrade(official: entry?.grade, dispute))
        }
        guard let grades = table.grades else { return SlowOutcome(.notPublished, .noEdition) }
        guard let entry else {
            return grades.grades.contains { $0.landType == landType }
                || grades.scoped.contains { $0.landType == landType }
                ? SlowOutcome(.notListed, .notListed) : SlowOutcome(.notPublished, .notPublished)
        }
        guard case .grade(let grade) = declared else {
            return SlowOutcome(.filled, dispute.map(Note.filledDisputed))
        }
        if let dispute {
            return grade == entry.grade || grade == entry.printedGrade
                ? SlowOutcome(.disputed, .disputed(dispute))
                : SlowOutcome(.mismatch, .mismatchDisputed(declared: grade, dispute))
        }
        return grade == entry.grade
            ? SlowOutcome(.ok, nil) : SlowOutcome(.mismatch, .mismatch(declared: grade, official: entry.grade))
    }
}
