import TabularText

/// The amounts among our columns: the only cells of ours that differ from row to row.
enum AmountColumn: String, CaseIterable, Sendable {
    case amount
    case after = "amount_after"
    case change = "amount_change"
}

/// What stands around an amount in one form of output.
struct AmountFrame: Sendable {
    let before, after: [UInt8]
    /// Instead of all of it where there is no amount.
    let none: [UInt8]
}

/// Our cells of prices in one form of output.
protocol PriceWriting {
    /// The official price, its unit, and what the declared figures come to; nil: absent.
    func prices(_ price: String?, unit: String?, _ check: PriceCheck?) -> [UInt8]
    /// The price in the edition compared with, and by how many per cent it differs.
    func priceAfter(_ price: String?, percent: String?) -> [UInt8]
    func frame(_ column: AmountColumn) -> AmountFrame
}

extension CSVRows: PriceWriting {
    func prices(_ price: String?, unit: String?, _ check: PriceCheck?) -> [UInt8] {
        cells([price ?? "", unit ?? "", ours.text(check)])
    }

    func priceAfter(_ price: String?, percent: String?) -> [UInt8] { cells([price ?? "", percent ?? ""]) }

    func frame(_ column: AmountColumn) -> AmountFrame {
        AmountFrame(before: delimiterBytes, after: [], none: delimiterBytes)
    }
}

extension JSONRows: PriceWriting {
    func prices(_ price: String?, unit: String?, _ check: PriceCheck?) -> [UInt8] {
        key("price") + string(price) + key("price_unit") + string(unit) + key("price_check") + string(check?.rawValue)
    }

    func priceAfter(_ price: String?, percent: String?) -> [UInt8] {
        key("price_after") + string(price) + key("price_change") + string(percent)
    }

    /// Decimal text, as amounts are everywhere.
    func frame(_ column: AmountColumn) -> AmountFrame {
        AmountFrame(
            before: key(column.rawValue) + [0x22], after: [0x22], none: key(column.rawValue) + Array("null".utf8))
    }
}

extension CellRows: PriceWriting {
    func prices(_ price: String?, unit: String?, _ check: PriceCheck?) -> [UInt8] {
        amount(price) + cell(unit) + cell(ours.text(check))
    }

    func priceAfter(_ price: String?, percent: String?) -> [UInt8] { amount(price) + amount(percent) }

    private func amount(_ text: String?) -> [UInt8] {
        cell(text, text.map { CellStream.isPlainNumber(Array($0.utf8)[...]) } == true ? .number : .text)
    }

    /// Written as a number, where it is one that a spreadsheet keeps.
    func frame(_ column: AmountColumn) -> AmountFrame {
        AmountFrame(before: [CellStream.Kind.number.rawValue], after: [0], none: cell(nil))
    }
}
