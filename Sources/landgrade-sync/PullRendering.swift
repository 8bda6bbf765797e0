import AnswerRendering
import CommandSupport
import FeedClient
import GradeModel
import GradeStore
import SignedFeed
import GradeLookup
import StrictJSON
import SystemSupport

/// What a pull did, or would do.
struct PullRendering {
    private let report: PullReport
    private let isDryRun: Bool
    private let options: SyncOptions
    private var wording: any SyncWording { options.wording }

    init(_ report: PullReport, isDryRun: Bool, options: SyncOptions) {
        self.report = report
        self.isDryRun = isDryRun
        self.options = options
    }

    func write() {
        switch options.format {
        case .json: StandardStreams.write((json.text(pretty: true) + "\n").utf8)
        case .text:
            StandardStreams.write(report.sources.map(text).joined().utf8)
            if let generation = report.generation {
                StandardStreams.write((wording.generation(generation.file) + "\n").utf8)
            }
        }
        for source in report.sources { remark(source) }
        if let error = report.notDurable {
            StandardStreams.complain("landgrade-sync: \(options.language.messages.store(error))")
        }
    }

    private func text(_ source: SourceReport) -> String {
        switch source.outcome {
        case .failed: ""
        case .upToDate:
            wording.told(
                source.source,
                wording.upToDate(serial: source.record?.seen?.serial, expires: source.record?.seen?.expires)) + "\n"
        case .changed(let changes): text(changes, source)
        }
    }

    private func text(_ changes: SourceChanges, _ source: SourceReport) -> String {
        guard let seen = source.record?.seen else { return "" }
        guard !changes.editions.isEmpty else {
            return wording.told(source.source, wording.renewed(serial: seen.serial, expires: seen.expires)) + "\n"
        }
        var text =
            wording.told(
                source.source,
                wording.changed(serial: seen.serial, editions: changes.editions.count, isDryRun: isDryRun)) + "\n"
        let renderer = AnswerRenderer(format: .text, language: options.language)
        for edition in changes.editions {
            text += "  \(edition.id)  \(wording.change(edition.kind, isDryRun: isDryRun))\n"
            guard isDryRun, let comparison = edition.comparison else { continue }
            text += String(decoding: renderer.render(comparison), as: UTF8.self)
        }
        return text
    }

    /// What belongs on standard error: failures, and lists that run out.
    private func remark(_ source: SourceReport) {
        if let error = source.failure {
            let sentence = ShownText(options.sentence(error))
            StandardStreams.complain("landgrade-sync: \(source.source): \(sentence)")
        } else if let seen = source.record?.seen, seen.isRunningOut(at: .now) {
            StandardStreams.complain(
                "landgrade-sync: \(wording.expiresSoon(source: source.source, expires: seen.expires))")
        }
    }

    private var json: JSONValue {
        [
            "dry_run": .bool(isDryRun), "sources": .array(report.sources.map(json)),
            "generation": .text(report.generation?.file), "durable": .bool(report.notDurable == nil),
        ]
    }

    private func json(_ source: SourceReport) -> JSONValue {
        let seen = source.record?.seen
        var editions: [PulledEdition] = []
        if case .changed(let changes) = source.outcome { editions = changes.editions }
        return [
            "source": .string(source.source), "outcome": .string(outcome(source.outcome)),
            "serial": .number(seen?.serial), "manifest_sha256": .text(seen?.sha256),
            "published": .text(seen?.published.description), "expires": .text(seen?.expires.description),
            "editions": .array(editions.map(Self.json)),
            "error": source.failure.map { error in
                ["kind": .string(Self.kind(error)), "message": .string(options.sentence(error))]
            } ?? .null,
        ]
    }

    private func outcome(_ outcome: SourceOutcome) -> String {
        switch outcome {
        case .failed: "failed"
        case .upToDate: "up_to_date"
        case .changed(let changes) where changes.editions.isEmpty: "renewed"
        case .changed: isDryRun ? "available" : "applied"
        }
    }

    private static func json(_ edition: PulledEdition) -> JSONValue {
        [
            "edition": .string(edition.id.text), "change": .string(edition.kind.rawValue),
            "comparison": edition.comparison?.json ?? .null,
        ]
    }

    private static func kind(_ error: PullError) -> String {
        switch error.failure {
        case .network: "network"
        case .trust: "trust"
        case .contents: "contents"
        case .storage: "storage"
        case .busy: "busy"
        case .other: "other"
        }
    }
}

extension SeenManifest {
    /// More than four fifths of its time have passed.
    func isRunningOut(at now: Timestamp) -> Bool {
        (now.seconds - published.seconds) * 5 > (expires.seconds - published.seconds) * 4
    }
}
