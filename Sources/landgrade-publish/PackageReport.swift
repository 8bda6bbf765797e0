import CommandSupport
import EditionPackage
import EditionPublishing
import GazetteImport
import GradeModel
import SourceDocuments
import StrictJSON
import SystemSupport

/// What a package holds and what there is to say about it.
struct PackageReport {
    private let edition: Edition
    private let sha256: String
    private let findings: [Finding]
    private let tables: [DocumentImport.ReadTable]
    private let folder: String?
    private let language: Language

    /// `tables` and `folder` only after an import.
    init(
        _ edition: Edition, sha256: String, findings: [Finding], _ language: Language,
        tables: [DocumentImport.ReadTable] = [],
        folder: String? = nil
    ) {
        self.edition = edition
        self.sha256 = sha256
        self.findings = findings.filter(\.needsPerson) + findings.filter { !$0.needsPerson }
        self.tables = tables
        self.folder = folder
        self.language = language
    }

    func rendered(_ format: ReportFormat) -> String {
        switch format {
        case .text: text
        case .json: json.text(pretty: true) + "\n"
        }
    }

    private var counts: [(name: String, chinese: Sentence, count: Int)] {
        let byType = LandType.allCases.map { landType -> (name: String, chinese: Sentence, count: Int) in
            (landType.rawValue, "\(landType.name)", edition.grades.count { $0.landType == landType })
        }
        let villages = Set(
            edition.grades.compactMap { entry in entry.village.map { [entry.township, $0] } }
        ).count
        return byType + [
            ("townships", "乡镇", edition.townships.count), ("villages", "村", villages),
            ("disputed", "级别待核", edition.grades.count(where: Disputes(edition.errata).contains)),
            ("aliases", "别名", edition.aliases.count), ("errata", "勘误", edition.errata.count),
            ("prices", "地价", edition.prices.count),
        ]
    }

    private var text: String {
        let document = edition.document
        var lines: [Sentence] = [
            "\(edition.id)  \(edition.county.name)  \(document.number)  \(document.issued)",
            language.pick(zh: "成果包 \(sha256)", en: "package \(sha256)"),
        ]
        lines += tables.map { table in
            language.pick(
                zh:
                    "\(table.table) \(table.landType.name)：\(Self.span(table, in: language))，共 \(table.rows) 行，\(table.entries) 条",
                en:
                    "\(table.table) \(table.landType.name): \(Self.span(table, in: language)), \(table.rows) rows, \(table.entries) entries"
            )
        }
        lines.append(
            counts.map { language.pick(zh: "\($0.chinese) \($0.count)", en: "\($0.name) \($0.count)") }
                .joined(separator: language.pick(zh: "，", en: ", ")))
        lines +=
            tables.isEmpty
            ? [] : edition.errata.map { "\($0.id) \($0.printed)，应为\($0.held)。\($0.evidence)" as Sentence }
        lines += findings.map { finding in
            (finding.needsPerson ? language.pick(zh: "请看：", en: "look: ") : language.pick(zh: "备注：", en: "note: "))
                + finding.sentence(in: language)
        }
        if let folder {
            lines.append(language.pick(zh: "已写入 \(folder)", en: "written to \(folder)"))
            lines.append(
                language.pick(
                    zh: "townships.csv 中的拼音按各字常用读音得出，请核对",
                    en: "townships.csv: the pinyin is by the usual reading of each character; check it"))
        } else if findings.isEmpty {
            lines.append(language.pick(zh: "没有发现问题", en: "clean"))
        }
        return lines.map { $0.text + "\n" }.joined()
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
    private static func span(_ table: DocumentImport.ReadTable, in language: Language) -> Sentence {
        if let first = table.first.line, let last = table.last.line {
            return language.pick(zh: "第\(first)行至第\(last)行", en: "lines \(first) to \(last)")
        }
        let first = table.first.sentence(in: language), last = table.last.sentence(in: language)
        return language.pick(zh: "\(first)至\(last)", en: "\(first) to \(last)")
    }

    private static func json(_ table: DocumentImport.ReadTable) -> JSONValue {
        [
            "table": .string(table.table), "land_type": .string(table.landType.rawValue),
            "first_line": .number(table.first.line), "last_line": .number(table.last.line),
            "first": .string(table.first.sentence(in: .en).text),
            "last": .string(table.last.sentence(in: .en).text),
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
