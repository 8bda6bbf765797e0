public import GradeModel
import StrictJSON

/// An edition as a folder of CSV files with a Frictionless `datapackage.json`.
///
///     let files = try EditionFiles(folder: "Seeds/430624-2025-1")
///     let sourced = try EditionPackage.read(files, origin: .unsigned)
///     print(sourced.edition.id, sourced.edition.grades.count)
///     // 430624-2025-1 411
public enum EditionPackage {
    /// Checks everything a package promises (sizes, hashes, every cell, every reference) and returns the edition with
    /// the SHA-256 of its `datapackage.json`. The first fault is thrown; nothing is repaired.
    public static func read(_ files: EditionFiles, origin: EditionOrigin) throws(PackageError) -> SourcedEdition {
        let descriptor = try files.bytes(EditionFiles.descriptor)
        let package = try DataPackage(descriptor, sealed: true)
        for resource in package.resources { try resource.check(try files.bytes(resource.path)) }
        for name in DataResource.order where files.files[name] != nil {
            guard package.resources.contains(where: { $0.path == name }) else { throw PackageError(name, .unnamed) }
        }
        let edition = try EditionTables(files).edition(package)
        return SourcedEdition(edition: edition, packageSHA256: hexSHA256(descriptor), origin: origin)
    }

    /// The package of an edition: the same edition always gives the same bytes.
    ///
    /// Throws `PackageError` where the edition itself breaks a rule of the format, so that what was written can always
    /// be read again.
    public static func write(_ edition: Edition) throws(PackageError) -> EditionFiles {
        let files = try seal(tables: tables(edition), edition, extra: [])
        _ = try read(files, origin: .unsigned)
        return files
    }

    /// The same package with sizes, hashes and seal recomputed after a change by hand. The tables keep their bytes;
    /// a package that does not read is refused.
    public static func seal(_ files: EditionFiles) throws(PackageError) -> EditionFiles {
        let package = try DataPackage(try files.bytes(EditionFiles.descriptor), sealed: false)
        let edition = try EditionTables(files).edition(package)
        let sealed = try seal(
            tables: files.files.filter { $0.key != EditionFiles.descriptor }, edition, extra: package.extra)
        _ = try read(sealed, origin: .unsigned)
        return sealed
    }

    private static func tables(_ edition: Edition) -> [String: [UInt8]] {
        var tables = [
            DefinitionTable.file: DefinitionTable.bytes(edition.definitions),
            GradeTable.file: GradeTable.bytes(edition.grades),
            AliasTable.file: AliasTable.bytes(edition.aliases),
            ErratumTable.file: ErratumTable.bytes(edition.errata),
            TownshipTable.file: TownshipTable.bytes(edition.townships),
        ]
        if !edition.prices.isEmpty { tables[PriceTable.file] = PriceTable.bytes(edition.prices) }
        if !edition.rates.isEmpty { tables[RateTable.file] = RateTable.bytes(edition.rates) }
        return tables
    }

    static func seal(
        tables: [String: [UInt8]], _ edition: Edition, extra: [JSONMember]
    ) throws(PackageError) -> EditionFiles {
        let resources = DataResource.order.compactMap { name in
            tables[name].map { DataResource(path: name, bytes: $0) }
        }
        let package = DataPackage(
            id: edition.id, county: edition.county, document: edition.document, rights: edition.rights,
            resources: resources, extra: extra)
        var files = tables
        files[EditionFiles.descriptor] = package.bytes
        return EditionFiles(made: files)
    }
}
