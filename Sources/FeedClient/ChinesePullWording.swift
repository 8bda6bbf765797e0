import GradeModel
import SignedFeed

public struct ChinesePullWording: PullWording {
    public init() {}

    public func sentence(_ error: PullError) -> String {
        switch error {
        case .transfer(let error): ChineseTransferWording().sentence(error)
        case .address(let fault): "地址不可用：\(ChineseTransferWording().sentence(fault))"
        case .folder(let path, let detail): "\(path)：\(detail)"
        case .unpublished: "该处没有发布内容（缺少 current.signed 或 keys/1.signed）"
        case .incomplete(let file): "清单中的 \(file) 不存在：发布不完整，请稍后再试，或告知发布单位"
        case .coolingDown(let until): "服务器要求在 \(until) 之前不要再连接；加 --now 可立即连接"
        case .secret(let fault): sentence(fault)
        case .message(let file, let error): "\(file)：\(ChineseFeedWording().sentence(error))"
        case .keySet(let file, let error): "\(file)：\(ChineseFeedWording().sentence(error))"
        case .manifest(let error): "current.signed：\(ChineseFeedWording().sentence(error))"
        case .otherSource(let expected, let found): "发布源不符：这里是 \(found)，应为 \(expected)；请核对地址"
        case .keysVersion(let manifest, let current):
            "清单按第\(manifest)版密钥集签名，现行的是第\(current)版"
        case .longChain(let reached): "密钥集更换次数很多：本次已核对到第\(reached)版，请再运行一次以继续"
        case .rollback(let seen, let offered): "清单序号倒退：已收到过序号 \(seen)，这次给出的是 \(offered)，属于旧清单，不予采用"
        case .equivocation(let serial, let seen, let offered):
            "同一序号 \(serial) 有两份不同的清单（已见 SHA-256 \(seen)，这次 \(offered)），请向发布单位核实"
        case .fromTheFuture(let published, let now, let system):
            "请检查时钟：清单发布于 \(published)，本机时间为 \(now)\(machine(now, system))"
        case .expired(let expires, let now, let system):
            "清单已于 \(expires) 过期，本机时间为 \(now)\(machine(now, system))，发布单位需要重新签发"
        case .noTrust(let source):
            "数据库中关于 \(source) 的信任记录已丢失，其内容无法确认；请对照纸质指纹后重新设置：source add --replace"
        case .badTrust(let path, let fault): "\(path)：\(sentence(fault))"
        case .known(let source): "发布源 \(source) 已经设置；加 --replace 将放弃原有信任记录"
        case .unknownSource(let source): "没有设置发布源 \(source)；source list 可列出已设置的发布源"
        case .changedFile(let file): "\(file) 的内容与清单不符"
        case .package(let id, let error): "成果版本 \(id)：\(error)"
        case .otherEdition(let id, let found): "成果版本 \(id)：数据包实为 \(found)"
        case .foreignCounty(let id): "成果版本 \(id) 所属的县不从本发布源接收"
        case .takenCounty(let id, let other): "成果版本 \(id)：该县的成果来自 \(other)；如确需改用本发布源，请先移除那一个"
        case .shrunk(let id, let shrinkages):
            "成果版本 \(id)：\(shrinkages.map(sentence).joined(separator: "，"))；如村庄确已撤销，请加 --accept-shrink"
        case .store(let error): "\(error)"
        }
    }

    private func machine(_ now: Timestamp, _ system: Timestamp) -> String {
        now == system ? "" : "（按已见的最近签名时间；本机时钟为 \(system)）"
    }

    private func sentence(_ shrinkage: Shrinkage) -> String {
        "\(shrinkage.township)将由 \(shrinkage.before) 个村减为 \(shrinkage.after) 个"
    }

    private func sentence(_ fault: SecretFault) -> String {
        switch fault {
        case .unreadable(let path, let detail): "\(path)：无法读取（\(detail)）"
        case .mode(let path): "\(path)：其他用户可以读取该密码文件，请运行 chmod 600 \(path)"
        case .empty(let path): "\(path)：文件中没有一行文字"
        case .unset(let variable): "环境变量 \(variable) 未设置"
        }
    }

    private func sentence(_ fault: TrustFault) -> String {
        switch fault {
        case .unreadable(let detail): "无法读取（\(detail)）"
        case .notRegular: "不是普通文件，不予采信"
        case .notFolder: "是链接或不是文件夹，不予采信"
        case .writableByOthers: "其他用户可以改写，不予采信；请先核对内容，再运行 chmod go-w"
        case .damaged: "已损坏；请对照纸质指纹后重新设置发布源：source add --replace"
        }
    }
}
