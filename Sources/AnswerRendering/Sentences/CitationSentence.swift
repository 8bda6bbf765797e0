package import GradeModel
package import SystemSupport

extension Language {
    /// The tables that the grades of several villages are from, one answer of each land type.
    package func citation(ofTables answers: [LandTypeAnswer]) -> Sentence {
        CitationText.edition(ofTables: answers).map { citation($0) } ?? ""
    }

    /// One line, ready to paste into a report.
    package func citation(_ citation: CitedEdition) -> Sentence {
        let document = citation.document
        let details = details(of: citation)
        var line = pick(
            zh: "\(document.issuer)：《\(document.title)》（\(details.joined(separator: "，"))）",
            en: "\(document.issuer), \u{300A}\(document.title)\u{300B} (\(details.joined(separator: ", ")))")
        let dates = citation.valuationDates.map { (landTypes: $0.landTypes, value: word($0.value)) }
        if dates.count == 1 {
            line += pick(zh: "，估价期日\(dates[0].value)", en: ", valuation date \(dates[0].value)")
        } else if dates.count > 1 {
            line += pick(zh: "，估价期日\(byLandType(dates))", en: ", valuation dates \(byLandType(dates))")
        }
        let entries = citation.entries.map { cited($0) }
        line += pick(zh: "；\(entries.joined(separator: "，"))", en: "; \(entries.joined(separator: "; "))")
        for (landTypes, sources) in citation.prices {
            let names = enumeration(landTypes), rows = enumeration(sources.map { row($0) })
            line += pick(zh: "，\(names)基准地价见\(rows)", en: "; base price of \(names): \(rows)")
        }
        line += pick(zh: "；成果版本\(citation.id)", en: "; edition \(citation.id)")
        if citation.origin == .unsigned { line += pick(zh: "（未签名导入）", en: " (unsigned import)") }
        if let day = citation.withdrawn {
            line += pick(zh: "（已撤回，\(word(day))得知）", en: " (withdrawn, seen on \(word(day)))")
        }
        return line + pick(zh: "。", en: ".")
    }

    private func details(of citation: CitedEdition) -> [Sentence] {
        let document = citation.document
        var details: [Sentence] = ["\(document.number)"]
        if let number = document.registration { details.append(pick(zh: "登记号\(number)", en: "registration \(number)")) }
        details.append(pick(zh: "\(word(document.issued))发布", en: "issued \(word(document.issued))"))
        if let publication = document.publication {
            details.append(pick(zh: "载\(publication)", en: "in \(publication)"))
        }
        if let day = document.effective {
            details.append(pick(zh: "\(word(day))起施行", en: "in force from \(word(day))"))
        }
        if let day = document.expires { details.append(pick(zh: "有效期至\(word(day))", en: "valid until \(word(day))")) }
        if let rights = citation.rights {
            details.append(pick(zh: "\(labels.editionRights)：\(rights)", en: "rights type \(rights)"))
        }
        return details
    }

    private func row(_ row: TableRow) -> Sentence {
        pick(zh: "\(row.description)", en: "\(row.table)" + (row.row.map { " row \($0)" } ?? ""))
    }

    private func cited(_ entry: CitedEntry) -> Sentence {
        let name = enumeration(entry.landTypes)
        let source = entry.source.map { row($0) }
        switch entry.outcome {
        case .notPublished:
            return pick(zh: "\(name)未公布级别", en: "\(name): no grades published")
                + (source.map { pick(zh: "（内涵见\($0)）", en: " (defined in \($0))") } ?? "")
        case .notListed:
            let table = source ?? pick(zh: "级别表", en: "its table")
            return pick(zh: "\(name)未列入\(table)", en: "\(name): not listed in \(table)")
        case .unknownVillage:
            let table = source ?? pick(zh: "级别表", en: "its table")
            return pick(zh: "\(name)不知（\(table)无此村名）", en: "\(name): unknown, no such village in \(table)")
        case .graded, .disputed, .byPart, nil: return graded(entry, name, source)
        }
    }

    private func graded(_ entry: CitedEntry, _ name: Sentence, _ source: Sentence?) -> Sentence {
        let about =
            entry.scope == .township
            ? pick(zh: "（整个乡镇）", en: " (the township as a whole)")
            : entry.part.map { pick(zh: "（\($0)）", en: " (\($0))") } ?? ""
        let place =
            source.map { pick(zh: "\(name)\(about)见\($0)", en: "\(name)\(about): \($0)") }
            ?? pick(zh: "\(name)\(about)出处不详", en: "\(name)\(about): place unknown")
        guard let dispute = entry.dispute else { return place }
        let basis =
            dispute.erratum.map { pick(zh: "勘误\($0.id)\(word($0.status))", en: "erratum \($0.id) \(word($0.status))") }
            ?? word(.proposed)
        let printed = word(dispute.printed), held = word(dispute.held)
        return dispute.asPrinted
            ? pick(
                zh: "\(place)（取原文印字\(printed)，数据库采用\(held)，\(basis)）",
                en: "\(place) (\(printed) as printed, held as \(held), \(basis))")
            : pick(
                zh: "\(place)（公报文本标为\(printed)，采用\(held)，\(basis)）",
                en: "\(place) (printed \(printed), held as \(held), \(basis))")
    }
}
