public import EditionPackage
public import GradeModel
public import SignedFeed
import SystemPackage
public import SystemSupport

extension FeedFolder {
    /// What an office would make of the feed.
    public struct Check: Sendable {
        public let keys: KeySet
        public let manifest: Manifest
        /// What is wrong with an edition's files; none where all can be pulled.
        public let faults: [Fault]

        public enum Fault: Hashable, Sendable {
            case missing(EditionID, sha256: String)
            /// Other bytes than its name says.
            case changed(EditionID, sha256: String)
            case package(EditionID, PackageError)
            case otherEdition(EditionID, found: EditionID)
        }
    }

    /// Checks the whole feed as a client does: key chain, signatures, and every file of every edition.
    ///
    /// - Parameter pinned: fingerprints of the keys that an office has on paper.
    public func check(pinned: [String]?, client: ClientVersion) throws(PublishingError) -> Check {
        let sets = try keySets(pinned: pinned)
        guard let keys = sets.last else { throw .noFeed(path: path.string) }
        guard let manifest = try manifest(keys, client: client) else {
            throw .nothingPublished(path: path.string)
        }
        guard manifest.source == keys.source else {
            throw .otherSource(published: manifest.source, keys: keys.source)
        }
        guard manifest.keysVersion == keys.version else {
            throw .keysVersion(published: manifest.keysVersion, last: keys.version)
        }
        var faults: [Check.Fault] = []
        for entry in manifest.editions { faults += try faultsOf(entry) }
        return Check(keys: keys, manifest: manifest, faults: faults)
    }

    private func faultsOf(_ entry: ManifestEdition) throws(PublishingError) -> [Check.Fault] {
        var faults: [Check.Fault] = []
        func bytes(_ sha256: String) throws(PublishingError) -> [UInt8]? {
            guard let bytes = try read(file(sha256), limit: ManifestEdition.largestFile) else {
                faults.append(.missing(entry.id, sha256: sha256))
                return nil
            }
            guard ContentAddress.of(bytes) == sha256 else {
                faults.append(.changed(entry.id, sha256: sha256))
                return nil
            }
            return bytes
        }
        guard let descriptor = try bytes(entry.sha256) else { return faults }
        var files = [EditionFiles.descriptor: descriptor]
        do throws(PackageError) {
            let listed = try EditionPackage.resources(descriptor)
            for resource in listed {
                do throws(PublishingError) {
                    files[resource.name] = try bytes(resource.sha256)
                } catch { return [.changed(entry.id, sha256: resource.sha256)] }
            }
            guard faults.isEmpty else { return faults }
            let found = try EditionPackage.read(try EditionFiles(files), origin: .unsigned).edition.id
            if found != entry.id { faults.append(.otherEdition(entry.id, found: found)) }
        } catch {
            faults.append(.package(entry.id, error))
        }
        return faults
    }
}

extension FeedFolder.Check.Fault: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .missing(let id, let sha256):
            language.pick(zh: "\(id)：缺少 files/\(sha256)", en: "\(id): files/\(sha256) is missing")
        case .changed(let id, let sha256):
            language.pick(
                zh: "\(id)：files/\(sha256) 的内容与其名称不符",
                en: "\(id): files/\(sha256) holds other bytes than its name says")
        case .package(let id, let error):
            language.pick(zh: "\(id)：\(error.sentence(in: .zh))", en: "\(id): \(error.sentence(in: .en))")
        case .otherEdition(let id, let found):
            language.pick(zh: "\(id)：成果包是 \(found)", en: "\(id): the package is edition \(found)")
        }
    }
}
