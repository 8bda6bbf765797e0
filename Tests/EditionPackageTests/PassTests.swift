import GradeModel
import Testing

@testable import EditionPackage

/// The rule of township passes, on the real tables with changed labels and on tables made up to mislead it.
struct PassTests {
    /// `"A1 B1 A2"`: townships with the labels of their rows.
    private func table(_ text: String, _ name: String = "表2") -> LabelledTable {
        let rows = text.split(separator: " ").enumerated().map { index, word in
            LabelledRow(
                number: index + 1, township: String(word.prefix(1)),
                label: Grade(rawValue: Int(String(word.dropFirst()))!)!)
        }
        return LabelledTable(table: name, landType: .orchard, rows: rows)
    }

    private func reading(_ text: String, beside others: [String] = []) -> LabelReading {
        let tables = [table(text)] + others.enumerated().map { table($1, "表\($0 + 3)") }
        let passes = TownshipPasses(tables)
        return LabelReading(tables[0], passes: passes.passes[0], settles: passes.settles)
    }

    private func grades(_ numbers: Int...) -> [Grade] { numbers.map { Grade(rawValue: $0)! } }

    @Test func `Labels that number the passes agree`() {
        #expect(reading("A1 B1 C1 A2 B2 C2 B3") == .agree)
        #expect(reading("A1 B1 C1") == .agree)
    }

    @Test func `A slip is told where the labels contradict themselves`() {
        #expect(reading("A1 B1 C2 A2 B2 C2") == .slipped(grades(1, 1, 1, 2, 2, 2)))
        #expect(reading("A1 B1 C1 D1 A2 B3 C2 D2") == .slipped(grades(1, 1, 1, 1, 2, 2, 2, 2)))
    }

    @Test func `Labels that make sense by themselves stand, whatever the passes say`() {
        // Townships each in one grade, in one order: by passes this would be a single grade.
        #expect(reading("A1 B1 C2 D2") == .untold(.labelsConsistent))
        #expect(reading("A1 B1 C2 D2 A3 C3") == .untold(.labelsConsistent))
    }

    @Test func `Where the passes can't be told the labels stand`() {
        #expect(reading("A1 B1 C2 A2 B2 C2 A2 B2 C2") == .untold(.morePassesThanLabels(passes: 3, labels: 2)))
        #expect(reading("A1 B1 C2 C2 A2") == .untold(.townshipTwiceRunning("C", row: 4)))
        #expect(reading("A1 B1 C2 B2 A2 C2") == .untold(.orderNeverSettles))
        #expect(reading("A1 B1 C2 A2 B2 C2", beside: ["C1 B1 A1"]) == .untold(.orderNeverSettles))
        #expect(reading("A2 B2 C1 A2 B2 C2") == .untold(.labelsTooFar(pass: 1)))
    }

    @Test func `The order is learned from all tables together`() {
        let passes = TownshipPasses([table("A1 C1 A2 B2 C2"), table("B1 C1 D1", "表3")])
        #expect(passes.settles)
        #expect(passes.order == ["A", "B", "C", "D"])
    }

    @Test func `Labels set right in the gazette give no erratum`() throws {
        let read = try Xiangyin.imported { lines in
            // 表2: the second label moves from 杨林寨乡 to 东塘镇; 表3 likewise, and 三级 goes.
            lines[196] = String(lines[196].dropFirst(2))
            lines[199] = "二级" + lines[199]
            lines[229] = String(lines[229].dropFirst(2))
            lines[232] = "二级" + lines[232]
            lines[235] = String(lines[235].dropFirst(2))
        }
        #expect(read.edition.errata.isEmpty)
        #expect(!read.edition.grades.contains { $0.differsFromPrint })
        #expect(read.edition.grades.map(\.grade) == (try Xiangyin.imported().edition.grades.map(\.grade)))
    }

    @Test func `A third pass under a third label is a third grade`() throws {
        let read = try Xiangyin.imported { $0.insert(contentsOf: ["三级\t东塘镇\t第三村", "\t樟树镇\t第四村"], at: 213) }
        let third = read.edition.grades.filter { $0.grade.rawValue == 3 }
        #expect(third.map(\.village) == ["第三村", "第四村"] && !third.contains { $0.differsFromPrint })
        #expect(read.edition.errata.count == 3)
    }

    @Test func `A third pass without a third label leaves the table as printed, and says so`() throws {
        let edition = try Xiangyin.imported { $0.insert("\t东塘镇\t第三村", at: 213) }.edition
        let orchard = edition.grades.filter { $0.landType == .orchard }
        #expect(!orchard.contains { $0.differsFromPrint })
        #expect(edition.errata.map { String($0.printed.prefix(2)) } == ["表3", "表3"])
        #expect(
            Audit(edition).findings.first?.description
                == "表2 (园地): labels and township passes differ, and there are 3 passes and 2 different labels; "
                + "the labels stand")
    }

    @Test func `Townships out of order leave the labels as printed in both tables`() throws {
        let edition = try Xiangyin.imported { $0.swapAt(201, 202) }.edition
        #expect(edition.errata.isEmpty && !edition.grades.contains { $0.differsFromPrint })
        #expect(
            Audit(edition).findings.prefix(2).map(\.description)
                == ["表2 (园地)", "表3 (林地)"].map {
                    "\($0): labels and township passes differ, and the townships keep to no one order; the labels stand"
                })
    }

    @Test func `A table cut before its second pass disputes nothing`() throws {
        let text = try Xiangyin.lines()[..<232].joined(separator: "\n") + "\n"
        let edition = try GazetteImport(GazetteText(Array(text.utf8)), Xiangyin.options).edition
        #expect(!edition.grades.contains { $0.landType == .forest && $0.differsFromPrint })
        #expect(
            Audit(edition).findings.first?.description
                == "表3 (林地): labels and township passes differ, and the labels do not contradict themselves; "
                + "the labels stand")
    }
}
