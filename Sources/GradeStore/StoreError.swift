public import GradeModel
public import SystemSupport

/// Why a store could not be opened, read or written. `description` is the short form for logs.
public enum StoreError: Error, Hashable, Sendable {
    /// No folder, or no `current.sqlite` in it.
    case missing(path: String)
    /// `current.sqlite` is no relative link to a generation of the same folder.
    case badLink(path: String, target: String)
    /// The link names a generation that is not there.
    case dangling(path: String, target: String)
    case notDatabase(path: String)
    /// Shorter than its own header says.
    case truncated(path: String)
    /// The `application_id` is another program's.
    case otherApplication(path: String)
    /// Made by a newer version of this program.
    case newer(path: String, schema: Int)
    /// Made by an earlier version, in a layout that is read no more.
    case older(path: String, schema: Int)
    /// A page does not match its checksum.
    case pageChanged(path: String)
    /// SQLite found the file damaged, or a value in it has no meaning.
    case damaged(path: String, detail: String)
    case unreadable(path: String, detail: String)
    case notWritable(path: String, detail: String)
    /// Another process holds the store's lock.
    case busy(path: String)
    case noSpace(path: String)
    /// The store lies on a network file system, where it can't be written safely.
    case network(path: String, kind: String)
    /// Applied, but the folder could not be flushed to disk.
    case notDurable(path: String, detail: String)
    /// No such generation; those that there are.
    case noGeneration(number: Int, held: [Int])
    /// The generation's file has another hash than was noted when it was made.
    case altered(file: String, expected: String, found: String)
    /// Nothing to hold a generation against.
    case noSideFile(path: String)
    /// The edition is about the land of other owners than another edition of its county: an answer could not tell which
    /// of the two the question is about.
    case otherRights(edition: EditionID, rights: String, held: String)
}

extension StoreError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let path): "no store at \(path)"
        case .badLink(let path, let target): "\(path): links to \(target), which is no generation of this folder"
        case .dangling(let path, let target): "\(path): links to \(target), which is not there"
        case .notDatabase(let path): "\(path): not a SQLite database"
        case .truncated(let path): "\(path): cut short"
        case .otherApplication(let path): "\(path): a database of another application"
        case .newer(let path, let schema): "\(path): layout \(schema), made by a newer version"
        case .older(let path, let schema): "\(path): layout \(schema), made by an earlier version"
        case .pageChanged(let path): "\(path): a page does not match its checksum"
        case .damaged(let path, let detail): "\(path): damaged (\(detail))"
        case .unreadable(let path, let detail): "\(path): can't be read (\(detail))"
        case .notWritable(let path, let detail): "\(path): can't be written (\(detail))"
        case .busy(let path): "\(path): another update is running"
        case .noSpace(let path): "\(path): no space left"
        case .network(let path, let kind):
            "\(path): on a network file system (\(kind)), where it can't be written safely"
        case .notDurable(let path, let detail): "\(path): applied, but not confirmed on disk (\(detail))"
        case .noGeneration(let number, _): "generation \(number) is not in the store"
        case .altered(let file, let expected, let found): "\(file): changed (expected \(expected), found \(found))"
        case .noSideFile(let path): "\(path): no checksum to verify against"
        case .otherRights(let edition, let rights, let held):
            "\(edition) is about \(rights) land, other editions of its county about \(held)"
        }
    }
}

