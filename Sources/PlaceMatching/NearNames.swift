import Synchronization

/// The names of a gazetteer taken apart for suggestions: made when a name is first not found, and kept, because a list
/// of parcels has many such names.
final class NearNames: Sendable {
    struct Spelling: Sendable {
        let scalars: [Unicode.Scalar]
        let stem: Stem
    }

    private let made = Mutex<[Spelling]?>(nil)

    func spellings(of names: [Gazetteer.Name], endings: [String]) -> [Spelling] {
        made.withLock { made in
            if let made { return made }
            let spellings = names.map { Spelling(scalars: $0.key.scalars, stem: Stem($0.key.text, endings: endings)) }
            made = spellings
            return spellings
        }
    }
}
