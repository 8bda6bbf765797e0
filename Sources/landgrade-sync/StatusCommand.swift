import AnswerRendering
import ArgumentParser
import CommandSupport
import FeedClient
import GradeModel
import SignedFeed
import StrictJSON
import SystemSupport

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "What is known of each source, and until when it is good.",
        discussion: """
            Asks no server. With the serial and SHA-256 two offices can compare whether they
            were given the same list.

            EXAMPLES
              landgrade-sync status
              landgrade-sync status --format json

            EXIT STATUS
              0 all sources good; 4 one can't be believed or has expired; 64 usage
            """)

    @OptionGroup var common: SyncOptions

    private struct Entry {
        let source: String
        let settings: SourceSettings?
        let record: TrustRecord?
        let fault: PullError?

        func isExpired(_ now: Timestamp) -> Bool { (record?.seen).map { $0.expires <= now } ?? false }
    }

    func run() throws {
        let trust = TrustFolder(of: try common.folder())
        var entries: [Entry] = []
        do throws(PullError) {
            for source in try trust.sources() { entries.append(Self.entry(source, trust)) }
        } catch { throw common.fail(error) }
        let now = Timestamp.now
        switch common.format {
        case .json:
            let root: JSONValue = ["sources": .array(entries.map { json($0, now) })]
            StandardStreams.write((root.text(pretty: true) + "\n").utf8)
        case .text:
            StandardStreams.write(entries.map { text($0, now) }.joined(separator: "\n").utf8)
            if entries.isEmpty { StandardStreams.complain("landgrade-sync: \(common.wording.noSources)") }
        }
        if entries.contains(where: { $0.fault != nil || $0.isExpired(now) }) { throw SyncStatus.trust.exitCode }
    }

    private static func entry(_ source: String, _ trust: TrustFolder) -> Entry {
        var settings: SourceSettings?
        do throws(PullError) {
            settings = try trust.settings(source)
            return Entry(source: source, settings: settings, record: try trust.record(source), fault: nil)
        } catch { return Entry(source: source, settings: settings, record: nil, fault: error) }
    }

    private func text(_ entry: Entry, _ now: Timestamp) -> String {
        let wording = common.wording, labels = wording.labels
        var rows: [(String, String)] = []
        if let settings = entry.settings {
            rows.append((labels.address, settings.address))
            rows.append((labels.counties, settings.counties?.joined(separator: " ") ?? wording.allCounties))
        }
        if let record = entry.record {
            rows.append((labels.keys, wording.threshold(record.keys.threshold, of: record.keys.keys.count)))
            rows += record.keys.keys.map { ("", $0.fingerprint) }
            if let seen = record.seen {
                let left = (seen.expires.seconds - now.seconds) / Timestamp.secondsOfDay
                let until = entry.isExpired(now) ? wording.expired : wording.days(left)
                rows.append((labels.list, wording.serial(seen, applied: record.applied)))
                rows.append((labels.sha256, seen.sha256))
                rows.append((labels.published, seen.published.description))
                rows.append((labels.expires, "\(seen.expires)  \(until)"))
            } else {
                rows.append((labels.list, wording.neverPulled))
            }
            if let contact = record.contact { rows.append((labels.contact, contact.description)) }
            if let until = record.pause(at: now) { rows.append((labels.coolDown, until.description)) }
        }
        if let fault = entry.fault { rows.append((labels.list, wording.lost(common.sentence(fault)))) }
        var lines = LabelledLines(labels: rows.map(\.0))
        lines.line(entry.source)
        for (label, value) in rows { lines.field(label, value) }
        return lines.text
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
            "error": .text(entry.fault.map(common.sentence)),
        ]
    }
}
