import GradeModel
import SystemSupport

/// What is said of townships graded as a whole and of parts of villages.
extension EnglishSentences {
    func unknownInTable(_ landType: LandType, table: String?) -> String {
        "unknown: \(table.map(shown) ?? "the \(word(landType)) table") grades by villages, "
            + "and lists none of the name asked for in this township."
    }

    func gradedAsWhole(_ township: String) -> String {
        "The document grades \(shown(township)) as a whole and names no villages."
    }

    var gradedByPart: String { "graded by parts of the village:" }

    func part(_ part: PartAnswer, amount: String?) -> String {
        let mark = part.heldGrade == part.printedGrade ? "" : " " + disputeMark(part.erratum?.status)
        return "\(shown(part.part)): \(word(part.grade))\(mark)" + (amount.map { ", \($0)" } ?? "")
    }

    var otherParts: String { "For other parts of the village the document publishes no grade." }
}
