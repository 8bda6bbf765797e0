/// The grades of two editions held against each other, village by village.
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
        before = Set(
            old.grades.map { entry in
                let name = VillageName(entry)
                return VillageName(township: name.township, village: renamings.newNames[name] ?? name.village)
            })
        after = Set(new.grades.map(VillageName.init))
    }

    var changes: [EditionChange] { kinds + LandType.allCases.flatMap(entries) }

    /// What kind of place a village is, once for each.
    private var kinds: [EditionChange] {
        var known: [VillageName: PlaceKind] = [:]
        for entry in old.grades { known[nameInNew(entry)] = entry.kind }
        var seen: Set<VillageName> = []
        return new.grades.compactMap { entry in
            let name = VillageName(entry)
            guard let kind = known[name], kind != entry.kind, seen.insert(name).inserted else { return nil }
            return .kind(township: entry.township, village: entry.village, old: kind, new: entry.kind)
        }
    }

    private func entries(_ landType: LandType) -> [EditionChange] {
        var known: [VillageName: GradeEntry] = [:]
        let oldEntries = old.grades.filter { $0.landType == landType }
        for entry in oldEntries { known[nameInNew(entry)] = entry }
        let newEntries = new.grades.filter { $0.landType == landType }
        let kept = newEntries.compactMap { entry in
            change(landType, VillageName(entry), from: known[VillageName(entry)], to: entry)
        }
        let listed = Set(newEntries.map(VillageName.init))
        let went = oldEntries.compactMap { entry in
            listed.contains(nameInNew(entry)) ? nil : change(landType, nameInNew(entry), from: entry, to: nil)
        }
        return kept + went
    }

    private func nameInNew(_ entry: GradeEntry) -> VillageName {
        let name = VillageName(entry)
        return VillageName(township: name.township, village: renamings.newNames[name] ?? name.village)
    }

    /// Nil where both say the same.
    private func change(
        _ landType: LandType, _ name: VillageName, from old: GradeEntry?, to new: GradeEntry?
    ) -> EditionChange? {
        let oldFacts = old.map { EntryFacts($0, in: oldDisputes) }
        let newFacts = new.map { EntryFacts($0, in: newDisputes) }
        if let oldFacts, let newFacts, oldFacts.grade == newFacts.grade, oldFacts.isDisputed == newFacts.isDisputed {
            return nil
        }
        return .entry(
            EntryChange(
                landType: landType, township: name.township, village: name.village,
                formerVillage: old.flatMap { $0.village == name.village ? nil : $0.village }, old: oldFacts,
                new: newFacts, isInBoth: before.contains(name) && after.contains(name)))
    }
}
