/// A table of a package as its `datapackage.json` promises it.
public struct PackageResource: Hashable, Sendable {
    /// `grades.csv`: one of `EditionFiles.names`, never a path.
    public let name: String
    /// Bytes.
    public let size: Int
    /// 64 lower-case hex digits.
    public let sha256: String
}

extension EditionPackage {
    /// The tables that belong to a `datapackage.json`: what has to be fetched before the package can be read.
    public static func resources(_ descriptor: [UInt8]) throws(PackageError) -> [PackageResource] {
        try DataPackage(descriptor, sealed: true).resources.map {
            PackageResource(name: $0.path, size: $0.count, sha256: String($0.hash.dropFirst("sha256:".count)))
        }
    }
}
