public import GradeModel
import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension StoreFolder {
    /// Every generation of the store, oldest first, each read whole against its side file. One that is damaged is told
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
        let editions = try? Generation(name, in: self).editions().map(\.id)
        let state: GenerationRow.State =
            switch try? verify(name) {
            case .intact: editions == nil ? .unreadable : .intact
            case .changed: .changed
            case .noSideFile: .noChecksum
            case nil: .unreadable
            }
        return GenerationRow(
            number: name.number, file: name.file, bytes: Int(status.st_size), made: Self.time(status.st_mtim),
            editions: editions, isCurrent: isCurrent, state: state)
    }

    private static func time(_ time: timespec) -> String? {
        var seconds = time.tv_sec
        var parts = tm()
        guard gmtime_r(&seconds, &parts) != nil else { return nil }
        func two(_ number: CInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
        return "\(date)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
    }
}
