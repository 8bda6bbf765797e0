import DocumentReading
import SourceDocuments
import SystemPackage
import SystemSupport
import TabularText
import TestSupport

/// A file in a folder of its own, and what reading it gives.
final class ReadFile {
    private let folder = TemporaryFolder()
    let path: FilePath

    init(_ bytes: [UInt8], name: String = "document") throws {
        path = folder[name]
        try write(bytes, to: path)
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
