import GradeModel
import PlaceMatching

/// Which counties the place of a row is looked for in.
extension RowPlaces {
    struct Scope: Sendable {
        /// Nil: any.
        let counties: [County]?
        /// Numbers can be set aside.
        let splits: Bool
    }

    mutating func append(_ scope: Scope) {
        scopes.append(scope)
        splits.append(scope.splits && scopes.count < Self.splitScope)
    }

    /// The scope of one county; its places' exact names are put into the table.
    mutating func scope(of county: County) throws -> Int {
        if let known = scopeOfCounty[county.code] { return known }
        // The rows of a county follow each other in most lists: what the names of the counties before came to is asked for
        // no more, and would only keep what is asked for out of the processor's cache.
        if memo.count > Self.fewNames { forget() }
        let scope = scopes.count
        let loaded = try self.county(county)
        let prepared = loaded.places(shape)
        exact.appendScope(prepared, first: known.append(prepared, of: loaded, &pieces, shape.writer))
        let splits = !loaded.isNumbered
        append(Scope(counties: [county], splits: splits))
        scopeOfCounty[county.code] = scope
        return scope
    }

    /// Why a county's cell has no scope.
    struct NoScope: Error {
        let note: Note
    }

    /// The scope of a county's cell, where it names a county of the store, and no other than the one given for the list.
    mutating func scope(countyCell key: ByteTable.Key) throws -> Result<Int, NoScope> {
        if let known = counties.find(key, scope: 0) { return .success(Int(known.value)) }
        let text = shape.text(key.secondBytes)
        if let known = countiesWithoutScope[text] { return .failure(known) }
        func fail(_ note: Note) -> Result<Int, NoScope> {
            if countiesWithoutScope.count > shape.memoLimit { countiesWithoutScope.removeAll() }
            let reason = NoScope(note: note)
            // A cell can be as long as a record.
            if text.utf8.count <= ByteTable.longest { countiesWithoutScope[text] = reason }
            return .failure(reason)
        }
        var scope = 0
        if !NameKey(text).text.isEmpty, WrittenNone.form(text) == nil {
            let named = try resolver.counties(cell: text, isAnyLevel: shape.columns.countyIsAnyLevel)
            guard !named.isEmpty else { return fail(DittoMark.isOne(text) ? .ditto(.county) : .unknownCounty) }
            if let told {
                guard named.contains(told) else { return fail(.otherCounty(told.name)) }
            } else {
                scope = named.count == 1 ? try self.scope(of: named[0]) : scopeOfAny(named)
            }
        }
        if counties.count > shape.memoLimit || counties.byteCount > Self.memoBytes { counties.removeAll() }
        counties.insert(key, scope: 0, tag: 0, value: UInt32(scope))
        return .success(scope)
    }

    /// However it is written, the same counties are one scope.
    private mutating func scopeOfAny(_ named: [County]) -> Int {
        let codes = named.map(\.code).joined(separator: ",")
        if let known = scopeOfCounty[codes] { return known }
        let scope = scopes.count
        append(Scope(counties: named, splits: false))
        exact.appendScope()
        scopeOfCounty[codes] = scope
        return scope
    }

    /// The rows of a county follow each other in most lists.
    mutating func county(_ county: County) throws -> LoadedCounty {
        if let lastCounty, lastCounty.table.county.code == county.code { return lastCounty }
        let loaded = try resolver.county(county)
        lastCounty = loaded
        return loaded
    }
}
