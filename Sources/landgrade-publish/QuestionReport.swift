import CommandSupport
import GazetteImport
import GradeModel
import SourceDocuments
import StrictJSON
import SystemSupport

/// What a person has to decide before a package can be made.
struct QuestionReport {
    private let draft: ImportDraft
    private let language: Language

    init(draft: ImportDraft, _ language: Language) {
        self.draft = draft
        self.language = language
    }

    func rendered(_ format: ReportFormat) -> String {
        switch format {
        case .text: text
        case .json: json.text(pretty: true) + "\n"
        }
    }

    private var text: String {
        let count = draft.questions.count
        let head = language.pick(
            zh: "有 \(count) 个问题要由人答复；没有生成成果包",
            en: "\(count) \(count == 1 ? "question" : "questions") for a person; no package was written")
        let lines = draft.questions.map { question in
            let sentence = question.placed(in: language)
            return language.pick(
                zh: "\(question.id) \(ReviewWorkbook.word(question.kind))：\(sentence)",
                en: "\(question.id) \(question.kind.rawValue): \(sentence)")
        }
        return ([head] + lines).map { $0.text + "\n" }.joined()
    }

    private var json: JSONValue {
        [
            "questions": .array(draft.questions.map(Self.json)),
            "entries": .integer(draft.grades.count), "prices": .integer(draft.prices.count),
        ]
    }

    private static func json(_ question: ImportQuestion) -> JSONValue {
        var members = [
            JSONMember("id", .string(question.id)), JSONMember("kind", .string(question.kind.rawValue)),
            JSONMember("source", .text(question.source?.description)),
        ]
        if let place = question.place {
            members.append(
                JSONMember(
                    "place",
                    [
                        "file": .integer(place.file), "page": .number(place.page), "sheet": .text(place.sheet),
                        "line": .number(place.line), "table": .number(place.table), "row": .number(place.row),
                        "column": .number(place.column),
                    ]))
        } else {
            members.append(JSONMember("place", .null))
        }
        members += [
            JSONMember("text", .string(question.text)),
            JSONMember("land_types", .array(question.landTypes.map { .string($0.rawValue) })),
            JSONMember("township", .text(question.township)), JSONMember("grade", .number(question.grade?.rawValue)),
            JSONMember("suggestion", .string(question.suggestion)),
            JSONMember("en", .string(question.placed(in: .en).text)),
            JSONMember("zh", .string(question.sentence(in: .zh).text)),
        ]
        return .object(members)
    }
}
