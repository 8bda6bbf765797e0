/// The unit that a line names, and what else it says: 单位：元/平方米 by itself, or behind a caption,
/// 表 3 园地级别基准地价表（单位：元/平方米）.
struct UnitOfLine: Hashable {
    private(set) var unit: String?
    /// The line without its unit, and without white space; as printed.
    private(set) var rest: String

    /// Whether the line says nothing but a unit.
    var isUnitAlone: Bool { unit != nil && rest.isEmpty }

    init(_ line: String) {
        let text = compacted(line)
        rest = text
        guard text.count <= 80 else { return }
        if let bracket = Self.bracket(text) {
            unit = bracket.unit
            rest = String(text[..<bracket.range.lowerBound]) + text[bracket.range.upperBound...]
        } else if let mark = text.firstRange(of: "单位"),
            let unit = HeaderWords.unit(in: folded(String(text[mark.upperBound...])))
        {
            self.unit = unit
            rest = String(text[..<mark.lowerBound])
        }
        guard unit != nil else { return }
        rest = rest.trimmed("：:，,；;（(")
        // 计量单位, 货币单位：人民币.
        if ["计量", "地价", "价格", "货币", "金额", "面积", "人民币", "基准地价"].contains(rest) { rest = "" }
    }

    /// The last pair of brackets that holds a unit and little else.
    private static func bracket(_ text: String) -> (unit: String, range: Range<String.Index>)? {
        for open in text.indices.reversed() where "（(［[【".contains(text[open]) {
            guard let close = text[open...].firstIndex(where: { "）)］]】".contains($0) }) else { continue }
            let inner = folded(String(text[text.index(after: open)..<close]))
            guard inner.count <= 30, let unit = HeaderWords.unit(in: inner),
                inner.contains("单位") || HeaderWords.unit(typed: inner) != nil
            else { continue }
            return (unit, open..<text.index(after: close))
        }
        return nil
    }
}
