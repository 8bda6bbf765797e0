import EditionPackage
import GradeLookup
import GradeModel
import GradeStore
import SystemPackage
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A store of the real Xiangyin edition, built once for each test, removed after it.
final class SeedStore {
    let folder: StoreFolder
    let generation: Generation
    let edition: Edition

    init() throws {
        let root = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()
        let files = try EditionFiles(folder: root.appending("Seeds/430624-2025-1"))
        let sourced = try EditionPackage.read(files, origin: .builtIn)
        edition = sourced.edition
        var template = Array("/tmp/landgrade-lookup-XXXXXX".utf8CString)
        let path = try #require(mkdtemp(&template).map { FilePath(String(cString: $0)) })
        folder = StoreFolder(path)
        var rest = [[sourced]][...]
        _ = try StoreWriter(folder, indexing: .placeMatching).apply { rest.popFirst() }
        generation = try Generation.openCurrent(of: folder)
    }

    deinit {
        let paths = ["gen-00000001.sqlite", "gen-00000001.sha256", "current.sqlite", ".lock"]
        for name in paths { unlink(folder.path.appending(name).string) }
        rmdir(folder.path.appending("tmp").string)
        rmdir(folder.path.string)
    }

    var places: [Place] {
        get throws { try generation.gazetteerSource(of: edition.county).villages }
    }
}
