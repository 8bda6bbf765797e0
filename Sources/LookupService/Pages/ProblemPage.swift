import SystemSupport

/// Why a page can't be shown.
package enum ProblemPage {
    package static func page(_ problem: Problem, in frame: PageFrame) -> Page {
        let title = problem.title(in: frame.language)
        return Page(
            "problem", title: title,
            ["heading": .sentence(title), "detail": .sentence(problem.sentence(in: frame.language))],
            in: frame)
    }
}
