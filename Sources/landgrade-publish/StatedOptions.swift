import ArgumentParser
import CommandSupport
import GazetteImport
import GradeModel
import SystemSupport

/// What the caller says about the document; the rest is found in its text.
struct StatedOptions: ParsableArguments {
    @Option(help: ArgumentHelp("County code, six digits.", valueName: "code"))
    var county: String?

    @Option(help: ArgumentHelp("County name; else from the tables' captions.", valueName: "name"))
    var countyName: String?

    @Option(help: ArgumentHelp("Province; the text does not say it.", valueName: "name"))
    var province: String?

    @Option(help: ArgumentHelp("Prefecture; the text does not say it.", valueName: "name"))
    var prefecture: String?

    @Option(help: ArgumentHelp("Document number; else found.", valueName: "number"))
    var document: String?

    @Option(help: ArgumentHelp("Registration number; else found.", valueName: "number"))
    var registration: String?

    @Flag(help: "The document carries no registration number.")
    var noRegistration = false

    @Option(help: ArgumentHelp("Title of the document; else found.", valueName: "title"))
    var title: String?

    @Option(help: ArgumentHelp("Who issued it; else found.", valueName: "name"))
    var issuer: String?

    @Option(help: ArgumentHelp("Date of issue, 2025-01-23; else found.", valueName: "date"))
    var issued: String?

    @Option(help: ArgumentHelp("Where it was printed; else found.", valueName: "publication"))
    var publication: String?

    @Flag(help: "It was not printed in a gazette.")
    var noPublication = false

    @Option(help: ArgumentHelp("The one right to take, of a document that has several.", valueName: "right"))
    var rights: String?

    @Option(help: ArgumentHelp("Edition id; else county code, year and number of the document.", valueName: "id"))
    var id: String?

    func validate() throws {
        if let county, !County.isCode(county) { throw ValidationError("--county takes six digits, as in 430624") }
        if let issued, CalendarDate(issued) == nil {
            throw ValidationError("--issued takes a date of the form 2025-01-23")
        }
        if let id, EditionID(id) == nil { throw ValidationError("--id takes a form such as 430624-2025-1") }
        if registration != nil, noRegistration {
            throw ValidationError("--registration and --no-registration can't both be given")
        }
        if publication != nil, noPublication {
            throw ValidationError("--publication and --no-publication can't both be given")
        }
    }

    /// Texts are judged with the rest of the package when it is written.
    func options(_ spoken: SpokenLanguage) throws -> ImportOptions {
        guard let county else {
            throw fail(
                spoken.said("缺少 --county：县代码，如 430624", "--county is missing: the county's code, as in 430624"), .usage)
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
