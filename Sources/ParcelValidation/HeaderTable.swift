import GradeModel

/// The words that lists write over their columns, as data. A line is a role, how sure its words are of it, and the words,
/// folded as `HeaderKey` folds a header. `weak` words count only where no sure one stands in the list: a list of the land
/// survey names the place (ZLDWMC) and the owner (QSDWMC) of a parcel, and both are villages. `faint` words count where it
/// has neither, `spare` words where nothing else says what is needed: the number of a forest's 小班 is its parcel's code
/// where no other column is. `last` words count where the list would be refused without them, or have no grade, code or
/// township: a list that is judged without them keeps its columns. `vague` words, which lists have for much else, count where
/// it would be refused without them and has no other word either.
///
/// Not among the grades: 地力等级 (DLDJ), 质量等级, 坡度级 (GDPDJB), 等别, which are other figures.
enum HeaderTable {
    enum Strength: Int, Comparable, Sendable {
        case vague, last, spare, faint, weak, sure
        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    struct Meaning: Hashable, Sendable {
        let role: ColumnRole
        let strength: Strength
        /// A list often has both, the code of the land type and its name: then the code is taken.
        let isCode: Bool
    }

    private static let roles: [(role: ColumnRole, strength: Strength, isCode: Bool, words: String)] = [
        (
            .county, .sure, false,
            """
            县 县区 县市区 县市 市县 区县 市区 县级市 所属县 所属县区 所属区县 所属县市 所属县市区 所属市县 所在县 所在县区 所在区县 所在县市 所在县市区 所在市县
            县名 县名称 县级名称 县区名 县市名 县市区名 市县名 区县名 旗县名 县级市名 所在县名 所属县名 县级行政区名 县区名称 县市名称 县市区名称 市县名称 区县名称 县级行政区 县级行政区名称
            XJMC XQMC QXMC XIAN COUNTY COUNTY_NAME COUNTYNAME
            """
        ),
        (
            .county, .weak, false,
            """
            宗地所在县 地块所在县 土地所在县 坐落县 座落县 坐落县区 旗县 旗县区 县旗 县市旗 县旗区 市县区 县域 县级 县级市区 县级单位 县级区划 XIANMC XIAN_MC XJXZQMC XJXZQ
            """
        ),
        (
            .county, .faint, true,
            "县代码 县区代码 县市代码 县市区代码 区县代码 县级代码 县编码 县级行政区代码 县级区划代码 县级行政区划代码 XJXZQDM XJDM XQDM XIANDM COUNTY_CODE"
        ),
        (.county, .spare, true, "XZQDM XZQHDM XDM 行政区代码 行政区划代码 行政区编码 行政区划编码 行政区划码"),
        (
            .township, .sure, false,
            """
            乡镇 乡 镇 街道 镇街 镇乡 街镇 乡镇街道 乡镇/街道 乡/镇 乡/镇/街道 乡、镇 乡镇、街道 乡、镇、街道 镇街道 乡镇办 镇办 街道办 街道办事处 乡镇街办
            所属乡镇 所在乡镇 所属镇 所在镇 所属乡 所在乡 所属街道 所在街道 所属乡镇街道 所在乡镇街道 所属镇街 所在镇街 坐落乡镇 座落乡镇
            乡镇名 乡镇名称 镇名 镇名称 乡名 乡名称 街道名称 镇街名称 乡镇街道名称 乡级 乡级名称 乡镇级 乡镇级名称 乡级行政区 乡级行政区名称
            XZMC XIANGZHEN XZJDMC TOWNSHIP TOWN TOWNSHIP_NAME TOWN_NAME TOWNNAME
            """
        ),
        (
            .township, .weak, false,
            "XIANG 乡街道 乡、街道 宗地所在乡镇 地块所属乡镇 宗地所属乡镇 土地所属乡镇 地块坐落乡镇 宗地坐落乡镇 土地坐落乡镇 现乡镇"
        ),
        (.township, .spare, false, "地块所在乡镇 土地所在乡镇 乡镇场 XZJMC"),
        (
            .township, .last, false,
            """
            办事处 坐落镇 坐落街道 座落镇 座落街道 所属乡镇名称 所在乡镇名称 坐落乡镇名称 地块所在镇 土地所在镇 宗地所在镇 申报乡镇 街道名 乡级区划名称 乡级行政区划名称
            SSXZ XIANGMC TOWNSHIPNAME
            """
        ),
        (
            .village, .sure, false,
            """
            村 社区 行政村 村社区 村/社区 行政村/社区 行政村/社区名 行政村社区 村居 村、社区 村、居 村委会 村居委会 村委 村民委员会 居委会 居民委员会
            行政村名称 行政村名 行政村居 村名 村名称 村社区名称 村居名称 村委会名称 社区名 社区名称 所属村 所在村 所属行政村 所在行政村 所属社区 所在社区 所属村社区
            所在村社区 所属村居 所在村居 所属村委会 所在村委会 坐落村 座落村 村级 村级名称 村级行政区 村级行政区名称 村场
            坐落单位名称 座落单位名称 坐落单位 座落单位 ZLDWMC XZCMC XZCM CUN CUNMC VILLAGE VILLAGE_NAME VILLAGENAME
            """
        ),
        (.village, .weak, false, "村组 CMC 宗地所在村 土地所在村 地块所属村 宗地所属村 地块坐落村 宗地坐落村 现村"),
        // Whose land it is: where it lies goes before that, in a column of addresses too.
        (.village, .faint, false, "权属单位名称 权属单位 所有权单位 所有权单位名称 QSDWMC"),
        // Who lets the land is the village, or a group of it.
        (.village, .spare, false, "村庄 建制村 地块所在村 土地坐落村 发包方名称 FBFMC"),
        (
            .village, .last, false,
            "村组名称 居委 坐落行政村 座落行政村 村委名称 村级行政区划名称 村级区划名称 村全称 村场名称"
        ),
        (
            .address, .sure, false,
            """
            坐落 座落 土地坐落 土地座落 宗地坐落 宗地座落 地块坐落 地块座落 坐落地址 座落地址 坐落位置 座落位置 土地位置 地块位置 宗地位置 详细地址 地址
            ZL TDZL ADDRESS LOCATION
            """
        ),
        (.address, .spare, false, "所在位置 具体位置 不动产坐落 承包地坐落 坐落地点"),
        (
            .address, .last, false,
            "所在地 所在地址 具体地址 具体坐落 详细坐落 详细位置 地理位置 宗地地址 地块地址 土地地址 坐落地 座落地 ZDZL BDCZL"
        ),
        (.landType, .sure, true, "地类编码 地类代码 土地类型代码 土地类型编码 DLBM DLDM LAND_TYPE_CODE LANDTYPECODE"),
        (
            .landType, .sure, false,
            """
            地类 地类名称 地类名 土地类型 土地类别 土地种类 二级地类 二级地类名称 现状地类 三调地类 用地类型 土地利用类型 DLMC
            LAND_TYPE LANDTYPE LANDUSE LAND_USE LAND_CLASS LANDCLASS
            """
        ),
        (.landType, .weak, true, "三调地类编码 三调地类代码 现状地类编码 现状地类代码"),
        (
            .landType, .weak, false,
            "一级地类 一级地类名称 土地用途 土地利用现状 土地利用现状分类 利用现状 三调地类名称 现状地类名称 DI_LEI DILEI TDLX TDLYLX"
        ),
        (.landType, .faint, false, "TDYT"),
        (.landType, .last, false, "现状用途 证载用途 批准用途 实际用途 登记用途 图斑地类 变更地类 YTMC SDDLMC TDLB"),
        (.landType, .vague, false, "用途 类型"),
        (.landType, .spare, false, "土地分类 土地利用分类 二调地类 农用地类型 林地类型 园地类型 用地类别 利用类型 小班地类 二级类 YT"),
        (
            .grade, .sure, false,
            """
            级别 等级 申报级别 申报等级 申报土地级别 土地级别 土地等级 级别名称 等级名称 级别号 级别代码 园地级别 园地等级 林地级别 草地级别 农用地级别
            评定级别 评定等级 定级 定级级别 定级结果 土地定级 土地定级级别 土地级 填报级别 上报级别 自报级别 核定级别 核定等级 认定级别 审核级别 所属级别 所在级别 所处级别
            基准地价级别 地价级别 JB TDJB SBJB JBMC DJJB TDDJ GRADE LAND_GRADE LANDGRADE DECLARED_GRADE GRADE_NAME
            """
        ),
        (
            .grade, .weak, false,
            """
            园地定级 林地定级 草地定级 农用地定级 林地等级 草地等级 集体土地级别 集体农用地级别 宗地级别 地块级别 所属土地级别 所在土地级别 所处土地级别 复核级别 拟定级别 TDJBMC JIBIE
            """
        ),
        (
            .grade, .last, false,
            """
            审定级别 审定等级 认定等级 申请级别 申请等级 登记级别 登记等级 确定级别 确权级别 划定级别 评估级别 农用地等级 集体农用地等级 集体农用地基准地价级别 集体土地等级
            宗地土地级别 所在宗地级别 土地定级结果 定级等级 级别编码 等级编码 现级别 JBDM TDJBDM DECLAREDGRADE GRADENAME
            """
        ),
        (
            .parcelID, .sure, false,
            """
            宗地代码 宗地号 宗地编码 宗地编号 地块编码 地块代码 承包地块编码 承包地块代码 不动产单元号 不动产单元代码 不动产单元编号
            宗地统一编码 宗地统一代码 承包地块编号 不动产单元编码 林权宗地号
            ZDDM DKBM DKDM BDCDYH PARCEL_ID PARCELID PARCEL PARCEL_CODE PARCEL_NO
            """
        ),
        (.parcelID, .weak, false, "地块编号 地块号 宗地编号码 ZDH ZDBH DKBH"),
        (
            .parcelID, .spare, false,
            """
            统一编码 唯一编码 宗地预编号 地块ID 地块码 地籍号 DJH 图斑编号 图斑编码 图斑号 TBBH 标识码 BSM 小班号 小班编号 不动产单元 宗地 地号 地籍编号 TYBM ZDTYBM YZDDM
            BDCDYDM DKBM_1
            """
        ),
        (.parcelID, .last, false, "PARCELCODE PARCELNO PARCELNUMBER PARCEL_NUMBER"),
        (.area, .sure, false, "面积 实测面积 图斑面积 宗地面积 地块面积 TBMJ SCMJ ZDMJ DKMJ MJ MIAN_JI AREA"),
        (
            .unitPrice, .sure, false,
            """
            单价 基准地价 申报单价 申报地价 基准单价 土地单价 地块单价 宗地单价 评估单价 基准地价单价 申报基准地价 单位地价 UNIT_PRICE UNITPRICE JZDJ SBDJ
            BASE_PRICE BASEPRICE DECLARED_PRICE 每亩单价 亩单价 每亩价格 每平方米单价 每平米单价 每公顷单价
            """
        ),
        (
            .unitPrice, .weak, false,
            "地价 价格 土地价格 PRICE 地面单价 出让单价 流转单价 交易单价 成交单价 评估地价 宗地地价 地面地价 基准地价标准 标定地价 土地基准地价"
        ),
        (
            .amount, .sure, false,
            """
            金额 总价 总额 评估价 合计金额 总地价 价款 土地总价 宗地总价 地块总价 地价总额 评估总价 评估金额 申报总价 申报金额 总金额 AMOUNT TOTAL_PRICE
            TOTALPRICE TOTAL_AMOUNT
            """
        ),
        (
            .amount, .weak, false,
            "TOTAL 合价 评估价值 评估价格 出让价款 流转价款 成交价款 合同价款 土地价款 宗地总地价 评估总地价 土地总地价 成交总价 出让总价 流转总价"
        ),
        // NY/T 2539 has SCMJ and SCMJM side by side.
        (
            .area, .weak, false,
            """
            SCMJM 土地面积 总面积 申报面积 测量面积 合同面积 承包面积 确权面积 登记面积 发证面积 图斑地类面积 评估面积 流转面积 出让面积 用地面积 使用权面积 HTMJ TBDLMJ 亩 亩数 公顷 公顷数 平方米 平方米数 平方公里 ㎡ M2 M²
            """
        ),
        (.area, .spare, false, "实际面积 椭球面积"),
    ]

