import SystemSupport

/// A word or sentence that stands in a page as it is; a template names it `{{w.name}}`.
enum PageWord: String, CaseIterable {
    // Around every page.
    case skip, sections
    // Search.
    case searchHeading, searchLabel, searchHint, searchButton, more, county, anyCounty, landType
    case anyLandType, asOf, asOfHint, asPrinted, suggestions, suggestionsHelp
    // Answers.
    case grades, disputedBadge, because, offered, nextSteps, citation, copy, copied, copyByHand, print, wholeTownship,
        choose
    case counties, edition, digest
    // Places.
    case chart, townships, villages, show, noEdition
    case allTownships, allGrades, gradeLabel, disputedLabel, anyDispute, onlyDisputed, noneDisputed, filterButton
    case historyHeading, historyLink, historyCurrent
    case clearFilter, nothingFound, downloadCSV, downloadXLSX, pages, previousPage, nextPage, allRows, byPage, legend
    // Maps.
    case mapOfCounty, mapLink, mapSkip, mapKeys, mapAsList
    // Amounts.
    case valueHeading, valueLandType, valueArea, valueUnit, valueYears, valueYearsHint, valueButton
    // Lists.
    case listsHeading, listsIntroduction, listsFile, listsDrop, listsFormats, listsPrivacy, listsOptions, listsLandType
    case listsCompare, listsNoCompare, listsCheck, listsResult, listsVerdict
    case listsCount, listsProblems, listsRow, listsNote, listsContent, listsSending, listsProgress
    case listsDone, listsDoneFine, listsFailed, listsNoFile, listsReading, listsNoGrade, listsCheckWorkbook,
        listsCheckCSV
    case listsAll, listsTownship, listsNoTownship, listsDownloadAll, listsDownloadFiltered, listsWorkbook, listsMaking
    case listsRows, listsShown, listsKept, listsLeft, listsFileName, pageBefore, pageAfter, pageNumber
    case readingHeading, readingShow, readingAuto, readingColumns, readingSample, readingAgain, readingReading
    // Editions.
    case editionsHeading, definitions, errata, erratum, errataNone, compareHeading, compareOld, compareNew,
        compareButton
    case compareNeedsTwo, compareResult, printed, held, evidence
    // The interface for programs.
    case docsHeading, docsParameter, docsMeaning, docsRequired, docsStatus, docsExample
    // What went wrong.
    case back
}

