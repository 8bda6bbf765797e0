package import SystemPackage

/// What the system says is wrong, for sentences in Chinese: its own texts are English, because our programs set no locale. An
/// error that is not among these keeps the system's text.
package enum SystemWords {
    package static func chinese(_ error: Errno) -> Sentence { words[error.rawValue] ?? "\(error)" }

    /// The same of an error that is carried as the system's text; any other text stays as it is.
    ///
    /// - Parameter characters: where another text is cut; nil: never.
    package static func chinese(_ text: String, characters: Int? = nil) -> Sentence {
        texts[text] ?? characters.map { "\(excerpt: text, characters: $0)" } ?? "\(text)"
    }

    private static let errors: [(Errno, Sentence)] = [
        (.noSuchFileOrDirectory, "没有此文件或文件夹"), (.permissionDenied, "没有权限"), (.notPermitted, "系统不允许此操作"),
        (.isDirectory, "是文件夹"), (.notDirectory, "路径中有一段不是文件夹"), (.fileExists, "已有同名文件"),
        (.directoryNotEmpty, "文件夹不是空的"), (.noSpace, "磁盘空间不足"), (.diskQuotaExceeded, "超出磁盘配额"), (.fileTooLarge, "文件过大"),
        (.readOnlyFileSystem, "文件系统是只读的"), (.tooManyOpenFiles, "本程序打开的文件过多"), (.tooManyOpenFilesInSystem, "系统中打开的文件过多"),
        (.fileNameTooLong, "文件名过长"), (.tooManySymbolicLinkLevels, "符号链接层数过多"), (.improperLink, "不能跨文件系统移动"),
        (.ioError, "读写出错"), (.resourceBusy, "正在使用"), (.textFileBusy, "程序文件正在使用"), (.noMemory, "内存不足"),
        (.brokenPipe, "管道的另一端已关闭"), (.execFormatError, "不是可执行的程序"), (.noSuchAddressOrDevice, "没有此设备"),
        (.operationNotSupportedByDevice, "没有此设备"),
    ]

    private static let words = Dictionary(errors.map { ($0.rawValue, $1) }) { first, _ in first }
    private static let texts = Dictionary(errors.map { ($0.description, $1) }) { first, _ in first }
}
