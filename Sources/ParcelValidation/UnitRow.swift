/// A row of the units of the columns and of nothing else: 元/亩, 亩 and 元 below 单价, 面积 and 金额.
struct UnitRow {
    /// The cells with units, by column.
    let units: [Int: String]

    /// Nil where a cell holds anything but a unit, a dash or 单位, and where none holds a unit.
    init?(_ cells: [String]) {
        var units: [Int: String] = [:]
        for (column, cell) in cells.enumerated() where !Self.isEmpty(cell) {
            if ListUnit.isUnit(cell) {
                units[column] = cell
            } else if !Self.labels.contains(HeaderKey(cell, isCell: true).bare) {
                return nil
            }
        }
        guard !units.isEmpty else { return nil }
        self.units = units
    }

    /// What may stand among them: 单位, and units of figures that mean nothing here.
    private static let labels: Set<String> = [
        "单位", "计量单位", "米", "千米", "株", "棵", "个", "户", "人", "块", "宗", "年", "%", "级", "度", "吨", "公斤", "千克", "斤", "元/年",
        "元/亩/年",
        "元/亩·年", "元/㎡/年", "M", "KM",
    ]

    /// Nothing, or dashes.
    static func isEmpty(_ cell: String) -> Bool {
        cell.utf8.count <= 24 && cell.unicodeScalars.allSatisfy { dashes.contains($0) || $0.properties.isWhitespace }
    }

    static let dashes: Set<Unicode.Scalar> = ["-", "－", "–", "—", "―", "─", "━", "/", "／"]

    /// The names of a header's columns with their units behind them: 单价/元/亩. Nil where a unit is none of its column's,
    /// where its column has another one already, and where no column that is known has one.
    ///
    /// - Parameter map: nil where the needed columns are not found.
    func names(under names: [String], _ map: ColumnMap?) -> [String]? {
        var joined = names
        var isKnown = false
        for (column, unit) in units {
            guard names.indices.contains(column) else { return nil }
            let role = map?.columns.first { $0.value == column }?.key ?? HeaderKey(names[column]).meaning?.role
            if let role {
                guard role.isFigure, let own = ListUnit(cell: unit, of: role) else { return nil }
                isKnown = true
                if let other = ColumnUnit(header: names[column], of: role, told: nil), other.origin == .header {
                    guard other.unit == own else { return nil }
                    continue
                }
            }
            joined[column] = names[column].isEmpty ? unit : "\(names[column])/\(unit)"
        }
        return isKnown ? joined : nil
    }
}
