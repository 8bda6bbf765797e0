import SystemPackage

/// The inputs that the fuzzer found and that are kept, `Tests/Corpus/TARGET`.
package enum Corpus {
    private static let folder = Repository.file("Tests/Corpus")

    package static var targets: [String] { names(in: folder) }

    /// All of a target, by name.
    package static func files(of target: String) throws -> [(name: String, bytes: [UInt8])] {
        let folder = folder.appending(target)
        return try names(in: folder).map { ($0, try bytes(of: folder.appending($0))) }
    }
}
