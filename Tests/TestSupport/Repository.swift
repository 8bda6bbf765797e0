package import SystemPackage

/// The checkout that these tests were compiled from.
package enum Repository {
    package static let root = FilePath(#filePath)
        .removingLastComponent().removingLastComponent().removingLastComponent()

    /// A file of the checkout, by its path from the root.
    package static func file(_ path: String) -> FilePath { root.appending(path) }

    package static let seeds = root.appending("Seeds")

    /// The package of 湘阴县, as it is compiled into the programs.
    package static let xiangyin = seeds.appending("430624-2025-1")
}
