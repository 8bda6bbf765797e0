import GradeModel
import PlaceMatching
import TabularText

/// Judges rows, for one thread. What a row's cells come to is kept in tables keyed by the cells' bytes; a row whose cells
/// are all known is judged and written by the fast path (`RowJudge+Fast`), any other is worked out here and its
/// cells are kept.
struct RowJudge {
    let shape: RowShape
    let resolver: PlaceResolver
    let addressNumber: AddressNumber
    let fastColumns: FastColumns
    let writtenVerdicts: WrittenVerdicts
    let codeSigns = CodeSigns()

    // The bytes of cells, and what they stand for.
    /// Land type and declared grade: `CellReading` numbers, the grade's from bit 8 on. `tag` is 1 where the land type may
    /// be a label of a row that is no parcel.
    var declarations = ByteTable()
    var counties = ByteTable()
    /// Exact names of counties loaded whole, by scope.
    var exact = ExactNames()
    /// Anything else that was asked: `tag` is the rule and `value` a place, or `tag` is `failed` and `value` in `failures`.
    var memo = ByteTable()
    /// Township and place: `tag` is 1 where they may stand in a row that is no parcel.
    var vacancies = ByteTable()

    var places = KnownPlaces()
    var outcomes = OutcomeTable()
    var failures: [Failure] = []
    var failurePieces = Pieces()
    private var scopes: [Scope] = []
    /// By scope: numbers in addresses can be set aside.
    var splits: [Bool] = []
    private var scopeOfCounty: [String: Int] = [:]
    private var lastCounty: LoadedCounty?
    private var addressCandidates: AddressCandidates
    /// Rows whose land type settles them, by `CellReading` number less 3: all our columns.
    var settled: [Pieces.Range] = []
    /// The rule, land type and grades of a row without a place, by land type.
    var betweens: [Pieces.Range] = []
    /// Verdicts of rows without a place and without a warning, by verdict.
    private var befores: [Pieces.Range] = []

    /// The rows written so far are the first `outputCount` bytes; what stands behind them is room.
    var output: [UInt8] = []
    var outputCount = 0
    var scratch: [UInt8] = []
    /// The forms of "none" that stood in grades and in parcel codes.
    private(set) var writtenNone: [ColumnRole: Set<String>] = [:]
    /// Rows by township and verdict.
    var counts = [Int](repeating: 0, count: Verdict.allCases.count)

    /// Nil where there is no area to sum up.
    var areas: AreaSums?

    static let failed: UInt16 = 0xFF
    /// Names with a number set aside are kept apart from names without one.
    static let splitScope = 0x8000
    /// At least so much room is kept behind the output.
    static let room = 1 << 16
    /// Room is kept for so many places at most.
    private static let mostPlaces = 1 << 20
    /// Names of a county or two: where there are more, a list over the whole country, few of them come again.
    static let mostVacancies = 4096
    /// Bytes a memo may grow to before it starts anew.
    private static let memoBytes = 8 << 20

    init(_ shape: RowShape, _ resolver: PlaceResolver) throws {
        self.shape = shape
        self.resolver = resolver
        addressNumber = AddressNumber({ shape.encoding.bytes(of: $0) }, isGB18030: shape.encoding == .gb18030)
        fastColumns = FastColumns(shape)
        addressCandidates = AddressCandidates(limit: shape.memoLimit)
        writtenVerdicts = WrittenVerdicts(shape.filter)
        areas = shape.columns[.area].map { _ in AreaSums() }
        let edition = shape.writer.edition(nil)
        for number in CellReading.outOfScope..<CellReading.twofoldLandType + LandTypeCell.twofold.count {
            settled.append(failurePieces.append(Self.settledPiece(number, [], shape.writer)))
        }
        for landType in LandType.allCases {
            let piece = shape.writer.between(rule: nil, landType: landType, grade: nil, printedGrade: nil) + edition
            betweens.append(failurePieces.append(piece))
        }
        for verdict in Verdict.allCases { befores.append(failurePieces.append(shape.writer.before(verdict))) }
        if case .always(let county) = shape.counties {
            _ = try scope(of: county)
        } else if shape.counties == .any, let only = try resolver.onlyCounty() {
            _ = try scope(of: only)
        } else {
            append(Scope(counties: nil, splits: shape.columns[.address] != nil, ends: nil))
            exact.appendScope()
            // To grow by doubling is to touch all of it twice.
            let count = min(resolver.villageCount, Self.mostPlaces)
            places.reserve(count)
            exact.reserve(count)
        }
    }