extension StoreError: Worded {
    /// With the remedy where there is one.
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .missing(let path):
            language.pick(
                zh: "找不到数据库：\(path)。请先运行 landgrade init --store \(shellWord: path) 建立。",
                en: "No store at \(path). Make one with: landgrade init --store \(shellWord: path)")
        case .badLink(let path, let target):
            language.pick(
                zh: "链接 \(path) 指向 \(target)，不是同一文件夹中的数据批次，未打开。",
                en:
                    "The link \(path) points to \(target), which is no generation in the same folder; it was not opened."
            )
        case .dangling(let path, let target):
            language.pick(
                zh: "链接 \(path) 指向的 \(target) 不存在。请运行 landgrade init 建立。",
                en: "The link \(path) points to \(target), which is not there. Make a store with: landgrade init")
        case .notDatabase(let path): language.pick(zh: "不是 SQLite 数据库：\(path)。", en: "Not a SQLite database: \(path).")
        case .truncated(let path):
            language.pick(
                zh: "数据库文件不完整，尾部缺失：\(path)。请删除后运行 landgrade init 重建。",
                en: "The store is cut short: \(path). Delete it and make it again with: landgrade init")
        case .otherApplication(let path):
            language.pick(
                zh: "是其他程序的数据库，不是 landgrade 的：\(path)。",
                en: "A database of another program, not of landgrade: \(path).")
        case .newer(let path, let schema):
            language.pick(
                zh: "数据库由更新版本的 landgrade 建立（格式\(schema)）：\(path)。请升级程序。",
                en: "The store was made by a newer landgrade (layout \(schema)): \(path). Update the program.")
        case .older(let path, let schema):
            language.pick(
                zh: "数据库由早期版本的 landgrade 建立（格式\(schema)），本版本不再读取：\(path)。请删除后运行 landgrade init 重建。",
                en:
                    "The store was made by an earlier landgrade (layout \(schema)), which this version does not read: \(path). Delete it and make it again with: landgrade init"
            )
        case .pageChanged(let path):
            language.pick(
                zh: "数据库已损坏：\(path)（有一页与其校验值不符）。请删除后运行 landgrade init 重建。",
                en:
                    "The store is damaged: \(path) (a page does not match its checksum). Delete it and make it again with: landgrade init"
            )
        case .damaged(let path, let detail):
            language.pick(
                zh: "数据库已损坏：\(path)（\(detail)）。请删除后运行 landgrade init 重建。",
                en: "The store is damaged: \(path) (\(detail)). Delete it and make it again with: landgrade init")
        case .unreadable(let path, let detail):
            language.pick(
                zh: "无法读取数据库：\(path)（\(SystemWords.chinese(detail))）。", en: "Cannot read the store \(path): \(detail).")
        case .notWritable(let path, let detail):
            language.pick(
                zh: "无法写入数据库文件夹：\(path)（\(SystemWords.chinese(detail))）。",
                en: "Cannot write to the store \(path): \(detail).")
        case .busy(let path):
            language.pick(zh: "另一个进程正在更新数据库：\(path)。", en: "Another process is updating the store: \(path).")
        case .noSpace(let path): language.pick(zh: "磁盘空间不足：\(path)。", en: "No space left on the disk: \(path).")
        case .network(let path, let kind):
            language.pick(
                zh: "数据库位于网络文件系统（\(kind)），无法保证安全更新：\(path)。请在磁盘所在的机器上更新；在本机查询不受影响。",
                en:
                    "The store lies on a network file system (\(kind)), where it cannot be updated safely: \(path). Update it on the machine that has the disk; reading it from here is fine."
            )
        case .notDurable(let path, let detail):
            language.pick(
                zh: "已更新，但未能确认写入磁盘：\(path)（\(SystemWords.chinese(detail))）。",
                en: "Updated, but not confirmed on disk: \(path) (\(detail)).")
        case .noGeneration(let number, let held):
            language.pick(
                zh: "没有第\(number)批数据。现有批次：\(held.map(String.init).joined(separator: "、"))。",
                en:
                    "The store has no generation \(number). There are: \(held.map(String.init).joined(separator: ", "))."
            )
        case .altered(let file, let expected, let found):
            language.pick(
                zh: "\(file)：文件已被改动（应为 \(expected)，实为 \(found)），请改用完好的一批或重新同步",
                en:
                    "\(file): the file was changed (expected \(expected), found \(found)); go back to an intact generation or synchronise again"
            )
        case .noSideFile(let path):
            language.pick(
                zh: "\(path)：没有校验文件或其内容不符，无法核对",
                en: "\(path): no checksum file, or not the one of this generation; nothing to verify against")
        case .otherRights(let edition, let rights, let held):
            language.pick(
                zh: "\(edition) 的权利类型是“\(rights)”，库中同一县的成果是“\(held)”，答复时无法区分，未导入；请用 --store 放入另一个数据库",
                en:
                    "\(edition) is about \(rights) land, and the county's editions in the store are about \(held): an answer could not tell them apart, so nothing was imported. Keep it in a store of its own, with --store"
            )
        }
    }
}
