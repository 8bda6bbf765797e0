import TestSupport
import Testing

/// The store that read-only cases share, built from the seed by the program itself.
actor SharedStore {
    static let shared = SharedStore()
    private let workspace = TemporaryFolder()
    private var made = false

    func path() async throws -> String {
        let store = workspace("store")
        if !made {
            let run = try await Program.landgrade.run(["init", "--store", store])
            try #require(run.status == 0, "\(run.error)")
            made = true
        }
        return store
    }
}
