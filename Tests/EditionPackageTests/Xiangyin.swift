import GradeModel
import SystemPackage
import SystemSupport
import TestSupport
import Testing

@testable import EditionPackage

/// The real gazette and the real seed, from the repository itself.
enum Xiangyin {
    static func seed() throws -> EditionFiles { try EditionFiles(folder: Repository.xiangyin) }
}

/// The sentence with which a package is refused.
func refusal(_ files: EditionFiles) -> String {
    do {
        _ = try EditionPackage.read(files, origin: .unsigned)
        return "not refused"
    } catch {
        return error.sentence(in: .en).text
    }
}
