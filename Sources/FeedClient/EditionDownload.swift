import EditionPackage
import GradeModel
import GradeStore
import SignedFeed
import SystemPackage
import SystemSupport

/// Step 12: the files of one edition, brought to `tmp/` under names of our own, the hashes of their bytes.
struct EditionDownload {
    let entry: ManifestEdition
    let folder: FilePath
    private(set) var resources: [PackageResource] = []

    init(_ entry: ManifestEdition, in folder: FilePath) {
        self.entry = entry
        self.folder = folder
    }

    /// Whether `tmp/` may keep a file of this name for the next run: whole ones, and what has come of others.
    static func isKept(_ name: String) -> Bool {
        ContentAddress.isOne(String(name.prefix(64))) && ["", ".part", ".part.etag"].contains(name.dropFirst(64))
    }

    private func file(_ sha256: String) -> FilePath { folder.appending(sha256) }

    /// - Parameter ensuring: throws unless there is room for so many bytes more.
    mutating func fetch(
        from reader: any FeedReader, ensuring: (Int) throws(PullError) -> Void
    ) throws(PullError) {
        try ensuring(entry.size)
        try fetch(entry.sha256, size: entry.size, from: reader)
        let descriptor = try bytes(entry.sha256, size: entry.size)
        do throws(PackageError) {
            resources = try EditionPackage.resources(descriptor)
        } catch { throw .package(entry.id, error) }
        try ensuring(resources.reduce(0) { $0 + $1.size })
        for resource in resources { try fetch(resource.sha256, size: resource.size, from: reader) }
    }

    /// A file that an earlier run brought is looked at again, not believed.
    private func fetch(_ sha256: String, size: Int, from reader: any FeedReader) throws(PullError) {
        let target = file(sha256)
        if let held = try? RegularFile.read(target, limit: size), ContentAddress.of(held) == sha256 { return }
        do {
            try FileSystem.remove(target)
        } catch { throw .writing(target, error) }
        try reader.file(sha256, size: size, to: target)
    }

    private func bytes(_ sha256: String, size: Int) throws(PullError) -> [UInt8] {
        do throws(FileFault) {
            return try RegularFile.read(file(sha256), limit: size)
        } catch {
            if case .system(let errno) = error { throw .writing(file(sha256), errno) }
            throw .changedFile(file: FeedPath.file(sha256).text)
        }
    }

    /// The edition the files make: every promise of the package checked, and that it is the one listed.
    func read(source: String) throws(PullError) -> SourcedEdition {
        var files = [EditionFiles.descriptor: try bytes(entry.sha256, size: entry.size)]
        for resource in resources { files[resource.name] = try bytes(resource.sha256, size: resource.size) }
        let edition: SourcedEdition
        do throws(PackageError) {
            edition = try EditionPackage.read(try EditionFiles(files), origin: .feed(source))
        } catch { throw .package(entry.id, error) }
        guard edition.edition.id == entry.id else { throw .otherEdition(entry.id, found: edition.edition.id) }
        return edition
    }
}
