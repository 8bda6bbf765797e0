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
    /// The price in the edition compared with.
    func priceAfter(_ price: String?) -> [UInt8]
    func frame(_ column: AmountColumn) -> AmountFrame
}

extension CSVRows: PriceWriting {
    func prices(_ price: String?, unit: String?, _ check: PriceCheck?) -> [UInt8] {
        cells([price ?? "", unit ?? "", check?.rawValue ?? ""])
    }

    func priceAfter(_ price: String?) -> [UInt8] { cells([price ?? ""]) }

    func frame(_ column: AmountColumn) -> AmountFrame {
        AmountFrame(before: delimiterBytes, after: [], none: delimiterBytes)
    }
}

extension JSONRows: PriceWriting {
    func prices(_ price: String?, unit: String?, _ check: PriceCheck?) -> [UInt8] {
        key("price") + string(price) + key("price_unit") + string(unit) + key("price_check") + string(check?.rawValue)
    }

    func priceAfter(_ price: String?) -> [UInt8] { key("price_after") + string(price) }

    /// Decimal text, as amounts are everywhere.
    func frame(_ column: AmountColumn) -> AmountFrame {
        AmountFrame(
            before: key(column.rawValue) + [0x22], after: [0x22], none: key(column.rawValue) + Array("null".utf8))
    }
}

extension CellRows: PriceWriting {
    func prices(_ price: String?, unit: String?, _ check: PriceCheck?) -> [UInt8] {
        amount(price) + cell(unit) + cell(check?.rawValue)
    }

    func priceAfter(_ price: String?) -> [UInt8] { amount(price) }

    private func amount(_ text: String?) -> [UInt8] {
        cell(text, text.map { CellStream.isPlainNumber(Array($0.utf8)[...]) } == true ? .number : .text)
    }

    /// Written as a number, where it is one that a spreadsheet keeps.
    func frame(_ column: AmountColumn) -> AmountFrame {
        AmountFrame(before: [CellStream.Kind.number.rawValue], after: [0], none: cell(nil))
    }
}

/// The amounts of one row as they are written, behind its other cells.
struct AmountTail: Sendable {
    /// The first `count` bytes; behind them at least `ByteTable.slack` bytes that may be read.
    private(set) var bytes = [UInt8](repeating: 0, count: 1024)
    private(set) var count = 0
    private let amount, after, change: AmountFrame
    private let isComparing: Bool

    init(_ writer: any PriceWriting, isComparing: Bool) {
        (amount, after, change) = (writer.frame(.amount), writer.frame(.after), writer.frame(.change))
        self.isComparing = isComparing
    }

    /// - Parameters:
    ///   - first: what the parcel comes to, in 0.01 元.
    ///   - priceAfter: the cell of the other edition's price.
    @inline(__always)
    mutating func set(_ first: Int128?, priceAfter: ArraySlice<UInt8>, _ second: Int128?) {
        count = 0
        append(first, amount)
        if isComparing {
            if priceAfter.count + count + 512 > bytes.count {
                bytes += [UInt8](repeating: 0, count: priceAfter.count + 1024)
            }
            append(priceAfter)
            append(second, after)
            append(first.flatMap { first in second.map { $0 - first } }, change)
        }
    }

    @inline(__always)
    private mutating func append(_ fen: Int128?, _ frame: AmountFrame) {
        guard let fen else { return append(frame.none[...]) }
        append(frame.before[...])
        if fen < 0 { append(0x2D) }
        let magnitude = fen.magnitude
        if magnitude < 1_000_000_000_000_000_000 {
            appendDigits(UInt64(truncatingIfNeeded: magnitude))
        } else {
            let digits = Array(String(magnitude).utf8)
            append(digits[..<(digits.count - 2)])
            append(0x2E)
            append(digits[(digits.count - 2)...])
        }
        append(frame.after[...])
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8) {
        bytes[count] = byte
        count &+= 1
    }

    private mutating func append(_ piece: ArraySlice<UInt8>) {
        for byte in piece { append(byte) }
    }

    /// `12345` as `123.45`.
    @inline(__always)
    private mutating func appendDigits(_ fen: UInt64) {
        var (rest, places) = (fen / 100, 1)
        var power: UInt64 = 10
        while rest >= power {
            power &*= 10
            places &+= 1
        }
        let end = count &+ places
        var position = end &- 1
        while position >= count {
            bytes[position] = UInt8(truncatingIfNeeded: 0x30 &+ rest % 10)
            rest /= 10
            position &-= 1
        }
        let part = fen % 100
        bytes[end] = 0x2E
        bytes[end &+ 1] = UInt8(truncatingIfNeeded: 0x30 &+ part / 10)
        bytes[end &+ 2] = UInt8(truncatingIfNeeded: 0x30 &+ part % 10)
        count = end &+ 3
    }
}
