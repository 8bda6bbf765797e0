internal import CSQLite

/// Says when a database is no longer to be read: the one who asked for it has gone, or the time for it is over. A view can
/// be a query without end, and SQLite alone would follow it.
public final class LayerWatch: Sendable {
    private let isOver: @Sendable () -> Bool

    /// - Parameter isOver: asked every few thousand steps of SQLite, by each thread that reads; once true, reading ends in a
    ///   `TableError`.
    public init(isOver: @escaping @Sendable () -> Bool) { self.isOver = isOver }

    /// Some tenths of a millisecond of SQLite's time.
    private static let steps: Int32 = 20_000

    /// The watch has to live as long as the connection.
    func attend(_ handle: OpaquePointer) {
        sqlite3_progress_handler(
            handle, Self.steps,
            { Unmanaged<LayerWatch>.fromOpaque($0!).takeUnretainedValue().isOver() ? 1 : 0 },  // given below
            Unmanaged.passUnretained(self).toOpaque())
    }
}
