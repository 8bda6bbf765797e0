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
    private var language: Language { options.language }

    init(_ report: PullReport, isDryRun: Bool, options: SyncOptions) {
        self.report = report
        self.isDryRun = isDryRun
        self.options = options
    }

    func write() {
        switch options.format {
        case .json: StandardStreams.write((json.text(pretty: true) + "\n").utf8)
        case .text:
            for source in report.sources { write(source) }
            if let generation = report.generation { write(SyncNotice.generation(generation.file)) }
        }
        for source in report.sources { remark(source) }
        if let error = report.notDurable { program.say(error.sentence(in: language)) }
    }

    private func write(_ notice: SyncNotice, of source: String? = nil) {
        let sentence = notice.sentence(in: language)
        StandardStreams.write(
            line: source.map { language.pick(zh: "\($0)：\(sentence)", en: "\($0): \(sentence)") } ?? sentence)
    }

    private func write(_ source: SourceReport) {
        let seen = source.record?.seen
        switch source.outcome {
        case .failed: break
        case .upToDate: write(.upToDate(serial: seen?.serial, expires: seen?.expires), of: source.source)
        case .changed(let changes): if let seen { write(changes, seen, of: source.source) }
        }
    }

    private func write(_ changes: SourceChanges, _ seen: SeenManifest, of source: String) {
        guard !changes.editions.isEmpty else {
            return write(.renewed(serial: seen.serial, expires: seen.expires), of: source)
        }
        write(.changed(serial: seen.serial, editions: changes.editions.count, isDryRun: isDryRun), of: source)
        let renderer = AnswerRenderer(format: .text, language: language)
        for edition in changes.editions {
            StandardStreams.write(line: "  \(edition.id)  \(edition.kind.sentence(in: language))")
            guard isDryRun, let comparison = edition.comparison else { continue }
            StandardStreams.write(renderer.render(comparison))
        }
    }

    /// What belongs on standard error: failures, and lists that run out.
    private func remark(_ source: SourceReport) {
        if let error = source.failure {
            program.say("\(source.source): \(error.sentence(in: language))")
        } else if let seen = source.record?.seen, seen.isRunningOut(at: .now) {
            let notice = SyncNotice.expiresSoon(source: source.source, expires: seen.expires)
            program.say(notice.sentence(in: language))
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
                ["kind": .string(Self.kind(error)), "message": .string(error.sentence(in: language).text)]
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
