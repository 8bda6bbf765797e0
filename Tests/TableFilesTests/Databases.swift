import SystemPackage
import SystemSupport
import TabularText
import TestSupport

@testable import FuzzChecks

/// What the tests do with databases in their folder, each time on a connection of its own.
extension TemporaryFolder {
    /// Makes a database by these statements.
    @discardableResult
    func database(_ name: String, _ sql: String...) throws -> FilePath {
        let database = try OpenDatabase(self[name])
        for statement in sql { try database.run(statement) }
        return self[name]
    }

    func rows(_ name: String, _ sql: String) throws -> [String] { try OpenDatabase(self[name]).rows(sql) }

    /// Runs a program in the folder; its output.
    func run(_ program: String, _ arguments: String...) async throws -> String {
        let run = try await Program.tool(program).run(arguments, in: path)
        guard run.status == 0 else { throw OpenDatabase.Failure(text: "\(program): \(run.error)") }
        return run.output
    }
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
