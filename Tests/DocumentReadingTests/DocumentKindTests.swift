import DocumentReading
import SystemPackage
import TestSupport
import Testing

/// What a file is, is found by its bytes, with the way out.
@Suite struct DocumentKindTests {
    private static func compound(_ stream: String) -> [UInt8] {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1016)
        var entry: [UInt8] = stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + [0, 0]
        let length = UInt8(entry.count)
        entry += [UInt8](repeating: 0, count: 128 - entry.count)
        entry[64] = length
        bytes += entry + [UInt8](repeating: 0, count: 384)
        return bytes
    }

    private static func archive(_ part: String) -> [UInt8] {
        var archive = StoredArchive()
        archive.add(part, [0x61])
        return archive.finished()
    }

    @Test(
        arguments: [
            ([], "an empty file"), (compound("EncryptedPackage"), "an encrypted Office document"),
            (compound("PowerPoint Document"), "PowerPoint 97 slides"), (compound("x"), "an old Office file"),
            ([0xFF, 0xD8, 0xFF, 0xE0], "a picture (JPEG): a scan"), (Array("Rar!\u{1A}".utf8), "a RAR archive"),
            ([0x1F, 0x8B, 8], "a gzip archive"), (Array("MIME-Version: 1.0".utf8), "a web archive (MHTML)"),
            (archive("OFD.xml"), "an OFD document"), (archive("ppt/presentation.xml"), "slides"),
            (archive("xl/workbook.bin"), "an XLSB workbook"), (archive("a.txt"), "a ZIP archive with neither"),
            (Array("\n \n".utf8), "no text in it"), (Array("PK\u{3}\u{4}".utf8), "the file is not whole"),
        ] as [([UInt8], String)])
    func `what can't be read is named`(bytes: [UInt8], start: String) throws {
        let refusal = try ReadFile(bytes).refusal
        #expect(refusal?.hasPrefix(start) == true, "\(refusal ?? "was read")")
    }

    @Test func `folders and missing files`() throws {
        #expect(throws: DocumentFault.self) { try DocumentReader.read("/tmp", name: "tmp") }
        #expect(throws: DocumentFault.self) { try DocumentReader.read("/nonexistent/x", name: "x") }
    }
}
