import GradeModel
import Testing

/// Editions that grade a township as a whole, by villages, or villages by parts.
@Suite struct ScopeComparisonTests {
    private func entry(_ village: String?, _ grade: Int, part: String? = nil, in township: String = "青山镇") -> GradeEntry
    {
        let grade = Grade(rawValue: grade)!
        return GradeEntry(
            landType: .orchard, township: township, village: village, part: part,
            kind: village.map(PlaceKind.init(name:)), grade: grade, printedGrade: grade, erratum: nil,
            source: TableRow(table: "表2", row: 1))
    }

    private func edition(_ grades: [GradeEntry]) -> SourcedEdition {
        SourcedEdition(
            edition: Edition(
                id: EditionID("430698-2024-8")!, county: County(code: "430698", name: "测试县"),
                document: Document(
                    number: "测政发〔2024〕8号", registration: nil, title: "通知", issuer: "测试县人民政府",
                    issued: CalendarDate("2024-06-18")!, publication: nil),
                definitions: [], grades: grades, aliases: [], errata: [],
                townships: [TownshipEntry(name: "青山镇", pinyin: "qingshanzhen", code: nil, order: 1)], prices: []),
            packageSHA256: String(repeating: "ab", count: 32), origin: .unsigned)
    }

    /// `scope 青山镇 township village`, `moved 青山镇 石桥村 2 1`.
    private func changes(_ old: [GradeEntry], _ new: [GradeEntry]) throws -> [String] {
        try EditionComparison(from: edition(old), to: edition(new)).changes.map { change in
            switch change {
            case .scope(_, let township, let village, let old, let new):
                return ["scope", township, village, old.rawValue, new.rawValue].compactMap(\.self).joined(
                    separator: " ")
            case .entry(let entry):
                func text(_ facts: EntryFacts?) -> String { facts.map { String($0.grade.rawValue) } ?? "-" }
                return [
                    entry.kind.rawValue, entry.township, entry.village ?? "*", entry.part, text(entry.old),
                    text(entry.new),
                ].compactMap(\.self).joined(separator: " ")
            default: return "\(change.kind)"
            }
        }
    }

    @Test func `a whole township is compared with each of its villages`() throws {
        let whole = [entry(nil, 2)]
        let villages = [entry("石桥村", 1), entry("金竹村", 2)]
        #expect(
            try changes(whole, villages) == ["scope 青山镇 township village", "moved 青山镇 石桥村 2 1"])
        #expect(
            try changes(villages, whole) == ["scope 青山镇 village township", "moved 青山镇 石桥村 1 2"])
        #expect(try changes(whole, [entry(nil, 3)]) == ["moved 青山镇 * 2 3"])
        #expect(try changes(whole, whole).isEmpty)
        #expect(try changes(whole, whole + [entry(nil, 1, in: "白沙镇")]) == ["came 白沙镇 * - 1"])
    }

    @Test func `a village is compared with each of its parts`() throws {
        let parts = [entry("大坪村", 1, part: "1、2、3组"), entry("大坪村", 2, part: "4、5组")]
        #expect(
            try changes([entry("大坪村", 1)], parts)
                == ["scope 青山镇 大坪村 village part", "moved 青山镇 大坪村 4、5组 1 2"])
        #expect(
            try changes(parts, [entry("大坪村", 1)])
                == ["scope 青山镇 大坪村 part village", "moved 青山镇 大坪村 4、5组 2 1"])
        #expect(
            try changes(parts, [parts[0], entry("大坪村", 3, part: "4、5组")]) == ["moved 青山镇 大坪村 4、5组 2 3"])
    }

    @Test func `prices are compared by sub type, and where they stand is not`() throws {
        func price(_ subtype: String?, _ amount: String, row: Int = 1) -> BasePrice {
            BasePrice(
                landType: .orchard, subtype: subtype, grade: Grade(rawValue: 1)!, amount: amount, unit: "元/㎡",
                source: TableRow(table: "表4", row: row))
        }
        var old = edition([]).edition
        var new = old
        old.prices = [price("果园", "45.00"), price("茶园", "48.00")]
        new.prices = [price("果园", "45.00", row: 9), price("茶园", "49.00")]
        new.rights = "国有"
        func sourced(_ edition: Edition) -> SourcedEdition {
            SourcedEdition(edition: edition, packageSHA256: String(repeating: "ab", count: 32), origin: .unsigned)
        }
        #expect(
            try EditionComparison(from: sourced(old), to: sourced(new)).changes == [
                .document(.rights, old: nil, new: "国有"),
                .price(
                    .orchard, subtype: "茶园", Grade(rawValue: 1)!, old: old.prices[1], new: new.prices[1]),
            ])
    }
}
