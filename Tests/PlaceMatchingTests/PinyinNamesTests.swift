import GradeModel
import TestSupport
import Testing

@testable import PlaceMatching

/// What is left out without reading a name has to be no match, and what is near the same as by going through all.
struct PinyinNamesTests {
    static let keys = Xiangyin.villages.map { NameKey($0.village) } + Xiangyin.townships.map { NameKey($0.name) }
    static let names = PinyinNames(keys)

    /// Readings, initials, and both with letters changed, lost and added.
    static let queries: [PinyinQuery] = {
        var texts: Set<String> = ["v", "lv", "nvcun", "zzzzz", "aaaaaaaaaaaa"]
        for (number, key) in keys.enumerated() {
            guard let reading = Pinyin.reading(of: key.text) else { continue }
            let letters = Array(reading)
            let initials = key.text.unicodeScalars.compactMap { PinyinQuery.readings(of: $0).first?.first }
            texts.formUnion([reading, String(decoding: initials, as: UTF8.self), String(letters.prefix(4))])
            for at in stride(from: number % 3, to: letters.count, by: 3) {
                var changed = letters
                changed[at] = "e"
                texts.insert(String(changed))
                changed.remove(at: at)
                texts.insert(String(changed))
                texts.insert(String(letters[..<at]) + "ng" + String(letters[at...]))
            }
        }
        return texts.sorted().compactMap { PinyinQuery(NameKey($0)) }
    }()

    @Test func `a name that is left out is none that was typed`() {
        for query in Self.queries {
            for full in [true, false] {
                var possible: Set<Int> = []
                Self.names.forEachPossible(query, full: full) { possible.insert($0) }
                for index in Self.keys.indices where !possible.contains(index) {
                    let key = Self.keys[index]
                    #expect(!(full ? query.isFull(of: key) : query.areInitials(of: key)))
                }
            }
        }
    }

    @Test func `what is near is what each name says`() {
        let readings = Self.keys.map { Pinyin.reading(of: $0.text).map { Array($0.unicodeScalars) } }
        for query in Self.queries {
            let letters = query.letters.map { Unicode.Scalar($0) }
            var expected: [[Int]] = []
            for (index, reading) in readings.enumerated() {
                guard let reading else { continue }
                if letters.count > 2, reading.starts(with: letters) {
                    expected.append([index, 40])
                } else if abs(reading.count - letters.count) <= 2, letters.count > 4,
                    let apart = editDistance(letters.span, reading.span, atMost: 2)
                {
                    expected.append([index, 10 + 2 * apart])
                }
            }
            var found: [[Int]] = []
            Self.names.forEachNear(query) { found.append([$0, $1]) }
            #expect(found == expected)
        }
    }
}
