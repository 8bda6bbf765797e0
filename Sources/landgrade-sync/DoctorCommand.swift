import AnswerRendering
import ArgumentParser
import CommandSupport
import FeedClient
import GradeStore
import GradeLookup
import StrictJSON
import SystemPackage
import SystemSupport

struct DoctorCommand: SyncCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: .help(zh: "检查数据库和信任记录，指出问题。", en: "Look the store and its trust over, and say what is wrong."),
        discussion: .help(
            zh: """
                不访问服务器，不作改动：检查程序、各数据批次的 SHA-256、不该有的文件，以及各发布源的记录。

                示例
                  landgrade-sync doctor
                  landgrade-sync doctor --format json

                退出状态
                  0 没有问题；7 数据库有问题；4 信任记录有问题
                """,
            en: """
                Asks no server and changes nothing: programs, every generation against its
                SHA-256, files that don't belong there, what is known of each source.

                EXAMPLES
                  landgrade-sync doctor
                  landgrade-sync doctor --format json

                EXIT STATUS
                  0 nothing found; 7 something is wrong with the store; 4 with its trust
                """))

    @OptionGroup var common: SyncOptions

    private struct Finding {
        let isGood: Bool
        let sentence: Sentence
    }

    func perform() throws {
        let folder = try common.folder()
        let store = storeFindings(folder), trust = trustFindings(folder)
        let programs = [
            Finding(isGood: true, sentence: "landgrade-sync \(Version.text), libcurl \(Libcurl.description)"),
            Finding(isGood: true, sentence: "\(folder.path)"),
        ]
        switch common.format {
        case .json:
            let findings = (programs + store + trust).map { finding -> JSONValue in
                ["ok": .bool(finding.isGood), "finding": .string(finding.sentence.text)]
            }
            let root: JSONValue = ["findings": .array(findings)]
            StandardStreams.write((root.text(pretty: true) + "\n").utf8)
        case .text:
            for finding in programs + store + trust {
                let mark: Sentence =
                    finding.isGood ? language.pick(zh: "正常  ", en: "ok    ") : language.pick(zh: "有误  ", en: "WRONG ")
                StandardStreams.write(line: mark + finding.sentence)
            }
        }
        if store.contains(where: { !$0.isGood }) { throw SyncStatus.storage.end }
        if trust.contains(where: { !$0.isGood }) { throw SyncStatus.trust.end }
    }

    private func storeFindings(_ folder: StoreFolder) -> [Finding] {
        var findings: [Finding] = []
        func note(_ isGood: Bool, _ sentence: Sentence) { findings.append(Finding(isGood: isGood, sentence: sentence)) }
        do throws(StoreError) {
            let current = try Generation.openCurrent(of: folder)
            note(true, SyncNotice.currentGeneration(file: current.name.file).sentence(in: language))
        } catch { note(false, error.sentence(in: language)) }
        do throws(StoreError) {
            for name in try folder.generations() {
                let found = try folder.verify(name)
                note(found.isIntact, found.sentence(of: name, in: language))
            }
            for name in try folder.strayFiles() { note(false, SyncNotice.stray(file: name).sentence(in: language)) }
            if let kind = folder.networkFileSystem {
                note(false, StoreError.network(path: folder.path.string, kind: kind).sentence(in: language))
            }
        } catch { note(false, error.sentence(in: language)) }
        return findings
    }

    private func trustFindings(_ folder: StoreFolder) -> [Finding] {
        let trust = TrustFolder(of: folder)
        var findings: [Finding] = []
        func check(_ subject: String, _ body: () throws(PullError) -> Void) {
            do throws(PullError) {
                try body()
                findings.append(Finding(isGood: true, sentence: "\(subject)"))
            } catch { findings.append(Finding(isGood: false, sentence: "\(subject): \(error.sentence(in: language))")) }
        }
        var sources: [String] = []
        do throws(PullError) {
            sources = try trust.sources()
        } catch { findings.append(Finding(isGood: false, sentence: error.sentence(in: language))) }
        for source in sources {
            check(source) { () throws(PullError) in
                _ = try trust.settings(source)
                _ = try trust.record(source)
            }
        }
        return findings
    }
}
