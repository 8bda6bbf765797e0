import AnswerRendering
import GradeModel
import SystemSupport
import Testing

@Suite struct MessageTests {
    private static let path = ShownText("/srv/grades\u{1B}[2J")
    private static let link = ShownText("/srv/current.sqlite")

    private struct Case: Sendable {
        let said: @Sendable (any Messages) -> String
        let zh: String
        let en: String
    }

    private static let store: [Case] = [
        Case(
            said: { $0.noHome }, zh: "不知道数据库在哪里：请用 --store 指定文件夹，或设置环境变量 LANDGRADE_STORE。",
            en: "It is not known where the store is: name a folder with --store, or set LANDGRADE_STORE."),
        Case(
            said: { $0.noStore(path: path) },
            zh: "找不到数据库：/srv/grades\\x1b[2J。请先运行 landgrade init --store '/srv/grades\\x1b[2J' 建立。",
            en: "No store at /srv/grades\\x1b[2J. Make one with: landgrade init --store '/srv/grades\\x1b[2J'"),
        Case(
            said: { $0.unreadableStore(path: link, reason: ShownText("Permission denied")) },
            zh: "无法读取数据库：/srv/current.sqlite（Permission denied）。",
            en: "Cannot read the store /srv/current.sqlite: Permission denied."),
        Case(
            said: { $0.damagedStore(path: link, detail: ShownText("bad page")) },
            zh: "数据库已损坏：/srv/current.sqlite（bad page）。请删除后运行 landgrade init 重建。",
            en: "The store is damaged: /srv/current.sqlite (bad page). Delete it and make it again with: landgrade init"
        ),
        Case(
            said: { $0.truncatedStore(path: link) },
            zh: "数据库文件不完整，尾部缺失：/srv/current.sqlite。请删除后运行 landgrade init 重建。",
            en: "The store is cut short: /srv/current.sqlite. Delete it and make it again with: landgrade init"),
        Case(
            said: { $0.notADatabase(path: link) }, zh: "不是 SQLite 数据库：/srv/current.sqlite。",
            en: "Not a SQLite database: /srv/current.sqlite."),
        Case(
            said: { $0.foreignStore(path: link) }, zh: "是其他程序的数据库，不是 landgrade 的：/srv/current.sqlite。",
            en: "A database of another program, not of landgrade: /srv/current.sqlite."),
        Case(
            said: { $0.newerStore(path: link, layout: 9) },
            zh: "数据库由更新版本的 landgrade 建立（格式9）：/srv/current.sqlite。请升级程序。",
            en: "The store was made by a newer landgrade (layout 9): /srv/current.sqlite. Update the program."),
        Case(
            said: { $0.badLinkTarget(link: link, target: ShownText("/etc/passwd")) },
            zh: "链接 /srv/current.sqlite 指向 /etc/passwd，不是同一文件夹中的数据库代，未打开。",
            en: "The link /srv/current.sqlite points to /etc/passwd, which is no generation in the same folder; "
                + "it was not opened."),
        Case(
            said: { $0.danglingLink(link: link, target: ShownText("gen-00000007.sqlite")) },
            zh: "链接 /srv/current.sqlite 指向的 gen-00000007.sqlite 不存在。请运行 landgrade init 建立。",
            en: "The link /srv/current.sqlite points to gen-00000007.sqlite, which is not there. "
                + "Make a store with: landgrade init"),
        Case(
            said: { $0.noCurrentLink(path: ShownText("/srv")) },
            zh: "数据库文件夹中没有 current.sqlite 链接：/srv。请运行 landgrade init 建立。",
            en: "The store has no link current.sqlite: /srv. Make one with: landgrade init"),
        Case(
            said: { $0.unwritableStore(path: ShownText("/srv"), reason: ShownText("Read-only file system")) },
            zh: "无法写入数据库文件夹：/srv（Read-only file system）。",
            en: "Cannot write to the store /srv: Read-only file system."),
        Case(
            said: { $0.busyStore(path: ShownText("/srv")) }, zh: "另一个进程正在更新数据库：/srv。",
            en: "Another process is updating the store: /srv."),
        Case(
            said: { $0.noSpace(path: ShownText("/srv")) }, zh: "磁盘空间不足：/srv。",
            en: "No space left on the disk: /srv."),
        Case(
            said: { $0.networkStore(path: ShownText("/srv"), kind: "NFS") },
            zh: "数据库位于网络文件系统（NFS），无法保证安全更新：/srv。请在磁盘所在的机器上更新；在本机查询不受影响。",
            en: "The store lies on a network file system (NFS), where it cannot be updated safely: /srv. "
                + "Update it on the machine that has the disk; reading it from here is fine."),
        Case(
            said: { $0.notDurable(path: ShownText("/srv"), reason: ShownText("I/O error")) },
            zh: "已更新，但未能确认写入磁盘：/srv（I/O error）。", en: "Updated, but not confirmed on disk: /srv (I/O error)."),
        Case(said: { $0.noGeneration(7) }, zh: "没有第7代数据库。", en: "The store has no generation 7."),
        Case(
            said: { $0.seedBuilt(path: ShownText("/srv")) }, zh: "首次使用：已用内置成果建立数据库 /srv。",
            en: "First use: the built-in editions were written to /srv."),
    ]

