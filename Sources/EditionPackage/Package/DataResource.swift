import StrictJSON
import SystemSupport

/// One table as `datapackage.json` names it.
struct DataResource {
    /// `grades.csv`: one of our names, never a path.
    let path: String
    let count: Int
    /// `sha256:` and 64 hex digits.
    let hash: String
    let schema: JSONValue

    init(path: String, bytes: [UInt8]) {
        self.path = path
        count = bytes.count
        hash = "sha256:" + hexSHA256(bytes)
        schema = Self.schema(of: path, bytes)
    }

    private init(path: String, count: Int, hash: String) {
        self.path = path
        self.count = count
        self.hash = hash
        schema = .null
    }

    private static func schema(of path: String, _ bytes: [UInt8]) -> JSONValue {
        switch path {
        case DefinitionTable.file: DefinitionTable.schema(of: bytes)
        case GradeTable.file: GradeTable.schema(of: bytes)
        case AliasTable.file: AliasTable.schema(of: bytes)
        case ErratumTable.file: ErratumTable.schema(of: bytes)
        case TownshipTable.file: TownshipTable.schema(of: bytes)
        case PriceTable.file: PriceTable.schema(of: bytes)
        case RateTable.file: RateTable.schema(of: bytes)
        default: .null
        }
    }

    /// The tables in the order a package lists them.
    static let order = EditionFiles.names.filter { $0 != EditionFiles.descriptor }

    var value: JSONValue {
        [
            "name": .string(String(path.dropLast(4))), "path": .string(path),
            "profile": .string("tabular-data-resource"), "format": .string("csv"),
            "mediatype": .string("text/csv"), "encoding": .string("utf-8"), "bytes": .integer(count),
            "hash": .string(hash), "schema": schema,
        ]
    }

    static func read(_ top: MemberReader) throws(PackageError) -> [DataResource] {
        guard let elements = top.value["resources"]?.array else { throw top.error("resources", .missingMember) }
        var found: [DataResource] = [], sum = 0
        for (index, element) in elements.enumerated() {
            let reader = MemberReader(element, path: "resources[\(index)]")
            let path = try reader.text("path", .oneOf(order)) {
                order.contains($0) ? $0 : nil
            }
            guard !found.contains(where: { $0.path == path }) else { throw PackageError(path, .resourceTwice) }
            let hash = try reader.text("hash", .hash) { isHash($0) ? $0 : nil }
            guard let count = element["bytes"]?.integer, count >= 0 else { throw reader.error("bytes", .missingMember) }
            guard count <= EditionFiles.largestFile else {
                throw reader.error("bytes", .tooLarge(limit: EditionFiles.largestFile))
            }
            sum += count
            guard sum <= EditionFiles.largestPackage else {
                throw reader.error("bytes", .packageTooLarge(limit: EditionFiles.largestPackage))
            }
            found.append(DataResource(path: path, count: count, hash: hash))
        }
        return found
    }

    private static func isHash(_ text: String) -> Bool {
        text.hasPrefix("sha256:") && isSHA256(text.utf8.dropFirst(7))
    }

    /// That these are the bytes `datapackage.json` speaks of.
    func check(_ bytes: [UInt8]) throws(PackageError) {
        guard bytes.count == count else { throw PackageError(path, .size(stated: count, found: bytes.count)) }
        let found = "sha256:" + hexSHA256(bytes)
        guard found == hash else { throw PackageError(path, .hash(stated: hash, found: found)) }
    }
}
