import GradeModel
import Testing

@testable import EditionPublishing

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

    @Test func `labels that number the passes agree`() {
        #expect(reading("A1 B1 C1 A2 B2 C2 B3") == .agree)
        #expect(reading("A1 B1 C1") == .agree)
    }

    @Test func `a slip is found where the labels contradict themselves`() {
        #expect(reading("A1 B1 C2 A2 B2 C2") == .slipped(grades(1, 1, 1, 2, 2, 2)))
        #expect(reading("A1 B1 C1 D1 A2 B3 C2 D2") == .slipped(grades(1, 1, 1, 1, 2, 2, 2, 2)))
    }

    @Test func `labels that make sense by themselves stand, whatever the passes say`() {
        // Townships each in one grade, in one order: by passes this would be a single grade.
        #expect(reading("A1 B1 C2 D2") == .untold(.labelsConsistent))
        #expect(reading("A1 B1 C2 D2 A3 C3") == .untold(.labelsConsistent))
    }

    @Test func `where the passes can't be told the labels stand`() {
        #expect(reading("A1 B1 C2 A2 B2 C2 A2 B2 C2") == .untold(.morePassesThanLabels(passes: 3, labels: 2)))
        #expect(reading("A1 B1 C2 C2 A2") == .untold(.townshipTwiceRunning("C", row: 4)))
        #expect(reading("A1 B1 C2 B2 A2 C2") == .untold(.orderNeverSettles))
        #expect(reading("A1 B1 C2 A2 B2 C2", beside: ["C1 B1 A1"]) == .untold(.orderNeverSettles))
        #expect(reading("A2 B2 C1 A2 B2 C2") == .untold(.labelsTooFar(pass: 1)))
    }

    @Test func `the order is learned from all tables together`() {
        let passes = TownshipPasses([table("A1 C1 A2 B2 C2"), table("B1 C1 D1", "表3")])
        #expect(passes.settles)
        #expect(passes.order == ["A", "B", "C", "D"])
    }
}
