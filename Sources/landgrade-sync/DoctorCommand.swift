import AnswerRendering
import ArgumentParser
import CommandSupport
import FeedClient
import GradeStore
import GradeLookup
import StrictJSON
import SystemPackage
import SystemSupport

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look the store and its trust over, and say what is wrong.",
        discussion: """
            Asks no server and changes nothing: programs, every generation against its
            SHA-256, files that don't belong there, what is known of each source.

            EXAMPLES
              landgrade-sync doctor
              landgrade-sync doctor --format json

            EXIT STATUS
              0 nothing found; 7 something is wrong with the store; 4 with its trust
            """)

    @OptionGroup var common: SyncOptions

    private struct Finding {
        let isGood: Bool
        let sentence: String
    }

    func run() throws {
        let folder = try common.folder()
        let store = storeFindings(folder), trust = trustFindings(folder)
        let programs = [
            Finding(isGood: true, sentence: "landgrade-sync \(Version.text), libcurl \(Libcurl.description)"),
            Finding(isGood: true, sentence: folder.path.string),
        ]
        switch common.format {
        case .json:
            let findings = (programs + store + trust).map { finding -> JSONValue in
                ["ok": .bool(finding.isGood), "finding": .string(finding.sentence)]
            }
            let root: JSONValue = ["findings": .array(findings)]
            StandardStreams.write((root.text(pretty: true) + "\n").utf8)
        case .text:
            let lines = (programs + store + trust).map { finding in
                common.wording.finding(isGood: finding.isGood) + "\(ShownText(finding.sentence))\n"
            }
            StandardStreams.write(lines.joined().utf8)
        }
        if store.contains(where: { !$0.isGood }) { throw SyncStatus.storage.exitCode }
        if trust.contains(where: { !$0.isGood }) { throw SyncStatus.trust.exitCode }
    }

    private func storeFindings(_ folder: StoreFolder) -> [Finding] {
        let messages = common.language.messages
        var findings: [Finding] = []
        func note(_ isGood: Bool, _ sentence: String) { findings.append(Finding(isGood: isGood, sentence: sentence)) }
        do throws(StoreError) {
            let current = try Generation.openCurrent(of: folder)
            note(true, common.wording.current(current.name.file))
        } catch { note(false, messages.store(error)) }
        do throws(StoreError) {
            for name in try folder.generations() {
                let file = ShownText(name.file)
                switch try folder.verify(name) {
                case .intact(let digest): note(true, messages.intact(generation: file, digest: digest))
                case .changed(let expected, let found):
                    note(false, messages.changed(generation: file, expected: expected, found: found))
                case .noSideFile(let path): note(false, messages.noSideFile(path: ShownText(path)))
                }
            }
            for name in try folder.strayFiles() { note(false, common.wording.stray(name)) }
            if let kind = folder.networkFileSystem {
                note(false, messages.networkStore(path: ShownText(folder.path.string), kind: kind))
            }
        } catch { note(false, messages.store(error)) }
        return findings
    }

    private func trustFindings(_ folder: StoreFolder) -> [Finding] {
        let trust = TrustFolder(of: folder)
        var findings: [Finding] = []
        func check(_ subject: String, _ body: () throws(PullError) -> Void) {
            do throws(PullError) {
                try body()
                findings.append(Finding(isGood: true, sentence: subject))
            } catch { findings.append(Finding(isGood: false, sentence: "\(subject): \(common.sentence(error))")) }
        }
        var sources: [String] = []
        do throws(PullError) {
            sources = try trust.sources()
        } catch { findings.append(Finding(isGood: false, sentence: common.sentence(error))) }
        for source in sources {
            check(source) { () throws(PullError) in
                _ = try trust.settings(source)
                _ = try trust.record(source)
            }
        }
        return findings
    }
}
