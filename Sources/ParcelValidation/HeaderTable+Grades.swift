/// What stands in brackets behind a word for the grade. 级别（建设用地） is as little the grade of this land as 建设用地级别 is: a
/// bracket whose words are not known makes the header one that only may be the grade, which is named.
extension HeaderTable {
    /// Land and uses whose grades are others, wherever in a header they stand: 建设用地/级别.
    static let otherGrades = ["建设用地", "城镇", "宅基地", "公益林", "保护", "商服", "住宅用地", "工业用地", "工矿"]

    /// Whether a bracket leaves the word in front of it the grade: it says which grade as a header of its own would (申报 as in
    /// 申报级别), names a graded land type, or says how or whether the cell is filled in.
    ///
    /// - Parameter word: what the bracket stands behind.
    static func isOfGrade(bracket: String, behind word: String) -> Bool {
        let text = String(
            String.UnicodeScalarView(bracket.unicodeScalars.filter { !["*", "★", "※", "!", ":"].contains($0) }))
        if text.isEmpty || ["园地", "林地", "草地"].contains(where: text.contains) { return true }
        let whole = [text, text + "级别", text + "等级", text + "_GRADE", word + text]
        if whole.contains(where: { meanings[$0]?.role == .grade }) || presentWords.contains(text) { return true }
        return formWords.contains(where: text.contains) || text.unicodeScalars.allSatisfy(isOfNumbers)
    }

    /// The grade that is declared now.
    private static let presentWords: Set<String> = [
        "现", "现行", "本次", "本轮", "本期", "新", "最新", "本年", "本年度", "今年", "当前", "目前",
    ]

    /// 必填, 填写一级、二级, 下拉选择, 单位：级.
    private static let formWords = [
        "填", "选择", "单选", "可选", "下拉", "输入", "格式", "数字", "汉字", "中文", "罗马", "例如", "示例", "单位", "REQUIRED", "OPTIONAL",
    ]

    /// 级, 一/二/三级, 1-3, Ⅰ至Ⅲ级.
    private static func isOfNumbers(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("Ⅰ"..."Ⅻ").contains(scalar) || ("①"..."⑳").contains(scalar)
            || "级第一二三四五六七八九十壹贰叁肆伍至到或和、，,;；/-~—～. IVX".unicodeScalars.contains(scalar)
    }
}
