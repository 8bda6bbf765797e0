import FeedClient
import GradeModel
import SignedFeed

struct EnglishSyncWording: SyncWording {
    var pull: any PullWording { EnglishPullWording() }
    var noSources: String { "no source is set up; landgrade-sync source add takes one" }
    var editionsUnit: String { "editions" }
    var countiesUnit: String { "counties" }

    func upToDate(serial: Int?, expires: Timestamp?) -> String {
        "up to date" + (serial.map { " (serial \($0)" + (expires.map { ", good until \($0)" } ?? "") + ")" } ?? "")
    }

    func renewed(serial: Int, expires: Timestamp) -> String {
        "signed anew, no edition changed (serial \(serial), good until \(expires))"
    }

    func changed(serial: Int, editions: Int, isDryRun: Bool) -> String {
        "serial \(serial), \(isDryRun ? "would change" : "changed") \(editions) edition\(editions == 1 ? "" : "s")"
    }

    func change(_ kind: PulledEditionKind, isDryRun: Bool) -> String {
        switch kind {
        case .added: "new"
        case .corrected: "corrected"
        case .confirmed: "held already, now vouched for by the source"
        case .withdrawn: "withdrawn by the source; it stays in the store, marked"
        case .restored: "listed again"
        }
    }

    func told(_ source: String, _ sentence: String) -> String { "\(source): \(sentence)" }
    func fetching(_ source: String) -> String { "fetch \(source)" }
    var building: String { "build" }
    func generation(_ file: String) -> String { "store: \(file)" }
    func notDurable(_ detail: String) -> String { "applied, but not confirmed on disk (\(detail))" }

    func expiresSoon(source: String, expires: Timestamp) -> String {
        "\(source): the list expires \(expires); ask the publisher to sign again"
    }

    func introduced(source: String, address: String) -> String { "\(source)\n  at \(address)" }

    func key(_ fingerprint: String, isPinned: Bool) -> String {
        "  \(fingerprint)\(isPinned ? "  (given, and it has signed)" : "  (named by the source)")"
    }

    func threshold(_ threshold: Int, of keys: Int) -> String { "\(threshold) of \(keys) keys must sign" }

    var plainHTTP: String {
        "the address is plain http: what is pulled is signed, but others can see it, and keep it from you"
    }

    var question: String { "Compare the fingerprint with the one on paper. Believe this source? [y/N] " }
    var notAdded: String { "not added" }
    func added(_ source: String) -> String { "\(source) is set up; landgrade-sync pull fetches its editions" }

    func removed(_ source: String) -> String {
        "\(source) is forgotten; what came from it stays in the store and is not renewed any more"
    }

    var labels: SyncLabels {
        SyncLabels(
            address: "Address", keys: "Keys", list: "List", published: "Published", expires: "Good until",
            contact: "Last contact", coolDown: "Not before", counties: "Counties", sha256: "SHA-256")
    }

    func serial(_ seen: SeenManifest, applied: AppliedManifest?) -> String {
        "serial \(seen.serial), \(seen.editions) edition\(seen.editions == 1 ? "" : "s"); "
            + (applied?.sha256 == seen.sha256
                ? "applied" : applied.map { "serial \($0.serial) is applied" } ?? "not applied yet")
    }

    var neverPulled: String { "never pulled" }
    var expired: String { "EXPIRED" }
    func days(_ days: Int) -> String { "\(days) day\(days == 1 ? "" : "s") left" }
    var allCounties: String { "all" }
    func current(_ file: String) -> String { "current generation: \(file)" }

    func stray(_ file: String) -> String {
        "\(file): another program has opened the store for writing; look-ups pass this file over, remove it"
    }

    func lost(_ sentence: String) -> String { "NOT USABLE: \(sentence)" }
    func finding(isGood: Bool) -> String { isGood ? "ok    " : "WRONG " }
}
