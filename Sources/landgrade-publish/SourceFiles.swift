import CommandSupport
import DocumentReading
import SourceDocuments
import SystemPackage
import TabularText

/// Opens the files of an import, each by its reader, as one document.
enum SourceFiles {
    static func document(_ paths: [String]) throws -> SourceDocument {
        SourceDocument(joining: try paths.map(read))
    }

    private static func read(_ path: String) throws -> SourceDocument {
        do throws(DocumentFault) {
            let name = FilePath(path).lastComponent?.string ?? path
            let read = try DocumentReader.read(FilePath(path), name: name)
            for remark in read.remarks {
                StandardStreams.complain("landgrade-publish: \(ShownPath(path)): \(remark.english)")
            }
            return read.document
        } catch { throw fail("\(ShownPath(path)): \(error.remark.english)") }
    }
}
