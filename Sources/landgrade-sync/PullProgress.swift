import CommandSupport
import FeedClient

/// What a pull is doing, on a terminal.
final class PullProgress {
    private let wording: any SyncWording
    private var bar = ProgressBar(total: nil)
    private var phase = ""

    init(_ wording: any SyncWording) { self.wording = wording }

    func show(_ progress: Pull.Progress) {
        switch progress {
        case .asking: break
        case .fetching(let source, let done, let total):
            show(wording.fetching(source), done, total, wording.editionsUnit)
        case .building(let done, let total): show(wording.building, done, total, wording.countiesUnit)
        }
    }

    private func show(_ phase: String, _ done: Int, _ total: Int, _ unit: String) {
        if phase != self.phase {
            bar.clear()
            bar = ProgressBar(total: Int64(total))
            self.phase = phase
        }
        bar.show(done: Int64(done), count: done, unit: unit)
    }

    func clear() { bar.clear() }
}
