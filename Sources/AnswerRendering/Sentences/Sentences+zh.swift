import GradeModel
import SystemSupport

/// The Chinese sentences. No file of the module but this and its extensions has Chinese prose.
struct ChineseSentences: Sentences {
    // MARK: Messages

    var noHome: String { "不知道数据库在哪里：请用 --store 指定文件夹，或设置环境变量 LANDGRADE_STORE。" }

    func noStore(path: ShownText) -> String {
        "找不到数据库：\(path)。请先运行 landgrade init --store \(ShellWord.quoted(path.text)) 建立。"
    }

    func unreadableStore(path: ShownText, reason: ShownText) -> String { "无法读取数据库：\(path)（\(reason)）。" }

    func changedPage(path: ShownText) -> String {
        "数据库已损坏：\(path)（有一页与其校验值不符）。请删除后运行 landgrade init 重建。"
    }

    func damagedStore(path: ShownText, detail: ShownText) -> String {
        "数据库已损坏：\(path)（\(detail)）。请删除后运行 landgrade init 重建。"
    }

    func truncatedStore(path: ShownText) -> String { "数据库文件不完整，尾部缺失：\(path)。请删除后运行 landgrade init 重建。" }

    func notADatabase(path: ShownText) -> String { "不是 SQLite 数据库：\(path)。" }

    func foreignStore(path: ShownText) -> String { "是其他程序的数据库，不是 landgrade 的：\(path)。" }

    func newerStore(path: ShownText, layout: Int) -> String {
        "数据库由更新版本的 landgrade 建立（格式\(layout)）：\(path)。请升级程序。"
    }

    func olderStore(path: ShownText, layout: Int) -> String {
        "数据库由早期版本的 landgrade 建立（格式\(layout)），本版本不再读取：\(path)。请删除后运行 landgrade init 重建。"
    }

    func badLinkTarget(link: ShownText, target: ShownText) -> String {
        "链接 \(link) 指向 \(target)，不是同一文件夹中的数据库代，未打开。"
    }

    func danglingLink(link: ShownText, target: ShownText) -> String {
        "链接 \(link) 指向的 \(target) 不存在。请运行 landgrade init 建立。"
    }

    func noCurrentLink(path: ShownText) -> String {
        "数据库文件夹中没有 current.sqlite 链接：\(path)。请运行 landgrade init 建立。"
    }

    func unwritableStore(path: ShownText, reason: ShownText) -> String { "无法写入数据库文件夹：\(path)（\(reason)）。" }

    func busyStore(path: ShownText) -> String { "另一个进程正在更新数据库：\(path)。" }

    func noSpace(path: ShownText) -> String { "磁盘空间不足：\(path)。" }

    func networkStore(path: ShownText, kind: String) -> String {
        "数据库位于网络文件系统（\(kind)），无法保证安全更新：\(path)。请在磁盘所在的机器上更新；在本机查询不受影响。"
    }

    func notDurable(path: ShownText, reason: ShownText) -> String {
        "已更新，但未能确认写入磁盘：\(path)（\(reason)）。"
    }

    func noGeneration(_ number: Int) -> String { "没有第\(number)代数据库。" }

    func seedBuilt(path: ShownText) -> String { "首次使用：已用内置成果建立数据库 \(path)。" }

    func emptyArgument(_ argument: ArgumentName) -> String { "\(word(argument))不能为空。" }

    func argumentTooLong(_ argument: ArgumentName, length: Int, limit: Int) -> String {
        "\(word(argument))过长：\(length)字节，最多\(limit)字节。"
    }

    func unknownLandType(_ given: ShownText) -> String {
        "不认识的土地类型“\(given)”：可用 园地、林地、草地，或 orchard、forest、grassland。"
    }

    func badDate(_ given: ShownText) -> String { "日期“\(given)”不对：请写成 2025-01-23 的样子，并且确有这一天。" }

    func unknownCounty(_ given: ShownText) -> String { "没有收录“\(given)”这个县。已收录的县用 landgrade editions 查看。" }

    func unknownTownship(_ given: ShownText) -> String { "没有名为“\(given)”的乡镇（街道）。" }

    func noEdition(county: ShownText?, date: CalendarDate?) -> String {
        let place = county.map { "“\($0)”" } ?? ""
        guard let date else { return "\(place)没有成果版本。" }
        return "\(place)在\(word(date))没有适用的成果版本。"
    }

