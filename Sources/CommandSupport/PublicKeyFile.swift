public import SystemPackage
public import SystemSupport

/// A `.pub` file: one short line of text.
public enum PublicKeyFile {
    public enum Fault: Error, Worded {
        case unreadable(Errno)
        case noRegularFile
        case tooLong
        case notText

        public func sentence(in language: Language) -> Sentence {
            switch self {
            case .unreadable(let error):
                language.pick(zh: "无法读取（\(SystemWords.chinese(error))）", en: "can't be read (\(error))")
            case .noRegularFile: language.pick(zh: "无法读取（不是普通文件）", en: "can't be read (no regular file)")
            case .tooLong: language.pick(zh: "过长，不是公钥", en: "too long for a public key")
            case .notText: language.pick(zh: "不是文本，所以不是公钥", en: "not text, so no public key")
            }
        }
    }

    public static func text(_ path: String) throws(Fault) -> String {
        let input: InputFile
        do throws(InputFileError) {
            input = try InputFile(FilePath(path))
        } catch {
            guard case .unreadable(let errno) = error.fault else { throw .noRegularFile }
            throw .unreadable(errno)
        }
        var bytes = [UInt8](repeating: 0, count: 4097)
        var count = 0
        while count < bytes.count {
            let more =
                (try? bytes.withUnsafeMutableBytes { buffer in
                    try input.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
                }) ?? 0
            guard more > 0 else { break }
            count += more
        }
        guard count < bytes.count else { throw .tooLong }
        guard let text = String(validating: bytes[..<count], as: UTF8.self) else { throw .notText }
        return text
    }
}
