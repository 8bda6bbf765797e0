public import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that is there whole or not at all, however the program ends (`ReplacedFile`).
public final class OutputFile {
    private let file: ReplacedFile
    /// For a library that writes files by their path: where it lies until it is finished.
    public var temporary: FilePath { file.temporary }

    /// - Parameter input: a file that must not be overwritten, because it is being read.
    public init(_ path: FilePath, besides input: FileIdentity?) throws(OutputFileError) {
        try Self.check(path, besides: input)
        guard path.lastComponent != nil else { throw OutputFileError(path, .noRegularFile) }
        do throws(Errno) {
            file = try ReplacedFile(path)
        } catch { throw OutputFileError(path, .unwritable(error)) }
    }

    /// Whether a file may be written there: for callers that have it written by another program or library.
    package static func check(_ path: FilePath, besides input: FileIdentity?) throws(OutputFileError) {
        var status = stat()
        if path.withPlatformString({ lstat($0, &status) }) == 0 {
            let kind = status.st_mode & S_IFMT
            guard kind == S_IFREG else { throw OutputFileError(path, kind == S_IFLNK ? .link : .noRegularFile) }
            guard FileIdentity(status) != input else { throw OutputFileError(path, .input) }
        }
    }

    public func write(_ bytes: ArraySlice<UInt8>) throws { try file.write(bytes) }

    /// Gives the file its name.
    public func finish() throws(OutputFileError) {
        do throws(Errno) {
            try file.commit()
        } catch { throw OutputFileError(file.path, .unwritable(error)) }
    }
}

public struct OutputFileError: Error, Hashable, Sendable {
    public let file: String
    public let fault: Fault

    public enum Fault: Hashable, Sendable {
        /// It is the file that is being read.
        case input
        case link
        /// A folder, a pipe, a device.
        case noRegularFile
        case unwritable(Errno)
    }

    init(_ path: FilePath, _ fault: Fault) {
        file = path.string
        self.fault = fault
    }
}

extension OutputFileError: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch fault {
        case .input:
            language.pick(zh: "\(file) 就是输入的清单；请输出到另一个文件", en: "\(file) is the list itself; write to another file")
        case .link: language.pick(zh: "\(file) 是链接；请写明真正的文件", en: "\(file) is a link; name the file itself")
        case .noRegularFile:
            language.pick(
                zh: "\(file) 不是普通文件；要输出到管道请不用 -o", en: "\(file) is no regular file; for a pipe leave out -o")
        case .unwritable(let error):
            language.pick(zh: "写不了 \(file)：\(SystemWords.chinese(error))", en: "\(file) can't be written: \(error)")
        }
    }
}
