import GradeModel
import PlaceMatching

/// Which counties the place of a row is looked for in.
extension RowPlaces {
    struct Scope: Sendable {
        /// Nil: any.
        let counties: [County]?
        /// Numbers can be set aside.
        let splits: Bool
        /// Not nil: in addresses that are not known, too.
        let ends: AddressEnds?
    }

    mutating func append(_ scope: Scope) {
        scopes.append(scope)
        splits.append(scope.splits && scopes.count < Self.splitScope)
    }

    /// The scope of one county; its places' exact names are put into the table.
    mutating func scope(of county: County) throws -> Int {
        if let known = scopeOfCounty[county.code] { return known }
        let scope = scopes.count
        let loaded = try self.county(county)
        let prepared = loaded.places(shape)
        exact.appendScope(prepared, first: known.append(prepared, of: loaded, &pieces, shape.writer))
        let splits = !loaded.isNumbered
        append(Scope(counties: [county], splits: splits, ends: splits && isAddress ? loaded.addressEnds : nil))
        scopeOfCounty[county.code] = scope
        return scope
    }

    /// The scope of a county's cell; nil where no county has that name.
    mutating func scope(countyCell key: ByteTable.Key) throws -> Int? {
        if let known = counties.find(key, scope: 0) { return Int(known.value) }
        let text = shape.text(key.secondBytes)
        var scope = 0
        if !NameKey(text).text.isEmpty {
            let named = try resolver.counties(cell: text)
            guard !named.isEmpty else { return nil }
            scope = named.count == 1 ? try self.scope(of: named[0]) : scopeOfAny(named)
        }
        if counties.count > shape.memoLimit || counties.byteCount > Self.memoBytes { counties.removeAll() }
        counties.insert(key, scope: 0, tag: 0, value: UInt32(scope))
        return scope
    }

    /// However it is written, the same counties are one scope.
    private mutating func scopeOfAny(_ named: [County]) -> Int {
        let codes = named.map(\.code).joined(separator: ",")
        if let known = scopeOfCounty[codes] { return known }
        let scope = scopes.count
        append(Scope(counties: named, splits: false, ends: nil))
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
