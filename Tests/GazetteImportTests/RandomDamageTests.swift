import EditionPackage
import GradeModel
import SystemSupport
import TestSupport
import Testing

@testable import GazetteImport

/// Many copies of the document, each damaged at random places from a fixed start: whatever happens, an import is
/// refused, or it gives a package that reads back as what was imported.
struct RandomDamageTests {
    private func damage(_ lines: inout [String], _ chance: inout Chance) {
        let at = Int.random(in: 0..<lines.count, using: &chance)
        let other = Int.random(in: 0..<lines.count, using: &chance)
        switch Int.random(in: 0..<8, using: &chance) {
        case 0: lines.remove(at: at)
        case 1: lines.insert(lines[other], at: at)
        case 2: lines.swapAt(at, other)
        case 3: lines[at] = String(lines[at].dropFirst(Int.random(in: 1...4, using: &chance)))
        case 4: lines[at] = lines[at].replacing("\t", with: " ", maxReplacements: 1)
        case 5: lines[at] = lines[at].replacing("、", with: ["\t", "，", "、、", ""].randomElement(using: &chance)!)
        case 6: lines[at] = ["一级", "二级", "三级", ""].randomElement(using: &chance)! + lines[at]
        default: lines.insert(["", "— 7 —", "级别\t所属乡镇\t行政村 / 社区名"].randomElement(using: &chance)!, at: at)
        }
    }

    @Test func `random damage is refused, or gives a package that reads`() throws {
        var options = Xiangyin.options
        options.publication = .absent
        let whole = try Xiangyin.document()
        var chance = Chance(state: 2025)
        var imported = 0
        var refused = 0
        for _ in 0..<60 {
            var lines = whole
            for _ in 0..<Int.random(in: 1...3, using: &chance) { damage(&lines, &chance) }
            do {
                let read = try DocumentImport(document(lines.joined(separator: "\n") + "\n"), options)
                guard let edition = read.draft.edition() else {
                    refused += 1
                    #expect(
                        read.draft.questions.allSatisfy { !$0.placed(in: .en).isEmpty && !$0.sentence(in: .zh).isEmpty }
                    )
                    continue
                }
                imported += 1
                #expect(!edition.grades.isEmpty)
                if imported.isMultiple(of: 8) {
                    #expect(
                        try EditionPackage.read(EditionPackage.write(edition), origin: .unsigned).edition == edition)
                }
            } catch let error as ImportError {
                refused += 1
                #expect(!error.sentence(in: .en).text.isEmpty)
            }
        }
        // Both ends have to be met, or the damage is too mild or too wild to show anything.
        #expect(imported > 5 && refused > 5, "imported \(imported), refused \(refused)")
    }
}
