import GradeModel
import TabularText

/// Where the figures of a row stand, and the units of their columns.
struct PriceCells: Sendable {
    private let columns: RowColumns
    /// `UnitCode` numbers.
    let areaUnit, priceUnit, amountUnit: Int
    private let amountDigits: Int

    init(_ shape: RowShape) {
        columns = RowColumns(shape)
        func unit(_ role: ColumnRole) -> Int {
            shape.columns.units[role].map { UnitCode.number(of: $0.unit) } ?? UnitCode.none
        }
        (areaUnit, priceUnit, amountUnit) = (unit(.area), unit(.unitPrice), unit(.amount))
        amountDigits = Figure.digits(of: .amount, unit: amountUnit)
    }

    /// Reads the figures of a row whose cells hold plain numbers or nothing; false for any other.
    ///
    /// - Parameter area: what stands in the area's cell.
    @inline(__always)
    func readFigures(
        _ row: CopiedRow, _ entry: RecordEntry, _ bytes: RawSpan, _ ends: Span<FieldEnd>, area: DecimalParts.Reading,
        _ figures: inout RowFigures
    ) -> Bool {
        let fields = RowCells.Fields(
            first: Int(entry.firstField), start: row.start, width: columns.delimiterWidth)
        let price = fields.cell(columns.unitPrice, ends), amount = fields.cell(columns.amount, ends)
        guard price.end | amount.end >= 0,
            let areaFigure = Figure.plain(area, unit: areaUnit, digits: Area.whole),
            let priceFigure = Figure.plain(
                DecimalParts.readPadded(bytes, price.start, price.end), unit: priceUnit, digits: Area.whole),
            let amountFigure = Figure.plain(
                DecimalParts.readPadded(bytes, amount.start, amount.end), unit: amountUnit, digits: amountDigits)
        else { return false }
        figures = RowFigures(area: areaFigure, price: priceFigure, amount: amountFigure)
        return true
    }
}
