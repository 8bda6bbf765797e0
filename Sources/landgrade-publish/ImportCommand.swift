import ArgumentParser
import CommandSupport
import EditionPackage
import EditionPublishing
import GazetteImport
import GradeModel
import PlaceMatching
import SystemPackage
import SystemSupport

struct ImportCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: .help(zh: "由县级文件生成成果包。", en: "Make an edition package from a county's document."),
        discussion: .help(
            zh: """
                按标题和表头的文字，在一个或多个文件中查找级别、基准地价和内涵各表，照写下来。引用所需的内容从文本中查找，\
                文本没有的用选项给出。凡不能确定的，都作为问题由人答复，此时不生成成果包。--places 为全县村名表\
                （CSV：township、village）：其中有的就是村名，“除……外”和“其余”所余的村也据此确定。

                问题和已读出的全部内容写入核对工作簿 OUT.xlsx；由人在其中答复后，再导入该工作簿。

                示例
                  landgrade-publish import gazette.txt --county 430624 --out 430624-2025-1
                  landgrade-publish import gazette.txt --county 430624 --province 湖南省 \\
                    --prefecture 岳阳市 --out 430624-2025-1
                  landgrade-publish import 通知.docx 附件2.xlsx --county 430698 \\
                    --out 430698-2024-8
                  landgrade-publish import 430698-2024-8.xlsx --out 430698-2024-8
                  landgrade-publish import annex.txt --county 430624 \\
                    --document '湘阴政发〔2025〕1号' --issued 2025-01-23 \\
                    --issuer 湘阴县人民政府 --title '关于公布实施…的通知' \\
                    --no-registration --no-publication --out out

                退出状态
                  0 已写成；1 有问题要由人答复，见 OUT.xlsx；2 文件无法处理，或成果包无法写入；
                  64 命令行有误
                """,
            en: """
                Finds the tables of grades, base prices and definitions by the words of their \
                captions and headers, in one file or several, and writes what they say. What \
                the citation needs is found in the text; what the text does not say is given \
                by options. Whatever can't be told for certain is a question for a person, and \
                then no package is written. --places is the list of all villages of the county \
                (CSV: township, village): a name it holds is a name, and what 除…外 and 其余 \
                leave over is found by it.

                The questions, with all facts that were read, are written to the review \
                workbook OUT.xlsx; import it once a person has answered them there.

                EXAMPLES
                  landgrade-publish import gazette.txt --county 430624 --out 430624-2025-1
                  landgrade-publish import gazette.txt --county 430624 --province 湖南省 \\
                    --prefecture 岳阳市 --out 430624-2025-1
                  landgrade-publish import 通知.docx 附件2.xlsx --county 430698 \\
                    --out 430698-2024-8
                  landgrade-publish import 430698-2024-8.xlsx --out 430698-2024-8
                  landgrade-publish import annex.txt --county 430624 \\
                    --document '湘阴政发〔2025〕1号' --issued 2025-01-23 \\
                    --issuer 湘阴县人民政府 --title '关于公布实施…的通知' \\
                    --no-registration --no-publication --out out

                EXIT STATUS
                  0 written; 1 questions for a person, in OUT.xlsx; 2 nothing can be made of the
                  document, or the package can't be written; 64 usage
                """))

    @Argument(help: ArgumentHelp(zh: "组成文件的各个文件。", en: "The files of the document.", value: .file))
    var files: [String]

    @OptionGroup var stated: StatedOptions

    @Option(help: ArgumentHelp(zh: "全县村名表（CSV）。", en: "All villages of the county, CSV.", value: .file))
    var places: String?

    @Option(
        help: ArgumentHelp(
            zh: "该县的上一个成果版本，写成果包的文件夹。", en: "The county's edition before this one, a package folder.", value: .folder))
    var former: String?

    @Option(
        help: ArgumentHelp(zh: "要生成的文件夹；须不存在或为空。", en: "The folder to make; it must be new or empty.", value: .folder))
    var out: String

    @OptionGroup var formatOption: ReportFormatOption

    @OptionGroup var languageOption: LanguageOption

    func perform() throws {
        if files.count == 1, let workbook = ReviewFile(files[0]) { return try take(workbook) }
        do {
            let document = try SourceFiles.document(files, language)
            let options = try stated.options(language)
            let list = try places.map { try ClosedList(file: $0, language) }
            let read = try DocumentImport(document, options, places: list, former: try former.map(edition))
            guard let edition = read.draft.edition(pinyin: Pinyin.reading) else {
                let workbook = out + ".xlsx"
                try ReviewFile.write(read.draft, to: workbook, language)
                StandardStreams.write(QuestionReport(draft: read.draft, language).rendered(formatOption.format).utf8)
                program.say(
                    language.pick(zh: "待答问题已写入工作簿 \(workbook)", en: "the questions are in \(workbook)"))
                throw CommandEnd.no
            }
            try write(edition, read.findings, read.tables, places: list)
        } catch let error as ImportError {
            throw language.failure(names, error)
        }
    }

    /// The package of an edition, and the report on it.
    private func write(
        _ edition: Edition, _ findings: [Finding], _ tables: [DocumentImport.ReadTable], places: ClosedList?
    ) throws {
        let package = try EditionPackage.write(edition)
        let written = try EditionPackage.read(package, origin: .unsigned)
        try package.write(to: FilePath(out))
        let report = PackageReport(
            written.edition, sha256: written.packageSHA256,
            findings: findings + Audit(written.edition, places: places?.places).findings, language, tables: tables,
            folder: out)
        StandardStreams.write(report.rendered(formatOption.format).utf8)
    }

    /// A review workbook that a person has worked on. What it leaves open stays in it, as it was saved.
    private func take(_ workbook: ReviewFile) throws {
        guard former == nil else {
            throw CommandEnd.usage(
                language.pick(
                    zh: "--former 只用于导入原文件；核对工作簿中的问题请在工作簿中答复",
                    en: "--former is for the document itself; the questions of a review workbook are answered in it"))
        }
        let list = try places.map { try ClosedList(file: $0, language) }
        let draft = try workbook.draft(stated: stated.items, places: list, language)
        do {
            guard let edition = draft.edition(pinyin: Pinyin.reading) else {
                StandardStreams.write(QuestionReport(draft: draft, language).rendered(formatOption.format).utf8)
                throw CommandEnd.no
            }
            try write(edition, [], [], places: list)
        } catch let error as PackageError {
            throw language.failure(names, error)
        }
    }

    private var names: String { files.joined(separator: ", ") }

    private func edition(_ folder: String) throws -> Edition {
        do throws(PackageError) {
            return try EditionPackage.read(try EditionFiles(folder: FilePath(folder)), origin: .unsigned).edition
        } catch { throw language.failure(folder, error) }
    }
}

extension ClosedList {
    /// Throws a `CommandEnd`.
    init(file path: String, _ language: Language) throws {
        do {
            try self.init(csv: try RegularFile.read(FilePath(path), limit: 64 << 20, followingLinks: true))
        } catch let error as ImportError {
            throw language.failure(path, error)
        } catch let fault as FileFault {
            let sentence =
                switch fault {
                case .system(let errno):
                    language.pick(zh: "读不了（\(SystemWords.chinese(errno))）", en: "can't be read (\(errno))")
                case .notRegular:
                    language.pick(zh: "不是普通文件；请指明村名表", en: "not a regular file; name the list of places")
                case .tooLarge:
                    language.pick(
                        zh: "超过 64 MiB，不是一个县的村名表", en: "larger than 64 MiB; this is no list of one county's places")
                }
            throw CommandEnd.failure(language.about(path, sentence))
        }
    }
}
