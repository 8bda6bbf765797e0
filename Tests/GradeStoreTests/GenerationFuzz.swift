import GradeModel
import GradeStore
import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// What must hold for a generation that was damaged: it is refused, or what is read is right, and it is never believed to
/// be whole.
/// The fuzzer brings new damage, the tests bring what is kept in `Tests/Corpus/generation`. Returns what does not hold.
///
/// An input is a list of changes to a good file of two counties, four bytes each: three for the place (of the file's
/// end as well: there the file is cut), one for the bits to be flipped.
struct GenerationDamage {
    private let folder = TemporaryFolder("landgrade-fuzz")
    private let store: StoreFolder
    private let name: GenerationName
    private let good: [UInt8]
    private let editions: [SourcedEdition]

    init() throws {
        store = StoreFolder(folder.path)
        editions = [
            SampleEditions.edition("430624-2025-1", SampleEditions.xiangyin, issued: "2025-01-23"),
            SampleEditions.edition("430682-2024-9", SampleEditions.other, issued: "2024-09-09"),
        ]
        name = try store.applying(editions.map { [$0] })
        let file = try FileDescriptor.open(store.file(name), .readOnly)
        good = try file.closeAfter {
            var bytes = [UInt8](repeating: 0, count: 1 << 20)
            let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0) }
            return Array(bytes[..<count])
        }
        chmod(store.file(name).string, 0o644)
    }

    func fault(_ input: [UInt8]) -> String? {
        var bytes = good
        var rest = input[...]
        while rest.count >= 4 {
            let place = rest.prefix(3).reduce(0) { $0 << 8 | Int($1) } % (2 * good.count)
            if place >= good.count {
                bytes.removeLast(bytes.count - min(bytes.count, place - good.count))
            } else if place < bytes.count {
                bytes[place] ^= rest[rest.startIndex + 3]
            }
            rest = rest.dropFirst(4)
        }
        guard (try? write(bytes)) != nil else { return "no room for the file" }
        let isChanged = bytes != good
        if let found = try? store.verify(name), isChanged, case .intact = found { return "damage is taken for whole" }
        do {
            let read = try readAll()
            return read == editions ? nil : "it reads otherwise"
        } catch {
            // Every kind of refusal will do, but a good file has none.
            return isChanged ? nil : "\(error)"
        }
    }

    private func write(_ bytes: [UInt8]) throws {
        let file = try FileDescriptor.open(store.file(name), .writeOnly, options: [.truncate])
        try file.closeAfter { _ = try file.writeAll(bytes) }
    }

    /// Asks for everything a look-up, a list or a validation asks for.
    private func readAll() throws(StoreError) -> [SourcedEdition] {
        let generation = try Generation.openCurrent(of: store)
        _ = try generation.extent()
        _ = try generation.valuationDates()
        _ = try generation.places(township: "金龙镇", village: "芙蓉村", county: nil)
        _ = try generation.counties(townshipKeys: ["金龙镇"], villageKeys: ["芙蓉村"])
        for county in try generation.counties() {
            let source = try generation.gazetteerSource(of: county)
            for record in try generation.editions(of: county) { _ = try generation.grades(of: source, in: record.id) }
            _ = try generation.edition(of: county, inForce: CalendarDate("2025-06-30"))
        }
        var read: [SourcedEdition] = []
        for edition in editions {
            if let stored = try generation.storedEdition(edition.edition.id) { read.append(stored) }
            for landType in LandType.allCases { _ = try generation.table(of: landType, in: edition.edition.id) }
        }
        return read
    }
}
