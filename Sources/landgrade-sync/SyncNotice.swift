import FeedClient
import GradeModel
import SignedFeed
import SystemSupport

/// What this program says on its own account: of a run, and when a source is set up or forgotten.
enum SyncNotice: Worded {
    case noSources
    case upToDate(serial: Int?, expires: Timestamp?)
    /// The same editions under a new signature.
    case renewed(serial: Int, expires: Timestamp)
    case changed(serial: Int, editions: Int, isDryRun: Bool)
    case generation(String)
    /// More than four fifths of the time to expiry have passed.
    case expiresSoon(source: String, expires: Timestamp)
    case added(source: String)
    case notAdded
    case removed(source: String)
    /// A file beside the generations that none of our programs made.
    case stray(file: String)
    case currentGeneration(file: String)

    func sentence(in language: Language) -> Sentence {
        switch self {
        case .noSources:
            language.pick(
                zh: "尚未设置发布源；请用 landgrade-sync source add 设置",
                en: "no source is set up; landgrade-sync source add takes one")
        case .upToDate(let serial, let expires):
            language.pick(
                zh: "已是最新" + (serial.map { "（序号 \($0)" + (expires.map { "，有效期至 \($0)" } ?? "") + "）" } ?? ""),
                en: "up to date"
                    + (serial.map { " (serial \($0)" + (expires.map { ", good until \($0)" } ?? "") + ")" } ?? ""))
        case .renewed(let serial, let expires):
            language.pick(
                zh: "重新签发，成果没有变化（序号 \(serial)，有效期至 \(expires)）",
                en: "signed anew, no edition changed (serial \(serial), good until \(expires))")
        case .changed(let serial, let editions, let isDryRun):
            language.pick(
                zh: "序号 \(serial)，\(isDryRun ? "将更新" : "已更新") \(editions) 个成果版本",
                en: """
                    serial \(serial), \(isDryRun ? "would change" : "changed") \(editions) \
                    edition\(if: editions != 1, "s")
                    """)
        case .generation(let file): language.pick(zh: "数据库：\(file)", en: "store: \(file)")
        case .expiresSoon(let source, let expires):
            language.pick(
                zh: "\(source)：清单将于 \(expires) 过期，请联系发布单位重新签发",
                en: "\(source): the list expires \(expires); ask the publisher to sign again")
        case .added(let source):
            language.pick(
                zh: "已设置发布源 \(source)；请用 landgrade-sync pull 获取成果",
                en: "\(source) is set up; landgrade-sync pull fetches its editions")
        case .notAdded: language.pick(zh: "未添加", en: "not added")
        case .removed(let source):
            language.pick(
                zh: "已移除发布源 \(source)；数据库中来自它的成果保留，不再更新",
                en: "\(source) is forgotten; what came from it stays in the store and is not renewed any more")
        case .stray(let file):
            language.pick(
                zh: "\(file)：有其他程序以写方式打开过数据库；查询不受影响，请删除该文件",
                en: """
                    \(file): another program has opened the store for writing; look-ups pass this file over, remove it
                    """)
        case .currentGeneration(let file): language.pick(zh: "当前数据批次：\(file)", en: "current generation: \(file)")
        }
    }
}
