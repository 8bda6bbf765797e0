import GradeModel
import GradeStore
import SystemPackage
import TestSupport

#if canImport(Glibc)
    import Glibc
#endif

/// What must hold for a damaged generation of two counties: it is refused, or what is read is right, and it is never
/// believed to be whole. An input is `ByteChanges`.
struct GenerationDamage {
    private let folder = TemporaryFolder()
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
        good = try bytes(of: store.file(name))
        chmod(store.file(name).string, 0o644)
    }

    func fault(_ input: [UInt8]) -> String? {
        let bytes = ByteChanges(input).applied(to: good)
        guard (try? write(bytes, to: store.file(name))) != nil else { return "no room for the file" }
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