    /// The scope of one county; its places' exact names are put into the table.
    private mutating func scope(of county: County) throws -> Int {
        if let known = scopeOfCounty[county.code] { return known }
        let scope = scopes.count
        let loaded = try self.county(county)
        let prepared = loaded.places(shape)
        exact.appendScope(prepared, first: places.append(prepared, of: loaded, shape.writer))
        let splits = !loaded.isNumbered
        let isAddress = shape.columns[.address] != nil
        append(Scope(counties: [county], splits: splits, ends: splits && isAddress ? loaded.addressEnds : nil))
        scopeOfCounty[county.code] = scope
        return scope
    }

    private mutating func append(_ scope: Scope) {
        scopes.append(scope)
        splits.append(scope.splits && scopes.count < Self.splitScope)
    }

    static func tag(_ rule: MatchRule) -> UInt16 { UInt16(MatchRule.allCases.firstIndex(of: rule) ?? 0) }
    static func rule(_ tag: UInt16) -> MatchRule { MatchRule.allCases[Int(tag)] }

    // MARK: one row, slowly

    /// Judges a row and keeps what its cells come to.
    ///
    /// - Parameter mayLeave: a row of which nothing is to be said but what is kept is not written.
    /// - Returns: whether the row was written.
    mutating func judge(
        _ block: borrowing RecordBlock, _ index: Int, isText: Bool, mayLeave: Bool
    ) throws -> Bool {
        if let note = badRow(block, index, isText: isText) {
            writeBad(block, index, note)
            return true
        }
        if let column = shape.columns[.parcelID] {
            note(none: shape.text(block.cell(column, of: index)[...]), in: .parcelID)
        }
        let (landType, declared) = declaration(block, index)
        let warnings = cellWarnings(block, index)
        if landType >= CellReading.outOfScope {
            // Such a row may be no parcel, which its other cells tell: it is never written by the fast path.
            if landType == CellReading.unknownLandType {
                if let kind = noParcel(block, index) {
                    writeBad(block, index, .noParcel(kind))
                    return true
                }
            } else if mayLeave, warnings.isEmpty {
                return false
            }
            let verdict: Verdict = landType == CellReading.outOfScope ? .outOfScope : .unknownLandType
            let piece =
                warnings.isEmpty
                ? bytes(settled[landType - CellReading.outOfScope], failurePieces)
                : Self.settledPiece(landType, warnings, shape.writer)
            write(block, index, isBad: false, piece, verdict: verdict, township: 0)
            return true
        }
        var (found, isKept) = try findPlace(block, index)
        if case .failure(let number) = found, failures[number].whole >= 0 {
            let whole = Int(failures[number].whole)
            // The village does not matter then.
            if places.facts[whole * 3 + landType].isListedAsWhole { found = .place(whole, Self.tag(.township)) }
        }
        switch found {
        case .failure(let number):
            let failure = failures[number]
            if failure.mayBeNoParcel, let kind = noParcel(block, index) {
                writeBad(block, index, .noParcel(kind))
                return true
            }
            let verdict = Verdict.allCases[failure.verdict]
            let all = warnings + codeWarnings(block, index, county: nil, landType: landType)
            if mayLeave, isKept, all.isEmpty, !failure.mayBeNoParcel { return false }
            let before = all.isEmpty ? bytes(failure.before, failurePieces) : shape.writer.before(verdict, all)
            let piece =
                before + bytes(failure.place, failurePieces)
                + bytes(betweens[landType], failurePieces) + bytes(failure.after, failurePieces)
            write(block, index, isBad: false, piece, verdict: verdict, township: 0)
        case .place(let place, let tag):
            let outcome = self.outcome(place: place, landType: landType, tag: tag, declared: declared)
            let verdict = Verdict.allCases[Int(outcome.verdict)]
            let county = places.counties[Int(places.township[place])]
            let all = warnings + codeWarnings(block, index, county: county, landType: landType)
            if mayLeave, isKept, all.isEmpty { return false }
            let before = all.isEmpty ? bytes(outcome.before, outcomes.pieces) : shape.writer.before(verdict, all)
            let piece =
                before + places.names[place] + bytes(outcome.between, outcomes.pieces)
                + places.editions[Int(places.edition[place])] + bytes(outcome.after, outcomes.pieces)
            write(
                block, index, isBad: false, piece, verdict: verdict,
                township: Int(places.township[place]), isWritten: outcome.isWritten)
        }
        return true
    }

