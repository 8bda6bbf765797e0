import GradeModel
import SystemPackage
import Testing

@testable import EditionPackage

/// The real gazette and the real seed, from the repository itself.
enum Xiangyin {
    static let seeds = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()
        .appending("Seeds")
    static let folder = seeds.appending("430624-2025-1")

    static func gazette() throws -> [UInt8] {
        try RegularFile.read(seeds.appending("sources/xiangyin-gazette-2025-1.txt"), limit: 1 << 20)
    }

    static func seed() throws -> EditionFiles { try EditionFiles(folder: folder) }

    static var options: ImportOptions {
        var options = ImportOptions(countyCode: "430624")
        options.province = "湖南省"
        options.prefecture = "岳阳市"
        return options
    }

    /// Lines of the gazette; line n of the text stands at index n - 1.
    static func lines() throws -> [String] {
        String(decoding: try gazette(), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    /// The import of a copy of the gazette after `edit`.
    static func imported(
        _ options: ImportOptions = options, _ edit: (inout [String]) -> Void = { _ in }
    ) throws -> GazetteImport {
        var lines = try lines()
        edit(&lines)
        return try GazetteImport(GazetteText(Array(lines.joined(separator: "\n").utf8)), options)
    }

    /// The sentence with which a damaged copy is refused.
    static func refusal(_ options: ImportOptions = options, _ edit: (inout [String]) -> Void) throws -> String {
        do {
            _ = try imported(options, edit)
            return "not refused"
        } catch let error as GazetteError {
            return error.description
        }
    }

    /// Lines 147 to 247: the document alone, without cover and without what follows.
    static func document() throws -> [String] { Array(try lines()[146..<247]) }
}

/// The sentence with which a package is refused.
func refusal(_ files: EditionFiles) -> String {
    do {
        _ = try EditionPackage.read(files, origin: .unsigned)
        return "not refused"
    } catch {
        return error.description
    }
}