    func notDefined(_ landType: LandType) -> String { "现行成果没有定义\(word(landType))的基准地价内涵。" }

    func nearNames(_ names: [ShownText]) -> String {
        "名称相近的有：\(names.map(\.text).joined(separator: "、"))（仅供参考，未作替换）。"
    }

    private func word(_ argument: ArgumentName) -> String {
        switch argument {
        case .county: "县"
        case .township: "乡镇名称"
        case .village: "村（社区）名称"
        case .address: "地址"
        case .landType: "土地类型"
        case .date: "日期"
        }
    }

    // MARK: Words

    let labels = AnswerLabels(
        match: "匹配", asOf: "时点", reading: "口径", origin: "来源", withdrawn: "撤回", editionRights: "权利类型",
        definition: "基准地价内涵", rights: "权利状况",
        term: "使用年期", infrastructure: "基本设施", valuationDate: "估价期日", basePrice: "基准地价",
        citation: "引用（下一行可直接粘贴到报告）", printed: "原文：", held: "采用：", evidence: "依据：")

    func word(_ landType: LandType) -> String { landType.name }

    func word(_ grade: Grade) -> String { grade.label }

    func word(_ kind: PlaceKind) -> String { kind.label }

    func word(_ date: CalendarDate) -> String { date.chinese }

    func enumeration(_ items: [String]) -> String { items.joined(separator: "、") }

    func byLandType(_ values: [(landTypes: [LandType], value: String)]) -> String {
        values.map { "\(enumeration($0.landTypes.map(word)))：\($0.value)" }.joined(separator: "；")
    }

    func years(_ count: Int) -> String { "\(count)年" }

    func term(_ definition: Definition) -> String {
        let years = definition.termYears.map(years)
        guard let term = definition.term.map(shown) else { return years ?? "" }
        return term + (years.map { "（\($0)）" } ?? "")
    }

    // MARK: Found

    func heading(_ match: PlaceMatch) -> String {
        let township = "\(shown(match.county.name)) \(shown(match.township))"
        guard let place = match.place else { return "\(township)（整个乡镇）" }
        let names = "\(township) \(shown(place.village))"
        let kind = word(place.kind)
        // 芙蓉村 says itself that it is a village.
        return place.village.hasSuffix(kind) ? names : "\(names)（\(kind)）"
    }

    func rule(_ match: PlaceMatch) -> String {
        let rule =
            switch match.rule {
            case .exact: "名称完全一致"
            case .normalized: "按规范写法一致（全半角、空格、繁简、村（居）委会等机关后缀不计）"
            case .alias: "按别名查得"
            case .townshipOmitted: "未写乡镇，全县只此一处"
            case .suffixOmitted: "省略了“村”“社区”“镇”等字，同名的只此一处"
            case .address: "从地址或带有上级名称、组、门牌的写法中认出"
            case .pinyin: "按拼音一致"
            case .township: "按乡镇查得；所写的村名不在已知村名之中，未经核对"
            }
        guard let alias = match.alias else { return rule }
        return "\(rule)：“\(shown(alias.alias))”是别名（\(word(alias.kind))，来源：\(shown(alias.source))）"
    }

    func word(_ kind: AliasKind) -> String {
        switch kind {
        case .misprint: "印误"
        case .registerName: "名录用名"
        case .committeeName: "村（居）委会名称"
        case .formerName: "曾用名"
        }
    }

    func origin(_ origin: EditionOrigin) -> String {
        switch origin {
        case .builtIn: "随程序内置"
        case .unsigned: "【未签名】人工导入，没有核验签名"
        case .feed(let source): "发布源 \(shown(source))，签名已核验"
        }
    }

    func withdrawn(_ day: CalendarDate) -> String { "【已撤回】发布源不再列出本成果（\(word(day))得知）" }

    func asOf(_ date: CalendarDate) -> String { "\(word(date))适用的成果" }

    var asPrinted: String { "按原文印字（--as-printed）" }

    func disputeMark(_ status: ErratumStatus?) -> String {
        switch status {
        case .proposed, nil: "【有争议，待核】"
        case .confirmed: "【与原文印字不同，勘误已核实】"
        case .rejected: "【有争议，勘误已否定】"
        }
    }

