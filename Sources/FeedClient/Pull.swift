public import GradeModel
public import GradeStore
import SignedFeed
import SystemPackage

/// One synchronisation of a store with its sources.
public struct Pull {
    public struct Options: Hashable, Sendable {
        /// Only says what would change.
        public var isDryRun = false
        public var acceptsShrinkage = false
        /// Asks a source that wanted to be left alone.
        public var ignoresCoolDown = false
        public var allowsNetworkStore = false

        public init() {}
    }

    public enum Progress: Hashable, Sendable {
        case asking(source: String)
        case fetching(source: String, done: Int, of: Int)
        case building(done: Int, of: Int)
    }

    private let store: StoreFolder
    private let indexing: NameIndexing
    private let access: FeedAccess
    private let system: Timestamp
    private let options: Options
    private let progress: (Progress) -> Void

    /// - Parameter system: the machine's time, read once at the start of the run.
    public init(
        _ store: StoreFolder, indexing: NameIndexing, access: FeedAccess, system: Timestamp, options: Options,
        progress: @escaping (Progress) -> Void = { _ in }
    ) {
        self.store = store
        self.indexing = indexing
        self.access = access
        self.system = system
        self.options = options
        self.progress = progress
    }

    /// A source that fails keeps none of the others from being applied; all that changes comes in one generation.
    /// Throws only where no source could even be asked.
    public func run(_ sources: [String]) throws(PullError) -> PullReport {
        let writer = try openWriter()
        let current = try openCurrent()
        let trust = TrustFolder(of: store), budget = RetryBudget()
        var report = PullReport()
        var pending: [(index: Int, record: TrustRecord, plan: SourcePlan)] = []
        for source in sources {
            progress(.asking(source: source))
            do throws(PullError) {
                let (record, plan) = try ask(source, trust, current, writer, budget, pending.map(\.plan))
                if let plan { pending.append((report.sources.count, record, plan)) }
                report.sources.append(SourceReport(record, plan.map { .changed($0.changes) } ?? .upToDate))
            } catch {
                report.sources.append(SourceReport(source: source, failure: error, record: try? trust.record(source)))
            }
        }
        guard !options.isDryRun else { return report }
        do throws(PullError) {
            try apply(pending.map(\.plan), current, writer, &report)
            for (_, record, plan) in pending { try settle(record, plan, trust) }
            // What was left over from runs that were cut off is of no use once everything went well.
            if !report.hasFailures { try clear(writer) }
        } catch {
            for (index, record, _) in pending { report.sources[index] = SourceReport(record, .failed(error)) }
        }
        return report
    }

    private func openWriter() throws(PullError) -> StoreWriter {
        do throws(StoreError) {
            let writer = try StoreWriter(store, indexing: indexing, allowingNetwork: options.allowsNetworkStore)
            try writer.clearTemporary(keeping: EditionDownload.isKept)
            return writer
        } catch { throw .store(error) }
    }

    /// Nil where there is no store yet. A damaged one is an error: what was imported by hand would be lost.
    private func openCurrent() throws(PullError) -> Generation? {
        do throws(StoreError) {
            return try Generation.openCurrent(of: store)
        } catch .missing {
            return nil
        } catch { throw .store(error) }
    }

    private func ask(
        _ source: String, _ trust: TrustFolder, _ current: Generation?, _ writer: borrowing StoreWriter,
        _ budget: RetryBudget, _ others: [SourcePlan]
    ) throws(PullError) -> (TrustRecord, SourcePlan?) {
        guard let settings = try trust.settings(source) else { throw .unknownSource(source) }
        var record = try trust.record(source)
        if try !holds(source, current) { record.applied = nil }
        let temporary = writer.temporary
        let clock = FeedClock(system: system, tolerance: settings.clockTolerance * 3600)
        if !options.ignoresCoolDown, let until = record.pause(at: system) { throw .coolingDown(until: until) }
        do throws(PullError) {
            let reader = try access.reader(for: settings, temporary: temporary, budget: budget)
            let check = SourceCheck(trust: trust, reader: reader, clock: clock, keeps: !options.isDryRun)
            let result = try check.run(record, client: access.client)
            guard let manifest = result.manifest else { return (result.record, nil) }
            var plan = try SourcePlan(
                manifest, sha256: result.sha256, settings: settings, current: current,
                others: try publishers(current, trust, source, others), temporary: temporary)
            try plan.fetch(
                from: reader, current: current, acceptingShrinkage: options.acceptsShrinkage,
                ensuring: { bytes throws(PullError) in try ensureSpace(bytes, current, writer) },
                progress: { progress(.fetching(source: source, done: $0, of: $1)) })
            return (result.record, plan)
        } catch {
            try coolDown(error, source, trust)
            throw error
        }
    }

