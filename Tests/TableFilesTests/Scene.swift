import CSQLite
import Glibc
import SystemSupport
import TableFiles
import SystemPackage
import TabularText

/// A folder of a test's own, removed when the test ends, and what is done in it.
final class Scene: Sendable {
    let folder: FilePath

    init() {
        var template = Array("/tmp/landgrade-layer-XXXXXX".utf8CString)
        folder = FilePath(String(cString: mkdtemp(&template)!))
    }

    deinit {
        for name in names { unlink(folder.appending(name).string) }
        rmdir(folder.string)
    }

    func path(_ name: String) -> FilePath { folder.appending(name) }

    var names: [String] { Self.names(in: folder) }

    static func names(in folder: FilePath) -> [String] {
        guard let stream = opendir(folder.string) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names.filter { $0 != "." && $0 != ".." }.sorted()
    }

    /// Makes a database by these statements.
    @discardableResult
    func database(_ name: String, _ sql: String...) throws -> FilePath {
        let database = try OpenDatabase(path(name))
        for statement in sql { try database.run(statement) }
        return path(name)
    }

    /// Writes a database anew with so many bytes at the end of each page that SQLite does not use.
    func reserve(_ bytes: CInt, _ name: String) throws -> CInt {
        try OpenDatabase(path(name)).reserve(bytes)
    }

    func rows(_ name: String, _ sql: String) throws -> [String] { try OpenDatabase(path(name)).rows(sql) }

    func bytes(_ name: String) throws -> [UInt8] { try Self.bytes(of: path(name)) }

    static func bytes(of path: FilePath) throws -> [UInt8] {
        let file = try FileDescriptor.open(path, .readOnly)
        defer { try? file.close() }
        var bytes = [UInt8](repeating: 0, count: Int(try file.seek(offset: 0, from: .end)))
        try file.seek(offset: 0, from: .start)
        _ = try bytes.withUnsafeMutableBytes { try file.read(into: $0) }
        return bytes
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        let file = try FileDescriptor.open(
            path(name), .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite])
        defer { try? file.close() }
        try file.writeAll(bytes)
    }

    struct Failure: Error { let text: String }

    /// A file of this target's folder.
    static func file(_ name: String) -> String {
        "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Files/" + name
    }
}

/// Another connection than the one that is tested.
final class OpenDatabase {
    private var handle: OpaquePointer?

    init(_ path: FilePath) throws {
        guard sqlite3_open(path.string, &handle) == SQLITE_OK else { throw Scene.Failure(text: path.string) }
    }

    deinit { sqlite3_close_v2(handle) }

    func run(_ sql: String) throws { _ = try rows(sql) }

    func reserve(_ bytes: CInt) throws -> CInt {
        var bytes = bytes
        let code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes)
        try run("VACUUM")
        return code
    }

    func rows(_ sql: String) throws -> [String] {
        final class Rows { var lines: [String] = [] }
        let rows = Rows()
        let code = sqlite3_exec(
            handle, sql,
            { pointer, count, values, _ in
                let cells = (0..<Int(count)).map { values?[$0].map { String(cString: $0) } ?? "NULL" }
                Unmanaged<Rows>.fromOpaque(pointer!).takeUnretainedValue().lines.append(cells.joined(separator: "|"))
                return 0
            }, Unmanaged.passUnretained(rows).toOpaque(), nil)
        guard code == SQLITE_OK else { throw Scene.Failure(text: String(cString: sqlite3_errmsg(handle))) }
        return rows.lines
    }
}

/// All records of a source, the header first; a record with a fault is its fault's name alone.
func records(_ source: LayerSource) throws -> [[String]] {
    var records: [[String]] = []
    var block = RecordBlock()
    repeat {
        try source.next(&block)
        records += texts(of: block)
    } while block.ending == .more
    return records
}

/// The like for one block.
func texts(of block: borrowing RecordBlock) -> [[String]] {
    var records: [[String]] = []
    for (index, entry) in block.entries.prefix(block.recordCount).enumerated() {
        if let fault = block.fault(of: index) {
            records.append(["\(fault.fault) in \(fault.column)"])
            continue
        }
        var start = Int(entry.start)
        var record: [String] = []
        for field in 0..<Int(entry.fieldCount) {
            let end = block.fieldEnds[Int(entry.firstField) + field]
            record.append(
                (end.isNumber ? "#" : "") + String(decoding: block.content(start: start, end: end), as: UTF8.self))
            start = end.position + 1
        }
        for flag in block.flags where flag.record == index {
            record.append("\(flag.kind) \(flag.column) \(flag.place)")
        }
        records.append(record)
    }
    return records
}

/// What a layer that can't be read says, in Chinese.
func refusal(_ body: () throws -> Void) -> String {
    do {
        try body()
        return "nothing was refused"
    } catch let error as TableError { return error.sentence(in: .zh).text } catch { return "\(error)" }
}

/// A stream of cells, as `LayerCopy` takes it.
func cells(_ rows: [String]...) -> [UInt8] {
    rows.flatMap { row in
        row.flatMap { Array("\($0.allSatisfy(\.isNumber) && !$0.isEmpty ? "N" : "T")\($0)\0".utf8) }
    }
}
