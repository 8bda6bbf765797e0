internal import SQLite
import SystemPackage
import SystemSupport
internal import TabularText

/// A connection to a file from elsewhere, within bounds.
final class LayerDatabase: @unchecked Sendable {
    // Used by the source or the copy it belongs to, under the lock that those are used under.
    private let connection: Connection
    let watch: LayerWatch

    /// Opens a file for reading: nothing it defines may reach beyond it.
    convenience init(reading file: LayerFile, _ bounds: LayerBounds) throws(TableError) {
        try self.init(
            file.path.string, .reading, parameters: try file.parameters(), vfs: file.isNameless ? VFS.asNamed : nil,
            bounds)
        try defend()
        do throws(SQLiteError) {
            // The first look at the file itself, after which it stays as it is for us.
            try connection.run("BEGIN")
            _ = try connection.number("SELECT count(*) FROM sqlite_schema")
        } catch {
            throw error.kind == .needsRecovery ? file.interrupted : problem(error)
        }
    }

    /// - Parameters:
    ///   - parameters: of a URI.
    ///   - vfs: the name of another VFS than the system's.
    init(
        _ path: String, _ mode: Connection.Mode, parameters: String, vfs: String? = nil, _ bounds: LayerBounds
    ) throws(TableError) {
        bounds.limitProcess()
        watch = LayerWatch(bounds)
        do throws(SQLiteError) {
            connection = try Connection(path, mode, parameters: parameters, vfs: vfs)
        } catch { throw TableError(LayerProblem(error)) }
        connection.ask(everySteps: LayerWatch.steps) { [watch] in watch.mustEnd() }
        connection.waitForLocks(milliseconds: 2000)
    }

    /// Hardens the connection for a file from elsewhere: no triggers, no functions that reach out, nothing on the disk, and
    /// limits. Views too are off where the bounds say so.
    ///
    /// - Parameter longest: bytes of a value. A polygon or a photo is one too, so it may be longer than a cell that is
    ///   judged.
    func defend(longest: Int32 = 16 << 20) throws(TableError) {
        connection.disableTriggers()
        if !watch.bounds.runsDefinitions { connection.disableViews() }
        let limits: [(SQLiteLimit, Int32)] = [
            (.valueBytes, longest), (.statementBytes, 1 << 20), (.expressionDepth, 100), (.compoundSelects, 50),
            (.steps, 50_000), (.functionArguments, 20), (.attachedDatabases, 0), (.patternBytes, 100),
            (.triggerDepth, 10), (.workerThreads, 0),
        ]
        for (limit, value) in limits { connection.limit(limit, to: value) }
        try read { () throws(SQLiteError) in
            try connection.defend()
            try connection.run("PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY")
        }
    }

    /// What a view or a generated column makes may not be longer than a row that is judged.
    func limitComputedValues() { connection.limit(.valueBytes, to: Int32(RecordBlock.maximumRecord)) }

    /// Uses the connection or its statements; what SQLite finds wrong becomes the layer's problem.
    func read<Result>(_ body: () throws(SQLiteError) -> Result) throws(TableError) -> Result {
        do throws(SQLiteError) {
            return try body()
        } catch { throw problem(error) }
    }

    private func problem(_ error: SQLiteError) -> TableError {
        TableError(watch.problem(error) ?? LayerProblem(error))
    }

    /// Runs one or more statements whose rows are not needed.
    func run(_ sql: String) throws(TableError) { try read { () throws(SQLiteError) in try connection.run(sql) } }

    func prepare(_ sql: String) throws(TableError) -> Statement {
        try read { () throws(SQLiteError) in try connection.prepare(sql) }
    }

    /// The first column of the first row, as a number.
    func number(_ sql: String) throws(TableError) -> Int? {
        let number = try read { () throws(SQLiteError) in try connection.number(sql) }
        watch.rowCame()
        return number
    }

    /// Runs `body` as one transaction, which is taken back as a whole where the file's own definitions do not allow it.
    /// Its journal is in memory, as a copy has no name for one to lie under.
    ///
    /// - Returns: SQLite's words for why it was taken back; nil: it is done.
    func attempt(_ body: (Connection) throws(SQLiteError) -> Void) throws(TableError) -> String? {
        try run("PRAGMA journal_mode=MEMORY; BEGIN IMMEDIATE")
        do throws(SQLiteError) {
            try body(connection)
            try connection.run("COMMIT")
            return nil
        } catch {
            switch error.kind {
            case .badStatement, .denied, .damaged, .tooLong: try run("ROLLBACK")
            default: throw problem(error)
            }
            return error.detail
        }
    }

    /// Copies another database page by page: as that connection sees it, with all its indexes, and free pages.
    func fill(from source: LayerDatabase) throws(TableError) {
        try read { () throws(SQLiteError) in try connection.fill(from: source.connection) }
    }

    /// Steps through rows of the layer, for which `LayerWatch` waits.
    func step(_ statement: Statement) throws(TableError) -> Bool {
        guard try read({ () throws(SQLiteError) in try statement.step() }) else { return false }
        watch.rowCame()
        return true
    }
}

extension LayerProblem {
    /// What SQLite could not do with a layer's file.
    init(_ error: SQLiteError) {
        self =
            switch error.kind {
            case .notDatabase: .notDatabase
            case .busy: .busy
            case .noSpace: .noSpace
            case .outOfMemory: .outOfMemory
            case .unreadable, .pageChanged: .unreadable(error.detail)
            case .notWritable, .needsRecovery: .unwritable(error.detail)
            case .tooLong: .valueTooLong
            case .badStatement, .denied: .refused(error.detail)
            case .damaged, .interrupted: .damaged(error.detail)
            }
    }
}

extension Statement {
    /// A name in the file's own tables. Bytes that are not UTF-8 make the file damaged: they are not repaired.
    func name(_ column: Int32) throws(SQLiteError) -> String {
        guard let bytes = textBytes(column) else { throw .damaged("a name is NULL") }
        guard let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains("\0") else {
            throw .damaged("a name is not UTF-8")
        }
        return text
    }
}

/// A name as SQL quotes it.
func quoted(_ name: String) -> String {
    "\"" + String(name.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }.map(Character.init)) + "\""
}
