import EditionPackage
import EditionPublishing
import GradeModel
import SystemSupport
import Testing

@testable import GazetteImport

/// The seed is what the importer reads from the gazette, with the changes by hand that Seeds/README.md lists.
struct SeedTests {
    let edition: Edition
    let read: Edition

    init() throws {
        edition = try EditionPackage.read(try Xiangyin.seed(), origin: .builtIn).edition
        read = try Xiangyin.edition()
    }

    @Test func `the seed has the counts the gazette was counted to have`() {
        #expect(edition.grades.count { $0.landType == .orchard } == 166)
        #expect(edition.grades.count { $0.landType == .forest } == 245)
        #expect(!edition.grades.contains { $0.landType == .grassland })
        #expect(edition.definitions.map(\.landType) == [.orchard, .forest, .grassland])
        #expect(edition.definitions.map(\.termYears) == [30, 70, 30])
        #expect(edition.townships.count == 16)
        #expect(Set(edition.grades.map { [$0.township, $0.village] }).count == 245)
        #expect(edition.grades.count(where: \.differsFromPrint) == 70)
        #expect(edition.prices.isEmpty)
    }

    @Test func `labels and passes are counted table by table`() {
        func count(_ landType: LandType, _ printed: Int, _ held: Int) -> Int {
            edition.grades.count {
                $0.landType == landType && $0.printedGrade.rawValue == printed && $0.grade.rawValue == held
            }
        }
        #expect([count(.orchard, 1, 1), count(.orchard, 2, 1), count(.orchard, 2, 2)] == [51, 16, 99])
        #expect(
            [count(.forest, 1, 1), count(.forest, 2, 1), count(.forest, 3, 2), count(.forest, 2, 2)] == [
                93, 24, 30, 98,
            ])
        #expect(edition.errata.map(\.id) == ["E1", "E2", "E3", "E4", "E5", "E6", "E7"])
        let entries = edition.errata.map { erratum in edition.grades.count { $0.erratum == erratum.id } }
        #expect(entries == [16, 24, 30, 1, 1, 1, 0])
        #expect(edition.errata.allSatisfy { $0.status == .proposed })
    }

    @Test func `undoing the joins gives exactly what the importer reads`() {
        let handErrata: Set = ["E4", "E5", "E6"]
        let printed = edition.grades.map { entry in
            let other = edition.aliases.first {
                $0.township == entry.township && $0.village == entry.village && $0.source == entry.source.description
            }
            return GradeEntry(
                landType: entry.landType, township: entry.township, village: other?.alias ?? entry.village,
                kind: entry.kind, grade: entry.grade, printedGrade: entry.printedGrade,
                erratum: entry.erratum.flatMap { handErrata.contains($0) ? nil : $0 }, source: entry.source)
        }
        #expect(printed == read.grades)
        #expect(Array(edition.errata.prefix(3)) == read.errata)
        #expect(edition.definitions == read.definitions)
        #expect(edition.document == read.document)
        #expect(edition.county == read.county)
        #expect(edition.id == read.id)
        #expect(edition.townships.map(\.name) == read.townships.map(\.name))
    }

    @Test func `the changes by hand are three joins and the names of the register`() {
        let aliases = edition.aliases.map { [$0.township, $0.alias, $0.village, $0.kind.rawValue, $0.source] }
        let register = "国家统计局统计用区划代码(2023)"
        #expect(
            aliases == [
                ["三塘镇", "金嵩村", "金嵒村", "misprint", "表3第23行"],
                ["三塘镇", "金崙村", "金嵒村", "register_name", register],
                ["岭北镇", "茶湘潭社区", "茶湖潭社区", "misprint", "表2第18行"],
                ["鹤龙湖镇", "浩河社区居委会", "浩河社区", "committee_name", "表3第2行"],
                ["杨林寨乡", "砂河淀村", "沙河淀村", "register_name", register],
                ["杨林寨乡", "连子口村", "莲子口村", "register_name", register],
            ])
        for name in ["金嵒村", "茶湖潭社区", "浩河社区"] {
            #expect(edition.grades.filter { $0.village == name }.map(\.landType) == [.orchard, .forest])
        }
    }

    @Test func `townships stand in the order of the tables with their pinyin`() {
        #expect(
            edition.townships.map { "\($0.order) \($0.name) \($0.pinyin)" } == [
                "1 东塘镇 dongtangzhen", "2 鹤龙湖镇 helonghuzhen", "3 横岭湖自然保护区 henglinghuziranbaohuqu",
                "4 金龙镇 jinlongzhen", "5 静河镇 jinghezhen", "6 岭北镇 lingbeizhen", "7 六塘乡 liutangxiang",
                "8 南湖洲镇 nanhuzhouzhen", "9 三塘镇 santangzhen", "10 石塘镇 shitangzhen", "11 文星街道 wenxingjiedao",
                "12 湘滨镇 xiangbinzhen", "13 新泉镇 xinquanzhen", "14 杨林寨乡 yanglinzhaixiang",
                "15 洋沙湖镇 yangshahuzhen", "16 樟树镇 zhangshuzhen",
            ])
    }

    @Test func `what looks wrong and is right is kept`() {
        func holds(_ township: String, _ village: String) -> Bool {
            edition.grades.contains { $0.township == township && $0.village == village }
        }
        #expect(holds("鹤龙湖镇", "仁合村") && holds("鹤龙湖镇", "仁和村"))
        #expect(holds("文星街道", "东湖渔场") && holds("洋沙湖镇", "东湖渔场"))
        #expect(edition.grades.first { $0.village == "临资镇" }?.kind == .other)
        #expect(edition.grades.first { $0.village == "湖洲管理局湖区" }?.kind == .lake)
        #expect(edition.grades.filter { $0.village == "滨江社区" }.map(\.landType) == [.forest])
    }

    @Test func `the audit of the seed has notes only`() {
        let audit = Audit(edition)
        #expect(!audit.needsPerson)
        let said = audit.findings.map { $0.sentence(in: .en).text }
        #expect(
            said == [
                "13 pairs of names one character apart stand in one table together: different places",
                "草地 is defined and no table grades it",
            ]
                + [16, 24, 30].enumerated().map { index, count in
                    "E\(index + 1) is proposed: \(count) entries with another grade than printed; "
                        + "a person with the printed document confirms or rejects it"
                }
                + (4...6).map {
                    "E\($0) is proposed: 1 entry with another name than printed; "
                        + "a person with the printed document confirms or rejects it"
                } + [
                    "E7 is proposed: about the document, no entry; "
                        + "a person with the printed document confirms or rejects it"
                ])
    }
}