    private func bytes(_ range: Pieces.Range, _ pieces: Pieces) -> [UInt8] {
        Array(pieces.bytes[Int(range.offset)..<Int(range.offset + range.count)])
    }

    /// Numbers of the land type and of the declared grade.
    private mutating func declaration(_ block: borrowing RecordBlock, _ index: Int) -> (landType: Int, grade: Int) {
        let first = shape.landType == nil ? shape.columns[.landType] : nil
        let key = ByteTable.Key(block, index, first, shape.columns[.grade])
        let value: UInt32
        if let known = declarations.find(key, scope: 0) {
            value = known.value
        } else {
            let landText = shape.text(key.firstBytes)
            let landType = shape.landType.map(LandTypeCell.landType) ?? LandTypeCell(landText)
            let grade = GradeCell(shape.text(key.secondBytes))
            if shape.columns[.grade] != nil { note(none: shape.text(key.secondBytes), in: .grade) }
            value = UInt32(CellReading.number(of: landType) | CellReading.number(of: grade) << 8)
            if declarations.count > shape.memoLimit || declarations.byteCount > Self.memoBytes {
                declarations.removeAll()
            }
            declarations.insert(key, scope: 0, tag: NoParcel.isVacant(landText) ? 1 : 0, value: value)
        }
        return (Int(value & 0xFF), Int(value >> 8))
    }

    private mutating func note(none text: String, in role: ColumnRole) {
        if let form = WrittenNone.form(text) { writtenNone[role, default: []].insert(form) }
    }

    private mutating func outcome(place: Int, landType: Int, tag: UInt16, declared: Int) -> OutcomeTable.Entry {
        let facts = places.facts[place * 3 + landType]
        let key = OutcomeTable.key(facts, landType: landType, rule: Int(tag), declared: declared)
        let known = OutcomeTable.find(key, outcomes.slots.span, outcomes.entries.span)
        if known >= 0 { return outcomes.entries[known] }
        let outcome = RowOutcome(
            facts, landType: LandType.allCases[landType], rule: Self.rule(tag), declared: CellReading.grade(declared),
            errata: resolver.errata.all, parts: resolver.parts.all)
        outcomes.insert(key, outcome, shape.writer, shape.filter)
        return outcomes.entries[outcomes.entries.count - 1]
    }

    // MARK: the place

