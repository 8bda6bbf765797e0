public import GradeStore
import PlaceMatching

extension NameIndexing {
    /// The keys of `PlaceMatching`, for building generations.
    public static var placeMatching: NameIndexing {
        NameIndexing(
            rules: NameKey.rules, township: { Gazetteer.indexKeys(township: $0) },
            village: { Gazetteer.indexKeys(village: $0) }, alias: { Gazetteer.indexKeys(alias: $0) })
    }
}
