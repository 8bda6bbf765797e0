internal import CSystemCalls
public import GradeModel
import SystemPackage
import SystemSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension StoreWriter {
    /// How many generations stay, the current one included: for rolling back, and for readers still on an old one.
    static let generationsKept = 3

    /// Makes a generation of exactly these editions and lets the link name it. `nextCounty` gives all editions of one
    /// county at a time, nil at the end: a whole country need not be in memory at once. `facts` are put into the
    /// generation's record of itself: from which lists it was made, for example. Those that the current generation has
    /// under other keys stay.
    ///
    /// With an `amendment` these are only the counties that it names; all others stay as they are.
    ///
    /// Throws before the link moves, and then the old generation still stands; only `notDurable` comes after.
    public func apply(
        _ amendment: Amendment? = nil, facts: [(key: String, value: String)] = [],
        nextCounty: () throws -> [SourcedEdition]?
    ) throws -> GenerationName {
        let last = try folder.generations().last?.number ?? 0
        guard let name = GenerationName(number: last + 1) else {
            throw StoreError.notWritable(path: folder.path.string, detail: "no generation number left")
        }
        let build = folder.temporary.appending("build.sqlite")
        for file in Self.leftovers {
            try writing(folder.temporary) { () throws(Errno) in
                try FileSystem.remove(folder.temporary.appending(file))
            }
        }
        // SIGKILL leaves it in `tmp/`, which the next writer clears; other signals leave nothing.
        let removal = build.withPlatformString { landgrade_remove_at_signal($0) }
        defer { landgrade_keep_at_signal(removal) }
        do {
            var builder = try begin(build, amendment)
            while let editions = try nextCounty() { try builder.add(editions) }
            try builder.finish(number: name.number, made: Timestamp(seconds: time(nil)), facts: try carried(facts))
            try refuseSideFiles(of: build)
        } catch {
            try? FileSystem.remove(build)
            throw error
        }
        try publish(build, as: name)
        return name
    }

    private func begin(_ build: FilePath, _ amendment: Amendment?) throws(StoreError) -> GenerationBuilder {
        guard let amendment else { return try GenerationBuilder(path: build.string, indexing: indexing) }
        let copied: String
        do throws(Errno) {
            copied = try FileHash.copy(folder.file(amendment.base), to: build)
        } catch { throw Self.writing(build, error) }
        guard copied == amendment.sha256 else {
            throw .altered(file: amendment.base.file, expected: amendment.sha256, found: copied)
        }
        return try GenerationBuilder(copy: build.string, without: amendment.counties, indexing: indexing)
    }

    /// `facts`, and behind them those of the current generation that are not replaced.
    private func carried(_ facts: [(key: String, value: String)]) throws(StoreError) -> [(key: String, value: String)] {
        let current: Generation
        do throws(StoreError) {
            current = try Generation.openCurrent(of: folder)
        } catch {
            // What can't be read has nothing to hand on, and replacing it was asked for.
            return facts
        }
        let new = Set(facts.map(\.key))
        return facts + (try current.facts()).filter { !new.contains($0.key) }
    }

    private static let sideEndings = ["-journal", "-wal", "-shm"]
    private static let leftovers = ["build.sqlite", "side", "link"] + sideEndings.map { "build.sqlite" + $0 }

    /// A side file would mean that the database file alone is not the whole truth.
    private func refuseSideFiles(of build: FilePath) throws(StoreError) {
        for ending in Self.sideEndings where FileSystem.exists(FilePath(build.string + ending)) {
            throw .damaged(path: build.string, detail: "a \(ending.dropFirst()) file is left over")
        }
    }

    /// Everything up to the renaming of the link can fail and the old generation stands; a failure after it leaves the
    /// new one in force.
    private func publish(_ build: FilePath, as name: GenerationName) throws(StoreError) {
        let side = folder.temporary.appending("side")
        do {
            try writing(build) { () throws(Errno) in
                try PageChecksums.write(to: build)
                try FileSystem.setMode(build, 0o444)
                try FileSystem.flush(build)
                let line = FileHash.line(try FileHash.sha256(of: build), file: name.file)
                try FileSystem.write(Array(line.utf8), to: side, mode: 0o644)
                try FileSystem.rename(side, to: folder.sideFile(name))
                try FileSystem.rename(build, to: folder.file(name))
                try FileSystem.flushNames(in: folder.path)
            }
            try link(to: name)
        } catch {
            // Without its name nobody finds it; it would only take up room.
            for file in [build, side, folder.temporary.appending("link")] { try? FileSystem.remove(file) }
            if case .notDurable = error { throw error }
            for file in [folder.file(name), folder.sideFile(name)] { try? FileSystem.remove(file) }
            throw error
        }
        collect(besides: name)
    }

    /// Lets the link of the store name a generation that is there. Only `notDurable` comes after the link has moved.
    func link(to name: GenerationName) throws(StoreError) {
        let link = folder.temporary.appending("link")
        try writing(folder.link) { () throws(Errno) in
            try FileSystem.remove(link)
            try FileSystem.symlink(name.file, at: link)
            try FileSystem.rename(link, to: folder.link)
        }
        do {
            try FileSystem.flushNames(in: folder.path)
        } catch {
            throw .notDurable(path: folder.path.string, detail: error.description)
        }
    }

    /// Old generations go; a reader that holds one reads on, the file being nameless until it is closed. That one can't
    /// be removed changes nothing: the next update tries again.
    private func collect(besides current: GenerationName) {
        let names = (try? folder.generations()) ?? []
        for name in names.dropLast(Self.generationsKept) where name != current {
            try? FileSystem.remove(folder.file(name))
            try? FileSystem.remove(folder.sideFile(name))
        }
    }

    private func writing(_ path: FilePath, _ body: () throws(Errno) -> Void) throws(StoreError) {
        do {
            try body()
        } catch { throw Self.writing(path, error) }
    }
}
