import GradeModel
import PlaceMatching
import TabularText

/// Names that have not been met: they are matched, and what they come to is kept.
extension RowPlaces {
    /// What a row's cells name.
    mutating func find(_ block: borrowing RecordBlock, _ index: Int) throws -> Found {
        var scope = 0
        if shape.readsCounties, let column = shape.columns[.county] {
            switch try self.scope(countyCell: ByteTable.Key(block, index, nil, column)) {
            case .success(let named): scope = named
            case .failure(let reason):
                let failure = keepFailure(reason.note, township: nil)
                failures[failure].mayBeNoParcel = true
                return Found(Self.failed, failure)
            }
        }
        let key = self.key(block, index)
        if !isAddress, let known = exact.find(key, scope: scope) { return Found(Self.exactTag, known) }
        let bare = splits[scope] ? key.cut(second: addressNumber.split(key)) : key
        let isSplit = bare.second != key.second
        if isSplit, let known = memo.find(bare, scope: scope | Self.splitScope) { return Found(known) }
        if let known = memo.find(key, scope: scope) { return Found(known) }
        return try match(key, bare, scope: scope, isSplit: isSplit)
    }

    /// The cells that name the place, as the tables are keyed by them: township, or nothing, and village or address.
    private func key(_ block: borrowing RecordBlock, _ index: Int) -> ByteTable.Key {
        ByteTable.Key(block, index, shape.columns[.township], shape.columns[.address] ?? shape.columns[.village])
    }

    /// - Parameter bare: the key without the number, and what follows it.
    private mutating func match(
        _ key: ByteTable.Key, _ bare: ByteTable.Key, scope: Int, isSplit: Bool
    ) throws -> Found {
        let bareScope = isSplit ? scope | Self.splitScope : scope
        let township = shape.text(key.firstBytes), place = shape.text(key.secondBytes)
        let beginning = isSplit ? shape.text(bare.secondBytes) : place
        let question = question(township, place)
        var counties = scopes[scope].counties
        var numberIsFree = true
        var isClosed = isSplit && isAddress && AddressNumber.isFreeOfUnknown(behind: beginning)
        // Where only these counties were asked, the number can be set aside.
        var asked: [County]?
        if counties == nil, isSplit, isAddress {
            let candidates = try addressCandidates.find(beginning, of: place, resolver)
            numberIsFree = candidates.numberIsFree
            isClosed = isClosed && numberIsFree
            if numberIsFree, question.township == nil { counties = candidates.counties }
            // By its township a place may be found in a county that its address does not tell.
            if question.township != nil { (asked, isClosed) = (candidates.counties, false) }
        }
        let isTooWide = try counties == nil && resolver.isTooWide(question)
        let resolved = isTooWide ? ResolvedPlace([], of: []) : try self.match(question, in: counties)
        if counties == nil, isSplit, !isAddress, resolved.match.isMatched {
            numberIsFree = try isNumberFree(behindVillage: beginning, in: resolved.searched)
        }
        if memo.count > shape.memoLimit || memo.byteCount > Self.memoBytes { forget() }
        if case .matched(let matches) = resolved.match, matches.count == 1, let matched = matches[0].place {
            let number = number(of: matched, try county(matched.county), scope: scope)
            let tag = Self.tag(matches[0].rule)
            if matches[0].rule == .townshipOmitted { noteVillageAlone(matched.village) }
            if asked?.contains(matched.county) == false { numberIsFree = false }
            memo.insert(
                numberIsFree ? bare : key, scope: numberIsFree ? bareScope : scope, tag: tag, value: UInt32(number))
            return Found(tag, number)
        }
        let failure =
            isTooWide ? keepFailure(.needsCounty, township: nil) : keepFailure(resolved.match, township, place)
        if let (county, found) = resolved.township {
            let loaded = try self.county(county)
            let whole = known.index(ofTownship: found, in: loaded, &pieces, shape)
            failures[failure].whole = whole.map(Int32.init) ?? -1
        }
        failures[failure].mayBeNoParcel =
            NoParcel.mayBe(township: township, place: place)
            || isSplit && NoParcel.mayBe(township: township, place: beginning)
        // Why an address is not known may depend on all of it; what another township has of that name does.
        if case .otherTownship = resolved.match { isClosed = false }
        memo.insert(
            isClosed ? bare : key, scope: isClosed ? bareScope : scope, tag: Self.failed, value: UInt32(failure))
        return Found(Self.failed, failure)
    }

