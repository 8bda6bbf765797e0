import CommandSupport
import LayerTable
import SystemPackage
import TabularText

#if canImport(Glibc)
    import Glibc
#endif

/// A layer of an uploaded database. SQLite opens files by their paths, so the upload becomes a file that is there as long
/// as it is read.
final class UploadedLayer: TableSource {
    private let file: NamedFile
    private let source: LayerSource

    init(_ bytes: SpoolBytes, layer: String?) throws {
        file = try NamedFile(bytes)
        source = try LayerSource(file.path, layer: layer)
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
