import Subprocess
import SystemPackage

extension Scene {
    /// Runs a program in the folder; its output.
    func run(_ program: String, _ arguments: String...) async throws -> String {
        let result = try await Subprocess.run(
            .name(program), arguments: Arguments(arguments), workingDirectory: folder,
            output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
        guard result.terminationStatus.isSuccess else {
            throw Failure(text: "\(program): \(result.standardError)")
        }
        return result.standardOutput
    }
}
