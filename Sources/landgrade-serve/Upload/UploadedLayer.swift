import SystemSupport
import TableFiles
import TabularText

/// A layer of an uploaded database, read from a file without a name.
final class UploadedLayer: TableSource {
    private let file: NamelessFile
    let source: LayerSource

    /// - Parameter isCancelled: asked every so often while SQLite works; true ends the reading.
    init(_ file: NamelessFile, layer: String?, isCancelled: @escaping @Sendable () -> Bool) throws {
        self.file = file
        source = try LayerSource(nameless: file.descriptor, layer: layer, bounds: .upload(isCancelled: isCancelled))
    }

    var format: ListFormat { source.format }
    var opening: [Remark] { source.opening }
    var closing: [Remark] { source.closing }
    var total: Int64? { source.total }
    var done: Int64 { source.done }
    var statedRows: Int64? { source.statedRows }
    func next(_ block: inout RecordBlock) throws { try source.next(&block) }
}
