import SystemPackage
import Testing

@testable import SystemSupport

@Suite struct SystemWordsTests {
    @Test(arguments: [
        (Errno.noSuchFileOrDirectory, "没有此文件或文件夹"), (.permissionDenied, "没有权限"), (.isDirectory, "是文件夹"),
        (.noSpace, "磁盘空间不足"), (.readOnlyFileSystem, "文件系统是只读的"), (.notDirectory, "路径中有一段不是文件夹"),
        (.notPermitted, "系统不允许此操作"), (.tooManyOpenFiles, "本程序打开的文件过多"),
    ])
    func `an error of the system is said in Chinese, carried as its text too`(error: Errno, words: String) {
        #expect(SystemWords.chinese(error).text == words)
        #expect(SystemWords.chinese(error.description).text == words)
    }

    @Test func `another one keeps its text, escaped`() {
        #expect(SystemWords.chinese(Errno.invalidArgument).text == Errno.invalidArgument.description)
        #expect(SystemWords.chinese("a\u{1B}b").text == "a\\x1bb")
        #expect(SystemWords.chinese("abc", characters: 2).text == "ab…")
    }

    @Test func `a file that can't be opened is said in the language of the sentence`() throws {
        let error = #expect(throws: InputFileError.self) { _ = try InputFile("/nofile/list.csv") }
        #expect(error?.sentence(in: .zh).text == "读不了 /nofile/list.csv：没有此文件或文件夹")
        #expect(error?.sentence(in: .en).text == "/nofile/list.csv can't be read: No such file or directory")
    }
}