    /// What a row's cells name, and whether the tables have it where the fast path looks for it.
    private mutating func findPlace(_ block: borrowing RecordBlock, _ index: Int) throws -> (Found, isKept: Bool) {
        var scope = 0
        if shape.counties == .column, let column = shape.columns[.county] {
            guard let known = try self.scope(countyCell: ByteTable.Key(block, index, nil, column)) else {
                let failure = keepFailure(.unknownCounty, township: nil)
                failures[failure].mayBeNoParcel = true
                return (.failure(failure), false)
            }
            scope = known
        }
        let key = self.key(block, index)
        if let known = exact.find(key, scope: scope) { return (.place(known, Self.tag(.exact)), true) }
        let bare = splits[scope] ? key.cut(second: addressNumber.split(key)) : key
        let isSplit = bare.second != key.second
        let bareScope = isSplit ? scope | Self.splitScope : scope
        if isSplit, let known = memo.find(bare, scope: bareScope) { return (Found(known), true) }
        // An address with a number is looked for without it only.
        let looksWhole = !isSplit || shape.columns[.address] == nil
        if let known = memo.find(key, scope: scope) { return (Found(known), looksWhole) }
        let beginning = shape.text(bare.secondBytes)
        var counties = scopes[scope].counties
        var numberIsFree = true
        var isClosed = isSplit && scopes[scope].ends?.areBefore(numberBehind: beginning) == true
        if counties == nil, isSplit {
            let candidates = try addressCandidates.find(beginning, of: shape.text(key.secondBytes), resolver)
            numberIsFree = candidates.numberIsFree
            isClosed = candidates.isClosed
            if numberIsFree { counties = candidates.counties }
        }
        let question = question(key)
        let isTooWide = try counties == nil && resolver.isTooWide(question)
        let resolved = isTooWide ? ResolvedPlace([], of: []) : try self.match(question, in: counties)
        let match = resolved.match
        if memo.count > shape.memoLimit || memo.byteCount > Self.memoBytes { forget() }
        if case .matched(let matches) = match, matches.count == 1, let matched = matches[0].place {
            let loaded = try county(matched.county)
            let place = number(of: matched, loaded, scope: scope)
            let tag = Self.tag(matches[0].rule)
            let isKept = memo.insert(
                numberIsFree ? bare : key, scope: numberIsFree ? bareScope : scope, tag: tag, value: UInt32(place))
            return (.place(place, tag), isKept && (numberIsFree || looksWhole))
        }
        let failure = isTooWide ? keepFailure(.needsCounty, township: nil) : keepFailure(match)
        if let (county, township) = resolved.township {
            let whole = places.index(ofTownship: township, in: try self.county(county), shape)
            failures[failure].whole = whole.map(Int32.init) ?? -1
        }
        let names = [key, bare].map { (township: shape.text($0.firstBytes), place: shape.text($0.secondBytes)) }
        failures[failure].mayBeNoParcel = names.contains { NoParcel.mayBe(township: $0.township, place: $0.place) }
        // Why an address is not known may depend on all of it.
        let isKept = memo.insert(
            isClosed ? bare : key, scope: isClosed ? bareScope : scope, tag: Self.failed, value: UInt32(failure))
        return (.failure(failure), isKept && (isClosed || looksWhole))
    }

    private mutating func match(_ question: PlaceQuestion, in counties: [County]?) throws -> ResolvedPlace {
        guard let counties, counties.count == 1 else { return try resolver.match(question, in: counties) }
        return ResolvedPlace([try county(counties[0]).match(question)], of: counties)
    }

    /// The rows of a county follow each other in most lists.
    private mutating func county(_ county: County) throws -> LoadedCounty {
        if let lastCounty, lastCounty.table.county.code == county.code { return lastCounty }
        let loaded = try resolver.county(county)
        lastCounty = loaded
        return loaded
    }

