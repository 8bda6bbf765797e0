import SystemPackage
import SystemSupport
import TabularText

/// A file of an older format, saved again by LibreOffice in one that is read here.
///
/// LibreOffice runs with a profile of its own, which is gone afterwards, so that neither another instance nor the
/// user's settings and macros come into it.
struct ConvertedFile {
    /// The file that LibreOffice wrote; there as long as `self` lives.
    let file: OpenedFile
    private let scratch: ScratchFolder

    enum Target: String {
        case word = "docx"
        case workbook = "xlsx"

        /// The Debian package that reads such files.
        var package: String { self == .word ? "libreoffice-writer-nogui" : "libreoffice-calc-nogui" }
    }

    /// - Parameters:
    ///   - what: what the file is, for messages.
    ///   - suffix: what its name would end in: LibreOffice goes by names where the bytes leave a choice.
    init(_ source: OpenedFile, to target: Target, suffix: String, what: Remark) throws {
        guard let program = ["soffice", "libreoffice"].first(where: { ChildProgram.path(of: $0) != nil }) else {
            throw DocumentFault(
                zh:
                    "是\(what.sentence(in: .zh))；请在 Word、Excel 或 WPS 中另存为 .\(target.rawValue)，或安装 LibreOffice（apt install \(target.package)）后再导入",
                en:
                    "\(what.sentence(in: .en)); save it as .\(target.rawValue), or install LibreOffice (`apt install \(target.package)`) and import it again"
            )
        }
        scratch = try ScratchFolder()
        let copy = try scratch.write(try source.whole(limit: DocumentReader.largestFile), "source.\(suffix)")
        let child = ChildProgram(
            name: program,
            arguments: [
                FilePath("-env:UserInstallation=file://\(scratch.path.string)/profile"), "--headless", "--norestore",
                "--nolockcheck", "--convert-to", FilePath(target.rawValue), "--outdir", scratch.path.appending("out"),
                copy,
            ], time: 120, memory: nil, output: 1 << 20)
        do {
            _ = try child.run { _ in }
        } catch {
            throw child.fault(error, package: target.package, reading: what)
        }
        let written = scratch.path.appending("out").appending("source.\(target.rawValue)")
        do throws(DocumentFault) {
            file = try OpenedFile(written)
        } catch {
            throw DocumentFault(
                zh: "是\(what.sentence(in: .zh))，LibreOffice 打不开：可能有密码或已损坏；请在 Word、Excel 或 WPS 中另存为 .\(target.rawValue)",
                en:
                    "\(what.sentence(in: .en)) that LibreOffice can't open: it may have a password or be damaged; save it as .\(target.rawValue)"
            )
        }
    }
}
