import GazetteImport
import GradeModel
import SourceDocuments
import StrictJSON

/// What a person has to decide before a package can be made.
struct QuestionReport {
    let draft: ImportDraft

    func rendered(_ format: ReportFormat) -> String {
        switch format {
        case .text: text
        case .json: json.text(pretty: true) + "\n"
        }
    }

    private var text: String {
        let count = draft.questions.count
        let lines = draft.questions.map { "\($0.id) \($0.kind.rawValue): \($0.english)" }
        let head = "\(count) \(count == 1 ? "question" : "questions") for a person; no package was written"
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