    /// Nil where no county has that name.
    private mutating func scope(countyCell key: ByteTable.Key) throws -> Int? {
        if let known = counties.find(key, scope: 0) { return Int(known.value) }
        let text = shape.text(key.secondBytes)
        var scope = 0
        if !NameKey(text).text.isEmpty {
            let named = try resolver.counties(named: text)
            guard !named.isEmpty else { return nil }
            if named.count == 1 {
                scope = try self.scope(of: named[0])
            } else {
                // However it is written, the same counties are one scope.
                let codes = named.map(\.code).joined(separator: ",")
                scope = scopeOfCounty[codes] ?? scopes.count
                if scope == scopes.count {
                    append(Scope(counties: named, splits: false, ends: nil))
                    exact.appendScope()
                    scopeOfCounty[codes] = scope
                }
            }
        }
        if counties.count > shape.memoLimit || counties.byteCount > Self.memoBytes { counties.removeAll() }
        counties.insert(key, scope: 0, tag: 0, value: UInt32(scope))
        return scope
    }

    /// The cells that name the place, as the tables are keyed by them: township and village, or nothing and the address.
    private func key(_ block: borrowing RecordBlock, _ index: Int) -> ByteTable.Key {
        if let address = shape.columns[.address] { return ByteTable.Key(block, index, nil, address) }
        return ByteTable.Key(block, index, shape.columns[.township], shape.columns[.village])
    }

    /// What those cells ask.
    private func question(_ key: ByteTable.Key) -> PlaceQuestion {
        let second = shape.text(key.secondBytes)
        guard shape.columns[.address] == nil else { return .address(second) }
        let name = shape.text(key.firstBytes)
        return .names(township: NameKey(name).text.isEmpty ? nil : name, village: second)
    }

    /// A place that was matched has its number from when its county was loaded; or gets one.
    private mutating func number(of place: Place, _ loaded: LoadedCounty, scope: Int) -> Int {
        let key = ByteTable.Key(
            shape.encoding.bytes(of: place.township), shape.encoding.bytes(of: place.village))
        if let known = exact.find(key, scope: scope) { return known }
        guard let number = places.index(of: place, in: loaded, shape) else {
            preconditionFailure("a gazetteer matches the places it was made of")
        }
        return Int(number)
    }

    private mutating func keepFailure(_ match: GazetteerMatch) -> Int {
        switch match {
        case .matched(let matches): keepFailure(.ambiguous(matches.compactMap(\.place)), township: nil)
        case .unknownVillage(let township, let near): keepFailure(.unknownVillage(near), township: township)
        case .unknownTownship(let near): keepFailure(.unknownTownship(near), township: nil)
        case .townshipOnly(let named):
            keepFailure(.townshipOnly(named), township: named.count == 1 ? named[0].township : nil)
        case .otherTownship(let named, let near): keepFailure(.otherTownship(named, near), township: nil)
        case .unknownCounty: keepFailure(.unknownCounty, township: nil)
        }
    }

    private mutating func keepFailure(_ note: Note, township: String?) -> Int {
        let verdict: Verdict =
            switch note {
            case .ambiguous: .ambiguous
            case .unknownVillage, .townshipOnly, .otherTownship, .needsCounty: .unknownVillage
            default: .unknownTownship
            }
        if failures.count > shape.memoLimit || failurePieces.bytes.count > Self.memoBytes { forget() }
        let writer = shape.writer
        let place = failurePieces.append { writer.appendPlace(township: township, village: nil, to: &$0) }
        let after = failurePieces.append(shape.writer.after(note, nil))
        failures.append(
            Failure(
                verdict: verdict.index, whole: -1, before: befores[verdict.index], place: place, after: after,
                mayBeNoParcel: false))
        return failures.count - 1
    }

    /// Starts the memo anew, so that a list of nothing but odd names takes no more memory than any other.
    private mutating func forget() {
        memo.removeAll()
        failures.removeAll(keepingCapacity: true)
        let kept = [settled, betweens, befores].map { $0.map { bytes($0, failurePieces) } }
        failurePieces.removeAll()
        let ranges = kept.map { $0.map { failurePieces.append($0) } }
        (settled, betweens, befores) = (ranges[0], ranges[1], ranges[2])
    }
}
