import CommandSupport
import LayerTable
import SystemPackage
import TabularText

#if canImport(Glibc)
    import Glibc
#endif

/// A layer of an uploaded database. SQLite opens files by their paths, so the upload becomes a file, whose name goes as
/// soon as SQLite has it open.
final class UploadedLayer: TableSource {
    private let source: LayerSource

    /// - Parameter isCancelled: asked every so often while SQLite works; true ends the reading.
    init(_ bytes: SpoolBytes, layer: String?, isCancelled: @escaping @Sendable () -> Bool = { false }) throws {
        let file = try NamedFile(bytes)
        source = try withExtendedLifetime(file) {
            try LayerSource(file.path, layer: layer, bounds: .upload(isCancelled: isCancelled))
        }
    }

    var format: ListFormat { source.format }
    var opening: [TableRemark] { source.opening }
    var closing: [TableRemark] { source.closing }
    var total: Int64? { source.total }
    var done: Int64 { source.done }
    func next(_ block: inout RecordBlock) throws { try source.next(&block) }
}

/// A file that goes with its owner.
private final class NamedFile {
    let path: FilePath

    init(_ bytes: SpoolBytes) throws {
        let folder = CommandSupport.Environment.value("TMPDIR") ?? "/tmp"
        var template = Array("\(folder)/landgrade-layer-XXXXXX".utf8CString)
        let number = mkstemp(&template)
        guard number >= 0 else { throw Errno(rawValue: errno) }
        path = FilePath(platformString: template)
        let file = FileDescriptor(rawValue: number)
        defer { try? file.close() }
        var offset = 0
        while true {
            let piece = try bytes.bytes(at: offset, count: 1 << 20)
            if piece.isEmpty { break }
            try file.writeAll(piece)
            offset += piece.count
        }
    }

    deinit { _ = path.withPlatformString { unlink($0) } }
}
