/// A line that numbers a table: 表 4 例县草地级别范围描述, 续表 3, 附表二 …. No row of a table begins so, and whatever table stands
/// above it has ended.
enum CaptionLine {
    static func isOne(_ line: String) -> Bool {
        var rest = String.UnicodeScalarView(line.unicodeScalars.filter { !$0.properties.isWhitespace })[...]
        guard (4...60).contains(rest.count) else { return false }
        for front in ["附表", "续表", "表"] where rest.starts(with: front.unicodeScalars) {
            rest = rest.dropFirst(front.unicodeScalars.count)
            let number = rest.prefix { isDigit($0) || isNumeral($0) || "-—–－.".unicodeScalars.contains($0) }
            guard let first = number.first, isDigit(first) || isNumeral(first) else { return false }
            // 表一级别 is the grade's numeral, 表2第11行 a row that is cited.
            let behind = rest.dropFirst(number.count).first
            return behind != nil && behind != "级" && behind != "第" && number.count <= 6
        }
        return false
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { "一二三四五六七八九十".unicodeScalars.contains(scalar) }
}