    private static let arguments: [Case] = [
        Case(said: { $0.emptyArgument(.village) }, zh: "村（社区）名称不能为空。", en: "The village is empty."),
        Case(said: { $0.emptyArgument(.township) }, zh: "乡镇名称不能为空。", en: "The township is empty."),
        Case(said: { $0.emptyArgument(.county) }, zh: "县不能为空。", en: "The county is empty."),
        Case(said: { $0.emptyArgument(.landType) }, zh: "土地类型不能为空。", en: "The land type is empty."),
        Case(said: { $0.emptyArgument(.date) }, zh: "日期不能为空。", en: "The date is empty."),
        Case(
            said: { $0.argumentTooLong(.address, length: 10240, limit: 1024) }, zh: "地址过长：10240字节，最多1024字节。",
            en: "The address is too long: 10240 bytes, at most 1024."),
        Case(
            said: { $0.unknownLandType(ShownText("耕地")) },
            zh: "不认识的土地类型“耕地”：可用 园地、林地、草地，或 orchard、forest、grassland。",
            en: "Unknown land type ‘耕地’: use orchard, forest or grassland, or the Chinese names."),
        Case(
            said: { $0.badDate(ShownText("2026-02-30")) }, zh: "日期“2026-02-30”不对：请写成 2025-01-23 的样子，并且确有这一天。",
            en: "‘2026-02-30’ is no date: write it like 2025-01-23, a day that exists."),
        Case(
            said: { $0.unknownCounty(ShownText("430000")) }, zh: "没有收录“430000”这个县。已收录的县用 landgrade editions 查看。",
            en: "No county ‘430000’ is held. See the counties held with: landgrade editions"),
        Case(
            said: { $0.unknownTownship(ShownText("金隆镇")) }, zh: "没有名为“金隆镇”的乡镇（街道）。",
            en: "There is no township ‘金隆镇’."),
        Case(
            said: { $0.noEdition(county: nil, date: CalendarDate("2025-01-22")) }, zh: "在2025年1月22日没有适用的成果版本。",
            en: "No edition was in force on 2025-01-22."),
        Case(
            said: { $0.noEdition(county: ShownText("湘阴县"), date: nil) }, zh: "“湘阴县”没有成果版本。",
            en: "No edition of ‘湘阴县’ is held."),
        Case(
            said: { $0.notDefined(.grassland) }, zh: "现行成果没有定义草地的基准地价内涵。",
            en: "The edition in force has no base-price definition for grassland."),
        Case(
            said: { $0.nearNames([ShownText("仁合村"), ShownText("仁和村")]) }, zh: "名称相近的有：仁合村、仁和村（仅供参考，未作替换）。",
            en: "Near names, offered and not taken: 仁合村, 仁和村."),
    ]

    private static let generation = ShownText("gen-00000002.sqlite")
    private static let digest = "0f3c"

    private static let reports: [Case] = [
        Case(
            said: { $0.intact(generation: generation, digest: digest) }, zh: "gen-00000002.sqlite：完好，SHA-256 0f3c",
            en: "gen-00000002.sqlite: intact, SHA-256 0f3c"),
        Case(
            said: { $0.changed(generation: generation, expected: digest, found: "1a2b") },
            zh: "gen-00000002.sqlite：文件已被改动（应为 0f3c，实为 1a2b），请改用完好的一代或重新同步",
            en: "gen-00000002.sqlite: the file was changed (expected 0f3c, found 1a2b); "
                + "go back to an intact generation or synchronise again"),
        Case(
            said: { $0.noSideFile(path: path) }, zh: "/srv/grades\\x1b[2J：没有校验文件或其内容不符，无法核对",
            en: "/srv/grades\\x1b[2J: no checksum file, or not the one of this generation; nothing to verify against"),
        Case(
            said: { $0.storeMade(path: link) }, zh: "已建立数据库：/srv/current.sqlite", en: "store made: /srv/current.sqlite"),
        Case(
            said: { $0.storeExists(path: link) }, zh: "数据库已存在，未作改动：/srv/current.sqlite",
            en: "there is a store already, left as it is: /srv/current.sqlite"),
        Case(
            said: { $0.imported(editions: [Xiangyin.edition, Xiangyin.edition], generation: generation) },
            zh: "已导入430624-2025-1、430624-2025-1，当前代gen-00000002.sqlite",
            en: "imported 430624-2025-1, 430624-2025-1; the current generation is gen-00000002.sqlite"),
        Case(
            said: { $0.alreadyHeld(Xiangyin.edition) }, zh: "430624-2025-1已在库中，内容相同，未作改动",
            en: "430624-2025-1 is in the store already, with the same contents"),
        Case(
            said: { $0.conflicting(Xiangyin.edition) }, zh: "430624-2025-1已在库中而内容不同；确要替换请加 --replace",
            en: "430624-2025-1 is in the store with other contents; to put this one in its place add --replace"),
        Case(
            said: { $0.importNeedsUnsigned }, zh: "该成果包没有签名，无从核实来源；确要导入请加 --unsigned，此后每个答复都会注明",
            en: "the package carries no signature, so nothing proves its source; to import it all the same add "
                + "--unsigned, and every answer will say so"),
        Case(
            said: { $0.unreadablePackage(path: link, reason: ShownText("no datapackage.json")) },
            zh: "/srv/current.sqlite：no datapackage.json", en: "/srv/current.sqlite: no datapackage.json"),
    ]

    @Test(arguments: 0..<(store.count + arguments.count + reports.count))
    func `each has its exact text in both languages`(index: Int) {
        let message = (Self.store + Self.arguments + Self.reports)[index]
        #expect(message.said(Language.zh.messages) == message.zh)
        #expect(message.said(Language.en.messages) == message.en)
    }
}
