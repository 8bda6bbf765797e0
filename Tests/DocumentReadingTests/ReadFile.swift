import DocumentReading
import SourceDocuments
import SystemPackage
import SystemSupport
import TabularText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file in a folder of its own, and what reading it gives.
final class ReadFile {
    let path: FilePath
    private let folder: FilePath

    init(_ bytes: [UInt8], name: String = "document") throws {
        var template = Array("/tmp/landgrade-reading-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Errno(rawValue: errno) }
        folder = FilePath(platformString: made)
        path = folder.appending(name)
        let file = try FileDescriptor.open(
            path, .writeOnly, options: [.create, .exclusiveCreate], permissions: [.ownerReadWrite])
        defer { try? file.close() }
        try file.writeAll(bytes)
    }

    deinit {
        _ = path.withPlatformString { unlink($0) }
        _ = folder.withPlatformString { rmdir($0) }
    }

    func read() throws -> ReadDocument { try DocumentReader.read(path, name: path.lastComponent!.string) }

    /// The English sentence it is refused with; nil where it is read.
    var refusal: String? {
        do throws(DocumentFault) {
            _ = try DocumentReader.read(path, name: path.lastComponent!.string)
            return nil
        } catch { return error.sentence(in: .en).text }
    }
}

extension ReadDocument {
    /// Paragraphs as they are; tables as lines of cells between bars, `^` before what another cell covers.
    var outline: [String] {
        document.blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let paragraph): return [paragraph.text]
            case .table(let table):
                return ["[\(table.grid.rawValue)\(table.title.map { " " + $0 } ?? "")]"]
                    + table.rows.map { row in
                        row.cells.map {
                            ($0.isContinuation ? "^" : "") + $0.text.split(separator: "\n").joined(separator: "/")
                        }
                        .joined(separator: "|")
                    }
            }
        }
    }

    var sentences: [String] { remarks.map { $0.sentence(in: .en).text } }
}

func read(_ text: String) throws -> [String] { try ReadFile(Array(text.utf8)).read().outline }
