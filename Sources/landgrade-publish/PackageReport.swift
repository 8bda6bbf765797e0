import EditionPackage
import GazetteImport
import GradeModel
import SourceDocuments
import StrictJSON

/// What a package holds and what there is to say about it.
struct PackageReport {
    private let edition: Edition
    private let sha256: String
    private let findings: [Finding]
    private let tables: [DocumentImport.ReadTable]
    private let folder: String?

    /// `tables` and `folder` only after an import.
    init(
        _ edition: Edition, sha256: String, findings: [Finding], tables: [DocumentImport.ReadTable] = [],
        folder: String? = nil
    ) {
        self.edition = edition
        self.sha256 = sha256
        self.findings = findings.filter(\.needsPerson) + findings.filter { !$0.needsPerson }
        self.tables = tables
        self.folder = folder
    }

    func rendered(_ format: ReportFormat) -> String {
        switch format {
        case .text: text
        case .json: json.text(pretty: true) + "\n"
        }
    }

    private var counts: [(name: String, count: Int)] {
        let byType = LandType.allCases.map { landType in
            (landType.rawValue, edition.grades.count { $0.landType == landType })
        }
        let villages = Set(edition.grades.map { [$0.township, $0.village] }).count
        return byType + [
            ("townships", edition.townships.count), ("villages", villages),
            ("disputed", edition.grades.count(where: Disputes(edition.errata).contains)),
            ("aliases", edition.aliases.count),
            ("errata", edition.errata.count), ("prices", edition.prices.count),
        ]
    }

    private var text: String {
        let document = edition.document
        var lines = [
            "\(edition.id)  \(edition.county.name)  \(document.number)  \(document.issued)",
            "package \(sha256)",
        ]
        lines += tables.map { table in
            "\(table.table) \(table.landType.name): \(Self.span(table)), \(table.rows) rows, \(table.entries) entries"
        }
        lines.append(counts.map { "\($0.name) \($0.count)" }.joined(separator: ", "))
        lines += tables.isEmpty ? [] : edition.errata.map { "\($0.id) \($0.printed)，应为\($0.held)。\($0.evidence)" }
        lines += findings.map { ($0.needsPerson ? "look: " : "note: ") + $0.description }
        if let folder {
            lines.append("written to \(ShownPath(folder))")
            lines.append("townships.csv: the pinyin is by the usual reading of each character; check it")
        } else if findings.isEmpty {
            lines.append("clean")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var json: JSONValue {
        let document = edition.document
        var members = [
            JSONMember("edition", .string(edition.id.text)),
            JSONMember("county", ["code": .string(edition.county.code), "name": .string(edition.county.name)]),
            JSONMember(
                "document",
                [
                    "number": .string(document.number), "registration": .text(document.registration),
                    "title": .string(document.title), "issuer": .string(document.issuer),
                    "issued": .string(document.issued.description), "publication": .text(document.publication),
                ]),
            JSONMember("package_sha256", .string(sha256)),
            JSONMember("counts", .object(counts.map { JSONMember($0.name, .integer($0.count)) })),
            JSONMember("errata", .array(edition.errata.map(Self.json))),
            JSONMember("findings", .array(findings.map(\.json))),
        ]
        if let folder {
            members.append(JSONMember("tables", .array(tables.map(Self.json))))
            members.append(JSONMember("folder", .string(folder)))
        }
        return .object(members)
    }

    /// `lines 187 to 213`, `table 2, row 2 to table 2, row 13`.
    private static func span(_ table: DocumentImport.ReadTable) -> String {
        if let first = table.first.line, let last = table.last.line { return "lines \(first) to \(last)" }
        return "\(table.first.words) to \(table.last.words)"
    }

    private static func json(_ table: DocumentImport.ReadTable) -> JSONValue {
        [
            "table": .string(table.table), "land_type": .string(table.landType.rawValue),
            "first_line": .number(table.first.line), "last_line": .number(table.last.line),
            "first": .string(table.first.words), "last": .string(table.last.words),
            "rows": .integer(table.rows), "entries": .integer(table.entries),
        ]
    }

    private static func json(_ erratum: Erratum) -> JSONValue {
        [
            "id": .string(erratum.id), "printed": .string(erratum.printed), "held": .string(erratum.held),
            "evidence": .string(erratum.evidence), "status": .string(erratum.status.rawValue),
        ]
    }
}
