import GradeModel
import PlaceMatching
import TestSupport
import Testing

/// The keys a store would keep for Xiangyin, and whether a probe by the documented rule finds the county.
struct LookupKeyTests {
    static let townships = Set(Xiangyin.townships.flatMap(Gazetteer.indexKeys(township:)))
    static let villages = Set(
        Xiangyin.villages.flatMap(Gazetteer.indexKeys(village:)) + Xiangyin.aliases.flatMap(Gazetteer.indexKeys(alias:))
    )

    func isFound(_ question: PlaceQuestion) -> Bool {
        if case .address(let text) = question {
            let (named, probes) = AddressBeginnings([MergeTests.other, Xiangyin.county]).probes(of: text)
            return named.contains(Xiangyin.county)
                || probes.contains { probe in
                    probe.counties?.contains(Xiangyin.county) != false
                        && !(Self.townships.isDisjoint(with: probe.townships)
                            && Self.villages.isDisjoint(with: probe.villages))
                }
        }
        guard let keys = Gazetteer.lookupKeys(question) else { return true }
        let township = !Self.townships.isDisjoint(with: keys.townships)
        let village = !Self.villages.isDisjoint(with: keys.villages)
        let isNamed =
            (township || keys.townships.isEmpty) && (village || keys.villages.isEmpty)
            && !(keys.townships.isEmpty && keys.villages.isEmpty)
        if isNamed { return true }
        guard let further = Gazetteer.cellKeys(question) else { return false }
        return (further.townships.isEmpty || !Self.townships.isDisjoint(with: further.townships))
            && !Self.villages.isDisjoint(with: further.villages)
    }

    /// Every fourth place, so that a debug build gets through.
    static let questions: [PlaceQuestion] =
        stride(from: 0, to: 245, by: 4).map { Xiangyin.villages[$0] }.flatMap { place in
            let townships = [
                place.township, Xiangyin.traditional(place.township), "jlz", nil, "湘阴县\(place.township)人民政府",
                place.township + "（原某镇）", "文星", "湘阴 \(place.township)",
            ]
            let villages =
                ["", "村委会", "居委会", "居民委员会", "村民委员会"].map { place.village + $0 }
                + [Xiangyin.traditional(place.village), String(place.village.dropLast(2)), " \(place.village)", "frc"]
                + [place.village + "3组", "湘阴县\(place.township)\(place.village)老屋组", "金龙 " + place.village]
            let addresses = ["", "湘阴县", "湖南省岳阳市湘阴县", "湖南岳阳湘阴", "湖南省,湘阴县,"].flatMap { lead in
                ["", place.township].map { PlaceQuestion.address(lead + $0 + place.village + "3组") }
            }
            return townships.flatMap { township in villages.map { .names(township: township, village: $0) } }
                + addresses
        }
        + Xiangyin.aliases.flatMap { alias in
            [
                .names(township: alias.township, village: alias.alias),
                .names(township: nil, village: alias.alias + "村委会"),
                .address("湘阴县" + alias.alias),
            ]
        }

    @Test func `probing never misses a county that matches`() {
        var matches = 0
        for question in Self.questions where !found(Xiangyin.gazetteer.match(question)).places.isEmpty {
            matches += 1
            #expect(isFound(question), "\(question)")
        }
        #expect(matches > 2000)
    }

    @Test func `a village that is elsewhere does not load this county`() {
        #expect(!isFound(.names(township: "金龙镇", village: "没有村")))
        #expect(!isFound(.names(township: "没有镇", village: "芙蓉村")))
        #expect(!isFound(.names(township: nil, village: "没有村")))
        #expect(!isFound(.address("江西省没有县金龙镇芙蓉村")))
    }

    @Test func `an address that names a county is asked of no other that has such names`() {
        let other = AddressBeginnings([MergeTests.other, Xiangyin.county])
        let (named, probes) = other.probes(of: "湘阴县金龙镇没有村7组")
        #expect(named == [Xiangyin.county])
        // Behind the county's name only it can match; in front of it no township of any county begins.
        #expect(probes[0].counties == nil && probes.count > 1)
        #expect(probes.dropFirst().allSatisfy { $0.counties == [Xiangyin.county] })
        #expect(Self.townships.isDisjoint(with: probes[0].townships))
        #expect(other.probes(of: "金龙镇芙蓉村").named == [])
    }

    @Test func `pinyin of the village alone needs every county`() {
        #expect(Gazetteer.lookupKeys(.names(township: nil, village: "furongcun")) == nil)
        #expect(Gazetteer.lookupKeys(.names(township: "jlz", village: "frc")) == nil)
    }

    @Test func `keys are few`() throws {
        let names = try #require(Gazetteer.lookupKeys(.names(township: "金龙镇", village: "芙蓉村")))
        #expect(names.townships == ["金龙镇"])
        #expect(names.villages.count == 15)
        #expect(Gazetteer.indexKeys(village: Xiangyin.villages[0]) == [Xiangyin.villages[0].village])
        let empty = try #require(Gazetteer.lookupKeys(.names(township: "金龙镇", village: " ")))
        #expect(empty.townships.isEmpty && empty.villages.isEmpty)
    }
}
