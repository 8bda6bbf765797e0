import ArgumentParser
import CommandSupport
import GradeLookup
import GradeModel
import GradeStore
import SystemPackage

/// What a shell offers where a township or a village is to be typed: names of the store as it is. A store is never made
/// for that, and where there is none, or one of too many counties to be read at once, nothing is offered.
enum PlaceCompletion {
    /// Behind a township its villages; else the townships and, once something is typed, the villages that begin so.
    static let places = CompletionKind.custom { words, index, typed in
        let rows = villages(words)
        let townships = names(rows.map(\.township))
        if index > 0, index <= words.count, townships.contains(words[index - 1]) {
            return names(rows.filter { $0.township == words[index - 1] }.compactMap(\.village))
        }
        return townships + (typed.isEmpty ? [] : names(rows.compactMap(\.village)).filter { $0.hasPrefix(typed) })
    }

    static let townships = CompletionKind.custom { words, _, _ in names(villages(words).map(\.township)) }

    /// A store of the whole country is not read for one key.
    private static let mostCounties = 8

    private static func villages(_ words: [String]) -> [VillageRow] {
        guard let location = StoreLocation.find(option: value(of: "--store", in: words)),
            let generation = try? Generation.openCurrent(of: StoreFolder(location.path))
        else { return [] }
        let listing = Listing(generation)
        guard let counties = try? listing.counties(value(of: "--county", in: words)), counties.count <= mostCounties
        else { return [] }
        return counties.flatMap { county in
            (try? listing.villages(of: county, VillageFilter(township: nil), asOf: nil)) ?? []
        }
    }

    private static func value(of option: String, in words: [String]) -> String? {
        for (index, word) in words.enumerated() {
            if word == option, index + 1 < words.count { return words[index + 1] }
            if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
        }
        return nil
    }

    /// Each once, in their order.
    private static func names(_ all: [String]) -> [String] {
        var seen: Set<String> = []
        return all.filter { seen.insert($0).inserted }
    }
}
