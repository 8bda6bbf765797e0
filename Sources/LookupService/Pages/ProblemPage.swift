/// Why a page can't be shown.
package enum ProblemPage {
    package static func page(_ problem: Problem, in frame: PageFrame) -> Page {
        let title = problem.title(in: frame.language)
        return Page(
            "problem", title: title, ["heading": .text(title), "detail": .text(problem.detail(in: frame.language))],
            in: frame)
    }
}