    static let meanings: [String: Meaning] = {
        var meanings: [String: Meaning] = [:]
        for (role, strength, isCode, words) in roles {
            for word in words.split(whereSeparator: \.isWhitespace) {
                meanings[String(word)] = Meaning(role: role, strength: strength, isCode: isCode)
            }
        }
        return meanings
    }()

    /// Never false for a folded text that `meanings` has. Most names of places begin otherwise.
    static func mayBegin(_ key: String) -> Bool {
        guard let first = key.unicodeScalars.first else { return false }
        return !HanCharacters.all.contains(first.value) || beginnings.contains(first)
    }

    private static let beginnings = HanCharacters(Set(meanings.keys.compactMap(\.unicodeScalars.first)))

    /// Names of an administrative area of a level that the word does not tell. Taken for the one of township and village
    /// that the list lacks, and for nothing where it lacks both or none.
    static let anyLevel: Set<String> = ["XZQMC", "XZQ_MC", "XZQHMC", "行政区名称", "行政区划名称", "行政区", "行政区划"]

    /// Headers that may name the county, and other levels as well: named where no column is taken for it.
    static let likeCounty = anyLevel.union(
        words(
            "市 区 州 盟 旗 地市 市州 省市 省市县 省市区 省市县区 地区 辖区 区划 区划代码 区划编码 XS XSQ QX XZQ XIANQU DISTRICT 县别 县份 县市别 区名 市名 "
                + "区域 所属区域 属地 行政区域 行政区划名 政区名称 县级行政单位"))

