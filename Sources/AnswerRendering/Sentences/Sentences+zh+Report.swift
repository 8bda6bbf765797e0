import GradeModel
import SystemSupport

extension ChineseSentences {
    var reportLabels: ReportLabels {
        ReportLabels(store: "数据库", generation: "当前代", contents: "内容", edition: "版本")
    }

    func generation(file: String, layout: Int) -> String { "\(file)（布局\(layout)）" }

    func extent(counties: Int, editions: Int, villages: Int, entries: Int) -> String {
        "\(counties)个县，\(editions)个成果版本，\(villages)个村（社区），\(entries)条级别"
    }

    func edition(_ edition: ReportedEdition) -> String {
        var line = "\(edition.id)  \(shown(edition.county.name))，\(word(edition.issued))发布"
        if let date = edition.valuationDate, let years = edition.valuationYears {
            line += "，估价期日\(word(date))（距今\(years)年）"
        }
        if edition.origin == .unsigned { line += "，未签名导入" }
        return line + (edition.withdrawn.map { "，已撤回（\(word($0))得知）" } ?? "")
    }

    func listedFromWithdrawn(_ edition: EditionID, day: CalendarDate) -> String {
        "成果版本\(edition)已撤回：发布源不再列出（\(word(day))得知）"
    }

    func moreEditions(_ count: Int) -> String { "另有\(count)个版本，见 landgrade editions" }

    var generationLabels: GenerationLabels {
        GenerationLabels(generation: "代", made: "生成时间", editions: "成果版本数", bytes: "字节", state: "文件")
    }

    func word(_ state: GenerationRow.State) -> String {
        switch state {
        case .intact: "完好"
        case .changed: "已被改动"
        case .noChecksum: "没有校验文件"
        case .unreadable: "无法读取"
        }
    }

    var currentMark: String { "，当前代" }

    func badGeneration(_ given: ShownText) -> String {
        "“\(given)”不是数据库代：请写代的编号。已有各代用 landgrade generations 查看。"
    }

    func nowCurrent(generation: ShownText) -> String { "当前代现为\(generation)" }

    func alreadyCurrent(generation: ShownText) -> String { "\(generation)已是当前代" }

    func intact(generation: ShownText, digest: String) -> String { "\(generation)：完好，SHA-256 \(digest)" }

    func changed(generation: ShownText, expected: String, found: String) -> String {
        "\(generation)：文件已被改动（应为 \(expected)，实为 \(found)），请改用完好的一代或重新同步"
    }

    func otherRights(_ edition: EditionID, rights: ShownText, held: ShownText) -> String {
        "\(edition) 的权利类型是“\(rights)”，库中同一县的成果是“\(held)”，答复时无法区分，未导入；请用 --store 放入另一个数据库"
    }

    func noSideFile(path: ShownText) -> String { "\(path)：没有校验文件或其内容不符，无法核对" }

    func storeMade(path: ShownText) -> String { "已建立数据库：\(path)" }

    func storeExists(path: ShownText) -> String { "数据库已存在，未作改动：\(path)" }

    func imported(editions: [EditionID], generation: ShownText) -> String {
        "已导入\(editions.map(\.text).joined(separator: "、"))，当前代\(generation)"
    }

    func alreadyHeld(_ edition: EditionID) -> String { "\(edition)已在库中，内容相同，未作改动" }

    func conflicting(_ edition: EditionID) -> String {
        "\(edition)已在库中而内容不同；确要替换请加 --replace"
    }

    var importNeedsUnsigned: String { "该成果包没有签名，无从核实来源；确要导入请加 --unsigned，此后每个答复都会注明" }

    func unreadablePackage(path: ShownText, reason: ShownText) -> String { "\(path)：\(reason)" }
}
