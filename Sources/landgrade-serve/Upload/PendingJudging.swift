import Synchronization

/// A list that is ready to be judged and its turn: taken out once, by the thread that judges it, so that neither is held
/// for as long as a client takes over its answer.
final class PendingJudging: Sendable {
    private let content: Mutex<(judging: ListJudging, turn: Turns.Turn)?>

    init(_ judging: ListJudging, _ turn: Turns.Turn) { content = Mutex((judging, turn)) }

    /// Blocking; ends the list in every case.
    func run(into list: CheckedList) {
        let content = content.withLock { content in
            defer { content = nil }
            return content
        }
        guard let (judging, turn) = content else { return list.finish(CancellationError()) }
        judging.run(into: list)
        withExtendedLifetime(turn) {}
    }
}
