import SystemPackage
import TestSupport
import Testing

/// The store that read-only cases share, built from the seed by the program itself.
actor SharedStore {
    static let shared = SharedStore()
    private let workspace = TemporaryFolder()
    private var made = false
    private var madeWithExamples = false

    func path() async throws -> String {
        let store = workspace("store")
        if !made {
            let run = try await Program.landgrade.run(["init", "--store", store])
            try #require(run.status == 0, "\(run.error)")
            made = true
        }
        return store
    }

    /// The made-up county of Seeds/examples beside the seed: two editions, with prices.
    func pathWithExamples() async throws -> String {
        let store = workspace("examples")
        if !madeWithExamples {
            let folders = ["990101-2022-1", "990101-2025-1"].map { Repository.file("Seeds/examples/" + $0).string }
            for arguments in [["init", "--store", store], ["import", "--unsigned", "--store", store] + folders] {
                let run = try await Program.landgrade.run(arguments)
                try #require(run.status == 0, "\(run.error)")
            }
            madeWithExamples = true
        }
        return store
    }
}
