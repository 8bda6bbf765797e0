import AnswerRendering
import Glibc
import SystemPackage
import SystemSupport
import TestSupport
import Testing

@Suite struct LanguageTests {
    @Test(
        arguments: [
            ("zh_CN.UTF-8", Language.zh), ("zh-Hant", .zh), ("zh", .zh), ("ZH_TW@x", .zh), ("zha_CN", .en),
            ("en_US.UTF-8", .en), ("C", .en), ("", .en), (nil, .en),
        ] as [(String?, Language)])
    func `the locale decides`(locale: String?, language: Language) {
        #expect(Language(locale: locale) == language)
    }

    @Test
    func `prose stands in the files of the sentences only`() throws {
        let sources = Repository.file("Sources/AnswerRendering")
        let files = Self.swiftFiles(in: sources)
        #expect(files.count > 30)
        var withChinese: [String] = []
        for file in files {
            let code = try contents(of: sources.appending(file)).split(separator: "\n").map {
                Self.withoutComment(String($0))
            }
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

    private static func swiftFiles(in folder: FilePath, under prefix: String = "") -> [String] {
        names(in: folder).flatMap { name in
            name.contains(".")
                ? [prefix + name].filter { $0.hasSuffix(".swift") }
                : swiftFiles(in: folder.appending(name), under: prefix + name + "/")
        }
    }
}
