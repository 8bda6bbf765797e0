import FeedClient
import GradeModel
import SignedFeed

/// What this program says on its own account, one type for each language.
protocol SyncWording: Sendable {
    var pull: any PullWording { get }
    var noSources: String { get }
    var editionsUnit: String { get }
    var countiesUnit: String { get }

    func upToDate(serial: Int?, expires: Timestamp?) -> String
    /// The same editions under a new signature.
    func renewed(serial: Int, expires: Timestamp) -> String
    func changed(serial: Int, editions: Int, isDryRun: Bool) -> String
    func change(_ kind: PulledEditionKind, isDryRun: Bool) -> String
    /// A sentence about a source.
    func told(_ source: String, _ sentence: String) -> String
    func fetching(_ source: String) -> String
    var building: String { get }
    func generation(_ file: String) -> String
    func notDurable(_ detail: String) -> String
    /// More than four fifths of the time to expiry have passed.
    func expiresSoon(source: String, expires: Timestamp) -> String

    func introduced(source: String, address: String) -> String
    func key(_ fingerprint: String, isPinned: Bool) -> String
    func threshold(_ threshold: Int, of keys: Int) -> String
    var plainHTTP: String { get }
    var question: String { get }
    var notAdded: String { get }
    func added(_ source: String) -> String
    func removed(_ source: String) -> String

    var labels: SyncLabels { get }
    func serial(_ seen: SeenManifest, applied: AppliedManifest?) -> String
    var neverPulled: String { get }
    var expired: String { get }
    func days(_ days: Int) -> String
    var allCounties: String { get }
    func current(_ file: String) -> String
    /// A file beside the generations that none of our programs made.
    func stray(_ file: String) -> String
    func lost(_ sentence: String) -> String
    /// In front of what `doctor` found, of one width.
    func finding(isGood: Bool) -> String
}

/// Labels of `status` and `source list`.
struct SyncLabels {
    let address, keys, list, published, expires, contact, coolDown, counties, sha256: String
}
