internal import CSQLite
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
        _ count: Int, of statement: LayerStatement, to builder: inout RecordBuilder, row: Int64
    ) throws(TableError) {
        for column in 0..<count {
            // The connection has no mutex, so the value may be looked at as it lies there.
            let value = sqlite3_column_value(statement.handle, Int32(truncatingIfNeeded: column &+ 1))
            try append(value, column, to: &builder, row: row)
        }
        try builder.endRecord(at: remark(row))
    }

    /// Appends a row whose cells are there together.
    func append(
        _ cells: UnsafeBufferPointer<OpaquePointer?>, to builder: inout RecordBuilder, row: Int64
    ) throws(TableError) {
        for column in cells.indices { try append(cells[column], column, to: &builder, row: row) }
        try builder.endRecord(at: remark(row))
    }

    @inline(__always)
    private func append(
        _ value: OpaquePointer?, _ column: Int, to builder: inout RecordBuilder, row: Int64
    ) throws(TableError) {
        switch sqlite3_value_type(value) {
        case SQLITE_TEXT: try appendText(value, to: &builder, row: row)
        case SQLITE_INTEGER:
            append(integer: sqlite3_value_int64(value), to: &builder)
        case SQLITE_FLOAT:
            try append(real: sqlite3_value_double(value), column, to: &builder, row: row) {
                sqlite3_value_text(value).map {
                    UnsafeRawBufferPointer(start: $0, count: Int(sqlite3_value_bytes(value)))
                }
            }
        case SQLITE_NULL: builder.append(UnsafeRawBufferPointer(start: nil, count: 0))
        default:
            builder.append(UnsafeRawBufferPointer(start: nil, count: 0))
            builder.flag(column: column, .binary, at: place(row))
        }
    }

    private func place(_ row: Int64) -> String { "#\(row)" }

    private func remark(_ row: Int64) -> Remark { Remark(zh: "\(place(row)) 行", en: "row \(place(row))") }

    private func tooLong(_ row: Int64) -> TableError { .rowTooLong(remark(row)) }

    /// The text's own bytes: asked for as text, they would be repaired where they are none.
    private func appendText(
        _ value: OpaquePointer?, to builder: inout RecordBuilder, row: Int64
    ) throws(TableError) {
        let start = sqlite3_value_blob(value)
        switch encoding {
        case .utf8:
            let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
            guard bytes.count <= RecordBlock.maximumRecord else { throw tooLong(row) }
            builder.append(bytes)
        case .utf16(let isLittleEndian):
            let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes16(value)))
            guard bytes.count <= 2 * RecordBlock.maximumRecord else { throw tooLong(row) }
            var transcoder = UTF16Transcoder(isLittleEndian: isLittleEndian)
            var text = [UInt8](repeating: 0, count: UTF16Transcoder.room(for: bytes.count))
            var end = transcoder.transcode(Array(bytes)[...], into: &text, at: 0)
            end = transcoder.finish(into: &text, at: end)
            text[..<end].withUnsafeBytes { builder.append($0) }
        }
    }

    @inline(__always)
    func append(integer: Int64, to builder: inout RecordBuilder) {
        let first = NumberText.integer(integer, into: digits.room)
        builder.append(digits.from(first), isNumber: true)
    }

    /// - Parameter text: SQLite's own, which is ASCII in every encoding of the database.
    func append(
        real number: Double, _ column: Int, to builder: inout RecordBuilder, row: Int64,
        text: () -> UnsafeRawBufferPointer?
    ) throws(TableError) {
        if let first = NumberText.real(number, into: digits.room) {
            return builder.append(digits.from(first), isNumber: true)
        }
        guard let text = text() else { throw TableError(LayerProblem.outOfMemory) }
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