    /// Codes of an area of any level: their first six digits are the county's.
    static let anyLevelCodes = words("XZQDM XZQHDM XDM 行政区代码 行政区划代码 行政区编码 行政区划编码 行政区划码")

    /// Words for the price of a unit of land that are used for that of a parcel too, or the other way round.
    static let eitherPrices = words("评估价 评估价格 评估价值 地价 价格 土地价格 宗地地价 评估地价 地面地价 申报地价")

    /// What a unit price begins with that has its unit of area in its name: 每亩单价（元）.
    static let areasOfPrices: [(word: String, unit: AreaUnit)] = [
        ("每亩", .mu), ("亩", .mu), ("每平方米", .squareMetre), ("每平米", .squareMetre), ("每公顷", .hectare),
    ]

    /// Words of other columns. They say only that the row they stand in is a header.
    static let others: Set<String> = words(
        """
        序号 编号 编码 代码 名称 备注 说明 姓名 户主 户主姓名 承包方 承包方名称 承包方代码 承包户 权利人 权利人名称 使用权人 所有权人 权属 权属性质 电话 联系电话 手机号
        身份证 身份证号 身份证号码 证件号码 组 组别 组名 小组 村民小组 林班号 四至 东 南 西 北 东至 南至 西至 北至 数量 宗数 户数 块数 年份 年度
        日期 时间 性质 经度 纬度 坡度 等别 地力等级 质量等级 耕地等别 坡度级 ID FID OID OBJECTID NAME CODE REMARK NOTE BZ XH BH XM YSDM
        TBYBH QSXZ QSDWDM ZLDWDM GDLX GDPDJB DLDJ KCXS KCDLBM SHAPE_LENGTH NO MJDW
        """)

