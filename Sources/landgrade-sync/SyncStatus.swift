import ArgumentParser
import CommandSupport
import FeedClient
import SystemSupport

/// How a run of `landgrade-sync` ends, beside the statuses that every program has.
enum SyncStatus: Int32 {
    case upToDate = 0
    case available = 1
    case other = 2
    case network = 3
    case trust = 4
    case contents = 6
    case storage = 7
    case notDurable = 8
    case someFailed = 9
    case busy = 75

    init(_ failure: PullFailure) {
        self =
            switch failure {
            case .network: .network
            case .trust: .trust
            case .contents: .contents
            case .storage: .storage
            case .busy: .busy
            case .other: .other
            }
    }

    /// Of a whole run.
    init(_ report: PullReport, isDryRun: Bool) {
        let failures = report.sources.compactMap(\.failure)
        let isChanged = report.sources.contains { source in
            if case .changed(let changes) = source.outcome { return !changes.editions.isEmpty }
            return false
        }
        if let failure = failures.first {
            // Several sources, some of which are well.
            self = failures.count < report.sources.count ? .someFailed : SyncStatus(failure.failure)
        } else if report.notDurable != nil {
            self = .notDurable
        } else {
            self = isDryRun && isChanged ? .available : .upToDate
        }
    }

    /// The end of a command about which everything was said.
    var end: CommandEnd { CommandEnd(status: rawValue) }
}
