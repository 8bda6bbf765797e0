import Testing

@testable import PlaceMatching

/// What keeps near names from being looked at one by one, against what it stands for.
struct NearNameTests {
    private static let names = [
        "金龙", "东湖", "金龙东湖", "芙蓉园", "芙容园", "六角湖", "湖", "白马寺", "白马", "马白", "左安漪园南区", "左安漪园", "园南安左漪",
    ]

    private func scalars(_ name: String) -> [Unicode.Scalar] { Array(name.unicodeScalars) }

    /// The steps one after another, with nothing set aside beforehand.
    private func steps(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        guard let first = a.first else { return b.count }
        guard let second = b.first else { return a.count }
        let (a, b) = (Array(a.dropFirst()), Array(b.dropFirst()))
        if first == second { return steps(a, b) }
        return 1 + min(steps(a, b), steps([first] + a, b), steps(a, [second] + b))
    }

    @Test(arguments: 1...2)
    func `a distance is that of the steps`(limit: Int) {
        let words = [
            "", "a", "b", "ab", "ba", "abc", "acb", "abcd", "badc", "axcd", "abxycd", "xabcd", "abcdab", "bcda",
        ]
        for (a, b) in words.flatMap({ a in words.map { (scalars(a), scalars($0)) } }) {
            let all = steps(a, b)
            #expect(editDistance(a.span, b.span, atMost: limit) == (all <= limit ? all : nil))
        }
    }

    @Test func `a set of characters tells most that are not in another`() {
        #expect(!CharacterSet(scalars("金龙")[...]).isSubset(of: CharacterSet(scalars("东湖")[...])))
        #expect(!CharacterSet(scalars("芙蓉园")[...]).isSubset(of: CharacterSet(scalars("芙容园")[...])))
        #expect(!CharacterSet(scalars("芙蓉园")[...]).lacks(CharacterSet(scalars("白马寺")[...]), atMost: 1))
    }

    @Test func `a set of characters never says that one is missing which is there`() {
        for (a, b) in Self.names.flatMap({ a in Self.names.map { (scalars(a), scalars($0)) } }) {
            let missing = Set(a).subtracting(b).count
            let (first, second) = (CharacterSet(a[...]), CharacterSet(b[...]))
            if missing == 0 { #expect(first.isSubset(of: second)) }
            for limit in 1...2 where missing <= limit { #expect(first.lacks(second, atMost: limit)) }
        }
    }

    @Test func `every name is looked at that is near or inside`() {
        let endings = NameEndings(["社区", "村"])
        let all = Self.names.map { $0 + "村" } + Self.names.map { $0 + "社区" } + Self.names
        let spellings = Spellings(all.map { NameKey($0) }, endings: endings)
        // Of the last, all may be inside an ending.
        for asked in all + ["村", "社区", "社", "区村", "村社区", "湖区"] {
            let whole = scalars(asked)
            let stem = Stem(whole, endings: endings)
            var found: Set<Int> = []
            spellings.forEachNear(whole, stem: stem) { index, _ in found.insert(index) }
            let expected = all.indices.filter { index in
                let name = scalars(all[index])
                let other = Stem(name, endings: endings)
                return Stem.distance(stem.scalars.span, stem.ending, other.scalars.span, other.ending) != nil
                    || contains(name.span, run: whole.span) || contains(whole.span, run: name.span)
                    || stem.scalars.count > 1 && contains(name.span, run: stem.scalars.span)
            }
            #expect(found == Set(expected), "\(asked)")
        }
    }

    @Test func `names keep their order under a key, and grow`() {
        var index = NameIndex(count: 0)
        for number in 0..<1000 { index.add(number, under: NameKey("名\(number % 300)村")) }
        #expect(index[NameKey("名7村")] == [7, 307, 607, 907])
        #expect(index[NameKey("名299村")] == [299, 599, 899])
        #expect(index[NameKey("名300村")] == [])
        #expect(index.contains(NameKey("名0村")) && !index.contains(NameKey("名村")))
    }
}
