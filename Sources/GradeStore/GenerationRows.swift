public import GradeModel
import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension StoreFolder {
    /// Every generation of the store, oldest first, each read whole against its side file. One that is damaged is reported
    /// and is no error: the others are still of use.
    public func generationRows() throws(StoreError) -> [GenerationRow] {
        // What the link names may be gone, or the link itself: that is why somebody looks at this list.
        let linked = try? current()
        var rows: [GenerationRow] = []
        for name in try generations() {
            guard let row = row(name, isCurrent: name == linked) else { continue }
            rows.append(row)
        }
        return rows
    }

    /// Nil: an updater has collected it meanwhile.
    private func row(_ name: GenerationName, isCurrent: Bool) -> GenerationRow? {
        var status = stat()
        guard lstat(file(name).string, &status) == 0 else { return nil }
        let generation = try? Generation(name, in: self)
        let editions = try? generation?.editions().map(\.id)
        let state: GenerationRow.State =
            switch try? verify(name) {
            case .intact: editions == nil ? .unreadable : .intact
            case .changed: .changed
            case .noSideFile: .noChecksum
            case nil: .unreadable
            }
        return GenerationRow(
            number: name.number, file: name.file, bytes: Int(status.st_size),
            made: (try? generation?.meta("made")).flatMap { Timestamp($0) }?.description,
            editions: editions, isCurrent: isCurrent, state: state)
    }
}
