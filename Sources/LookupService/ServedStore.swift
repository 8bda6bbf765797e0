public import GradeStore
import Synchronization

/// The store a service answers from: the generation that the store's link names, reopened when the link changes.
public final class ServedStore: Sendable {
    /// What came of looking at the link.
    public enum Change: Hashable, Sendable {
        case none
        /// Another generation answers from now on.
        case opened(GenerationName)
        /// The link names nothing that can be opened. Said once for each reason; what was open still answers.
        case failed(StoreError)
    }

    private struct State {
        var snapshot: Snapshot?
        var failure: StoreError?
    }

    private let folder: StoreFolder
    /// Of the layers of villages that were named.
    private let sheets: [MapSheet]
    private let state = Mutex(State())
    /// Only one opens at a time.
    private let opening = Mutex(())

    public init(_ folder: StoreFolder, maps sheets: [MapSheet] = []) { (self.folder, self.sheets) = (folder, sheets) }

    public var hasLayers: Bool { !sheets.isEmpty }

    /// What answers now; nil where there is nothing to answer from.
    public var snapshot: Snapshot? { state.withLock { $0.snapshot } }

    /// What answers now, and why it is not what the link names, if it isn't.
    public var condition: (snapshot: Snapshot?, failure: StoreError?) {
        state.withLock { ($0.snapshot, $0.failure) }
    }

    /// Reads the link and, where it names another generation, opens that one and only then puts it in the place of the
    /// one before: a request meets one or the other.
    public func refresh() -> Change {
        opening.withLock { _ in
            do throws(StoreError) {
                let name = try folder.current()
                if let held = snapshot, held.name == name {
                    state.withLock { $0.failure = nil }
                    return .none
                }
                let new = try Snapshot(name, in: folder, maps: sheets)
                // What is replaced is let go outside the lock: its file may take a moment to close.
                let replaced = state.withLock { state in
                    defer { state = State(snapshot: new, failure: nil) }
                    return state.snapshot
                }
                _ = consume replaced
                return .opened(name)
            } catch {
                let isNews = state.withLock { state in
                    defer { state.failure = error }
                    return state.failure != error
                }
                return isNews ? .failed(error) : .none
            }
        }
    }
}