    /// Longer headers that are none of those that begin like them: a name cut by its field may be either.
    static let longOthers = words(
        """
        土地等别 土地等别代码 土地级差 土地利用规划 土地利用规划用途 土地利用权 评定等别 农用地面积 农用地等别 农用地分等 农用地质量 园地面积 林地面积 草地面积 林地保护等级
        林地质量等级 定级面积 定级单元 级别面积 等级面积 申报面积 核定面积 宗地等别 利用等别 自然等别 经济等别 基准地价等别
        """)

    /// Columns that count the rows. 编号 and NO. may be a number of the parcel.
    static let rowNumbers = words("序号 行号 序 XH")

    /// Columns of a unit, row by row.
    static let areaUnits = words("面积单位 计量单位 计量单位名称 单位 MJDW")

    /// Groups of columns that are of persons: 承包方/村 is not where the parcel is.
    private static let personGroups = [
        "承包", "权利人", "户主", "业主", "经营者", "使用权人", "所有权人", "申请人", "代理人", "联系", "住址", "户籍", "通讯", "身份", "农户", "户信息", "转让方",
        "转让人", "受让方", "受让人", "转出方", "转入方", "流出方", "流入方", "流转方", "转包方", "出让方", "出让人", "出租方", "承租", "受托方", "委托方", "经营主体",
        "经营方", "经营权人", "所有人", "使用人", "使用者", "所有者", "权属人", "持证人", "抵押人", "抵押权人", "成员", "法定代表", "法人", "甲方", "乙方", "种植户",
        "养殖户", "租户", "租赁方", "租赁人", "投保人", "被征收人", "被征收户", "申报人", "登记人", "双方", "申请户", "贷款", "借款", "户口", "居住", "家庭",
    ]
    /// The parcel of a person is where it is: 承包地块/村.
    private static let parcels = ["地块", "宗地", "标的", "承包地", "坐落", "座落", "图斑", "小班", "土地信息"]

    /// Whether a group's name is of the parcel: 地块信息, 坐落.
    static func isOfParcel(_ group: String) -> Bool {
        !isOfOtherTime(group) && parcels.contains { group.contains($0) }
    }

