import ArgumentParser
import CommandSupport
import EditionPublishing
import GradeModel
import SignedFeed
import StrictJSON
import SystemPackage
import SystemSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

struct FeedVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check a feed as an office would.",
        discussion: """
            Key chain, signatures, expiry, and every file of every edition. Without --key the
            first signature of keys/1.signed is taken for the right one, as only the
            publisher may.

            EXAMPLES
              landgrade-publish feed verify feed
              landgrade-publish feed verify /media/stick/feed --key bureau.pub --format json

            EXIT STATUS
              0 good; 1 files are missing or changed, it has expired, or was published in
              the future; 2 keys, signatures or the list itself are wrong; 64 usage
            """)

    @Argument(help: ArgumentHelp("The folder of the feed.", valueName: "folder"))
    var folder: String

    @Option(help: ArgumentHelp("A public key (.pub) that must have signed the first key set.", valueName: "file"))
    var key: [String] = []

    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    var format: ReportFormat = .text

    func run() throws {
        let pins = try key.isEmpty ? nil : FeedCommand.publicKeys(key).map(\.fingerprint)
        let check: FeedFolder.Check
        do {
            check = try FeedFolder(FilePath(folder)).check(pinned: pins, client: .ours)
        } catch { throw fail("\(error)") }
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let isExpired = check.manifest.expires <= Timestamp(seconds: now.tv_sec)
        // As long as an office's clock may be wrong.
        let isEarly = check.manifest.published > Timestamp(seconds: now.tv_sec + Timestamp.secondsOfDay)
        let manifest = check.manifest
        switch format {
        case .text:
            FeedCommand.write(
                [
                    "\(manifest.source), serial \(manifest.serial), published \(manifest.published)"
                        + "\(isEarly ? " (in the future)" : ""), expires \(manifest.expires)"
                        + (isExpired ? " (expired)" : ""),
                    "keys: set \(check.keys.version), \(check.keys.threshold) of \(check.keys.keys.count) must sign",
                ] + check.keys.keys.map { "  " + $0.fingerprint }
                    + ["editions: \(manifest.editions.map(\.id.text).joined(separator: ", "))"]
                    + check.faults.map { "FAULT \($0)" })
        case .json: FeedCommand.write([Self.json(check, isExpired: isExpired, isEarly: isEarly).text(pretty: true)])
        }
        if isExpired || isEarly || !check.faults.isEmpty { throw ExitCode(ExitStatus.no.rawValue) }
    }

    private static func json(_ check: FeedFolder.Check, isExpired: Bool, isEarly: Bool) -> JSONValue {
        let keys = check.keys.keys.map { JSONValue.string($0.fingerprint) }
        let editions = check.manifest.editions.map { edition -> JSONValue in
            ["id": .string(edition.id.text), "sha256": .string(edition.sha256)]
        }
        return [
            "source": .string(check.manifest.source), "serial": .integer(check.manifest.serial),
            "published": .string(check.manifest.published.description),
            "expires": .string(check.manifest.expires.description), "expired": .bool(isExpired),
            "in_future": .bool(isEarly),
            "keys_version": .integer(check.keys.version), "threshold": .integer(check.keys.threshold),
            "keys": .array(keys), "editions": .array(editions),
            "faults": .array(check.faults.map { .string($0.description) }),
        ]
    }
}
