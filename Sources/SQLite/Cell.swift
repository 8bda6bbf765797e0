internal import CSQLite

/// A value of a row, of any type, valid until the next step.
package struct Cell {
    @usableFromInline let value: OpaquePointer?

    @inlinable
    package init(value: OpaquePointer?) { self.value = value }

    package enum Kind { case null, integer, real, text, blob }

    @inlinable
    package var kind: Kind {
        switch sqlite3_value_type(value) {
        case SQLITE_TEXT: .text
        case SQLITE_INTEGER: .integer
        case SQLITE_FLOAT: .real
        case SQLITE_NULL: .null
        default: .blob
        }
    }

    @inlinable package var integer: Int64 { sqlite3_value_int64(value) }

    @inlinable package var real: Double { sqlite3_value_double(value) }

    /// The bytes of a text in a database of UTF-8, as they are stored: asked for as text, they would be repaired where they
    /// are none.
    @inlinable
    package var storedText: UnsafeRawBufferPointer {
        let start = sqlite3_value_blob(value)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
    }

    /// The same in a database of UTF-16, of either byte order.
    @inlinable
    package var storedUTF16: UnsafeRawBufferPointer {
        let start = sqlite3_value_blob(value)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes16(value)))
    }

    /// A number as SQLite writes it, in ASCII; nil where there is no memory for it.
    package var numberText: UnsafeRawBufferPointer? {
        sqlite3_value_text(value).map {
            UnsafeRawBufferPointer(start: $0, count: Int(sqlite3_value_bytes(value)))
        }
    }
}
