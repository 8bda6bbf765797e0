import GradeModel

/// Kinds of land by the words of the editions themselves: an edition that prices 经济林 under 林地 says where 经济林 belongs in
/// its county, whatever standards say. Shared by the threads.
final class PricedKinds: @unchecked Sendable {
    private let lock = Lock()
    private let source: any CountySource
    private var words: Set<String>?  // guarded by `lock`
    /// By the county's code: kinds that its edition prices under one land type.
    private var landTypes: [String: [String: LandType]] = [:]  // guarded by `lock`

    init(_ source: any CountySource) { self.source = source }

    /// A pre-check of `landType`: whether any edition has prices of such a kind. A list without these words asks no county.
    ///
    /// - Parameter key: as `LandTypeCell.key` folds it.
    func mayBe(_ key: String) throws -> Bool {
        try lock.withLock {
            if let words { return words.contains(key) }
            let known = Set(try source.pricedSubtypes().flatMap(LandKind.words))
            words = known
            return known.contains(key)
        }
    }

    /// Nil where the county's edition has no price of this kind, or has it under more than one land type.
    func landType(_ key: String, in county: County) throws -> LandType? {
        try lock.withLock {
            if let known = landTypes[county.code] { return known[key] }
            let prices = try source.prices(of: county).official
            var known: [String: LandType] = [:]
            for word in Set(prices.compactMap(\.subtype).flatMap(LandKind.words)) {
                known[word] = LandKind.landType(pricedAs: word, prices)
            }
            landTypes[county.code] = known
            return known[key]
        }
    }
}
