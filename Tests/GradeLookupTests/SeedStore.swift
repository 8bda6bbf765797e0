import EditionPackage
import GradeLookup
import GradeModel
import GradeStore
import SystemPackage
import TestSupport
import Testing

/// A store of the real Xiangyin edition, built once for each test, removed after it.
final class SeedStore {
    private let temporary = TemporaryFolder()
    let folder: StoreFolder
    let generation: Generation
    let edition: Edition

    init() throws {
        let files = try EditionFiles(folder: Repository.xiangyin)
        let sourced = try EditionPackage.read(files, origin: .builtIn)
        edition = sourced.edition
        folder = StoreFolder(temporary.path)
        var rest = [[sourced]][...]
        _ = try StoreWriter(folder, indexing: .placeMatching).apply { rest.popFirst() }
        generation = try Generation.openCurrent(of: folder)
    }

    var places: [Place] {
        get throws { try generation.gazetteerSource(of: edition.county).villages }
    }
}
