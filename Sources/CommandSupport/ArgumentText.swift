internal import CSystemCalls
import SystemSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The words of the command line, as they came.
public enum ArgumentText {
    /// Like `words`; where they can't be had, the process ends with 64.
    public static func required() -> [String] {
        guard let words = words() else { exit(ExitStatus.usage.rawValue) }
        return words
    }

    /// The arguments without the program's name; nil, and a line on standard error, where one is not UTF-8.
    ///
    /// They are those the C library was handed. Swift's own list would repair a word that is not UTF-8 in silence, and the
    /// look-up would be for another name. It is also read from /proc, and empty where /proc is not mounted or no file can
    /// be opened: every command would then print its help and end with 0.
    public static func words() -> [String]? {
        var words: [String] = []
        guard let list = landgrade_arguments() else {
            StandardStreams.complain("landgrade: the system gives no arguments / 无法取得命令行参数")
            return nil
        }
        var index = 0
        // An empty list has not even the program's name.
        while list[index] != nil {
            defer { index += 1 }
            guard index > 0, let start = list[index] else { continue }
            guard let word = String(validatingCString: start) else {
                StandardStreams.complain(
                    "landgrade: argument \(index) is not UTF-8 / 第\(index)个参数不是 UTF-8，请检查终端编码")
                return nil
            }
            words.append(word)
        }
        return words
    }
}
