import CommandSupport
import FeedClient
import SystemSupport

/// What a pull is doing, on a terminal.
final class PullProgress {
    private let language: Language
    private var bar = ProgressBar(total: nil)
    private var phase: Sentence = ""

    init(_ language: Language) { self.language = language }

    func show(_ progress: Pull.Progress) {
        switch progress {
        case .asking: break
        case .fetching(let source, let done, let total):
            show(
                language.pick(zh: "获取 \(source)", en: "fetch \(source)"), done, total,
                language.pick(zh: "个版本", en: "editions"))
        case .building(let done, let total):
            show(language.pick(zh: "入库", en: "build"), done, total, language.pick(zh: "个县", en: "counties"))
        }
    }

    private func show(_ phase: Sentence, _ done: Int, _ total: Int, _ unit: Sentence) {
        if phase != self.phase {
            bar.clear()
            bar = ProgressBar(total: Int64(total))
            self.phase = phase
        }
        bar.show(done: Int64(done), count: done, unit: unit)
    }

    func clear() { bar.clear() }
}
