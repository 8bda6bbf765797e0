/// The files of one edition package, held in memory: compiled in, downloaded, or read from a folder.
///
/// Only the names of `EditionFiles.names` are ever held or opened, so a name in a package can't lead anywhere else.
public struct EditionFiles: Hashable, Sendable {
    /// Bytes by file name, `grades.csv`.
    public let files: [String: [UInt8]]

    public static let descriptor = "datapackage.json"
    /// Every file a package can have, `prices.csv` and `rates.csv` being those that may be absent.
    public static let names = [
        descriptor, DefinitionTable.file, GradeTable.file, AliasTable.file, ErratumTable.file, TownshipTable.file,
        PriceTable.file, RateTable.file,
    ]

    /// 64 MiB.
    public static let largestFile = 64 << 20
    /// 128 MiB: all files of a package together.
    public static let largestPackage = 128 << 20

    /// Throws `PackageError` for a name that no package has and for a file over the limit. What the files say is
    /// `EditionPackage.read`'s to judge.
    public init(_ files: [String: [UInt8]]) throws(PackageError) {
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
            guard Self.names.contains(name) else { throw PackageError(name, .unknownFile) }
            guard bytes.count <= Self.largestFile else { throw PackageError(name, .tooLarge(limit: Self.largestFile)) }
        }
        guard files.values.reduce(0, { $0 + $1.count }) <= Self.largestPackage else {
            throw PackageError(Self.descriptor, .packageTooLarge(limit: Self.largestPackage))
        }
        self.files = files
    }

    /// For files this module has made itself.
    init(made files: [String: [UInt8]]) { self.files = files }

    func bytes(_ name: String) throws(PackageError) -> [UInt8] {
        guard let bytes = files[name] else { throw PackageError(name, .missing) }
        return bytes
    }
}
