import GradeModel
public import SystemSupport
import TabularText

/// How many rows came to what.
public struct ValidationSummary: Equatable, Sendable {
    public internal(set) var rows = 0
    public internal(set) var counts: [Verdict: Int] = [:]
    /// By the township the rows' places are in; rows without a place are under `TownshipName.none`, so that the counts
    /// of all add up.
    public var townships: [TownshipName: [Verdict: Int]] {
        var townships: [TownshipName: [Verdict: Int]] = [:]
        for part in parts {
            for (township, name) in part.names.enumerated() {
                let own = Self.verdicts(of: township, part.counts).filter { $0.count > 0 }
                if own.isEmpty { continue }
                townships[name, default: [:]].merge(own.map { ($0.verdict, $0.count) }, uniquingKeysWith: +)
            }
        }
        return townships
    }
    /// What the threads counted. A country has forty thousand townships, and few ask for them.
    private var parts: [Part] = []
    /// The forms of "none" that stood in grades and in parcel codes, as `/` and NULL.
    var writtenNone: [ColumnRole: Set<String>] = [:]

    /// Villages of rows without a township, in a list that has the column, that were matched by their names alone.
    var villagesAlone = VillagesAlone()

    private struct Part: Sendable {
        /// By township and verdict.
        let counts: [Int]
        let names: [TownshipName]
        /// A number for each, by which they follow each other.
        let order: [UInt64]
    }

    /// What the areas of the rows come to; nil where the list has no such column.
    public private(set) var areas: AreaTotals?
    /// What the prices of the rows come to; nil where the list has none to say.
    public private(set) var prices: PriceTotals?
    /// Columns whose figures had no unit.
    var unitless: Set<ColumnRole> = []

    public init() {}

    public static func == (a: Self, b: Self) -> Bool {
        a.rows == b.rows && a.counts == b.counts && a.townships == b.townships && a.areas == b.areas
            && a.prices == b.prices
    }

    /// What has shown of the list as a whole while its rows were judged.
    public var remarks: [Remark] {
        let noUnit = [ColumnRole.unitPrice, .amount, .area].filter(unitless.contains)
        return [ColumnRole.grade, .parcelID].compactMap { role in
            guard let forms = writtenNone[role]?.sorted(), !forms.isEmpty else { return nil }
            return Remark(
                zh: (role == .grade ? "级别列" : "宗地代码列") + "中的" + forms.map { "“\(excerpt: $0)”" }.joined()
                    + (role == .grade ? "按未申报处理" : "按没有代码处理"),
                en: "\(forms.map { "‘\(excerpt: $0)’" }.joined(separator: ", ")) in the "
                    + (role == .grade ? "grade: none is declared" : "parcel id: there is none"))
        } + (villagesAlone.isEmpty ? [] : [Self.withoutTownship(villagesAlone)])
            + (noUnit.isEmpty ? [] : [Self.noUnits(noUnit)])
    }

    /// An empty cell may stand for the township above it.
    private static func withoutTownship(_ villages: VillagesAlone) -> Remark {
        let shown = villages.first(5)
        let more = (villages.count ?? VillagesAlone.most) - shown.count
        let isMany = villages.count == nil
        return Remark(
            zh: """
                有的行乡镇为空，只按村名认定，没有沿用上一行的乡镇，请核实：\(shown.map { "\(excerpt: $0)" as Sentence }.joined(separator: "、"))\
                \(if: more > 0, "等\(more + shown.count)\(if: isMany, "多")个村")
                """,
            en: """
                rows without a township were matched by their village alone, and not by the township above them: \
                \(shown.map { "\(excerpt: $0)" as Sentence }.joined(separator: ", "))\(if: more > 0, " and \(if: isMany, "more than ")\(more)\(if: !isMany, " more")")
                """)
    }

    /// That figures had no unit, and how to give it.
    private static func noUnits(_ roles: [ColumnRole]) -> Remark {
        let zh = roles.map { "“\($0.sentence(in: .zh))”" as Sentence }.joined(separator: "、")
        let en = roles.map { $0.sentence(in: .en) }.joined(separator: ", ")
        func value(_ unit: Sentence) -> Sentence { roles.map { "\($0.rawValue)=\(unit)" }.joined(separator: ",") }
        // One of them, given as an example, would be copied.
        let units = roles.map { role in
            ListUnit.words(of: role).map { "\($0)" as Sentence }.joined(separator: "、")
        }.joined(separator: "；")
        return Remark(
            zh: """
                \(zh)列没有能识别的单位，有的行因此没有核对；\(ListSetting.units.remedy(value("单位"), in: .zh))\
                （清单实际所用的：\(units)）
                """,
            en: """
                no unit is known for the \(en), so some rows were not compared; \
                \(ListSetting.units.remedy(value("UNIT"), in: .en)) (what the list is in: \(units))
                """)
    }

    /// Nothing has to be done about any row.
    public var isFine: Bool { counts.allSatisfy { $0.key.isFine || $0.value == 0 } && prices?.isFine != false }

    /// The townships by county, and in the order of its edition; rows without a place last.
    public var townshipsInOrder: [(name: TownshipName, counts: [Verdict: Int])] {
        var order: [TownshipName: UInt64] = [:]
        for part in parts {
            for (name, number) in zip(part.names, part.order) { order[name] = min(order[name] ?? .max, number) }
        }
        return townships.map { (name: $0.key, counts: $0.value) }.sorted { a, b in
            let (first, second) = (a.name == .none, b.name == .none)
            guard first == second else { return second }
            let (left, right) = (order[a.name] ?? .max, order[b.name] ?? .max)
            return left == right
                ? (a.name.county, a.name.township) < (b.name.county, b.name.township) : left < right
        }
    }

    /// - Parameter counts: by township and verdict, as `RowOutput` keeps them; of the last townships there may be none.
    mutating func add(_ counts: [Int], _ names: [TownshipName], order: [UInt64] = []) {
        parts.append(Part(counts: counts, names: names, order: order))
        let verdicts = Verdict.allCases
        var sums = [Int](repeating: 0, count: verdicts.count)
        for (place, count) in counts.enumerated() { sums[place % verdicts.count] += count }
        for (verdict, sum) in zip(verdicts, sums) where sum > 0 {
            rows += sum
            self.counts[verdict, default: 0] += sum
        }
    }

    mutating func add(_ areas: AreaSums?, _ names: [TownshipName]) {
        guard let areas else { return }
        var totals = self.areas ?? AreaTotals()
        totals.add(areas, names)
        self.areas = totals
    }

    mutating func add(_ money: MoneySums?, _ names: [TownshipName]) {
        guard let money else { return }
        var totals = prices ?? PriceTotals()
        totals.add(money, names)
        prices = totals
    }

    private static func verdicts(of township: Int, _ counts: [Int]) -> [(verdict: Verdict, count: Int)] {
        let start = township * Verdict.allCases.count
        guard start < counts.count else { return [] }
        return Verdict.allCases.enumerated().map { ($1, counts[start + $0]) }
    }
}
