public import GradeModel
public import SystemSupport

/// What a command says beside its output, or in place of it, when no error of the store stands for it.
public enum Notice: Worded, Hashable {
    // Arguments
    case emptyArgument(ArgumentName)
    /// Lengths in bytes.
    case argumentTooLong(ArgumentName, length: Int, limit: Int)
    case unknownLandType(String)
    case badDate(String)
    case badArea(String, LandArea.Fault)
    /// A generation is named by its number.
    case badGeneration(String)
    /// Not of the form of an edition's id.
    case badEditionID(String)

    // What is not held
    case unknownCounty(String)
    case unknownTownship(String)
    /// No edition of `county` was in force at `date`; nil: every county, and today.
    case noEdition(county: String?, date: CalendarDate?)
    case unknownEdition(EditionID)
    /// The edition in force has no definition of this land type.
    case notDefined(LandType)
    /// The edition that a list is made from was withdrawn; `day` is when that was seen.
    case listedFromWithdrawn(EditionID, day: CalendarDate)
    /// Near names, offered and never taken; at least one.
    case nearNames([String])

    // The store
    /// On the first use the built-in editions were written there.
    case seedBuilt(path: String)
    case storeMade(path: String)
    case storeExists(path: String)
    case nowCurrent(generation: String)
    case alreadyCurrent(generation: String)
    case imported([EditionID], generation: String)
    case alreadyHeld(EditionID)
    case conflicting(EditionID)
    /// An edition package by itself proves nothing of where it comes from.
    case importNeedsUnsigned

    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .emptyArgument(let argument):
            language.pick(
                zh: "\(argument.sentence(in: language))不能为空。", en: "The \(argument.sentence(in: language)) is empty.")
        case .argumentTooLong(let argument, let length, let limit):
            language.pick(
                zh: "\(argument.sentence(in: language))过长：\(length)字节，最多\(limit)字节。",
                en: "The \(argument.sentence(in: language)) is too long: \(length) bytes, at most \(limit).")
        case .unknownLandType(let given):
            language.pick(
                zh: "不认识的土地类型\(language.quoted(given))：可用 园地、林地、草地，或 orchard、forest、grassland。",
                en:
                    "Unknown land type \(language.quoted(given)): use orchard, forest or grassland, or the Chinese names."
            )
        case .badDate(let given):
            language.pick(
                zh: "日期\(language.quoted(given))不对：日期格式应为 2025-01-23，且须为有效日期。",
                en: "\(language.quoted(given)) is no date: write it like 2025-01-23, a day that exists.")
        case .badArea(let given, let fault): language.badArea(given, fault)
        case .badGeneration(let given):
            language.pick(
                zh: "\(language.quoted(given))不是数据批次：应为批次编号。已有各批用 landgrade generations 查看。",
                en: "\(language.quoted(given)) is no generation: give its number. See them with: landgrade generations")
        case .badEditionID(let given):
            language.pick(
                zh: "\(language.quoted(given))不是成果版本编号：格式应为 430624-2025-1。\(language.seeEditions)",
                en: """
                    \(language.quoted(given)) is no edition id: write it like 430624-2025-1.\(language.seeEditions)
                    """)
        case .unknownCounty(let given):
            language.pick(
                zh: "没有收录\(language.quoted(given))这个县。\(language.seeCounties)",
                en: "No county \(language.quoted(given)) is held.\(language.seeCounties)")
        case .unknownTownship(let given):
            language.pick(
                zh: "没有名为\(language.quoted(given))的乡镇（街道）。", en: "There is no township \(language.quoted(given)).")
        case .noEdition(let county, let date?):
            language.pick(
                zh: "\(county.map { language.quoted($0) } ?? "")在\(language.word(date))没有适用的成果版本。",
                en:
                    "No edition\(county.map { " of " + language.quoted($0) } ?? "") was in force on \(language.word(date))."
            )
        case .noEdition(let county, nil):
            language.pick(
                zh: "\(county.map { language.quoted($0) } ?? "")没有成果版本。",
                en: "No edition\(county.map { " of " + language.quoted($0) } ?? "") is held.")
        case .unknownEdition(let edition):
            language.pick(
                zh: "库中没有成果版本\(edition)。\(language.seeEditions)",
                en: "Edition \(edition) is not in the store.\(language.seeEditions)")
        case .notDefined(let landType):
            language.pick(
                zh: "现行成果没有定义\(language.word(landType))的基准地价内涵。",
                en: "The edition in force has no base-price definition for \(language.word(landType)).")
        case .listedFromWithdrawn(let edition, let day):
            language.pick(
                zh: "成果版本\(edition)已撤回：发布源不再列出（\(language.word(day))得知）",
                en: "edition \(edition) was withdrawn: its source lists it no longer (seen on \(language.word(day)))")
        case .nearNames(let names):
            language.pick(
                zh: "名称相近的有：\(names.joined(separator: "、"))（仅供参考，未作替换）。",
                en: "Near names, offered and not taken: \(names.joined(separator: ", ")).")
        case .seedBuilt(let path):
            language.pick(
                zh: "首次使用：已用内置成果建立数据库 \(path)。", en: "First use: the built-in editions were written to \(path).")
        case .storeMade(let path): language.pick(zh: "已建立数据库：\(path)", en: "store made: \(path)")
        case .storeExists(let path):
            language.pick(zh: "数据库已存在，未作改动：\(path)", en: "there is a store already, left as it is: \(path)")
        case .nowCurrent(let generation):
            language.pick(zh: "当前批次现为\(generation)", en: "the current generation is \(generation)")
        case .alreadyCurrent(let generation):
            language.pick(zh: "\(generation)已是当前批次", en: "\(generation) is the current generation already")
        case .imported(let editions, let generation):
            language.pick(
                zh: "已导入\(editions.map(\.text).joined(separator: "、"))，当前批次\(generation)",
                en: "imported \(editions.map(\.text).joined(separator: ", ")); the current generation is \(generation)")
        case .alreadyHeld(let edition):
            language.pick(
                zh: "\(edition)已在库中，内容相同，未作改动", en: "\(edition) is in the store already, with the same contents")
        case .conflicting(let edition):
            language.pick(
                zh: "\(edition)已在库中而内容不同；确要替换请加 --replace",
                en: "\(edition) is in the store with other contents; to put this one in its place add --replace")
        case .importNeedsUnsigned:
            language.pick(
                zh: "该成果包没有签名，无从核实来源；确要导入请加 --unsigned，此后每个答复都会注明",
                en: """
                    the package carries no signature, so nothing proves its source; to import it all the same add --unsigned, \
                    and every answer will say so
                    """)
        }
    }
}

/// What a user gave, for messages about it.
public enum ArgumentName: Worded, CaseIterable, Hashable {
    case county, township, village, address, landType, date

    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .county: language.pick(zh: "县", en: "county")
        case .township: language.pick(zh: "乡镇名称", en: "township")
        case .village: language.pick(zh: "村（社区）名称", en: "village")
        case .address: language.pick(zh: "地址", en: "address")
        case .landType: language.pick(zh: "土地类型", en: "land type")
        case .date: language.pick(zh: "日期", en: "date")
        }
    }
}
