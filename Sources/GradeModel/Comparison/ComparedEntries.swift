/// The grades of two editions held against each other, entry by entry.
///
/// Where one edition grades more finely than the other (villages instead of a township as a whole, parts instead of a
/// village), each finer entry is compared with the coarser one that covers it, and one `scope` change says that the
/// two differ in this.
struct ComparedEntries {
    private let old: Edition
    private let new: Edition
    private let oldDisputes: Disputes
    private let newDisputes: Disputes
    private let renamings: Renamings
    private let before: Set<VillageName>
    private let after: Set<VillageName>

    init(from old: Edition, to new: Edition, _ renamings: Renamings) {
        self.old = old
        self.new = new
        self.renamings = renamings
        oldDisputes = Disputes(old.errata)
        newDisputes = Disputes(new.errata)
        before = Set(old.grades.map { renamings.nameInNew(EntryName($0)).villageName })
        after = Set(new.grades.map { EntryName($0).villageName })
    }

    var changes: [EditionChange] { kinds + LandType.allCases.flatMap { scopes($0) + entries($0) } }

    /// What kind of place a village is, once for each.
    private var kinds: [EditionChange] {
        var known: [VillageName: PlaceKind] = [:]
        for entry in old.grades {
            if let kind = entry.kind { known[renamings.nameInNew(EntryName(entry)).villageName] = kind }
        }
        var seen: Set<VillageName> = []
        return new.grades.compactMap { entry in
            guard let village = entry.village, let after = entry.kind else { return nil }
            let name = VillageName(township: entry.township, village: village)
            guard let before = known[name], before != after, seen.insert(name).inserted else { return nil }
            return .kind(township: entry.township, village: village, old: before, new: after)
        }
    }

    private func entries(_ landType: LandType) -> [EditionChange] {
        let oldEntries = EntriesByName(old.grades.filter { $0.landType == landType }) {
            renamings.nameInNew(EntryName($0))
        }
        let newEntries = EntriesByName(new.grades.filter { $0.landType == landType }) { EntryName($0) }
        let kept = newEntries.entries.compactMap { name, entry -> EditionChange? in
            // Finer entries of the old edition speak for this one.
            if oldEntries.entry(covering: name) == nil, oldEntries.hasFiner(than: name) { return nil }
            return change(landType, name, from: oldEntries.entry(covering: name), to: entry)
        }
        let went = oldEntries.entries.compactMap { name, entry -> EditionChange? in
            if newEntries[name] != nil || newEntries.hasFiner(than: name) { return nil }
            return change(landType, name, from: entry, to: newEntries.entry(covering: name))
        }
        return kept + went
    }

    /// Where one edition grades a township or a village more finely than the other.
    private func scopes(_ landType: LandType) -> [EditionChange] {
        let before = Scopes(old.grades.filter { $0.landType == landType }) { renamings.nameInNew(EntryName($0)) }
        let after = Scopes(new.grades.filter { $0.landType == landType }) { EntryName($0) }
        return after.names.compactMap { name in
            guard let old = before.scopes[name], let new = after.scopes[name], old != new else { return nil }
            return .scope(landType, township: name.township, village: name.village, old: old, new: new)
        }
    }

    /// Nil where both say the same.
    private func change(
        _ landType: LandType, _ name: EntryName, from old: GradeEntry?, to new: GradeEntry?
    ) -> EditionChange? {
        let oldFacts = old.map { EntryFacts($0, in: oldDisputes) }
        let newFacts = new.map { EntryFacts($0, in: newDisputes) }
        if let oldFacts, let newFacts, oldFacts.grade == newFacts.grade, oldFacts.isDisputed == newFacts.isDisputed {
            return nil
        }
        let village = name.villageName
        return .entry(
            EntryChange(
                landType: landType, township: name.township, village: name.village, part: name.part,
                formerVillage: old?.village.flatMap { name.village == nil || $0 == name.village ? nil : $0 },
                old: oldFacts, new: newFacts, isInBoth: before.contains(village) && after.contains(village)))
    }
}

/// What one entry is about, within one county and one land type.
struct EntryName: Hashable {
    let township: String
    /// Nil: the township as a whole.
    let village: String?
    /// Nil: the village as a whole.
    let part: String?

    init(township: String, village: String?, part: String?) {
        self.township = township
        self.village = village
        self.part = part
    }

    init(_ entry: GradeEntry) {
        self.init(township: entry.township, village: entry.village, part: entry.part)
    }

    var villageName: VillageName { VillageName(township: township, village: village) }

    /// The coarser names that hold this one too, the finest first.
    var coarser: [EntryName] {
        let whole = EntryName(township: township, village: nil, part: nil)
        if part != nil { return [EntryName(township: township, village: village, part: nil), whole] }
        return village == nil ? [] : [whole]
    }
}

/// The entries of one land type, in the edition's order.
private struct EntriesByName {
    let entries: [(name: EntryName, entry: GradeEntry)]
    private let byName: [EntryName: GradeEntry]
    private let withFiner: Set<EntryName>

    init(_ grades: [GradeEntry], name: (GradeEntry) -> EntryName) {
        entries = grades.map { (name($0), $0) }
        byName = Dictionary(entries.map { ($0.name, $0.entry) }, uniquingKeysWith: { _, last in last })
        withFiner = Set(entries.flatMap(\.name.coarser))
    }

    subscript(name: EntryName) -> GradeEntry? { byName[name] }

    /// The entry of this name, else of the finest coarser one.
    func entry(covering name: EntryName) -> GradeEntry? {
        byName[name] ?? name.coarser.lazy.compactMap { byName[$0] }.first
    }

    func hasFiner(than name: EntryName) -> Bool { withFiner.contains(name) }
}

/// How finely townships and villages are graded.
private struct Scopes {
    /// By township, and by village where `villages` or parts say how.
    private(set) var scopes: [VillageName: GradeScope] = [:]
    /// Each once, in the edition's order.
    private(set) var names: [VillageName] = []

    init(_ grades: [GradeEntry], name: (GradeEntry) -> EntryName) {
        for entry in grades {
            let name = name(entry)
            add(VillageName(township: name.township, village: nil), name.village == nil ? .township : .village)
            if name.village != nil { add(name.villageName, entry.part == nil ? .village : .part) }
        }
    }

    private mutating func add(_ name: VillageName, _ scope: GradeScope) {
        if scopes.updateValue(scope, forKey: name) == nil { names.append(name) }
    }
}
