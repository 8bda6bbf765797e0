import GradeModel
import SystemSupport

/// What is said of townships graded as a whole and of parts of villages.
extension ChineseSentences {
    func unknownInTable(_ landType: LandType, table: String?) -> String {
        "不知：\(table.map(shown) ?? word(landType) + "级别表")按村（社区）定级，该乡镇之下没有列出所写的村名。"
    }

    func gradedAsWhole(_ township: String) -> String { "文件把\(shown(township))作为整体定级，没有列出村名。" }

    var gradedByPart: String { "村内分别定级：" }

    func part(_ part: PartAnswer, amount: String?) -> String {
        let mark = part.heldGrade == part.printedGrade ? "" : " " + disputeMark(part.erratum?.status)
        return "\(shown(part.part))：\(word(part.grade))\(mark)" + (amount.map { "，\($0)" } ?? "")
    }

    var otherParts: String { "文件没有写到的部分，没有公布级别。" }
}
