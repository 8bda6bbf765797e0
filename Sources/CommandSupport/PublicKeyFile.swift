public import SystemPackage
import SystemSupport

/// A `.pub` file: one short line of text.
public enum PublicKeyFile {
    public enum Fault: Error, CustomStringConvertible {
        case unreadable(Errno)
        case noRegularFile
        case tooLong
        case notText

        public var description: String {
            switch self {
            case .unreadable(let error): "can't be read (\(error))"
            case .noRegularFile: "can't be read (no regular file)"
            case .tooLong: "too long for a public key"
            case .notText: "not text, so no public key"
            }
        }
    }

    public static func text(_ path: String) throws(Fault) -> String {
        let input: InputFile
        do throws(InputFileError) {
            input = try InputFile(FilePath(path))
        } catch {
            guard case .unreadable(let errno) = error else { throw .noRegularFile }
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
