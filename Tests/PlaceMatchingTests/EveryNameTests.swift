import GradeModel
import PlaceMatching
import TestSupport
import Testing

/// Each of the 245 names, changed in each way that must not matter, and in ways that must.
struct EveryNameTests {
    @Test func `every name is itself, exactly`() {
        #expect(Xiangyin.villages.count == 245)
        for place in Xiangyin.villages {
            #expect(
                ask(place.township, place.village) == .matched([PlaceMatch(place: place, rule: .exact, alias: nil)]))
        }
    }

    @Test(
        arguments: [
            { (name: String) in Xiangyin.traditional(name) },
            { "\u{3000}" + $0 + " " },
            { $0.map(String.init).joined(separator: "\u{200B} ") },
            { $0 + "村民委员会" }, { $0 + "村委会" }, { $0 + "居委会" }, { $0 + "居民委员会" },
            { $0.hasSuffix("村") ? $0 + "民委员会" : $0 },
            { $0.hasSuffix("村") ? $0 + "委会" : $0 },
            { $0.hasSuffix("社区") ? $0.dropLast(2) + "居委会" : $0 },
        ] as [@Sendable (String) -> String])
    func `every name written otherwise is itself, normalized`(change: @Sendable (String) -> String) {
        for place in Xiangyin.villages {
            let asked = change(place.village)
            let result = found(ask(place.township, asked))
            #expect(result.places == ["\(place.township)/\(place.village)"], "\(asked)")
            #expect(result.rule == (asked.utf8.elementsEqual(place.village.utf8) ? .exact : .normalized), "\(asked)")
        }
    }

    @Test func `every community without its ending is itself or ambiguous`() {
        var ambiguous: [String] = []
        for place in Xiangyin.villages where place.kind == .community {
            let result = found(ask(place.township, String(place.village.dropLast(2))))
            #expect(result.rule == .suffixOmitted)
            #expect(result.places.contains("\(place.township)/\(place.village)"))
            if result.places.count > 1 { ambiguous.append(place.village) }
        }
        #expect(ambiguous == ["东湖社区", "洋沙湖社区", "沙田社区"])
    }

    /// One character removed or replaced, over all names and positions: 仁合村 and 仁和村 are two villages. What comes
    /// out may be the name of another village, letter by letter, and then it is that one; else it is this one or none.
    @Test func `one character apart is never another village`() {
        let names = Set(Xiangyin.villages.map(\.village) + Xiangyin.aliases.map(\.alias))
        for place in Xiangyin.villages {
            let characters = Array(place.village)
            for index in characters.indices {
                for replacement in ["", "园"] {
                    var changed = characters.map(String.init)
                    changed[index] = replacement
                    let asked = changed.joined()
                    if asked.isEmpty || names.contains(asked) { continue }
                    for township in replacement.isEmpty ? [place.township, nil] : [place.township] {
                        let places = found(ask(township, asked)).places
                        #expect(
                            places.isEmpty || places.contains("\(place.township)/\(place.village)"),
                            "\(asked) is taken for \(places)")
                    }
                }
            }
        }
    }

    @Test func `without a township only a name held twice is ambiguous`() {
        for place in Xiangyin.villages {
            let result = found(ask(nil, place.village))
            #expect(result.rule == .townshipOmitted)
            #expect(result.places.count == (place.village == "东湖渔场" ? 2 : 1))
            #expect(result.places.contains("\(place.township)/\(place.village)"))
        }
    }
}
