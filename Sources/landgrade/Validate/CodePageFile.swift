import SystemPackage
import TabularText

/// The `.cpg` file that GIS programs put beside a `.dbf`: the name of its encoding.
enum CodePageFile {
    /// Nil where there is none, or it names an encoding not known here.
    static func encoding(beside path: FilePath) -> TextEncoding? {
        var path = path
        guard path.extension != nil else { return nil }
        for suffix in ["cpg", "CPG"] {
            path.extension = suffix
            guard let file = try? FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking]) else {
                continue
            }
            defer { try? file.close() }
            var bytes = [UInt8](repeating: 0, count: 64)
            guard let count = try? bytes.withUnsafeMutableBytes({ try file.read(into: $0) }) else { return nil }
            let word = String(decoding: bytes[..<count].filter { $0 > 0x20 && $0 < 0x7F }, as: UTF8.self)
            return TextEncoding(name: word)
        }
        return nil
    }
}
