import ArgumentParser
import CommandSupport
import FeedClient
import GradeLookup
import GradeModel
import GradeStore
import SignedFeed
import SystemSupport

struct SourceAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Take a source, after you have compared its fingerprint.",
        discussion: """
            --key is the publisher's public key (.pub file) or its fingerprint (SHA256:…),
            from paper or by another way than the network. The source must answer: its name
            and keys are read from what that key has signed.

            EXAMPLES
              landgrade-sync source add https://grades.county.example/ --key bureau.pub
              landgrade-sync source add /media/stick/feed --key SHA256:OOKZo6kBK/QkF5Qmm82p… --yes

            EXIT STATUS
              0 set up; 2 not; 3 network; 4 the key has not signed what lies there; 64 usage
            """)

    @Argument(help: ArgumentHelp("https://…/, http://…/ or a folder.", valueName: "address"))
    var address: String

    @Option(help: ArgumentHelp("A public key or its fingerprint; may be given several times.", valueName: "key"))
    var key: [String]

    @Option(help: ArgumentHelp("Take editions of this county only (code); may be repeated.", valueName: "county"))
    var county: [String] = []

    @Option(help: ArgumentHelp("Certificates to believe instead of the system's.", valueName: "file"))
    var caFile: String?

    @Option(help: ArgumentHelp("A proxy; '' for none; else as the environment says.", valueName: "url"))
    var proxy: String?

    @Option(help: ArgumentHelp("The user name the server asks for.", valueName: "name"))
    var user: String?

    @Option(help: ArgumentHelp("The password, or without --user a bearer token; mode 0600.", valueName: "file"))
    var secretFile: String?

    @Option(help: ArgumentHelp("… or the environment variable that holds it.", valueName: "variable"))
    var secretEnv: String?

    @Flag(help: "Look for the password in ~/.netrc.")
    var netrc = false

    @Flag(help: "Send the password over plain http too.")
    var allowPlainAuth = false

    @Option(help: ArgumentHelp("Hours this machine's clock may be wrong by.", valueName: "hours"))
    var clockTolerance = SourceSettings.defaultClockTolerance

    @Flag(help: "Give up what is known of this source, and begin anew.")
    var replace = false

    @Flag(help: "Don't ask: the fingerprint has been compared.")
    var yes = false

    @OptionGroup var common: SyncOptions

    func validate() throws {
        if key.isEmpty { throw ValidationError("--key is needed: nothing is believed without one") }
        for code in county where !County.isCode(code) { throw ValidationError("--county takes a code of six digits") }
        if !(0...8760).contains(clockTolerance) { throw ValidationError("--clock-tolerance takes 0 to 8760 hours") }
        if secretFile != nil, secretEnv != nil {
            throw ValidationError("--secret-file and --secret-env exclude each other")
        }
        if user != nil, secretFile == nil, secretEnv == nil {
            throw ValidationError("--user needs --secret-file or --secret-env")
        }
    }

    func run() throws {
        let pins = try key.map(fingerprint)
        var access = SourceAccess()
        access.caFile = caFile
        access.proxy = proxy
        access.user = user
        access.secretFile = secretFile
        access.secretVariable = secretEnv
        access.usesNetrc = netrc
        access.allowsPlainAuth = allowPlainAuth
        let list = SourceList(try common.folderWithBuiltIn(), indexing: .placeMatching, access: common.access())
        let address = Self.address(address)
        let keys: KeySet
        do throws(PullError) {
            keys = try list.introduce(address: address, pins: pins, access: access)
        } catch { throw common.fail(error) }
        guard yes || isBelieved(keys, address: address, pins: pins) else {
            throw common.fail(common.wording.notAdded, .other)
        }
        do throws(PullError) {
            try list.add(
                SourceSettings(
                    source: keys.source, address: address, pins: pins, counties: county.isEmpty ? nil : county,
                    access: access, clockTolerance: clockTolerance), keys: keys, replacing: replace)
            StandardStreams.complain("landgrade-sync: \(common.wording.added(keys.source))")
        } catch { throw common.fail(error) }
    }

    /// A folder is kept with its whole path: a timer runs in another folder than the person who set it up.
    private static func address(_ text: String) -> String {
        let isURL = text.lowercased().hasPrefix("http://") || text.lowercased().hasPrefix("https://")
        return isURL || text.contains("://") ? text : WorkingFolder.absolute(text)
    }

    private func fingerprint(_ word: String) throws -> String {
        if Ed25519Key.isFingerprint(word) { return word }
        do {
            return try Ed25519Key(openSSH: try PublicKeyFile.text(word)).fingerprint
        } catch { throw common.fail("\(word): \(error)", .other) }
    }

    private func isBelieved(_ keys: KeySet, address: String, pins: [String]) -> Bool {
        let wording = common.wording
        var lines = [wording.introduced(source: keys.source, address: address)]
        lines += keys.keys.map { wording.key($0.fingerprint, isPinned: pins.contains($0.fingerprint)) }
        lines.append("  " + wording.threshold(keys.threshold, of: keys.keys.count))
        if address.lowercased().hasPrefix("http://") { lines.append(wording.plainHTTP) }
        StandardStreams.complain(lines.joined(separator: "\n"))
        StandardStreams.ask(wording.question)
        return ["y", "yes", "是"].contains(readLine()?.lowercased() ?? "")
    }
}
