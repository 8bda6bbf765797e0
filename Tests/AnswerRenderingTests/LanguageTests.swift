import AnswerRendering
import Glibc
import SystemSupport
import Testing

@Suite("Languages")
struct LanguageTests {
    @Test(
        "the locale decides",
        arguments: [
            ("zh_CN.UTF-8", Language.zh), ("zh-Hant", .zh), ("zh", .zh), ("ZH_TW@x", .zh), ("zha_CN", .en),
            ("en_US.UTF-8", .en), ("C", .en), ("", .en), (nil, .en),
        ] as [(String?, Language)])
    func locale(locale: String?, language: Language) {
        #expect(Language(locale: locale) == language)
    }

    @Test("prose stands in the files of the sentences only")
    func proseInOnePlace() throws {
        let sources = Self.folder("Sources/AnswerRendering")
        let files = try Self.swiftFiles(in: sources)
        #expect(files.count > 30)
        var withChinese: [String] = []
        for file in files {
            let code = try Self.lines(of: sources + "/" + file).map(Self.withoutComment)
            if code.contains(where: { $0.unicodeScalars.contains(where: Self.isChinese) }) { withChinese.append(file) }
        }
        #expect(
            withChinese.filter { !$0.hasPrefix("Sentences/") } == []
        )
    }

    private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
        [0x3000...0x303F, 0x3400...0x9FFF, 0xFF00...0xFFEF].contains { $0.contains(scalar.value) }
    }

    /// Doc comments may show Chinese data.
    private static func withoutComment(_ line: String) -> Substring {
        let bytes = line.utf8
        for index in bytes.indices where bytes[index...].starts(with: "//".utf8) { return line[..<index] }
        return line[...]
    }

    /// A folder of the package this file is in.
    private static func folder(_ path: String) -> String {
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/" + path
    }

    private static func swiftFiles(in folder: String, under prefix: String = "") throws -> [String] {
        let stream = try #require(opendir(folder))
        defer { closedir(stream) }
        var files: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(".swift") { files.append(prefix + name) }
            if !name.contains(".") { files += try swiftFiles(in: folder + "/" + name, under: prefix + name + "/") }
        }
        return files
    }

    private static func lines(of path: String) throws -> [String] {
        let file = try #require(fopen(path, "r"))
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var byte = fgetc(file)
        while byte != EOF {
            bytes.append(UInt8(truncatingIfNeeded: byte))
            byte = fgetc(file)
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
