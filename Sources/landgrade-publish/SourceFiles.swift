import EditionPackage
import GazetteImport
import SourceDocuments
import SystemPackage

/// Opens the files of an import, each by its reader, as one document.
enum SourceFiles {
    static let largestFile = 64 << 20

    static func document(_ paths: [String]) throws -> SourceDocument {
        SourceDocument(joining: try paths.map(read))
    }

    private static func read(_ path: String) throws -> SourceDocument {
        let bytes: [UInt8]
        do throws(FileFault) {
            bytes = try RegularFile.read(FilePath(path), limit: largestFile, followingLinks: true)
        } catch {
            switch error {
            case .system(let errno): throw fail("\(ShownPath(path)): can't be read (\(errno))")
            case .notRegular: throw fail("\(ShownPath(path)): not a regular file; name the file of the document")
            case .tooLarge: throw fail("\(ShownPath(path)): larger than \(largestFile >> 20) MiB; name one document")
            }
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard !body.contains(0) else { throw fail("\(ShownPath(path)): a NUL byte; this is no text file") }
        guard let text = String(validating: body, as: UTF8.self) else {
            throw fail("\(ShownPath(path)): not UTF-8; save the text as UTF-8")
        }
        return TextReader.document(text, name: FilePath(path).lastComponent?.string ?? path)
    }
}
