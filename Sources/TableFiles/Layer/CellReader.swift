internal import SQLite
import SystemSupport
internal import TabularText

/// Puts the cells of a row into records.
struct CellReader {
    private let encoding: TextForm
    private let digits = Digits()

    /// From here on not every integer is a floating-point number; a code that became one has lost its last digits.
    private static let longNumber = 1e15

    init(encoding: TextForm) { self.encoding = encoding }

    /// Appends the row a statement stands on: the cells follow column 0.
    ///
    /// - Parameter row: its rowid, or else its number, for messages.
    func append(
        _ count: Int, of statement: Statement, to builder: inout RecordBuilder, row: Int64
    ) throws(TableError) {
        for column in 0..<count {
            let cell = statement.cell(Int32(truncatingIfNeeded: column &+ 1))
            switch cell.kind {
            case .text: try appendText(cell, to: &builder, row: row)
            case .integer: append(integer: cell.integer, to: &builder)
            case .real: try append(real: cell, column, to: &builder, row: row)
            case .null: builder.append(UnsafeRawBufferPointer(start: nil, count: 0))
            case .blob:
                builder.append(UnsafeRawBufferPointer(start: nil, count: 0))
                builder.flag(column: column, .binary, at: place(row))
            }
        }
        try builder.endRecord(at: remark(row))
    }

    private func place(_ row: Int64) -> String { "#\(row)" }

    private func remark(_ row: Int64) -> Remark { Remark(zh: "\(place(row)) 行", en: "row \(place(row))") }

    private func tooLong(_ row: Int64) -> TableError { .rowTooLong(remark(row)) }

    private func appendText(_ cell: Cell, to builder: inout RecordBuilder, row: Int64) throws(TableError) {
        switch encoding {
        case .utf8:
            let bytes = cell.storedText
            guard bytes.count <= RecordBlock.maximumRecord else { throw tooLong(row) }
            builder.append(bytes)
        case .utf16(let isLittleEndian):
            let bytes = cell.storedUTF16
            guard bytes.count <= 2 * RecordBlock.maximumRecord else { throw tooLong(row) }
            var transcoder = UTF16Transcoder(isLittleEndian: isLittleEndian)
            var text = [UInt8](repeating: 0, count: UTF16Transcoder.room(for: bytes.count))
            var end = transcoder.transcode(Array(bytes)[...], into: &text, at: 0)
            end = transcoder.finish(into: &text, at: end)
            text[..<end].withUnsafeBytes { builder.append($0) }
        }
    }

    @inline(__always)
    private func append(integer: Int64, to builder: inout RecordBuilder) {
        let first = NumberText.integer(integer, into: digits.room)
        builder.append(digits.from(first), isNumber: true)
    }

    private func append(
        real cell: Cell, _ column: Int, to builder: inout RecordBuilder, row: Int64
    ) throws(TableError) {
        let number = cell.real
        if let first = NumberText.real(number, into: digits.room) {
            return builder.append(digits.from(first), isNumber: true)
        }
        guard let text = cell.numberText else { throw TableError(LayerProblem.outOfMemory) }
        builder.append(text, isNumber: true)
        if number.magnitude >= Self.longNumber { builder.flag(column: column, .longNumber, at: place(row)) }
    }

    /// Room for the digits of one number.
    private final class Digits {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 32, alignment: 1)

        deinit { room.deallocate() }

        func from(_ first: Int) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: room[first...]) }
    }
}
