import ArgumentParser
import CommandSupport
import GazetteImport
import GradeModel
import SystemSupport

/// What the caller says about the document; the rest is found in its text.
struct StatedOptions: ParsableArguments {
    @Option(help: ArgumentHelp(zh: "县代码，六位数字。", en: "County code, six digits.", value: .init(zh: "代码", en: "code")))
    var county: String?

    @Option(help: ArgumentHelp(zh: "县名；不写则取自各表标题。", en: "County name; else from the tables' captions.", value: .name))
    var countyName: String?

    @Option(help: ArgumentHelp(zh: "省（自治区、直辖市）；文本中没有。", en: "Province; the text does not say it.", value: .name))
    var province: String?

    @Option(help: ArgumentHelp(zh: "市（州、地区）；文本中没有。", en: "Prefecture; the text does not say it.", value: .name))
    var prefecture: String?

    @Option(
        help: ArgumentHelp(
            zh: "文号；不写则从文本中查找。", en: "Document number; else found.", value: .init(zh: "文号", en: "number")))
    var document: String?

    @Option(
        help: ArgumentHelp(
            zh: "登记号；不写则从文本中查找。", en: "Registration number; else found.", value: .init(zh: "登记号", en: "number")))
    var registration: String?

    @Flag(help: ArgumentHelp(zh: "文件没有登记号。", en: "The document carries no registration number."))
    var noRegistration = false

    @Option(
        help: ArgumentHelp(
            zh: "文件标题；不写则从文本中查找。", en: "Title of the document; else found.", value: .init(zh: "标题", en: "title")))
    var title: String?

    @Option(help: ArgumentHelp(zh: "发布机关；不写则从文本中查找。", en: "Who issued it; else found.", value: .name))
    var issuer: String?

    @Option(
        help: ArgumentHelp(
            zh: "发布日期，如 2025-01-23；不写则从文本中查找。", en: "Date of issue, 2025-01-23; else found.", value: .date))
    var issued: String?

    @Option(
        help: ArgumentHelp(
            zh: "刊登处；不写则从文本中查找。", en: "Where it was printed; else found.", value: .init(zh: "刊登处", en: "publication")))
    var publication: String?

    @Flag(help: ArgumentHelp(zh: "文件没有在公报上刊登。", en: "It was not printed in a gazette."))
    var noPublication = false

    @Option(
        help: ArgumentHelp(
            zh: "文件分列多种权利的，取其中这一种。", en: "The one right to take, of a document that has several.",
            value: .init(zh: "权利", en: "right")))
    var rights: String?

    @Option(
        help: ArgumentHelp(
            zh: "成果版本编号；不写则由县代码、年份和文件序号组成。", en: "Edition id; else county code, year and number of the document.",
            value: .init(zh: "编号", en: "id")))
    var id: String?

    func validate() throws {
        if let county, !County.isCode(county) {
            throw ValidationError(
                zh: "--county 须写六位县代码，如 430624", en: "--county takes six digits, as in 430624")
        }
        if let issued, CalendarDate(issued) == nil {
            throw ValidationError(
                zh: "--issued 须写日期，如 2025-01-23", en: "--issued takes a date of the form 2025-01-23")
        }
        if let id, EditionID(id) == nil {
            throw ValidationError(
                zh: "--id 须写成果版本编号，如 430624-2025-1", en: "--id takes a form such as 430624-2025-1")
        }
        if registration != nil, noRegistration {
            throw ValidationError(
                zh: "--registration 和 --no-registration 不能同时写",
                en: "--registration and --no-registration can't both be given")
        }
        if publication != nil, noPublication {
            throw ValidationError(
                zh: "--publication 和 --no-publication 不能同时写",
                en: "--publication and --no-publication can't both be given")
        }
    }

    /// Texts are judged with the rest of the package when it is written.
    func options(_ language: Language) throws -> ImportOptions {
        guard let county else {
            throw CommandEnd.usage(
                language.pick(
                    zh: "缺少 --county：县代码，如 430624", en: "--county is missing: the county's code, as in 430624"))
        }
        var options = ImportOptions(countyCode: county)
        options.countyName = countyName
        options.province = province
        options.prefecture = prefecture
        options.id = id.flatMap { EditionID($0) }
        options.number = document
        options.registration = noRegistration ? .absent : registration.map { .given($0) } ?? .find
        options.title = title
        options.issuer = issuer
        options.issued = issued.flatMap { CalendarDate($0) }
        options.publication = noPublication ? .absent : publication.map { .given($0) } ?? .find
        options.rights = rights
        return options
    }

    /// What is said beside a review workbook, by the items of its sheet 引用.
    var items: [ReviewItem: String] {
        var items: [ReviewItem: String] = [:]
        items[.countyCode] = county
        items[.county] = countyName
        items[.province] = province
        items[.prefecture] = prefecture
        items[.id] = id
        items[.number] = document
        items[.registration] = noRegistration ? ReviewWorkbook.none : registration
        items[.title] = title
        items[.issuer] = issuer
        items[.issued] = issued
        items[.publication] = noPublication ? ReviewWorkbook.none : publication
        items[.rights] = rights
        return items
    }
}