extension PageWord: Worded {
    func sentence(in language: Language) -> Sentence {
        switch self {
        case .skip: language.pick(zh: "跳到正文", en: "Skip to content")
        case .sections: language.pick(zh: "栏目", en: "Sections")
        case .searchHeading: language.pick(zh: "查一个村的土地级别", en: "Look up a village's land grades")
        case .searchLabel: language.pick(zh: "村名、地址或拼音", en: "Village, address or pinyin")
        case .searchHint:
            language.pick(
                zh: "可写村名、乡镇加村名、整条地址、拼音或首字母；也可写乡镇、县、土地类型（草地）或级别（一级园地）。",
                en:
                    "A village, a township and a village, a whole address, pinyin or initials; or a township, a county, a land type (草地), a grade (一级园地)."
            )
        case .searchButton: language.pick(zh: "查询", en: "Look up")
        case .more: language.pick(zh: "更多条件", en: "More conditions")
        case .county: language.pick(zh: "县", en: "County")
        case .anyCounty: language.pick(zh: "全部", en: "any")
        case .landType: language.pick(zh: "土地类型", en: "Land type")
        case .anyLandType: language.pick(zh: "全部", en: "all")
        case .asOf: language.pick(zh: "查询日期（按当日适用的成果）", en: "As of")
        case .asOfHint:
            language.pick(zh: "留空为现行成果。", en: "The edition in force on that day; empty: the one in force now.")
        case .asPrinted: language.pick(zh: "按公报所印级别显示（不采用勘误）", en: "Answer as printed (errata set aside)")
        case .suggestions: language.pick(zh: "名称建议", en: "Suggested names")
        case .suggestionsHelp: language.pick(zh: "按下箭头键选择建议。", en: "Choose one with the arrow keys.")
        case .grades: language.pick(zh: "级别", en: "Grades")
        case .disputedBadge: language.pick(zh: "级别待核", en: "disputed")
        case .because: language.pick(zh: "未查到结果", en: "There is no answer, because")
        case .offered: language.pick(zh: "名称相近的有（仅供参考，未作替换）", en: "Near names, offered and not taken")
        case .nextSteps: language.pick(zh: "也可以", en: "From here")
        case .citation: language.pick(zh: "引用", en: "Citation")
        case .copy: language.pick(zh: "复制引用", en: "Copy citation")
        case .copied: language.pick(zh: "已复制", en: "Copied")
        case .copyByHand:
            language.pick(
                zh: "浏览器不许自动复制；文字已选中，请按 Ctrl+C。",
                en: "The browser does not allow copying; the text is selected, press Ctrl+C.")
        case .print: language.pick(zh: "打印", en: "Print")
        case .wholeTownship: language.pick(zh: "查看本乡镇全部村（社区）", en: "The whole township")
        case .choose: language.pick(zh: "请选一处", en: "Choose one")
        case .counties: language.pick(zh: "已收录的县", en: "Counties held")
        case .edition: language.pick(zh: "现行成果", en: "Edition in force")
        case .digest: language.pick(zh: "数据库 SHA-256", en: "SHA-256 of the store")
        case .chart: language.pick(zh: "各级别的村（社区）数", en: "Villages in each grade")
        case .townships: language.pick(zh: "乡镇（街道）", en: "Townships")
        case .villages: language.pick(zh: "村（社区）", en: "Villages")
        case .show: language.pick(zh: "查看", en: "Show")
        case .noEdition: language.pick(zh: "该日没有适用的成果版本。", en: "No edition was in force on that day.")
        case .allTownships: language.pick(zh: "全部", en: "all")
        case .allGrades: language.pick(zh: "全部", en: "all")
        case .gradeLabel: language.pick(zh: "级别", en: "Grade")
        case .disputedLabel: language.pick(zh: "级别待核", en: "Disputed")
        case .anyDispute: language.pick(zh: "不限", en: "either way")
        case .onlyDisputed: language.pick(zh: "仅列待核的", en: "only disputed")
        case .noneDisputed: language.pick(zh: "不含待核的", en: "none disputed")
        case .filterButton: language.pick(zh: "筛选", en: "Filter")
        case .historyHeading: language.pick(zh: "历次成果中的级别", en: "Grades in every edition")
        case .historyLink: language.pick(zh: "历次成果中的级别", en: "Grades in every edition")
        case .historyCurrent: language.pick(zh: "查看现行级别与引用", en: "The grades in force, with their citation")
        case .clearFilter: language.pick(zh: "清除条件", en: "Clear")
        case .nothingFound: language.pick(zh: "没有符合条件的村（社区）。", en: "No village fits these conditions.")
        case .downloadCSV: language.pick(zh: "下载 CSV", en: "Download CSV")
        case .downloadXLSX: language.pick(zh: "下载 Excel 工作簿", en: "Download a workbook (XLSX)")
        case .pages: language.pick(zh: "分页", en: "Pages")
        case .previousPage: language.pick(zh: "上一页", en: "Previous")
        case .nextPage: language.pick(zh: "下一页", en: "Next")
        case .allRows: language.pick(zh: "全部显示", en: "Show all")
        case .byPage: language.pick(zh: "分页显示", en: "Show by pages")
        case .legend: language.pick(zh: "图例", en: "Legend")
        case .mapOfCounty: language.pick(zh: "级别地图", en: "Map of the grades")
        case .mapLink: language.pick(zh: "在地图上查看", en: "On the map")
        case .mapSkip: language.pick(zh: "跳过地图", en: "Skip the map")
        case .mapKeys:
            language.pick(
                zh: "点击一个村，查看它的级别与引用；用键盘时以方向键换村，按回车查看。",
                en: "Click a village for its answer; on the keyboard, arrow keys change villages and Enter opens one.")
        case .mapAsList: language.pick(zh: "以列表查看", en: "The same as a list")
        case .valueHeading: language.pick(zh: "按面积计算", en: "For an area of land")
        case .valueLandType: language.pick(zh: "地类", en: "Kind of land")
        case .valueArea: language.pick(zh: "面积", en: "Area")
        case .valueUnit: language.pick(zh: "面积单位", en: "Unit of area")
        case .valueYears: language.pick(zh: "剩余年期（年）", en: "Years left")
        case .valueYearsHint:
            language.pick(
                zh: "可以不填；成果公布了还原率的，按它修正。",
                en: "May stay empty; corrected for where the edition publishes a rate.")
        case .valueButton: language.pick(zh: "计算", en: "Compute")
        case .listsHeading: language.pick(zh: "核对宗地清单", en: "Check a parcel list")
        case .listsIntroduction:
            language.pick(
                zh: "逐行对照现行成果，核对申报级别是否一致、村名是否存在、级别是否待核。原有各列一字不改，结论加在各行之后。",
                en:
                    "Each row is held against the edition in force: the declared grade is right, wrong, in dispute, or the village is unknown. Your columns stay as they are; the verdict is put behind each row."
            )
        case .listsFile: language.pick(zh: "清单文件", en: "List")
        case .listsDrop: language.pick(zh: "也可以把文件拖到这里", en: "or drop the file here")
        case .listsFormats:
            language.pick(
                zh: "XLSX 工作簿、CSV（UTF-8、GB18030、UTF-16 均可）、GeoPackage、DBF，原样上传即可。",
                en: "An XLSX workbook, CSV (UTF-8, GB18030, UTF-16), GeoPackage or DBF, as it is.")
        case .listsPrivacy:
            language.pick(zh: "文件只用于这一次核对，服务器不保存。", en: "The file is used for this one check and not kept.")
        case .listsOptions: language.pick(zh: "核对条件", en: "How to check")
        case .listsLandType: language.pick(zh: "土地类型（清单没有地类列时）", en: "Land type (where the list has no column for it)")
        case .listsCompare: language.pick(zh: "同时对照另一成果版本", en: "Hold against another edition too")
        case .listsNoCompare: language.pick(zh: "不对照", en: "none")
        case .listsCheck: language.pick(zh: "开始核对", en: "Check")
        case .listsResult: language.pick(zh: "核对结果", en: "Result")
        case .listsVerdict: language.pick(zh: "结论", en: "Verdict")
        case .listsCount: language.pick(zh: "行数", en: "Rows")
        case .listsProblems: language.pick(zh: "需要处理的行", en: "Rows that need attention")
        case .listsRow: language.pick(zh: "行", en: "Row")
        case .listsNote: language.pick(zh: "说明", en: "Note")
        case .listsContent: language.pick(zh: "原内容", en: "As it came")
        case .listsSending: language.pick(zh: "正在上传……", en: "Sending …")
        case .listsProgress: language.pick(zh: "已核对 {rows} 行……", en: "{rows} rows checked …")
        case .listsDone:
            language.pick(zh: "核对完毕：共 {rows} 行，{problems} 行需要处理。", en: "Done: {rows} rows, {problems} need attention.")
        case .listsDoneFine:
            language.pick(zh: "核对完毕：共 {rows} 行，都不需要处理。", en: "Done: {rows} rows, none needs attention.")
        case .listsFailed:
            language.pick(
                zh: "没有核对完：连接中断。请重试；已显示的数字不完整。",
                en: "Not finished: the connection broke. Try again; the numbers shown are not whole.")
        case .listsNoFile: language.pick(zh: "请先选择文件。", en: "Choose a file first.")
        case .listsReading:
            language.pick(zh: "读法：编码 {encoding}，共 {columns} 列", en: "Read as {encoding}, {columns} columns")
        case .listsNoGrade:
            language.pick(
                zh: "没有找到“级别”列：本次没有核对任何申报级别。共 {rows} 行，只查出了公布的级别，另有 {problems} 行需要处理。",
                en:
                    "No grade column was found: no declared grade was compared. {rows} rows; the published grades were filled in, and {problems} need attention besides."
            )
        case .listsCheckWorkbook: language.pick(zh: "核对并下载工作簿", en: "Check and download a workbook")
        case .listsCheckCSV: language.pick(zh: "核对并下载 CSV", en: "Check and download CSV")
        case .listsAll: language.pick(zh: "全部", en: "all")
        case .listsTownship: language.pick(zh: "匹配乡镇", en: "Matched township")
        case .listsNoTownship: language.pick(zh: "（未匹配到乡镇）", en: "(no township)")
        case .listsDownloadAll: language.pick(zh: "下载全部 {count} 行：", en: "Download all {count} rows:")
        case .listsDownloadFiltered:
            language.pick(zh: "下载筛选出的 {count} 行：", en: "Download the {count} rows shown:")
        case .listsWorkbook: language.pick(zh: "工作簿（XLSX）", en: "Workbook (XLSX)")
        case .listsMaking: language.pick(zh: "正在生成文件……", en: "Making the file …")
        case .listsRows: language.pick(zh: "清单各行", en: "Rows of the list")
        case .listsShown: language.pick(zh: "第 {first}—{last} 行，共 {count} 行", en: "{first} to {last} of {count} rows")
        case .listsKept:
            language.pick(
                zh: "清单较大：此处只列出前 {count} 行，其余请下载查看。",
                en: "The list is long: the first {count} rows are listed here, the download has all.")
        case .listsLeft: language.pick(zh: "约剩 {time}", en: "about {time} left")
        case .listsFileName: language.pick(zh: "核对结果", en: "checked")
        case .pageBefore: language.pick(zh: "上一页", en: "Previous page")
        case .pageAfter: language.pick(zh: "下一页", en: "Next page")
        case .pageNumber: language.pick(zh: "第 {page} 页，共 {pages} 页", en: "Page {page} of {pages}")
        case .readingHeading: language.pick(zh: "清单的读取方式", en: "How the list is read")
        case .readingShow: language.pick(zh: "查看读取方式", en: "Show how it is read")
        case .readingAuto: language.pick(zh: "自动", en: "found")
        case .readingColumns: language.pick(zh: "各列的含义", en: "What the columns are")
        case .readingSample: language.pick(zh: "前几行", en: "The first rows")
        case .readingAgain:
            language.pick(
                zh: "核对无误后，请再选一次同一个文件，然后开始核对。",
                en: "If this is right, choose the same file once more and check it.")
        case .readingReading: language.pick(zh: "正在读取……", en: "Reading …")
        case .editionsHeading: language.pick(zh: "成果版本", en: "Editions")
        case .definitions: language.pick(zh: "基准地价内涵", en: "Base-price definition")
        case .errata: language.pick(zh: "勘误", en: "Errata")
        case .erratum: language.pick(zh: "勘误", en: "Erratum")
        case .errataNone: language.pick(zh: "没有勘误。", en: "No errata.")
        case .compareHeading: language.pick(zh: "对照两个版本", en: "Compare two editions")
        case .compareOld: language.pick(zh: "旧版本", en: "Old edition")
        case .compareNew: language.pick(zh: "新版本", en: "New edition")
        case .compareButton: language.pick(zh: "查看差异", en: "Show the differences")
        case .compareNeedsTwo:
            language.pick(
                zh: "库中只有一个版本，暂无可以对照的。",
                en: "The store has one edition only; there is nothing to compare it with.")
        case .compareResult: language.pick(zh: "两个版本的差异", en: "Differences of two editions")
        case .printed: language.pick(zh: "原文", en: "Printed")
        case .held: language.pick(zh: "采用", en: "Held")
        case .evidence: language.pick(zh: "依据", en: "Evidence")
        case .docsHeading: language.pick(zh: "程序接口", en: "Interface for programs")
        case .docsParameter: language.pick(zh: "参数", en: "Parameter")
        case .docsMeaning: language.pick(zh: "说明", en: "Meaning")
        case .docsRequired: language.pick(zh: "必需", en: "required")
        case .docsStatus: language.pick(zh: "状态", en: "Status")
        case .docsExample: language.pick(zh: "示例", en: "Example")
        case .back: language.pick(zh: "返回首页", en: "Back to the look-up")
        }
    }
}

extension PageWord {
    /// All words, for a template.
    static func view(in language: Language) -> View {
        var view: View = [:]
        for word in allCases { view[word.rawValue] = .sentence(word.sentence(in: language)) }
        return view
    }
}
