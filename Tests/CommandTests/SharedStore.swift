import SystemPackage
import TestSupport
import Testing

/// The stores that read-only cases share, built by the program itself, each once.
actor SharedStore {
    static let shared = SharedStore()
    private let workspace = TemporaryFolder()
    private var seed: Task<String, any Error>?
    private var examples: Task<String, any Error>?

    /// The seed alone.
    func path() async throws -> String {
        let task = seed ?? made("store", importing: [])
        seed = task
        return try await task.value
    }

    /// The made-up county of Seeds/examples beside the seed: two editions, with prices.
    func pathWithExamples() async throws -> String {
        let folders = ["990101-2022-1", "990101-2025-1"].map { Repository.file("Seeds/examples/" + $0).string }
        let task = examples ?? made("examples", importing: folders)
        examples = task
        return try await task.value
    }

    /// A task and no flag: a second caller comes while the first one waits.
    private func made(_ name: String, importing folders: [String]) -> Task<String, any Error> {
        let store = workspace(name)
        return Task {
            var commands = [["init", "--store", store]]
            if !folders.isEmpty { commands.append(["import", "--unsigned", "--store", store] + folders) }
            for arguments in commands {
                let run = try await Program.landgrade.run(arguments)
                try #require(run.status == 0, "\(run.error)")
            }
            return store
        }
    }
}
