import AnswerRendering
import GradeModel
import LookupService
import Mustache
import SystemSupport

/// A place in a small frame, for OpenRefine: its grades and where they stand.
struct PreviewPage {
    let text: String

    // The template is compiled in and a test renders it.
    private static let template = try! MustacheTemplate(string: Pages.text("preview.mustache"))

    init(_ place: PlaceAnswer, _ language: Language) {
        let answer = Answer(
            question: Question(
                place: .names(township: place.match.township, village: place.match.village ?? "")),
            outcome: .found, matches: [place], suggestions: [])
        let shown = AnswerRenderer(format: .text, language: language).render(answer)
        text = Self.template.render([
            "lang": language.tag,
            "title": "\(place.match.township) \(place.match.village ?? "")",
            "answer": String(decoding: shown, as: UTF8.self),
        ])
    }
}
