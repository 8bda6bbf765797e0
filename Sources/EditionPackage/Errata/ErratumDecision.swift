public import GradeModel
public import SystemSupport

/// What a person with the printed document found about a proposed erratum.
public enum ErratumDecision: String, CaseIterable, Sendable {
    /// The erratum is right: what is held stands.
    case confirmed
    /// The erratum is wrong: what the document prints stands.
    case rejected

    public var status: ErratumStatus { self == .confirmed ? .confirmed : .rejected }

    /// In front of what the person found, behind the evidence there was. Data of a Chinese document, like the rest of it.
    var mark: String { self == .confirmed ? "【已核实】" : "【已否定】" }
}

public enum ErratumError: Error, Hashable, Sendable {
    case unknown(String, known: [String])
    /// Undoing a decision would mean to know what was held before: that is a change by hand.
    case decided(String, ErratumStatus)
    /// Empty, or not fit for a cell behind what is there.
    case evidence
}

extension ErratumError: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .unknown(let id, let known):
            language.pick(
                zh: "没有勘误 \(id)；现有：\(known.isEmpty ? "无" : known.joined(separator: "、"))",
                en: "no erratum \(id); there are: \(known.isEmpty ? "none" : known.joined(separator: ", "))")
        case .decided(let id, let status):
            language.pick(
                zh: "\(id) 已\(status == .confirmed ? "核实" : "否定")；要改动，请直接修改各表后重新封装",
                en: "\(id) is \(status.rawValue) already; change the tables by hand and seal them")
        case .evidence:
            language.pick(
                zh: "依据连同已有内容须为\(ExpectedValue.text.sentence(in: .zh))",
                en: "the evidence, with what is there already, must be \(ExpectedValue.text.sentence(in: .en))")
        }
    }
}

extension Edition {
    /// The edition after a person has decided about one proposed erratum.
    ///
    /// - Confirmed: only the status changes. The entries keep the grade held, the printed one and the erratum beside it,
    ///   and are in dispute no more (`Disputes`).
    /// - Rejected: the entries go back to what is printed. The grade held becomes the printed one; a name held in place
    ///   of the one in the entry's own row becomes that name, which is then no alias any more. Other aliases of the name
    ///   stay with it as long as an entry has it, else they follow. The entries still name the erratum.
    public func deciding(
        _ id: String, _ decision: ErratumDecision, evidence: String
    ) throws(ErratumError) -> Edition {
        guard let index = errata.firstIndex(where: { $0.id == id }) else {
            throw .unknown(id, known: errata.map(\.id))
        }
        let erratum = errata[index]
        guard erratum.status == .proposed else { throw .decided(id, erratum.status) }
        let all = erratum.evidence + decision.mark + evidence
        guard Grammar.isText(evidence), Grammar.isText(all) else { throw .evidence }
        var edition = self
        edition.errata[index] = Erratum(
            id: id, printed: erratum.printed, held: erratum.held, evidence: all, status: decision.status)
        if decision == .rejected { edition.takeBack(id) }
        return edition
    }

    private mutating func takeBack(_ id: String) {
        // The name printed in a row, where another is held.
        var printed: [EntryPlace: String] = [:]
        for alias in aliases {
            printed[EntryPlace(township: alias.township, village: alias.village, source: alias.source)] = alias.alias
        }
        var renamed: [VillageName: String] = [:]
        grades = grades.map { entry in
            guard entry.erratum == id else { return entry }
            var village = entry.village
            if let held = entry.village {
                let place = EntryPlace(township: entry.township, village: held, source: entry.source.description)
                if let name = printed[place], name != held {
                    village = name
                    renamed[VillageName(township: entry.township, village: held)] = name
                }
            }
            return GradeEntry(
                landType: entry.landType, township: entry.township, village: village, part: entry.part,
                kind: entry.kind,
                grade: entry.printedGrade, printedGrade: entry.printedGrade, erratum: id, source: entry.source)
        }
        let held = Set(
            grades.compactMap { entry in
                entry.village.map { VillageName(township: entry.township, village: $0) }
            })
        aliases = aliases.compactMap { alias in
            guard let name = renamed[VillageName(township: alias.township, village: alias.village)] else {
                return alias
            }
            if alias.alias == name { return nil }
            if held.contains(VillageName(township: alias.township, village: alias.village)) { return alias }
            return Alias(
                township: alias.township, alias: alias.alias, village: name, kind: alias.kind, source: alias.source)
        }
    }
}

private struct EntryPlace: Hashable {
    let township: String
    let village: String
    let source: String
}

extension EditionPackage {
    /// The same package with one erratum decided, sealed again; what does not change keeps its bytes.
    ///
    /// Throws `ErratumError`, or `PackageError` for a package that does not read.
    public static func deciding(
        _ id: String, _ decision: ErratumDecision, evidence: String, in files: EditionFiles
    ) throws -> EditionFiles {
        let before = try read(files, origin: .unsigned).edition
        let after = try before.deciding(id, decision, evidence: evidence)
        var tables = files.files.filter { $0.key != EditionFiles.descriptor }
        tables[ErratumTable.file] = ErratumTable.bytes(after.errata)
        if after.grades != before.grades { tables[GradeTable.file] = GradeTable.bytes(after.grades) }
        if after.aliases != before.aliases { tables[AliasTable.file] = AliasTable.bytes(after.aliases) }
        let package = try DataPackage(try files.bytes(EditionFiles.descriptor), sealed: true)
        let decided = try seal(tables: tables, after, extra: package.extra)
        _ = try read(decided, origin: .unsigned)
        return decided
    }
}
