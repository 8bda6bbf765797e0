import GradeStore
import SystemSupport
import Testing

@Suite struct StoreErrorTests {
    private static let path = "/srv/grades\u{1B}[2J"
    private static let link = "/srv/current.sqlite"

    private struct Case: Sendable {
        let error: StoreError
        let zh: String
        let en: String
    }

    private static let errors: [Case] = [
        Case(
            error: .missing(path: path),
            zh: "找不到数据库：/srv/grades\\x1b[2J。请先运行 landgrade init --store '/srv/grades\\x1b[2J' 建立。",
            en: "No store at /srv/grades\\x1b[2J. Make one with: landgrade init --store '/srv/grades\\x1b[2J'"),
        Case(
            error: .unreadable(path: link, detail: "Permission denied"),
            zh: "无法读取数据库：/srv/current.sqlite（没有权限）。",
            en: "Cannot read the store /srv/current.sqlite: Permission denied."),
        Case(
            error: .damaged(path: link, detail: "bad page"),
            zh: "数据库已损坏：/srv/current.sqlite（bad page）。请删除后运行 landgrade init 重建。",
            en: "The store is damaged: /srv/current.sqlite (bad page). Delete it and make it again with: landgrade init"
        ),
        Case(
            error: .truncated(path: link),
            zh: "数据库文件不完整，尾部缺失：/srv/current.sqlite。请删除后运行 landgrade init 重建。",
            en: "The store is cut short: /srv/current.sqlite. Delete it and make it again with: landgrade init"),
        Case(
            error: .notDatabase(path: link), zh: "不是 SQLite 数据库：/srv/current.sqlite。",
            en: "Not a SQLite database: /srv/current.sqlite."),
        Case(
            error: .otherApplication(path: link), zh: "是其他程序的数据库，不是 landgrade 的：/srv/current.sqlite。",
            en: "A database of another program, not of landgrade: /srv/current.sqlite."),
        Case(
            error: .newer(path: link, schema: 9),
            zh: "数据库由更新版本的 landgrade 建立（格式9）：/srv/current.sqlite。请升级程序。",
            en: "The store was made by a newer landgrade (layout 9): /srv/current.sqlite. Update the program."),
        Case(
            error: .badLink(path: link, target: "/etc/passwd"),
            zh: "链接 /srv/current.sqlite 指向 /etc/passwd，不是同一文件夹中的数据批次，未打开。",
            en: "The link /srv/current.sqlite points to /etc/passwd, which is no generation in the same folder; "
                + "it was not opened."),
        Case(
            error: .dangling(path: link, target: "gen-00000007.sqlite"),
            zh: "链接 /srv/current.sqlite 指向的 gen-00000007.sqlite 不存在。请运行 landgrade init 建立。",
            en: "The link /srv/current.sqlite points to gen-00000007.sqlite, which is not there. "
                + "Make a store with: landgrade init"),
        Case(
            error: .notWritable(path: "/srv", detail: "Read-only file system"),
            zh: "无法写入数据库文件夹：/srv（文件系统是只读的）。",
            en: "Cannot write to the store /srv: Read-only file system."),
        Case(
            error: .busy(path: "/srv"), zh: "另一个进程正在更新数据库：/srv。",
            en: "Another process is updating the store: /srv."),
        Case(
            error: .noSpace(path: "/srv"), zh: "磁盘空间不足：/srv。",
            en: "No space left on the disk: /srv."),
        Case(
            error: .network(path: "/srv", kind: "NFS"),
            zh: "数据库位于网络文件系统（NFS），无法保证安全更新：/srv。请在磁盘所在的机器上更新；在本机查询不受影响。",
            en: "The store lies on a network file system (NFS), where it cannot be updated safely: /srv. "
                + "Update it on the machine that has the disk; reading it from here is fine."),
        Case(
            error: .notDurable(path: "/srv", detail: "I/O error"),
            zh: "已更新，但未能确认写入磁盘：/srv（I/O error）。", en: "Updated, but not confirmed on disk: /srv (I/O error)."),
        Case(
            error: .noGeneration(number: 7, held: [3, 4]), zh: "没有第7批数据。现有批次：3、4。",
            en: "The store has no generation 7. There are: 3, 4."),
        Case(
            error: .altered(file: "gen-00000002.sqlite", expected: "0f3c", found: "1a2b"),
            zh: "gen-00000002.sqlite：文件已被改动（应为 0f3c，实为 1a2b），请改用完好的一批或重新同步",
            en: "gen-00000002.sqlite: the file was changed (expected 0f3c, found 1a2b); "
                + "go back to an intact generation or synchronise again"),
        Case(
            error: .noSideFile(path: path), zh: "/srv/grades\\x1b[2J：没有校验文件或其内容不符，无法核对",
            en: "/srv/grades\\x1b[2J: no checksum file, or not the one of this generation; nothing to verify against"),
    ]

    @Test(arguments: 0..<errors.count)
    func `each has its exact text in both languages`(index: Int) {
        let message = Self.errors[index]
        #expect(message.error.sentence(in: .zh).text == message.zh)
        #expect(message.error.sentence(in: .en).text == message.en)
    }

    @Test func `a generation that is intact is said with its hash`() throws {
        let name = try #require(GenerationName(file: "gen-00000002.sqlite"))
        let found = Verification.intact(sha256: "0f3c")
        #expect(found.sentence(of: name, in: .zh) == "gen-00000002.sqlite：完好，SHA-256 0f3c")
        #expect(found.sentence(of: name, in: .en) == "gen-00000002.sqlite: intact, SHA-256 0f3c")
    }
}
