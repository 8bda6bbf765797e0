import EditionPackage
public import GradeModel
public import SignedFeed
public import SystemPackage

/// What goes into one publication of a feed.
public struct FeedBuild {
    public var keys: [FilePath]
    public var published: Timestamp
    public var expires: Timestamp
    /// Nil: one above the last.
    public var serial: Int?
    public var minClient: ClientVersion

    public init(
        keys: [FilePath], published: Timestamp, expires: Timestamp, serial: Int?, minClient: ClientVersion
    ) {
        self.keys = keys
        self.published = published
        self.expires = expires
        self.serial = serial
        self.minClient = minClient
    }

    public struct Result {
        public let manifest: Manifest
        /// Published before and not any more.
        public let withdrawn: [EditionID]
    }

    /// Checks every package, signs the manifest, writes the files that are missing and `current.signed` last. Until
    /// then offices see the publication before; where anything fails they go on doing so.
    ///
    /// The same packages, times, serial and keys give the same bytes.
    public func publish(
        _ packages: [FilePath], in folder: FeedFolder, signer: SSHKeygen, client: ClientVersion
    ) throws(PublishingError) -> Result {
        guard expires > published else { throw .expiry(expires: expires, published: published) }
        let files = try Self.read(packages)
        let keySets = try folder.keySets()
        guard let keySet = keySets.last else { throw .noFeed(path: folder.path.string) }
        let previous = try folder.previous(client: client)
        let floor = Self.floor(previous, keySets)
        let manifest: Manifest
        do throws(ManifestError) {
            manifest = try Manifest(
                source: keySet.source, serial: serial ?? floor + 1, published: published,
                expires: expires, keysVersion: keySet.version, minClient: minClient, editions: files.entries)
        } catch {
            throw .form(error)
        }
        guard manifest.serial > floor || manifest == previous else {
            throw .serial(previous: floor, offered: manifest.serial)
        }
        let signed = try signer.signed(manifest.bytes, .manifest, keys: keys, by: [(keySet.keys, keySet.threshold)])
        try folder.make()
        for (sha256, bytes) in files.contents.sorted(by: { $0.key < $1.key }) {
            let file = folder.file(sha256)
            if try folder.read(file, limit: ManifestEdition.largestFile) != bytes {
                try folder.write(bytes, to: file, flushing: false)
            }
        }
        try folder.flush()
        try folder.write(signed, to: folder.current)
        let now = Set(manifest.editions.map(\.id))
        return Result(
            manifest: manifest, withdrawn: (previous?.editions ?? []).map(\.id).filter { !now.contains($0) })
    }

    /// The highest serial that offices take for used, once they have followed the key sets: a set that came after the
    /// last publication may have laid a lower one, because that serial was far too high.
    private static func floor(_ previous: Manifest?, _ keySets: [KeySet]) -> Int {
        let later = keySets.filter { $0.version > previous?.keysVersion ?? 0 }
        if let lowest = later.compactMap(\.minSerial).last { return lowest - 1 }
        return previous?.serial ?? 0
    }

    private static func read(
        _ packages: [FilePath]
    ) throws(PublishingError) -> (entries: [ManifestEdition], contents: [String: [UInt8]]) {
        var entries: [ManifestEdition] = []
        var contents: [String: [UInt8]] = [:]
        for path in packages {
            do throws(PackageError) {
                let files = try EditionFiles(folder: path)
                let edition = try EditionPackage.read(files, origin: .unsigned)
                for bytes in files.files.values { contents[ContentAddress.of(bytes)] = bytes }
                let size = files.files[EditionFiles.descriptor]?.count ?? 0
                if let entry = ManifestEdition(id: edition.edition.id, size: size, sha256: edition.packageSHA256) {
                    entries.append(entry)
                }
            } catch {
                throw .package(path: path.string, error)
            }
        }
        entries.sort { $0.id.text < $1.id.text }
        for (one, next) in zip(entries, entries.dropFirst()) where one.id == next.id { throw .editionTwice(one.id) }
        return (entries, contents)
    }
}

extension FeedFolder {
    /// What was published last, under whichever of the feed's key sets.
    fileprivate func previous(client: ClientVersion) throws(PublishingError) -> Manifest? {
        var fault: PublishingError?
        for set in try keySets().reversed() {
            do throws(PublishingError) {
                return try manifest(set, client: client)
            } catch {
                fault = fault ?? error
            }
        }
        if let fault { throw fault }
        return nil
    }
}

extension SSHKeygen {
    /// Signature blocks of all keys and the payload behind them, checked as an office would check it.
    func signed(
        _ payload: [UInt8], _ namespace: Namespace, keys: [FilePath], by sets: [(keys: [Ed25519Key], threshold: Int)]
    ) throws(PublishingError) -> [UInt8] {
        var bytes: [UInt8] = []
        for key in keys { bytes += try sign(payload, namespace, key: key) }
        bytes += payload
        do throws(SignatureError) {
            let message = try SignedMessage(parsing: bytes)
            for set in sets { try message.verify(namespace: namespace, keys: set.keys, threshold: set.threshold) }
        } catch {
            throw .signatures(error)
        }
        return bytes
    }
}
