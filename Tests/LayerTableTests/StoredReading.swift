@testable import LayerTable
import SystemPackage
import TabularText

/// A table's rows in one part, read from the file's pages or asked of SQLite.
struct StoredReading: Equatable {
    let first: Int64?
    let behind: Int64?
    let cells: [[String]]

    /// Both readings; the first is nil where all or some of it is left to SQLite.
    static func both(_ path: FilePath, from first: Int64 = .min, through last: Int64 = .max) throws -> (
        pages: StoredReading?, sqlite: Result<StoredReading, any Error>
    ) {
        let file = try LayerFile(path)
        guard let stamp = file.stamp() else { throw Scene.Failure(text: "no file") }
        let database = try LayerDatabase(reading: file)
        let layer = try LayerCatalogue(database, hasGeoPackageID: file.hasGeoPackageID).layer(nil)
        guard let rowID = layer.rowID else { throw Scene.Failure(text: "rows have no numbers") }
        let encoding = try TextForm(of: database)
        let readers = LayerReaders(layer, rowID: rowID, file: file, stamp, encoding)
        let part = LayerPart(first: first, last: last, isLast: false, readers: readers)
        let reader = try LayerReader(layer, rowID: rowID, file, size: stamp.size, encoding)
        let pages = try reading { block, rows in
            rows = PartRows(encoding: encoding)
            rows.begin(part)
            guard let table = reader.table, table.read(part, into: &rows) else { return nil }
            rows.finish(into: &block)
            return (rows.first, rows.behind)
        }
        reader.table = nil
        let asked = Result { () throws -> StoredReading in
            guard let found = try reading({ block, _ in try reader.fill(&block, with: part) }) else {
                throw Scene.Failure(text: "nothing read")
            }
            return found
        }
        return (pages, asked)
    }

    private static func reading(
        _ body: (inout RecordBlock, inout PartRows) throws -> (first: Int64?, behind: Int64?)?
    ) throws -> StoredReading? {
        var block = RecordBlock()
        var rows = PartRows(encoding: .utf8)
        guard let found = try body(&block, &rows) else { return nil }
        return StoredReading(first: found.first, behind: found.behind, cells: texts(of: block))
    }
}
