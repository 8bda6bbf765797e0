package import GradeModel
package import SystemSupport

/// What `diff` says.
extension Language {
    var olderEdition: Sentence { pick(zh: "旧", en: "old") }
    var newerEdition: Sentence { pick(zh: "新", en: "new") }
    var olderSource: Sentence { pick(zh: "旧出处", en: "old row") }
    var newerSource: Sentence { pick(zh: "新出处", en: "new row") }
    package var noDifferences: Sentence { pick(zh: "没有差异。", en: "No differences.") }

    func comparedDocument(_ document: Document) -> Sentence {
        pick(
            zh: "\(document.number)，\(word(document.issued))发布",
            en: "\(document.number), issued \(word(document.issued))")
    }

    func heading(_ kind: EditionChange.Kind, count: Int) -> Sentence {
        pick(zh: "\(name(kind))：\(count)", en: "\(name(kind)): \(count)")
    }

    private func name(_ kind: EditionChange.Kind) -> Sentence {
        switch kind {
        case .document: pick(zh: "文件", en: "Document")
        case .townshipCame: pick(zh: "新增乡镇（街道）", en: "Townships that came")
        case .townshipWent: pick(zh: "不再有的乡镇（街道）", en: "Townships that went")
        case .township: pick(zh: "乡镇（街道）细目", en: "Townships, details")
        case .definition: pick(zh: "基准地价内涵", en: "Base-price definitions")
        case .price: pick(zh: "基准地价", en: "Base prices")
        case .rate: pick(zh: "还原率", en: "Capitalization rates")
        case .scope: pick(zh: "定级单元粗细变化", en: "Graded more finely, or less")
        case .moved: pick(zh: "级别变动", en: "Moved to another grade")
        case .came: pick(zh: "新增村（社区）", en: "Villages that came")
        case .went: pick(zh: "不再有的村（社区）", en: "Villages that went")
        case .listed: pick(zh: "原有村（社区）新列入表", en: "Known villages that a table took up")
        case .unlisted: pick(zh: "原有村（社区）不再列入表", en: "Known villages that a table dropped")
        case .disputed: pick(zh: "级别未变，转为待核", en: "Entries now in dispute, same grade")
        case .settled: pick(zh: "级别未变，不再待核", en: "Entries no longer in dispute, same grade")
        case .renamed: pick(zh: "更名", en: "Renamed")
        case .placeKind: pick(zh: "类别", en: "Kind of place")
        case .aliasCame: pick(zh: "新增别名", en: "Aliases that came")
        case .aliasWent: pick(zh: "不再有的别名", en: "Aliases that went")
        case .erratum: pick(zh: "勘误", en: "Errata")
        }
    }

    func word(_ field: DocumentField) -> Sentence {
        switch field {
        case .number: pick(zh: "文号", en: "document number")
        case .registration: pick(zh: "登记号", en: "registration")
        case .title: pick(zh: "标题", en: "title")
        case .issuer: pick(zh: "发布机关", en: "issuer")
        case .issued: pick(zh: "发布日期", en: "date of issue")
        case .publication: pick(zh: "刊登", en: "published in")
        case .effective: pick(zh: "施行日期", en: "in force from")
        case .expires: pick(zh: "有效期至", en: "valid until")
        case .rights: pick(zh: "权利类型", en: "rights type")
        case .factorTables: pick(zh: "因素修正系数表", en: "tables of correction factors")
        case .county: pick(zh: "县", en: "county")
        case .province: pick(zh: "省", en: "province")
        case .prefecture: pick(zh: "市（州）", en: "prefecture")
        }
    }

    func word(_ field: DefinitionField) -> Sentence {
        switch field {
        case .rights: pick(zh: "权利状况", en: "rights")
        case .termYears: pick(zh: "使用年期", en: "term in years")
        case .term: pick(zh: "使用年期（原文）", en: "term in words")
        case .infrastructure: pick(zh: "基本设施", en: "infrastructure")
        case .valuationDate: pick(zh: "估价期日", en: "valuation date")
        }
    }

    func word(_ scope: GradeScope) -> Sentence {
        switch scope {
        case .township: pick(zh: "按整个乡镇（街道）", en: "as a whole township")
        case .village: pick(zh: "按整村（社区）", en: "by whole villages")
        case .part: pick(zh: "按村内部分", en: "by parts of villages")
        }
    }

    func word(_ field: TownshipChange.Field) -> Sentence {
        switch field {
        case .pinyin: pick(zh: "拼音", en: "pinyin")
        case .code: pick(zh: "代码", en: "code")
        case .order: pick(zh: "顺序", en: "order")
        }
    }

    func word(_ field: ErratumField) -> Sentence {
        switch field {
        case .status: pick(zh: "状态", en: "status")
        case .printed: pick(zh: "原文", en: "printed")
        case .held: pick(zh: "采用", en: "held")
        case .evidence: pick(zh: "依据", en: "evidence")
        }
    }

    /// As a value of its own.
    package func statusWord(_ status: ErratumStatus) -> Sentence { pick(zh: word(status), en: "\(status.rawValue)") }

    /// A value that changed, came (no old one) or went (no new one).
    func change(_ name: Sentence, old: Sentence?, new: Sentence?) -> Sentence {
        switch (old, new) {
        case (let old?, let new?): pick(zh: "\(name)：\(old) → \(new)", en: "\(name): \(old) → \(new)")
        case (nil, let new?): pick(zh: "\(name)：新增，\(new)", en: "\(name): came, \(new)")
        case (let old?, nil): pick(zh: "\(name)：不再有，原为\(old)", en: "\(name): went, was \(old)")
        case (nil, nil): name
        }
    }

    /// Behind two prices: by how much the newer differs. Empty where one of them is missing.
    func percent(_ old: BasePrice?, _ new: BasePrice?) -> Sentence {
        guard let old, let new, let change = PriceChange(from: old, to: new) else { return "" }
        let sign = change.percent.hasPrefix("-") || change.percent == "0.00" ? "" : "+"
        return pick(zh: "（\(sign)\(change.percent)%）", en: " (\(sign)\(change.percent) %)")
    }

    /// A text that got more behind what there was.
    func added(_ name: Sentence, _ text: String) -> Sentence {
        pick(zh: "\(name)：补充\(text)", en: "\(name): added \(text)")
    }

    /// Behind a village's name: what it was called.
    func former(_ village: String) -> Sentence { pick(zh: "（原\(village)）", en: " (was \(village))") }

    func renamed(township: String, old: String, new: String, _ alias: Alias) -> Sentence {
        pick(
            zh: "\(township)：\(old) → \(new)（据新成果的别名，来源：\(alias.source)）",
            en: "\(township): \(old) → \(new) (the new edition's alias, source: \(alias.source))")
    }

    func compared(_ alias: Alias) -> Sentence {
        let kind = word(alias.kind)
        return pick(
            zh: "\(alias.township)：\(alias.alias)即\(alias.village)（\(kind)）",
            en: "\(alias.township): \(alias.alias) for \(alias.village) (\(kind))")
    }

    /// Behind an erratum's id and status: what it is about.
    func compared(_ erratum: Erratum) -> Sentence {
        pick(
            zh: "；原文：\(erratum.printed)；采用：\(erratum.held)", en: "; printed: \(erratum.printed); held: \(erratum.held)")
    }
}
