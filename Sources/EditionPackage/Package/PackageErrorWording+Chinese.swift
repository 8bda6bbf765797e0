import SystemSupport

extension PackageError {
    /// As a clerk reads what can go wrong while a package is written; anything else is about cells of the CSV files, and in
    /// their own terms.
    public var chinese: String {
        switch problem {
        case .folderNotEmpty: "\(excerpt(file, characters: 400))：已有这个文件夹，而且不是空的；请换一个新文件夹"
        case .notWritable(let reason): "\(excerpt(file, characters: 400))：写不了（\(reason)）"
        case .notFolder:
            "是文件，成果包应为文件夹；原文件和核对工作簿（.xlsx）请用 landgrade-publish import 导入"
        case .tooLarge, .packageTooLarge: "内容过多，不是一个县的成果：\(description)"
        default: description
        }
    }
}