    /// Those of another time.
    private static let times = [
        "上年", "去年", "往年", "上期", "上轮", "上一轮", "上次", "前次", "以前", "变更前", "调整前", "历史",
    ]

    /// Whether a group's name, or what stands in brackets behind a name, is of persons or of another time: 承包方, 户籍, 原.
    static func isForeign(_ word: String) -> Bool {
        if isOfOtherTime(word) { return true }
        return personGroups.contains { word.contains($0) } && !parcels.contains { word.contains($0) }
    }

    static func isOfOtherTime(_ word: String) -> Bool {
        // 草原 and 平原 are land.
        let isBefore = word.contains("原") && !["草原", "平原", "高原", "原始", "原件"].contains { word.contains($0) }
        return isBefore || isOld(word) || times.contains { word.contains($0) }
    }

    /// 旧, 旧版, 旧级别; not 旧街村.
    private static func isOld(_ word: String) -> Bool {
        guard word.hasPrefix("旧") else { return false }
        let rest = String(word.dropFirst())
        return rest.isEmpty || meanings[rest] != nil || ["版", "成果", "标准", "数据"].contains(rest)
    }

    /// Groups of columns that are of boundaries.
    static func isOfBoundary(_ word: String) -> Bool { word.contains("四至") }

    /// A header with one of these is another figure than the grade, whatever else it says.
    static let otherFigures = ["地力", "质量", "坡度", "等别", "肥力", "立地", "耕地", "利用等", "经济等", "自然等", "国家级", "地类", "行政"]

    /// What a header that might be the grade has in it, where its word is not known.
    static let likeGrade = ["级", "等", "GRADE", "LEVEL", "RANK", "CLASS", "JB", "DJ"]

    /// Words that may be the grade and have none of these in them, or are other figures by what else they have.
    static let mayBeGrade = words(
        "评定结果 档次 DENGJI TUDIJIBIE TDDENGJI 耕地级别 申报 填报 申报情况 申报结果 申报数据 填报结果 评定 核定")

    /// The same of a parcel's code: words that may be the number of a row or of a paper too, and what has one of `ofParcel`
    /// and one of `ofCode` in it.
    static let likeCode = words("编号 编码 代码 BH BM CODE 土地编号 土地代码 土地编码 土地号 单元号 单元编号 单元代码")
    static let ofParcel = ["宗地", "地块", "图斑", "小班", "不动产单元", "地籍", "PARCEL"]
    static let ofCode = ["号", "码", "ID", "CODE", "NO"]

    /// Numbers of what a parcel is a part of.
    static let ofWholes = words("小班号 小班编号")

    /// Numbers of papers about a parcel, of who holds it by contract and of where it is, which a program may have damaged as it
    /// damages the parcel's code. Those of persons' own papers say nothing of the parcel.
    static let ofPapers = words(
        """
        编号 编码 代码 BH BM CODE 统一编号 合同编号 合同号 合同代码 承包合同编号 承包合同代码 林权证号 林权证编号 权证号 权证编号 证书编号 证书号 不动产权证号 不动产权证书号 不动产权证书 土地证号 土地使用证号 登记证号 登记簿号
        承包经营权证编码 发包方编码 发包方代码 HTBH HTBM CBHTBM QZBH CBJYQZBM FBFBM ZSBH BDCQZH
        承包方编码 承包方代码 承包方编号 CBFBM CBFDM 坐落单位代码 坐落单位编码 座落单位代码 权属单位代码 权属单位编码 ZLDWDM QSDWDM
        村代码 村编码 村级代码 行政村代码 村级区划代码 村级行政区代码 CDM XZCDM 乡镇代码 乡镇编码 乡级代码 XZDM 组代码 档案号 档案编号 档案编码 案卷号 DAH
        """)

    /// The same of a figure.
    static let likeFigures: [ColumnRole: [String]] = [
        .area: ["面积", "AREA"],
        .unitPrice: ["单价", "地价", "价格", "均价", "基准价", "基价", "申报价", "核定价", "成交价", "PRICE"],
        .amount: ["总价", "价款", "总额", "金额", "价值", "总值", "评估值", "出让金", "款额", "AMOUNT"],
    ]

    /// Fields whose unit a standard fixes: NY/T 2539-2016 (确权登记颁证数据库规范), TD/T 1057-2020 (三调数据库标准).
    static let fieldUnits: [String: AreaUnit] = ["SCMJM": .mu, "SCMJ": .squareMetre, "TBMJ": .squareMetre]

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
