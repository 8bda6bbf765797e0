import GradeModel
import SystemSupport

extension ChineseSentences {
    func badEditionID(_ given: ShownText) -> String {
        "“\(given)”不是成果版本编号：请写成 430624-2025-1 的样子。已有版本用 landgrade editions 查看。"
    }

    func unknownEdition(_ edition: EditionID) -> String {
        "库中没有成果版本\(edition)。已有版本用 landgrade editions 查看。"
    }

    func otherCounty(old: ShownText, new: ShownText) -> String {
        "两个版本不属于同一个县（\(old)、\(new)），无从比较。"
    }

    var olderEdition: String { "旧" }
    var newerEdition: String { "新" }
    var olderSource: String { "旧出处" }
    var newerSource: String { "新出处" }
    var noDifferences: String { "没有差异。" }

    func comparedDocument(_ document: Document) -> String {
        "\(shown(document.number))，\(word(document.issued))发布"
    }

    func heading(_ kind: EditionChange.Kind, count: Int) -> String {
        let name =
            switch kind {
            case .document: "文件"
            case .townshipCame: "新增乡镇（街道）"
            case .townshipWent: "不再有的乡镇（街道）"
            case .township: "乡镇（街道）细目"
            case .definition: "基准地价内涵"
            case .price: "基准地价"
            case .scope: "定级单元粗细变化"
            case .moved: "级别变动"
            case .came: "新增村（社区）"
            case .went: "不再有的村（社区）"
            case .listed: "原有村（社区）新列入表"
            case .unlisted: "原有村（社区）不再列入表"
            case .disputed: "级别未变，转为有争议"
            case .settled: "级别未变，不再有争议"
            case .renamed: "更名"
            case .placeKind: "类别"
            case .aliasCame: "新增别名"
            case .aliasWent: "不再有的别名"
            case .erratum: "勘误"
            }
        return "\(name)：\(count)"
    }

    func word(_ field: DocumentField) -> String {
        switch field {
        case .number: "文号"
        case .registration: "登记号"
        case .title: "标题"
        case .issuer: "发布机关"
        case .issued: "发布日期"
        case .publication: "刊登"
        case .effective: "施行日期"
        case .expires: "有效期至"
        case .rights: labels.editionRights
        case .county: "县"
        case .province: "省"
        case .prefecture: "市（州）"
        }
    }

    func word(_ field: DefinitionField) -> String {
        switch field {
        case .rights: labels.rights
        case .termYears: labels.term
        case .term: labels.term + "（原文）"
        case .infrastructure: labels.infrastructure
        case .valuationDate: labels.valuationDate
        }
    }

    func word(_ scope: GradeScope) -> String {
        switch scope {
        case .township: "按整个乡镇（街道）"
        case .village: "按整村（社区）"
        case .part: "按村内部分"
        }
    }

    func entryName(_ village: String?, part: String?) -> String {
        guard let village else { return "（整个乡镇）" }
        return shown(village) + (part.map { "（\(shown($0))）" } ?? "")
    }

    func word(_ field: TownshipChange.Field) -> String {
        switch field {
        case .pinyin: "拼音"
        case .code: "代码"
        case .order: "顺序"
        }
    }

    func word(_ field: ErratumField) -> String {
        switch field {
        case .status: "状态"
        case .printed: "原文"
        case .held: "采用"
        case .evidence: "依据"
        }
    }

    func statusWord(_ status: ErratumStatus) -> String {
        switch status {
        case .proposed: "待核"
        case .confirmed: "已核实"
        case .rejected: "已否定"
        }
    }

    func change(_ name: String, old: String?, new: String?) -> String {
        switch (old, new) {
        case (let old?, let new?): "\(name)：\(old) → \(new)"
        case (nil, let new?): "\(name)：新增，\(new)"
        case (let old?, nil): "\(name)：不再有，原为\(old)"
        case (nil, nil): name
        }
    }

    func added(_ name: String, _ text: String) -> String { "\(name)：补充\(text)" }

    func former(_ village: String) -> String { "（原\(village)）" }

    func renamed(township: String, old: String, new: String, _ alias: Alias) -> String {
        "\(township)：\(old) → \(new)（据新成果的别名，来源：\(shown(alias.source))）"
    }

    func compared(_ alias: Alias) -> String {
        "\(shown(alias.township))：\(shown(alias.alias))即\(shown(alias.village))（\(word(alias.kind))）"
    }

    func comparedErratum(printed: String, held: String) -> String { "；原文：\(printed)；采用：\(held)" }
}
