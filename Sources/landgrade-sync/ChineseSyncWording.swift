import FeedClient
import GradeModel
import SignedFeed

struct ChineseSyncWording: SyncWording {
    var pull: any PullWording { ChinesePullWording() }
    var noSources: String { "尚未设置发布源；请用 landgrade-sync source add 设置" }
    var editionsUnit: String { "个版本" }
    var countiesUnit: String { "个县" }

    func upToDate(serial: Int?, expires: Timestamp?) -> String {
        "已是最新" + (serial.map { "（序号 \($0)" + (expires.map { "，有效期至 \($0)" } ?? "") + "）" } ?? "")
    }

    func renewed(serial: Int, expires: Timestamp) -> String {
        "重新签发，成果没有变化（序号 \(serial)，有效期至 \(expires)）"
    }

    func changed(serial: Int, editions: Int, isDryRun: Bool) -> String {
        "序号 \(serial)，\(isDryRun ? "将更新" : "已更新") \(editions) 个成果版本"
    }

    func change(_ kind: PulledEditionKind, isDryRun: Bool) -> String {
        switch kind {
        case .added: "新增"
        case .corrected: "更正"
        case .confirmed: "内容已有，现由发布源签名确认"
        case .withdrawn: "发布源已撤回；数据库中保留并注明"
        case .restored: "重新列入"
        }
    }

    func told(_ source: String, _ sentence: String) -> String { "\(source)：\(sentence)" }
    func fetching(_ source: String) -> String { "获取 \(source)" }
    var building: String { "入库" }
    func generation(_ file: String) -> String { "数据库：\(file)" }
    func notDurable(_ detail: String) -> String { "已更新，但未能确认写入磁盘（\(detail)）" }

    func expiresSoon(source: String, expires: Timestamp) -> String {
        "\(source)：清单将于 \(expires) 过期，请联系发布单位重新签发"
    }

    func introduced(source: String, address: String) -> String { "\(source)\n  地址 \(address)" }

    func key(_ fingerprint: String, isPinned: Bool) -> String {
        "  \(fingerprint)\(isPinned ? "（由您提供，且已签名）" : "（发布源列出）")"
    }

    func threshold(_ threshold: Int, of keys: Int) -> String { "\(keys) 个密钥中须有 \(threshold) 个签名" }

    var plainHTTP: String { "地址为明文 http：内容有签名保护，但传输可被他人看到或阻断" }
    var question: String { "请与纸质指纹核对。是否信任该发布源？[y/N] " }
    var notAdded: String { "未添加" }
    func added(_ source: String) -> String { "已设置发布源 \(source)；请用 landgrade-sync pull 获取成果" }
    func removed(_ source: String) -> String { "已移除发布源 \(source)；数据库中来自它的成果保留，不再更新" }

    var labels: SyncLabels {
        SyncLabels(
            address: "地址", keys: "密钥", list: "清单", published: "发布时间", expires: "有效期至", contact: "上次连接",
            coolDown: "暂停连接至", counties: "县", sha256: "SHA-256")
    }

    func serial(_ seen: SeenManifest, applied: AppliedManifest?) -> String {
        "序号 \(seen.serial)，含 \(seen.editions) 个成果版本，"
            + (applied?.sha256 == seen.sha256 ? "已入库" : applied.map { "尚未入库（库中为序号 \($0.serial)）" } ?? "尚未入库")
    }

    var neverPulled: String { "尚未获取" }
    var expired: String { "已过期" }
    func days(_ days: Int) -> String { "还有 \(days) 天" }
    var allCounties: String { "全部" }
    func current(_ file: String) -> String { "当前数据库代：\(file)" }
    func stray(_ file: String) -> String { "\(file)：有其他程序以写方式打开过数据库；查询不受影响，请删除该文件" }
    func lost(_ sentence: String) -> String { "不可用：\(sentence)" }
    func finding(isGood: Bool) -> String { isGood ? "正常  " : "有误  " }
}
