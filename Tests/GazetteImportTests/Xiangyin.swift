import EditionPackage
import GradeModel
import SourceDocuments
import SystemPackage
import SystemSupport

@testable import DocumentReading
@testable import GazetteImport

/// The real gazette and the real seed, from the repository itself.
enum Xiangyin {
    static let seeds = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()
        .appending("Seeds")

    static func seed() throws -> EditionFiles { try EditionFiles(folder: seeds.appending("430624-2025-1")) }

    static var options: ImportOptions {
        var options = ImportOptions(countyCode: "430624")
        options.province = "湖南省"
        options.prefecture = "岳阳市"
        return options
    }

    static func gazette() throws -> [UInt8] {
        try RegularFile.read(seeds.appending("sources/xiangyin-gazette-2025-1.txt"), limit: 1 << 20)
    }

    /// Lines of the gazette; line n of the text stands at index n - 1.
    static func lines() throws -> [String] {
        String(decoding: try gazette(), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    /// The import of a copy of the gazette after `edit`.
    static func imported(
        _ options: ImportOptions = options, _ edit: (inout [String]) -> Void = { _ in }
    ) throws -> DocumentImport {
        var lines = try lines()
        edit(&lines)
        return try DocumentImport(GazetteImportTests.document(lines.joined(separator: "\n")), options)
    }

    static func edition(_ edit: (inout [String]) -> Void = { _ in }) throws -> Edition {
        let read = try imported(options, edit)
        guard let edition = read.draft.edition() else { throw Open(questions: read.draft.questions.map(\.english)) }
        return edition
    }

    struct Open: Error {
        let questions: [String]
    }

    /// What a copy is refused with, or asked about.
    static func answer(_ options: ImportOptions = options, _ edit: (inout [String]) -> Void) throws -> [String] {
        do {
            return try imported(options, edit).draft.questions.map(\.english)
        } catch let error as ImportError {
            return [error.description]
        }
    }

    /// Lines 147 to 247: the document alone, without cover and without what follows.
    static func document() throws -> [String] { Array(try lines()[146..<247]) }
}

/// A plain text as the reader of text files reads it.
func document(_ text: String) throws -> SourceDocument {
    let read = try TextReader(text) { _ in [] }
    return SourceDocument(
        files: [SourceFile(name: "公报.txt", kind: .text, mayBeCutShort: read.mayBeCutShort)], blocks: read.blocks)
}
