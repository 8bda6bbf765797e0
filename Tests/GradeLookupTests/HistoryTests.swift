import GradeLookup
import GradeModel
import Testing

/// What every edition says of a place, its name looked for in each by itself.
@Suite struct HistoryTests {
    private static func alias(_ old: String, _ new: String) -> Alias {
        Alias(township: "青山镇", alias: old, village: new, kind: .formerName, source: "更名公告")
    }

    /// Of 2020 and 2024: 石桥村 became 新石桥村, 东村 and 西村 became 大坪村, 上村 is new and 下村 gone, 南湖村 went from one
    /// township to the other, and 城关镇's orchard was graded as a whole.
    private static let editions: [Edition] = {
        typealias Made = ScopeEditions
        let old = Made.edition(
            id: "430698-2020-1", issued: "2020-01-01",
            [
                Made.entry(.orchard, "青山镇", "石桥村", 2), Made.entry(.orchard, "青山镇", "东村", 1),
                Made.entry(.orchard, "青山镇", "西村", 2), Made.entry(.orchard, "青山镇", "下村", 2),
                Made.entry(.orchard, "青山镇", "南湖村", 1), Made.entry(.orchard, "城关镇", nil, 2),
            ])
        var new = Made.edition(
            [
                Made.entry(.orchard, "青山镇", "新石桥村", 1), Made.entry(.orchard, "青山镇", "大坪村", 1),
                Made.entry(.orchard, "青山镇", "上村", 2), Made.entry(.orchard, "城关镇", "南湖村", 2),
                Made.entry(.orchard, "城关镇", "东门社区", 1),
            ])
        new.aliases = [alias("石桥村", "新石桥村"), alias("东村", "大坪村"), alias("西村", "大坪村")]
        return [old, new]
    }()

    private let store: MadeStore

    init() throws { store = try MadeStore([Self.editions]) }

    private func history(_ township: String?, _ village: String) throws -> PlaceHistory {
        try GradeLookup(store.generation).history(
            Question(place: .names(township: township, village: village)))
    }

    private func grades(_ edition: HistoryEdition) -> [String] {
        edition.places.map { place in
            let grade = place.answer.landTypes.first { $0.landType == .orchard }?.grade?.rawValue
            return "\(place.answer.match.village ?? "-") \(grade.map(String.init) ?? "-")"
        }
    }

    @Test(arguments: ["新石桥村", "石桥村"])
    func `a renamed village is followed in both directions`(_ name: String) throws {
        let history = try history("青山镇", name)
        #expect(history.lookup.outcome == .found)
        #expect(history.editions.map(\.id.text) == ["430698-2024-8", "430698-2020-1"])
        #expect(history.editions.map(grades) == [["新石桥村 1"], ["石桥村 2"]])
        let other = try #require(history.editions[name == "石桥村" ? 0 : 1].places.first)
        // As the newer edition prints it, whichever name was asked for.
        #expect(other.answer.match.rule == .alias && other.answer.match.alias == Self.alias("石桥村", "新石桥村"))
        #expect(other.aliasEdition?.text == "430698-2024-8" && other.isOtherName == (name == "新石桥村"))
        let same = try #require(history.editions[name == "石桥村" ? 1 : 0].places.first)
        #expect(same.answer.match.rule == .exact && same.aliasEdition == nil && !same.isOtherName)
    }

    @Test func `of two villages that became one neither is taken for it`() throws {
        let merged = try history("青山镇", "大坪村")
        #expect(merged.editions.map(\.outcome) == [.found, .ambiguous])
        #expect(Set(grades(merged.editions[1])) == ["东村 1", "西村 2"])
    }

    @Test func `an edition without the village says so`() throws {
        let gone = try history("青山镇", "下村")
        #expect(gone.editions.map(\.outcome) == [.unknownVillage, .found])
        #expect(gone.editions[0].places.isEmpty && gone.editions[0].elsewhere.isEmpty)
        let came = try history("青山镇", "上村")
        #expect(came.editions.map(\.outcome) == [.found, .unknownVillage])
    }

    @Test func `a village of the same name in another township is named and not taken`() throws {
        let history = try history("青山镇", "南湖村")
        #expect(history.editions.map(\.outcome) == [.unknownVillage, .found])
        #expect(history.editions[0].elsewhere.map(\.township) == ["城关镇"])
    }

    @Test func `a township that was graded as a whole answers for its villages`() throws {
        let history = try history("城关镇", "东门社区")
        #expect(history.editions.map(\.outcome) == [.found, .found])
        #expect(history.editions.map(grades) == [["东门社区 1"], ["- 2"]])
        #expect(history.editions[1].places[0].answer.match.rule == .township)
    }

    @Test func `an edition is in force until the next one`() throws {
        let periods = try history("青山镇", "石桥村").editions.map(\.periods)
        #expect(periods[0] == [ForcePeriod(from: CalendarDate("2024-06-18")!, before: nil)])
        #expect(
            periods[1] == [ForcePeriod(from: CalendarDate("2020-01-01")!, before: CalendarDate("2024-06-18"))])
    }

    @Test func `what is no one place has no history`() throws {
        let unknown = try history("青山镇", "新石侨村")
        #expect(unknown.lookup.outcome == .unknownVillage && unknown.editions.isEmpty)
        #expect(unknown.lookup.suggestions.contains { $0.village == "新石桥村" })
        let several = try history(nil, "南湖村")
        #expect(several.lookup.outcome == .ambiguous && several.editions.isEmpty)
    }
}
