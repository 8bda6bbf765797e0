package import AnswerRendering

/// For pages.
extension Problem {
    package func title(in language: Language) -> String { language.problemSentences.title(status: status) }
    package func detail(in language: Language) -> String { language.problemSentences.detail(self) }
}
