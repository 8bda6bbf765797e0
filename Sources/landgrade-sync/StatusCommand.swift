import AnswerRendering
import ArgumentParser
import CommandSupport
import FeedClient
import GradeModel
import SignedFeed
import StrictJSON
import SystemSupport

struct StatusCommand: SyncCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: .help(
            zh: "各发布源的情况和有效期。", en: "What is known of each source, and until when it is good."),
        discussion: .help(
            zh: """
                不访问服务器。两个单位可以用序号和 SHA-256 核对，看收到的是不是同一份清单。

                示例
                  landgrade-sync status
                  landgrade-sync status --format json

                退出状态
                  0 各发布源都有效；4 有的不可采信或已过期；64 命令行有误
                """,
            en: """
                Asks no server. With the serial and SHA-256 two offices can compare whether they
                were given the same list.

                EXAMPLES
                  landgrade-sync status
                  landgrade-sync status --format json

                EXIT STATUS
                  0 all sources good; 4 one can't be believed or has expired; 64 usage
                """))

    @OptionGroup var common: SyncOptions

    private struct Entry {
        let source: String
        let settings: SourceSettings?
        let record: TrustRecord?
        let fault: PullError?

        func isExpired(_ now: Timestamp) -> Bool { (record?.seen).map { $0.expires <= now } ?? false }
    }

    func perform() throws {
        let trust = TrustFolder(of: try common.folder())
        let entries = try trust.sources().map { Self.entry($0, trust) }
        let now = Timestamp.now
        switch common.format {
        case .json:
            let root: JSONValue = ["sources": .array(entries.map { json($0, now) })]
            StandardStreams.write((root.text(pretty: true) + "\n").utf8)
        case .text:
            StandardStreams.write(entries.map { text($0, now) }.joined(separator: "\n").utf8)
            if entries.isEmpty { program.say(SyncNotice.noSources.sentence(in: language)) }
        }
        if entries.contains(where: { $0.fault != nil || $0.isExpired(now) }) { throw SyncStatus.trust.end }
    }

    private static func entry(_ source: String, _ trust: TrustFolder) -> Entry {
        var settings: SourceSettings?
        do throws(PullError) {
            settings = try trust.settings(source)
            return Entry(source: source, settings: settings, record: try trust.record(source), fault: nil)
        } catch { return Entry(source: source, settings: settings, record: nil, fault: error) }
    }

    private func text(_ entry: Entry, _ now: Timestamp) -> String {
        let list = language.pick(zh: "清单", en: "List")
        var rows: [(label: Sentence, value: Sentence)] = []
        if let settings = entry.settings {
            rows.append((language.pick(zh: "地址", en: "Address"), "\(settings.address)"))
            let counties = settings.counties.map { "\($0.joined(separator: " "))" as Sentence }
            rows.append((language.pick(zh: "县", en: "Counties"), counties ?? language.pick(zh: "全部", en: "all")))
        }
        if let record = entry.record {
            rows.append((language.pick(zh: "密钥", en: "Keys"), record.keys.rule(in: language)))
            rows += record.keys.keys.map { ("", "\($0.fingerprint)") }
            if let seen = record.seen {
                rows.append((list, Self.serial(seen, applied: record.applied, in: language)))
                rows.append(("SHA-256", "\(seen.sha256)"))
                rows.append((language.pick(zh: "发布时间", en: "Published"), "\(seen.published)"))
                let left = timeLeft(entry, seen, now)
                rows.append((language.pick(zh: "有效期至", en: "Good until"), "\(seen.expires)  \(left)"))
            } else {
                rows.append((list, language.pick(zh: "尚未获取", en: "never pulled")))
            }
            if let contact = record.contact {
                rows.append((language.pick(zh: "上次连接", en: "Last contact"), "\(contact)"))
            }
            if let until = record.pause(at: now) {
                rows.append((language.pick(zh: "暂停连接至", en: "Not before"), "\(until)"))
            }
        }
        if let fault = entry.fault?.sentence(in: language) {
            rows.append((list, language.pick(zh: "不可用：\(fault)", en: "NOT USABLE: \(fault)")))
        }
        var lines = LabelledLines(labels: rows.map(\.label))
        lines.line("\(entry.source)")
        for (label, value) in rows { lines.field(label, value) }
        return lines.text
    }

    private func timeLeft(_ entry: Entry, _ seen: SeenManifest, _ now: Timestamp) -> Sentence {
        guard !entry.isExpired(now) else { return language.pick(zh: "已过期", en: "EXPIRED") }
        let days = (seen.expires.seconds - now.seconds) / Timestamp.secondsOfDay
        return language.pick(zh: "还有 \(days) 天", en: "\(days) day\(if: days != 1, "s") left")
    }

    private static func serial(_ seen: SeenManifest, applied: AppliedManifest?, in language: Language) -> Sentence {
        let state =
            if applied?.sha256 == seen.sha256 {
                language.pick(zh: "已入库", en: "applied")
            } else if let applied {
                language.pick(zh: "尚未入库（库中为序号 \(applied.serial)）", en: "serial \(applied.serial) is applied")
            } else {
                language.pick(zh: "尚未入库", en: "not applied yet")
            }
        return language.pick(
            zh: "序号 \(seen.serial)，含 \(seen.editions) 个成果版本，\(state)",
            en: "serial \(seen.serial), \(seen.editions) edition\(if: seen.editions != 1, "s"); \(state)")
    }

    private func json(_ entry: Entry, _ now: Timestamp) -> JSONValue {
        let record = entry.record, seen = record?.seen
        return [
            "source": .string(entry.source), "address": .text(entry.settings?.address),
            "keys_version": .number(record?.keys.version), "threshold": .number(record?.keys.threshold),
            "keys": .array(record?.keys.keys.map { .string($0.fingerprint) } ?? []),
            "serial": .number(seen?.serial), "manifest_sha256": .text(seen?.sha256),
            "applied_serial": .number(record?.applied?.serial), "editions": .number(seen?.editions),
            "published": .text(seen?.published.description), "expires": .text(seen?.expires.description),
            "expired": .bool(entry.isExpired(now)), "expires_soon": .bool(seen?.isRunningOut(at: now) ?? false),
            "contact": .text(record?.contact?.description), "not_before": .text(record?.pause(at: now)?.description),
            "error": .text(entry.fault?.sentence(in: language).text),
        ]
    }
}