    func dispute(_ dispute: Dispute) -> String {
        let reading = dispute.asPrinted ? "按原文印字答\(word(dispute.printed))" : "原文印作\(word(dispute.printed))"
        let basis =
            dispute.erratum.map {
                "勘误\(shown($0.id))，\(word($0.status))" + (dispute.isRepeated ? "，依据见上" : "")
            } ?? "没有勘误记录"
        return "\(reading)，本库采用\(word(dispute.held))（\(basis)）。"
    }

    private func word(_ status: ErratumStatus) -> String {
        switch status {
        case .proposed: "待核"
        case .confirmed: "已核实"
        case .rejected: "已否定"
        }
    }

    func erratum(_ erratum: Erratum) -> String { "另有勘误\(shown(erratum.id))（\(word(erratum.status))）。" }

    func notListed(_ landType: LandType, table: String?) -> String {
        "未列入：\(table.map(shown) ?? word(landType) + "级别表")没有列出此处。"
    }

    func notPublished(_ answer: LandTypeAnswer) -> String {
        let name = word(answer.landType)
        if answer.isPriced { return "未公布：本成果公布了\(name)各级的基准地价，没有公布哪些村是哪一级。" }
        return answer.definition != nil
            ? "未公布：本成果只定义了\(name)的基准地价内涵，没有公布\(name)级别。" : "未公布：本成果没有涉及\(name)。"
    }

    var noAmount: String { "本成果未公布价格" }

    // MARK: Not found, or not one

    func ambiguous(_ place: PlaceQuestion, count: Int) -> String { "\(quoted(place))对应\(count)处：" }

    var askAgain: String { "请写明其中一处再查，例如：" }

    func unknownVillage(_ place: PlaceQuestion) -> String {
        switch place {
        case .names(let township?, let village): "\(quoted(township))没有名为\(quoted(village))的村（社区）。"
        case .names(nil, let village): "没有查到名为\(quoted(village))的村（社区）。"
        case .address: "地址\(quoted(place))中没有认出村（社区）。"
        }
    }

    func townshipOnly(_ townships: [String]) -> String {
        "\(townships.joined(separator: "、"))是乡镇（街道），没有写村（社区）。"
    }

    func unknownTownship(_ place: PlaceQuestion) -> String {
        switch place {
        case .names(let township?, _): unknownTownship(ShownText(township, columns: 60))
        case .names(nil, _), .address: "\(quoted(place))中没有认出乡镇（街道）。"
        }
    }

    func unknownCounty(_ question: Question) -> String {
        if let county = question.county { return unknownCounty(ShownText(county, columns: 60)) }
        return "没有收录\(quoted(question.place))所在的县。已收录的县用 landgrade editions 查看。"
    }

    func noEdition(_ question: Question) -> String {
        noEdition(county: question.county.map { ShownText($0, columns: 60) }, date: question.asOf)
    }

    private func quoted(_ text: String) -> String { "“\(ShownText(text, columns: 60))”" }

    private func quoted(_ place: PlaceQuestion) -> String {
        switch place {
        case .names(let township?, let village): quoted(township + " " + village)
        case .names(nil, let village): quoted(village)
        case .address(let address): quoted(address)
        }
    }

    // MARK: Citation

    func citation(_ citation: CitedEdition) -> String {
        let document = citation.document
        var details = [shown(document.number)]
        if let registration = document.registration { details.append("登记号\(shown(registration))") }
        details.append("\(word(document.issued))发布")
        if let publication = document.publication { details.append("载\(shown(publication))") }
        if let effective = document.effective { details.append("\(word(effective))起施行") }
        if let expires = document.expires { details.append("有效期至\(word(expires))") }
        if let rights = citation.rights { details.append("\(labels.editionRights)：\(shown(rights))") }
        var line = "\(shown(document.issuer))：《\(shown(document.title))》（\(details.joined(separator: "，"))）"
        let dates = citation.valuationDates
        if dates.count == 1 {
            line += "，估价期日\(word(dates[0].value))"
        } else if dates.count > 1 {
            line += "，估价期日\(byLandType(dates.map { ($0.landTypes, word($0.value)) }))"
        }
        line += "；" + citation.entries.map(cited).joined(separator: "，")
        for (landTypes, sources) in citation.prices {
            line += "，\(enumeration(landTypes.map(word)))基准地价见\(enumeration(sources.map { shown($0.description) }))"
        }
        let unsigned = citation.origin == .unsigned ? "（未签名导入）" : ""
        let withdrawn = citation.withdrawn.map { "（已撤回，\(word($0))得知）" } ?? ""
        return line + "；成果版本\(citation.id)\(unsigned)\(withdrawn)。"
    }

