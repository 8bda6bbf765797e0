import AnswerRendering
import GradeModel
import StrictJSON
public import SystemSupport

/// Many questions in one request: `{"questions":[{"township":"金龙镇","village":"芙蓉村"},{"address":"…"}]}`. Each gets one
/// answer, in order; one that makes no sense is answered with what is wrong with it. Of look-ups or of amounts, never of both.
public struct Batch: Sendable {
    public static let limit = 10_000

    /// What the questions are about.
    public enum Kind: Sendable { case lookup, value }

    private let kind: Kind
    private let items: [Result<Inquiry, Problem>]

    public var count: Int { items.count }

    public init(_ kind: Kind, parsing body: [UInt8]) throws(Problem) {
        self.kind = kind
        let value: JSONValue
        do {
            value = try JSONValue(parsing: body, depth: 16, keepsOtherNumbers: true)
        } catch { throw .badJSON(error) }
        guard let members = value.members else { throw .badShape(at: "body", expected: .object) }
        for member in members where member.key != "questions" {
            throw .unknownMember(at: "body", member.key)
        }
        guard let questions = value["questions"]?.array else { throw .badShape(at: "questions", expected: .array) }
        guard questions.count <= Self.limit else { throw .tooManyQuestions(limit: Self.limit) }
        items = questions.enumerated().map { index, value in
            Result { () throws(Problem) in try Self.inquiry(kind, value, at: "questions[\(index)]") }
        }
    }

    private static func inquiry(_ kind: Kind, _ value: JSONValue, at place: String) throws(Problem) -> Inquiry {
        guard let members = value.members else { throw .badShape(at: place, expected: .object) }
        let known = kind == .lookup ? Inquiry.questionParameters : Inquiry.valueParameters
        for member in members where !known.contains(member.key) {
            throw .unknownMember(at: place, member.key)
        }
        func unquoted(_ number: String, _ key: String) -> Problem {
            .badShape(at: "\(place).\(key)", expected: key == "area" ? .area(number) : .quoted(number))
        }
        func text(_ key: String) throws(Problem) -> String? {
            switch value[key] {
            case nil, .null: return nil
            case .string(let text): return text
            case .integer(let number): throw unquoted(String(number), key)
            case .otherNumber(let number): throw unquoted(number, key)
            case _?: throw .badShape(at: "\(place).\(key)", expected: .text)
            }
        }
        if kind == .value {
            let years: Int?
            switch value["years"] {
            case nil, .null: years = nil
            case .integer(let number) where Inquiry.yearsAllowed.contains(number): years = number
            case .integer(let number):
                let allowed = Inquiry.yearsAllowed
                throw .badValue(
                    parameter: "\(place).years", value: "\(number)",
                    allowed: ["\(allowed.lowerBound) … \(allowed.upperBound)"])
            case _?: throw .badShape(at: "\(place).years", expected: .number)
            }
            return .value(
                try Inquiry.value(
                    township: try text("township"), village: try text("village"), address: try text("address"),
                    county: try text("county"), landType: try text("land_type"), area: try text("area"), years: years,
                    asOf: try text("as_of")))
        }
        let asPrinted: Bool
        switch value["as_printed"] {
        case nil, .null: asPrinted = false
        case .bool(let flag): asPrinted = flag
        case _?: throw .badShape(at: "\(place).as_printed", expected: .flag)
        }
        return .question(
            try Inquiry.question(
                township: try text("township"), village: try text("village"), address: try text("address"),
                county: try text("county"), landType: try text("land_type"), asOf: try text("as_of"),
                asPrinted: asPrinted))
    }

    /// What stands before, between and behind the answers.
    public static let opening = Array(#"{"answers":["#.utf8)
    public static let closing = Array("]}\n".utf8)

    /// Some of the answers, with a comma before each but the first of all.
    public func answers(_ range: Range<Int>, from snapshot: Snapshot, in language: Language) throws -> [UInt8] {
        var text: [UInt8] = []
        for index in range {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            switch items[index] {
            case .success(let inquiry): text += try snapshot.answer(inquiry).dropLast()
            case .failure(let problem):
                let none: [JSONMember] =
                    kind == .lookup
                    ? [JSONMember("matches", .array([])), JSONMember("suggestions", .array([]))]
                    : [JSONMember("values", .array([]))]
                let value = JSONValue.object(
                    [JSONMember("outcome", .string("bad_question"))] + none
                        + [JSONMember("problem", problem.json(in: language))])
                text += value.text().utf8
            }
        }
        return text
    }
}
