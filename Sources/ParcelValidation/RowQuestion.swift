import GradeModel
import PlaceMatching

/// What a row asks of a gazetteer: two names, an address, or an address in the township that another column names.
struct RowQuestion {
    let place: PlaceQuestion
    /// Of an address: what stands in the township's column.
    let township: String?

    /// - Parameter township: empty, or a word for nothing, where the list or the row has none.
    init(address: String, township: String) {
        place = .address(address)
        self.township = NoParcel.isNothing(township) ? nil : township
    }

    init(township: String, village: String) {
        place = .names(township: NoParcel.isNothing(township) ? nil : township, village: village)
        self.township = nil
    }

    func match(in gazetteer: Gazetteer) -> GazetteerMatch {
        guard case .address(let address) = place, let township else { return gazetteer.match(place) }
        return gazetteer.match(address: address, inTownship: township)
    }

    /// By which names of an address and its township more counties are found; nil where there are none but those of the
    /// address, or all of them.
    var names: PlaceQuestion? {
        guard case .address(let address) = place, let township else { return nil }
        let names = PlaceQuestion.names(township: township, village: address)
        return Gazetteer.lookupKeys(names) == nil ? nil : names
    }
}
