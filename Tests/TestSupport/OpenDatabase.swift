import CSQLite
package import SystemPackage

/// Another connection than the one that is tested.
package final class OpenDatabase {
    private var handle: OpaquePointer?

    package struct Failure: Error {
        let text: String

        package init(text: String) { self.text = text }
    }

    package init(_ path: FilePath) throws {
        guard sqlite3_open(path.string, &handle) == SQLITE_OK else { throw Failure(text: path.string) }
    }

    /// A file that is only read, whatever its header says of a log.
    package init(unchanging path: FilePath) throws {
        let uri = "file:\(path.string)?immutable=1"
        guard sqlite3_open_v2(uri, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nil) == SQLITE_OK else {
            throw Failure(text: path.string)
        }
    }

    deinit { sqlite3_close_v2(handle) }

    package func run(_ sql: String) throws { _ = try rows(sql) }

    package func rows(_ sql: String) throws -> [String] {
        final class Rows { var lines: [String] = [] }
        let rows = Rows()
        let code = sqlite3_exec(
            handle, sql,
            { pointer, count, values, _ in
                let cells = (0..<Int(count)).map { values?[$0].map { String(cString: $0) } ?? "NULL" }
                Unmanaged<Rows>.fromOpaque(pointer!).takeUnretainedValue().lines.append(cells.joined(separator: "|"))
                return 0
            }, Unmanaged.passUnretained(rows).toOpaque(), nil)
        guard code == SQLITE_OK else { throw Failure(text: String(cString: sqlite3_errmsg(handle))) }
        return rows.lines
    }
}
