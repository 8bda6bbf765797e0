/// The words of the command line, as they came.
public enum ArgumentText {
    /// The arguments without the program's name; nil, and a line on standard error, where one is not UTF-8. Swift's
    /// own list would repair such a word in silence, and the look-up would be for another name.
    public static func words() -> [String]? {
        var words: [String] = []
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let start = CommandLine.unsafeArgv[index] else { break }
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
