import AnswerRendering
import SystemSupport

/// The wording of problems, one type per language.
protocol ProblemSentences: Sendable {
    func title(status: Int) -> String
    /// One sentence, or two: what is wrong, and what would be right.
    func detail(_ problem: Problem) -> String
}

extension Language {
    var problemSentences: any ProblemSentences {
        switch self {
        case .zh: ChineseProblems()
        case .en: EnglishProblems()
        }
    }
}

/// What a client sent, short and without anything that moves a cursor.
func asSent(_ text: String) -> ShownText { ShownText(text, columns: 60) }
