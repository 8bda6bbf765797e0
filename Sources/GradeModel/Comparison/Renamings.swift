/// Villages that have another name in the new edition, where the new edition itself says so: an alias of it names the
/// old spelling in that township. Two names that only look alike are two villages.
struct Renamings {
    /// The new name of an old one.
    private(set) var newNames: [VillageName: String] = [:]
    private(set) var changes: [EditionChange] = []

    init(from old: Edition, to new: Edition) {
        let before = Set(old.grades.map { EntryName($0).villageName })
        let after = Set(new.grades.map { EntryName($0).villageName })
        var aliases: [VillageName: [Alias]] = [:]
        for alias in new.aliases {
            let name = VillageName(township: alias.township, village: alias.village)
            let former = VillageName(township: alias.township, village: alias.alias)
            guard before.contains(former), !after.contains(former), after.contains(name), !before.contains(name)
            else { continue }
            aliases[name, default: []].append(alias)
        }
        for alias in new.aliases {
            let name = VillageName(township: alias.township, village: alias.village)
            // Two old villages under one new name are a merger, and neither is the other.
            guard let only = aliases[name], only.count == 1, only[0] == alias else { continue }
            newNames[VillageName(township: alias.township, village: alias.alias)] = alias.village
            changes.append(
                .renamed(township: alias.township, old: alias.alias, new: alias.village, alias: alias))
        }
    }
}

extension Renamings {
    /// What the new edition calls what an old entry is about.
    func nameInNew(_ name: EntryName) -> EntryName {
        let village = newNames[name.villageName] ?? name.village
        return EntryName(township: name.township, village: village, part: name.part)
    }
}
