import CXLSXWriter
import TabularText
import CommandSupport

typealias Format = UnsafeMutablePointer<lxw_format>

/// The looks of cells: the colour of a row by how serious its verdict is, and how a number's decimals are shown.
struct Formats {
    /// Light enough that black text on them is read, on paper too.
    static let doubtful: lxw_color_t = 0xFFEB9C
    static let wrong: lxw_color_t = 0xFFC7CE
    static let fine: lxw_color_t = 0xC6EFCE
    private static let listHeader: lxw_color_t = 0xD9D9D9
    private static let ownHeader: lxw_color_t = 0xBDD7EE

    /// One for each way a row is coloured: fine, doubtful, wrong.
    struct Row {
        /// Of a text that stays one when somebody edits the cell: `0430624` then doesn't become a number.
        let text: Format
        /// Of a long text. As text by format Excel would show `####` from 256 characters on.
        let long: Format
        let empty: Format?
        /// By decimals.
        let numbers: [Format]
    }

    let listHeader: Format
    let ownHeader: Format
    private let rows: [Row]

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) throws(WorkbookFault) {
        listHeader = try Self.header(workbook, Self.listHeader)
        ownHeader = try Self.header(workbook, Self.ownHeader)
        var rows: [Row] = []
        for colour in [nil, Self.doubtful, Self.wrong] { rows.append(try Self.row(workbook, colour)) }
        self.rows = rows
    }

    /// - Parameter kind: the verdict cell's.
    func row(_ kind: CellStream.Kind) -> Row { rows[kind == .doubtful ? 1 : kind == .wrong ? 2 : 0] }

    static func make(
        _ workbook: UnsafeMutablePointer<lxw_workbook>, fill: lxw_color_t? = nil, number: String? = nil,
        isBold: Bool = false
    ) throws(WorkbookFault) -> Format {
        guard let format = workbook_add_format(workbook) else { throw .library("workbook_add_format") }
        if let fill {
            format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            // A solid pattern shows its foreground.
            format_set_fg_color(format, fill)
        }
        if let number { format_set_num_format(format, number) }
        if isBold { format_set_bold(format) }
        return format
    }

    private static func header(
        _ workbook: UnsafeMutablePointer<lxw_workbook>, _ fill: lxw_color_t
    ) throws(WorkbookFault) -> Format {
        let format = try make(workbook, fill: fill, number: "@", isBold: true)
        format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
        return format
    }

    private static func row(
        _ workbook: UnsafeMutablePointer<lxw_workbook>, _ fill: lxw_color_t?
    ) throws(WorkbookFault) -> Row {
        let long = try make(workbook, fill: fill)
        var numbers: [Format] = []
        for decimals in 0...15 {
            let number = decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
            numbers.append(try make(workbook, fill: fill, number: number))
        }
        return Row(
            text: try make(workbook, fill: fill, number: "@"), long: long, empty: fill == nil ? nil : long,
            numbers: numbers)
    }
}
