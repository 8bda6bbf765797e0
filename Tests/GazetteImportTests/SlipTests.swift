import EditionPackage
import GradeModel
import SystemSupport
import Testing

@testable import GazetteImport

/// Grade labels that have slipped, on the real tables with changed labels and on tables made up to mislead the rule.
struct SlipTests {
    @Test func `labels set right in the gazette give no erratum`() throws {
        let read = try Xiangyin.edition { lines in
            // 表2: the second label moves from 杨林寨乡 to 东塘镇; 表3 likewise, and 三级 goes.
            lines[196] = String(lines[196].dropFirst(2))
            lines[199] = "二级" + lines[199]
            lines[229] = String(lines[229].dropFirst(2))
            lines[232] = "二级" + lines[232]
            lines[235] = String(lines[235].dropFirst(2))
        }
        #expect(read.errata.isEmpty)
        #expect(!read.grades.contains { $0.differsFromPrint })
        #expect(read.grades.map(\.grade) == (try Xiangyin.edition().grades.map(\.grade)))
    }

    @Test func `a third pass under a third label is a third grade`() throws {
        let read = try Xiangyin.edition { $0.insert(contentsOf: ["三级\t东塘镇\t第三村", "\t樟树镇\t第四村"], at: 213) }
        let third = read.grades.filter { $0.grade.rawValue == 3 }
        #expect(third.map(\.village) == ["第三村", "第四村"] && !third.contains { $0.differsFromPrint })
        #expect(read.errata.count == 3)
    }

    @Test func `labels that contradict themselves without a slip to explain it are a person's`() throws {
        // A third pass without a third label; townships out of order.
        for edit in [{ $0.insert("\t东塘镇\t第三村", at: 213) }, { $0.swapAt(201, 202) }] as [(inout [String]) -> Void] {
            let draft = try Xiangyin.imported(Xiangyin.options, edit).draft
            #expect(draft.questions.contains { $0.kind == .labels && $0.source?.table == "表2" })
            #expect(!draft.grades.contains { $0.landType == .orchard && $0.grade != $0.printedGrade })
        }
    }

    @Test func `a table cut before its second pass disputes nothing`() throws {
        let text = try Xiangyin.lines()[..<232].joined(separator: "\n") + "\n"
        let draft = try DocumentImport(document(text), Xiangyin.options).draft
        #expect(!draft.grades.contains { $0.landType == .forest && $0.grade != $0.printedGrade })
    }

    private func grades(_ rows: String) throws -> [String] {
        let read = try Sample.imported(grades: rows)
        #expect(read.draft.questions.map { $0.placed(in: .en).text } == [])
        return read.draft.grades.filter { $0.landType == .orchard }.map { "\($0.village) \($0.grade.rawValue)" }
    }

    @Test func `a second row of a township for its farm is no slip`() throws {
        let rows = "一级\t甲镇\t东村\n\t乙乡\t西村\n\t甲镇\t国有甲镇园艺场\n二级\t乙乡\t南村\n\t丙镇\t北村"
        #expect(try grades(rows) == ["东村 1", "西村 1", "国有甲镇园艺场 1", "南村 2", "北村 2"])
    }

    @Test func `a label that came too late is asked about, never corrected`() throws {
        let rows = "一级\t甲镇\t东村\n\t乙乡\t西村\n\t甲镇\t南村\n\t乙乡\t北村\n二级\t丙镇\t中村"
        let draft = try Sample.imported(grades: rows).draft
        #expect(draft.questions.map(\.kind) == [.labels])
        #expect(draft.grades.allSatisfy { $0.grade == $0.printedGrade })
    }

    @Test(arguments: [
        // Labels in the middle of their rows: each stands one row below the first of them.
        "\t甲镇\t东村\n一级\t乙乡\t西村\n\t丙镇\t中村\n\t甲镇\t南村\n二级\t乙乡\t北村",
        "一级\t\t东村\n\t甲镇\t西村\n\t\t中村\n二级\t乙乡\t南村",
    ])
    func `a first row without its label leaves all labels open`(_ rows: String) throws {
        let draft = try Sample.imported(grades: rows).draft
        #expect(draft.questions.contains { $0.kind == .labels && $0.source?.table == "表2" })
    }

    @Test func `where every row has its own label, or merges are known, no label is doubted`() throws {
        let rows = "一级\t甲镇\t东村\n一级\t甲镇\t西村\n二级\t乙乡\t南村\n一级\t乙乡\t北村\n二级\t甲镇\t中村"
        #expect(try grades(rows) == ["东村 1", "西村 1", "南村 2", "北村 1", "中村 2"])
    }
}
