import CEmbedded
public import EditionPackage
public import GradeModel
public import GradeStore

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The editions compiled into the program.
public enum BuiltInEditions {
    /// All of them, a list for each county.
    public static func read() throws(PackageError) -> [[SourcedEdition]] {
        var files: [String: [String: [UInt8]]] = [:]
        for file in UnsafeBufferPointer(start: landgrade_seed_list(), count: landgrade_seed_file_count) {
            let bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
            files[String(cString: file.edition), default: [:]][String(cString: file.file)] = Array(bytes)
        }
        var counties: [String: [SourcedEdition]] = [:]
        for (_, package) in files.sorted(by: { $0.key < $1.key }) {
            let edition = try EditionPackage.read(try EditionFiles(package), origin: .builtIn)
            counties[edition.edition.county.code, default: []].append(edition)
        }
        return counties.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Makes a generation where the link names none. False: there was one already, perhaps made by another process in
    /// this very moment, and it was left alone. A damaged one is an error, and left alone too.
    public static func build(_ folder: StoreFolder) throws -> Bool {
        var rest = try read()[...]
        let writer = try takeWriter(folder)
        do {
            _ = try Generation.openCurrent(of: folder)
            return false
        } catch StoreError.missing, StoreError.dangling {
            _ = try writer.apply { rest.popFirst() }
            return true
        }
    }

    /// Two first look-ups at once: the second waits for the first, which takes some hundredths of a second.
    private static func takeWriter(_ folder: StoreFolder) throws(StoreError) -> StoreWriter {
        var tries = 0
        while true {
            do {
                return try StoreWriter(folder, indexing: .placeMatching)
            } catch .busy(let path) {
                tries += 1
                guard tries < 100 else { throw .busy(path: path) }
                usleep(50_000)
            }
        }
    }
}
