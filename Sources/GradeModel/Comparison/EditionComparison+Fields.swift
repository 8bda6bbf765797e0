/// What is compared field by field.
extension EditionComparison {
    static func document(_ old: Edition, _ new: Edition) -> [EditionChange] {
        DocumentField.allCases.compactMap { field in
            let (before, after) = (old[field], new[field])
            return before == after ? nil : .document(field, old: before, new: after)
        }
    }

    static func townships(_ old: Edition, _ new: Edition) -> [EditionChange] {
        let before = Dictionary(old.townships.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.townships.map(\.name))
        let kept = new.townships.flatMap { township -> [EditionChange] in
            guard let known = before[township.name] else { return [.township(township.name, .came)] }
            return TownshipChange.Field.allCases.compactMap { field in
                known[field] == township[field]
                    ? nil : .township(township.name, .detail(field, old: known[field], new: township[field]))
            }
        }
        return kept + old.townships.filter { !after.contains($0.name) }.map { .township($0.name, .went) }
    }

    static func definitions(_ old: Edition, _ new: Edition) -> [EditionChange] {
        LandType.allCases.flatMap { landType in
            let before = old.definitions.first { $0.landType == landType }
            let after = new.definitions.first { $0.landType == landType }
            return DefinitionField.allCases.compactMap { field -> EditionChange? in
                let (before, after) = (before.flatMap { $0[field] }, after.flatMap { $0[field] })
                return before == after ? nil : .definition(landType, field, old: before, new: after)
            }
        }
    }

    static func prices(_ old: Edition, _ new: Edition) -> [EditionChange] {
        LandType.allCases.flatMap { landType in
            let before = old.prices.filter { $0.landType == landType }
            let after = new.prices.filter { $0.landType == landType }
            var subtypes: [String?] = []
            for price in after + before where !subtypes.contains(price.subtype) { subtypes.append(price.subtype) }
            return subtypes.flatMap { subtype in
                prices(
                    landType, subtype, before.filter { $0.subtype == subtype }, after.filter { $0.subtype == subtype })
            }
        }
    }

    /// The amounts of one sub type of one land type. Where the document prints an amount is not compared.
    private static func prices(
        _ landType: LandType, _ subtype: String?, _ old: [BasePrice], _ new: [BasePrice]
    ) -> [EditionChange] {
        Set((old + new).map(\.grade)).sorted().compactMap { grade -> EditionChange? in
            let (before, after) = (old.first { $0.grade == grade }, new.first { $0.grade == grade })
            let isSame = before?.amount == after?.amount && before?.unit == after?.unit
            return isSame ? nil : .price(landType, subtype: subtype, grade, old: before, new: after)
        }
    }

    /// Where the document prints a rate is not compared.
    static func rates(_ old: Edition, _ new: Edition) -> [EditionChange] {
        LandType.allCases.flatMap { landType in
            let before = old.rates.filter { $0.landType == landType }
            let after = new.rates.filter { $0.landType == landType }
            var subtypes: [String?] = []
            for rate in after + before where !subtypes.contains(rate.subtype) { subtypes.append(rate.subtype) }
            return subtypes.compactMap { subtype -> EditionChange? in
                let (old, new) = (before.first { $0.subtype == subtype }, after.first { $0.subtype == subtype })
                return old?.percent == new?.percent ? nil : .rate(landType, subtype: subtype, old: old, new: new)
            }
        }
    }

    static func aliases(_ old: Edition, _ new: Edition) -> [EditionChange] {
        func same(_ a: Alias, _ b: Alias) -> Bool {
            a.township == b.township && a.alias == b.alias && a.village == b.village && a.kind == b.kind
        }
        let came = new.aliases.filter { alias in !old.aliases.contains { same($0, alias) } }
        let went = old.aliases.filter { alias in !new.aliases.contains { same($0, alias) } }
        return came.map(EditionChange.aliasCame) + went.map(EditionChange.aliasWent)
    }

    /// An erratum is about one document and its number counts in that one only: E1 of the next document is another. So
    /// they are held against each other where the two are one edition, corrected; else the old ones went and the new
    /// ones came.
    static func errata(_ old: Edition, _ new: Edition) -> [EditionChange] {
        let isOneEdition = old.id == new.id
        let came = new.errata.flatMap { erratum -> [EditionChange] in
            guard isOneEdition, let known = old.errata.first(where: { $0.id == erratum.id }) else {
                return [.erratum(id: erratum.id, .status, old: nil, new: erratum)]
            }
            return ErratumField.allCases.filter { known[$0] != erratum[$0] }
                .map { .erratum(id: erratum.id, $0, old: known, new: erratum) }
        }
        let went = old.errata.filter { erratum in
            !isOneEdition || !new.errata.contains { $0.id == erratum.id }
        }
        return came + went.map { .erratum(id: $0.id, .status, old: $0, new: nil) }
    }
}

extension Erratum {
    /// The text of one of its columns.
    public subscript(field: ErratumField) -> String {
        switch field {
        case .status: status.rawValue
        case .printed: printed
        case .held: held
        case .evidence: evidence
        }
    }
}

extension Edition {
    fileprivate subscript(field: DocumentField) -> String? {
        switch field {
        case .number: document.number
        case .registration: document.registration
        case .title: document.title
        case .issuer: document.issuer
        case .issued: document.issued.description
        case .publication: document.publication
        case .effective: document.effective?.description
        case .expires: document.expires?.description
        case .rights: rights
        case .factorTables: document.factorTables
        case .county: county.name
        case .province: county.province
        case .prefecture: county.prefecture
        }
    }
}

extension Definition {
    fileprivate subscript(field: DefinitionField) -> String? {
        switch field {
        case .rights: rights
        case .termYears: termYears.map(String.init)
        case .term: term
        case .infrastructure: infrastructure
        case .valuationDate: valuationDate.description
        }
    }
}

extension TownshipEntry {
    /// An empty pinyin is one not known.
    fileprivate subscript(field: TownshipChange.Field) -> String? {
        switch field {
        case .pinyin: pinyin.isEmpty ? nil : pinyin
        case .code: code
        case .order: String(order)
        }
    }
}
