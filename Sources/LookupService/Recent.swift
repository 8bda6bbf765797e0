import Synchronization

/// The values that were asked for last, so many and no more.
final class Recent<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let limit: Int
    /// The one asked for last is the last.
    private let values = Mutex<[(key: Key, value: Value)]>([])

    init(limit: Int) { self.limit = limit }

    /// - Parameter make: makes a value that is not known. It may run twice for one key at the same time: nothing waits for it.
    func value(for key: Key, _ make: () throws -> Value) rethrows -> Value {
        if let known = known(key) { return known }
        let value = try make()
        values.withLock { values in
            values.removeAll { $0.key == key }
            if values.count == limit { values.removeFirst() }
            values.append((key, value))
        }
        return value
    }

    private func known(_ key: Key) -> Value? {
        values.withLock { values in
            guard let index = values.firstIndex(where: { $0.key == key }) else { return nil }
            values.append(values.remove(at: index))
            return values.last?.value
        }
    }
}
