import GradeModel
import StrictJSON
import SystemSupport
import Testing

@testable import EditionPublishing

@testable import EditionPackage

struct AuditTests {
    private var edition: Edition

    init() throws { edition = try EditionPackage.read(try Xiangyin.seed(), origin: .builtIn).edition }

    private func entry(
        _ landType: LandType, _ village: String, row: Int, township: String = "东塘镇", held: Int = 1, printed: Int = 1
    ) -> GradeEntry {
        GradeEntry(
            landType: landType, township: township, village: village, kind: PlaceKind(name: village),
            grade: Grade(rawValue: held)!, printedGrade: Grade(rawValue: printed)!, erratum: nil,
            source: TableRow(table: landType == .orchard ? "表2" : "表3", row: row))
    }

    private func near(_ first: String, _ second: String) -> Bool {
        let names = NearNames([entry(.orchard, first, row: 1), entry(.forest, second, row: 1)])
        #expect(names.apart == 0)
        return !names.findings.isEmpty
    }

    @Test func `names one character apart or apart in a committee's suffix are near`() {
        #expect(near("金嵒村", "金嵩村"))
        #expect(near("东塘社区", "东塘镇社区"))
        #expect(near("新农村", "新村"))
        #expect(near("南南村", "南村"))
        #expect(near("浩河社区居委会", "浩河社区"))
        #expect(near("浩河居民委员会", "浩河社区"))
        #expect(near("芙蓉村村委会", "芙蓉村"))
        #expect(near("芙蓉村民委员会", "芙蓉村"))
        #expect(!near("金嵒村", "银嵩村"))
        #expect(!near("芙蓉园村", "芙蓉社区"))
        #expect(!near("龙华村", "华龙村"))
    }

    @Test func `near names in one table are two places, and those of other townships are no matter`() {
        let together = NearNames([entry(.forest, "仁合村", row: 1), entry(.forest, "仁和村", row: 1)])
        #expect(together.findings.isEmpty && together.apart == 1)
        let elsewhere = NearNames([
            entry(.orchard, "仁合村", row: 1), entry(.forest, "仁和村", row: 1, township: "金龙镇"),
        ])
        #expect(elsewhere.findings.isEmpty && elsewhere.apart == 0)
    }

    @Test func `a table that goes township by township has no passes`() throws {
        var edition = edition
        let rows = [("甲镇", "东村", 1), ("甲镇", "南村", 3), ("甲镇", "西村", 2), ("乙乡", "北村", 1), ("乙乡", "中村", 2)]
        edition.grades = rows.enumerated().map { index, row in
            entry(.orchard, row.1, row: index + 1, township: row.0, held: row.2, printed: row.2)
        }
        #expect(!Audit(edition).findings.contains { if case .passesUntold = $0 { true } else { false } })
        // A township that comes again is a pass, and is held against the labels.
        edition.grades.append(entry(.orchard, "上村", row: 6, township: "甲镇", held: 1, printed: 1))
        #expect(Audit(edition).findings.contains { if case .passesUntold = $0 { true } else { false } })
    }

