import GazetteImport
import GradeModel
import SourceDocuments
import StrictJSON

/// What a person has to decide before a package can be made.
struct QuestionReport {
    private let draft: ImportDraft
    private let spoken: SpokenLanguage

    init(draft: ImportDraft, _ spoken: SpokenLanguage) {
        self.draft = draft
        self.spoken = spoken
    }

    func rendered(_ format: ReportFormat) -> String {
        switch format {
        case .text: text
        case .json: json.text(pretty: true) + "\n"
        }
    }

    private var text: String {
        let count = draft.questions.count
        let lines = draft.questions.map { question in
            spoken.said(
                "\(question.id) \(ReviewWorkbook.word(question.kind))：\(question.placed)",
                "\(question.id) \(question.kind.rawValue): \(question.english)")
        }
        let head = spoken.said(
            "有 \(count) 个问题要由人答复；没有生成成果包",
            "\(count) \(count == 1 ? "question" : "questions") for a person; no package was written")
        return ([head] + lines).joined(separator: "\n") + "\n"
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
            JSONMember("suggestion", .string(question.suggestion)), JSONMember("en", .string(question.english)),
            JSONMember("zh", .string(question.chinese)),
        ]
        return .object(members)
    }
}