    /// Whether the village is the same with any other number behind it. Names of a county with a digit in them are few.
    private mutating func isNumberFree(behindVillage text: String, in searched: [County]) throws -> Bool {
        guard try resolver.haveSameCandidates(numberBehindVillage: text) else { return false }
        for county in searched where try self.county(county).isNumbered { return false }
        return true
    }

    private mutating func match(_ question: RowQuestion, in counties: [County]?) throws -> ResolvedPlace {
        guard let counties, counties.count == 1 else { return try resolver.match(question, in: counties) }
        return ResolvedPlace([try county(counties[0]).match(question)], of: counties)
    }

    private func question(_ township: String, _ place: String) -> RowQuestion {
        isAddress
            ? RowQuestion(address: place, township: township) : RowQuestion(township: township, village: place)
    }

    /// A place that was matched has its number from when its county was loaded; or gets one.
    private mutating func number(of place: Place, _ loaded: LoadedCounty, scope: Int) -> Int {
        let key = ByteTable.Key(
            shape.encoding.bytes(of: place.township), shape.encoding.bytes(of: place.village))
        if let known = exact.find(key, scope: scope) { return known }
        guard let number = known.index(of: place, in: loaded, &pieces, shape) else {
            preconditionFailure("a gazetteer matches the places it was made of")
        }
        return Int(number)
    }

    private mutating func keepFailure(_ match: GazetteerMatch, _ township: String, _ place: String) -> Int {
        let ditto = ditto(township, place)
        return switch match {
        case .matched(let matches): keepFailure(.ambiguous(matches.compactMap(\.place)), township: nil)
        case .unknownVillage(let found, let near, let otherCounty):
            keepFailure(
                NameKey(place).text.isEmpty
                    ? .noPlace : otherCounty.map { .villageOfOther($0, near) } ?? .unknownVillage(near),
                township: found,
                ditto: ditto)
        case .unknownTownship(let near): keepFailure(.unknownTownship(near), township: nil, ditto: ditto)
        case .townshipOnly(let named):
            keepFailure(.townshipOnly(named), township: named.count == 1 ? named[0].township : nil, ditto: ditto)
        case .otherTownship(let named, let near):
            keepFailure(.otherTownship(named, near, inAddress: isAddress), township: nil, ditto: ditto)
        case .unknownCounty: keepFailure(.unknownCounty, township: nil, ditto: ditto)
        }
    }

    /// That one of the cells that name the place has a mark for the cell above.
    private func ditto(_ township: String, _ place: String) -> Note? {
        if DittoMark.isOne(township) { return .ditto(.township) }
        return DittoMark.isOne(place) ? .ditto(isAddress ? .address : .village) : nil
    }

    /// - Parameter ditto: said in place of the note; the verdict stays.
    private mutating func keepFailure(_ note: Note, township: String?, ditto: Note? = nil) -> Int {
        let verdict: Verdict =
            switch note {
            case .ambiguous: .ambiguous
            case .unknownVillage, .villageOfOther, .noPlace, .townshipOnly, .otherTownship, .needsCounty:
                .unknownVillage
            default: .unknownTownship
            }
        if failures.count > shape.memoLimit || pieces.passing.count > Self.memoBytes { forget() }
        failures.append(
            Failure(
                verdict: verdict.index,
                isWanted: shape.filter.writes(withoutPlaceIn: township),
                place: pieces.append(passing: shape.writer.place(township: township, village: nil)),
                after: pieces.append(passing: shape.writer.after(ditto ?? note, nil))))
        return failures.count - 1
    }

    /// Clears the memo, so that a list of nothing but unknown names takes no more memory than any other.
    mutating func forget() {
        memo.removeAll()
        failures.removeAll(keepingCapacity: true)
        pieces.forgetPassing()
    }
}
