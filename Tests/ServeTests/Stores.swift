import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Stores for the tests, made by the real programs.
enum Stores {
    /// The seed alone; never changed by a test.
    static func seed() async throws -> FilePath { try await Shared.seed.value }

    /// Two generations: the seed, and the seed with other wording in its definitions. The link names the first.
    static func two() async throws -> FilePath {
        let store = try await fresh()
        let package = TemporaryFolder.lasting().appending("430624-2025-1")
        try copyFolder(Repository.xiangyin, to: package)
        let definitions = package.appending("definitions.csv")
        let changed = try contents(of: definitions).split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\n").replacing("宗地外道路通达", with: "宗地外道路通达（二）")
        try write(changed.utf8, to: definitions)
        try #require(await run("landgrade-publish", ["seal", package.string]) == 0)
        let arguments = ["import", "--unsigned", "--replace", "--store", store.string, package.string]
        try #require(await run("landgrade", arguments) == 0)
        try point(store, to: 1)
        return store
    }

    /// The seed and the made-up county of Seeds/examples, which has prices; never changed by a test.
    static func examples() async throws -> FilePath { try await Shared.examples.value }

    static func fresh() async throws -> FilePath {
        let store = TemporaryFolder.lasting().appending("store")
        try #require(await run("landgrade", ["init", "--store", store.string]) == 0)
        return store
    }

    /// Makes the link name a generation, as an update does: another link, renamed over it.
    static func point(_ store: FilePath, to number: Int) throws {
        let new = store.appending("next.\(getpid()).\(number)").string
        unlink(new)
        guard symlink("gen-0000000\(number).sqlite", new) == 0 else { throw Errno(rawValue: errno) }
        guard rename(new, store.appending("current.sqlite").string) == 0 else { throw Errno(rawValue: errno) }
    }

    private actor Shared {
        static let seed = Task { try await fresh() }
        static let examples = Task {
            let store = try await fresh()
            let folders = ["990101-2022-1", "990101-2025-1"].map { Repository.file("Seeds/examples/" + $0).string }
            try #require(await run("landgrade", ["import", "--unsigned", "--store", store.string] + folders) == 0)
            return store
        }
    }
}