    private func cited(_ entry: CitedEntry) -> String {
        let name = enumeration(entry.landTypes.map(word))
        let source = entry.source.map { shown($0.description) }
        switch entry.outcome {
        case .notPublished: return "\(name)未公布级别" + (source.map { "（内涵见\($0)）" } ?? "")
        case .notListed: return source.map { "\(name)未列入\($0)" } ?? "\(name)未列入级别表"
        case .unknownVillage: return source.map { "\(name)不知（\($0)无此村名）" } ?? "\(name)不知（级别表无此村名）"
        case .graded, .disputed, .byPart, nil: break
        }
        let about = entry.scope == .township ? "（整个乡镇）" : entry.part.map { "（\(shown($0))）" } ?? ""
        let place = source.map { "\(name)\(about)见\($0)" } ?? "\(name)\(about)出处不详"
        guard let dispute = entry.dispute else { return place }
        let basis = dispute.erratum.map { "勘误\(shown($0.id))\(word($0.status))" } ?? "待核"
        let printed = word(dispute.printed)
        let held = word(dispute.held)
        return dispute.asPrinted
            ? "\(place)（取原文印字\(printed)，数据库采用\(held)，\(basis)）"
            : "\(place)（原文印作\(printed)，采用\(held)，\(basis)）"
    }

    // MARK: Lists

    let listLabels = ListLabels(
        county: "县", township: "乡镇", pinyin: "拼音", villages: "村（社区）数", village: "村（社区）", kind: "类别",
        landType: "土地类型", grade: "级别", disputed: "有争议", document: "文件", title: "标题", issue: "发布",
        publication: "刊登", inForce: "适用", effective: "施行日期", expires: "有效期至",
        wholeTownships: "整乡镇数", parts: "村内部分数", contents: "内容")

    var nothingListed: String { "没有符合条件的条目。" }

    func ungraded(_ landTypes: [LandType]) -> String { "\(enumeration(landTypes.map(word)))：未公布级别。" }

    var noEditionCell: String { "无成果版本" }

    var notPublishedCell: String { "未公布" }

    var notListedCell: String { "未列入" }

    func gradeCell(_ grade: Grade, isDisputed: Bool) -> String { word(grade) + (isDisputed ? " 有争议" : "") }

    func partCell(_ parts: [PartGrade]) -> String {
        parts.map { "\(shown($0.part))\(gradeCell($0.grade, isDisputed: $0.isDisputed))" }.joined(separator: "；")
    }

    var unknownVillageCell: String { "不知" }

    var wholeTownshipCell: String { "整个乡镇" }

    func editionHeading(_ id: EditionID, county: County) -> String { "\(id)  \(shown(county.name))" }

    func document(_ document: Document) -> String {
        shown(document.number) + (document.registration.map { "（登记号\(shown($0))）" } ?? "")
    }

    func issue(_ document: Document) -> String { "\(shown(document.issuer))，\(word(document.issued))" }

    var and: String { "；又" }

    func inForce(_ period: ForcePeriod?) -> String {
        guard let period else { return "任何一天都不适用" }
        return word(period.from) + "起" + (period.before.map { "，\(word($0))前" } ?? "")
    }

    func contents(_ contents: EditionContents) -> String {
        let entries = LandType.allCases.map { landType in
            word(landType) + (contents.entries[landType].map { "\($0)条" } ?? "未公布级别")
        }
        let whole = contents.wholeTownships == 0 ? "" : "（其中整体定级\(contents.wholeTownships)个）"
        return "\(contents.townships)个乡镇（街道）\(whole)，\(contents.villages)个村（社区）；\(entries.joined(separator: "，"))；"
            + "其中有争议\(contents.disputed)条；" + (contents.prices == 0 ? "未公布价格" : "价格\(contents.prices)项")
    }
}