    @Test func `a grade held against the passes without an erratum is found`() throws {
        var edition = edition
        let index = try #require(edition.grades.firstIndex { $0.source.description == "表2第14行" })
        // One whole row printed and held one grade up.
        for entry in edition.grades.indices where edition.grades[entry].source == edition.grades[index].source {
            let old = edition.grades[entry]
            edition.grades[entry] = GradeEntry(
                landType: old.landType, township: old.township, village: old.village, kind: old.kind,
                grade: Grade(rawValue: 1)!, printedGrade: Grade(rawValue: 1)!, erratum: nil, source: old.source)
        }
        let audit = Audit(edition)
        #expect(audit.needsPerson)
        #expect(audit.findings[0].sentence(in: .en) == "表2第14行 东塘镇 holds 一级, by the township passes it is 二级")
        #expect(
            audit.findings[0].json == [
                "code": .string("held_against_passes"), "needs_person": .bool(true),
                "message": .string("表2第14行 东塘镇 holds 一级, by the township passes it is 二级"),
                "table": .string("表2"), "row": .integer(14), "township": .string("东塘镇"), "grade": .integer(1),
                "by_passes": .integer(2),
            ])
    }

    @Test func `townships out of the tables' order, unlisted or without pinyin are found`() throws {
        var edition = edition
        let names = edition.townships.map(\.name)
        edition.townships =
            [names[1], names[0]].enumerated().map {
                TownshipEntry(name: $1, pinyin: "", code: nil, order: $0 + 1)
            } + edition.townships.dropFirst(2) + [TownshipEntry(name: "新镇", pinyin: "xinzhen", code: nil, order: 17)]
        let said = Audit(edition).findings.map { $0.sentence(in: .en).text }
        let order = names.joined(separator: "、")
        let other = ([names[1], names[0]] + names.dropFirst(2)).joined(separator: "、")
        #expect(said[0] == "townships.csv runs \(other); the tables run \(order)")
        #expect(said[1] == "townships.csv has no pinyin for 鹤龙湖镇、东塘镇; write it there")
        #expect(said.contains("新镇 is in townships.csv and in no grade table"))
    }

    @Test func `every finding has its words, its code and its JSON`() {
        let name = Finding.SeenName(name: "甲村", rows: [TableRow(table: "表2", row: 1)])
        let all: [Finding] = [
            .passesUntold(table: "表2", landType: .orchard, .townshipTwiceRunning("甲镇", row: 4)),
            .passesUntold(table: "表2", landType: .orchard, .labelsTooFar(pass: 2)),
            .heldAgainstPasses(
                table: "表2", row: 1, township: "甲镇", held: Grade(rawValue: 1)!, byPasses: Grade(rawValue: 2)!),
            .nearNames(township: "甲镇", first: name, second: name), .pinyinMissing(["甲镇"]),
            .townshipOrder(listed: ["甲镇"], byTables: ["乙镇"]), .noDefinitions,
            .attributeNotCarried("容积率", at: "line 9"), .runsToEnd(table: "表3"),
            .erratumProposed(id: "E1", disputed: 1, other: 2), .neverGraded(.grassland), .townshipUngraded("甲镇"),
            .nearNamesApart(pairs: 1),
        ]
        #expect(Set(all.map { $0.sentence(in: .zh) }).count == all.count)
        #expect(!all.contains { $0.sentence(in: .zh).text.contains("and") || $0.sentence(in: .zh).text.contains(": ") })
        let needing = all.filter(\.needsPerson).map(\.code)
        #expect(
            needing == [
                "passes_untold", "passes_untold", "held_against_passes", "near_names", "pinyin_missing",
                "township_order", "no_definitions", "attribute_not_carried", "runs_to_end",
            ])
        #expect(
            all.map { $0.sentence(in: .en).text } == [
                "表2 (园地): labels and township passes differ, and 甲镇 stands in two rows running (row 4); the labels stand",
                "表2 (园地): labels and township passes differ, and most labels of pass 2 are not its grade's; "
                    + "the labels stand",
                "表2第1行 甲镇 holds 一级, by the township passes it is 二级",
                "甲镇: 甲村 (表2第1行) and 甲村 (表2第1行) may be one place under two spellings; "
                    + "join them with an alias and an erratum, if a register says so",
                "townships.csv has no pinyin for 甲镇; write it there",
                "townships.csv runs 甲镇; the tables run 乙镇",
                "the package has no definitions (rights, term, infrastructure, valuation date); "
                    + "if the document gives them elsewhere, import that file too",
                "the definition table's \"容积率\" (line 9) has no place in the package",
                "the text ends with 表3; see that it was not cut short",
                "E1 is proposed: 1 with another grade than printed, 2 with another name; "
                    + "a person with the printed document confirms or rejects it",
                "草地 is defined and no table grades it", "甲镇 is in townships.csv and in no grade table",
                "1 pair of names one character apart stand in one table together: different places",
            ])
        for finding in all {
            #expect(finding.json["code"] == .string(finding.code))
            #expect(finding.json["needs_person"] == .bool(finding.needsPerson))
            #expect(finding.json["message"] == .string(finding.sentence(in: .en).text))
            #expect((finding.json.members?.count ?? 0) > 3 || finding == .noDefinitions)
        }
    }
}
