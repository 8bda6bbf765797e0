/// What stands in brackets behind a word for the grade. 级别（建设用地） is as little the grade of this land as 建设用地级别 is. A
/// bracket whose words are not known leaves the column the grade, as it does any other: the whole header is shown with what it was
/// taken for.
extension HeaderTable {
    /// Land and uses whose grades are others, wherever in a header they stand: 建设用地/级别.
    static let otherGrades = ["建设用地", "城镇", "宅基地", "公益林", "保护", "商服", "住宅用地", "工业用地", "工矿"]

    /// What an office has published or found, which a list may have beside what is declared: 级别（公布）, 级别（正确）.
    private static let official: Set<String> = ["公布", "官方", "法定", "标准", "应为", "正确", "参考", "文件", "公告", "已公布", "应定"]

    /// The same within longer ones: 级别（县政府公布）, 级别（2025年公布成果）.
    private static let parts = ["公布", "公告", "官方", "法定", "应为", "应定", "对照", "参照", "匹配", "基准地价"]
    private static let declared = ["申报", "填报", "上报", "自报"]

    /// Whether a bracket behind a word for the grade makes another one of it; not 级别（公布填报）.
    static func isOfficial(bracket: String) -> Bool {
        official.contains(bracket)
            || parts.contains { bracket.contains($0) } && !declared.contains { bracket.contains($0) }
    }
}