    /// Whether anything of a source was ever applied to this generation. What its trust record says was another's: the
    /// store was recreated since, or an old generation was taken back that knew nothing of the source.
    private func holds(_ source: String, _ current: Generation?) throws(PullError) -> Bool {
        do throws(StoreError) {
            return try current?.meta(Self.fact(source)) != nil
        } catch { throw .store(error) }
    }

    /// Under which key a generation says up to which serial of a source it was made.
    private static func fact(_ source: String) -> String { "source:\(source)" }

    /// Before a file of an edition is fetched: room for the next generation, for `bytes` of files, and some to spare.
    private func ensureSpace(
        _ bytes: Int, _ current: Generation?, _ writer: borrowing StoreWriter
    ) throws(PullError) {
        do throws(StoreError) {
            try writer.ensureSpace((try current?.fileSize ?? 0) * 22 / 10 + bytes)
        } catch { throw .store(error) }
    }

    /// A server that says 403 or 429 is left alone for a day, or as long as it asks for.
    private func coolDown(_ error: PullError, _ source: String, _ trust: TrustFolder) throws(PullError) {
        guard !options.isDryRun, case .transfer(let fault) = error, let status = fault.status else { return }
        let asked = fault.retryAfter
        guard [403, 429].contains(status) || asked != nil else { return }
        var record = try trust.record(source)
        record.notBefore = system.adding(seconds: asked ?? Timestamp.secondsOfDay)
        try trust.write(record)
    }

    /// Which other source a county's editions come from, in the store and in this run.
    private func publishers(
        _ current: Generation?, _ trust: TrustFolder, _ source: String, _ others: [SourcePlan]
    ) throws(PullError) -> [String: String] {
        var publishers: [String: String] = [:]
        let known = try trust.sources()
        do throws(StoreError) {
            for record in try current?.editions() ?? [] where record.withdrawn == nil {
                if case .feed(let name) = record.origin, name != source, known.contains(name) {
                    publishers[record.county.code] = name
                }
            }
        } catch { throw .store(error) }
        for plan in others {
            for entry in plan.manifest.editions { publishers[entry.county] = plan.settings.source }
        }
        return publishers
    }

    private func apply(
        _ plans: [SourcePlan], _ current: Generation?, _ writer: borrowing StoreWriter, _ report: inout PullReport
    ) throws(PullError) {
        let plans = plans.filter { !$0.changes.editions.isEmpty }
        guard !plans.isEmpty else { return }
        do {
            var next = try NextGeneration(current, plans, indexing: indexing)
            let total = next.count
            var done = 0
            let facts = plans.map { (key: Self.fact($0.settings.source), value: "\($0.manifest.serial)") }
            report.generation = try writer.apply(next.amendment, facts: facts) {
                progress(.building(done: done, of: total))
                done += 1
                return try next.next()
            }
        } catch StoreError.notDurable(let path, let detail) {
            // The new generation is in force; only a power failure right now could undo that.
            report.notDurable = .notDurable(path: path, detail: detail)
        } catch let error as StoreError {
            throw .store(error)
        } catch let error as PullError {
            throw error
        } catch {
            throw .store(.damaged(path: store.path.string, detail: "\(error)"))
        }
    }

    private func settle(_ record: TrustRecord, _ plan: SourcePlan, _ trust: TrustFolder) throws(PullError) {
        var record = record
        record.applied = AppliedManifest(serial: plan.manifest.serial, sha256: plan.sha256)
        try trust.write(record)
    }

    private func clear(_ writer: borrowing StoreWriter) throws(PullError) {
        do throws(StoreError) {
            try writer.clearTemporary()
        } catch { throw .store(error) }
    }
}
