import GradeModel
import PlaceMatching

/// The names of 湘阴政发〔2025〕1号: 16 townships and the 245 villages of table 3, with the other spellings known.
enum Xiangyin {
    static let county = County(code: "430624", name: "湘阴县", province: "湖南省", prefecture: "岳阳市")

    static let places: [Place] = table.split(separator: "\n").flatMap { line in
        let parts = line.split(separator: ":")
        return parts[1].split(separator: " ").map {
            Place(
                county: county, township: String(parts[0]), village: String($0), kind: PlaceKind(name: String($0)))
        }
    }

    static let townships: [TownshipEntry] = table.split(separator: "\n").enumerated().map { order, line in
        TownshipEntry(name: String(line.prefix { $0 != ":" }), pinyin: "", code: nil, order: order + 1)
    }

    static let aliases = [
        Alias(township: "三塘镇", alias: "金嵒村", village: "金嵩村", kind: .misprint, source: "表2"),
        Alias(township: "三塘镇", alias: "金崙村", village: "金嵩村", kind: .registerName, source: "2023"),
        Alias(township: "岭北镇", alias: "茶湘潭社区", village: "茶湖潭社区", kind: .misprint, source: "表2"),
        Alias(township: "鹤龙湖镇", alias: "浩河社区居委会", village: "浩河社区", kind: .committeeName, source: "表3"),
        Alias(township: "杨林寨乡", alias: "砂河淀村", village: "沙河淀村", kind: .registerName, source: "2023"),
        Alias(township: "杨林寨乡", alias: "连子口村", village: "莲子口村", kind: .registerName, source: "2023"),
    ]

    static let gazetteer = Gazetteer(county: county, townships: townships, villages: places, aliases: aliases)

    /// A name as it is written in traditional characters.
    static func traditional(_ name: String) -> String {
        String(name.map { traditionalCharacters[$0] ?? $0 })
    }

    private static let traditionalCharacters: [Character: Character] = Dictionary(
        uniqueKeysWithValues: pairs.split(separator: " ").map { ($0.last!, $0.first!) })

    private static let pairs = """
        東东 嚴严 豐丰 臨临 義义 烏乌 喬乔 鄉乡 書书 雲云 儀仪 會会 關关 興兴 農农 沖冲 鳳凤 區区 華华 縣县 雙双 臺台 團团 園园 圍围 場场 \
        壩坝 復复 頭头 夾夹 嶺岭 師师 莊庄 庫库 張张 護护 攔拦 來来 楊杨 樹树 橋桥 橫横 澇涝 澗涧 澱淀 漁渔 灣湾 濱滨 窯窑 紅红 羅罗 聯联 \
        勝胜 蘆芦 葦苇 範范 荊荆 榮荣 蓮莲 蔣蒋 許许 誼谊 資资 賽赛 車车 輔辅 郵邮 裡里 鐵铁 鋪铺 鋒锋 鎮镇 鏡镜 長长 隊队 陽阳 靜静 風风 \
        馬马 鵝鹅 鶴鹤 麥麦 黃黄 龍龙
        """

    private static let table = """
        东塘镇: 东南村 东塘镇茶场 湖湾村 坝桥村 赛美村 尚南塅村 尚书村 石涧村 东塘社区 黄甲村 赛美水库 \
            杉塘坪村
        鹤龙湖镇: 保合社区 浩河社区 鹤龙湖农场社区 新河村 保和垸村 东风村 古潭村 鹤龙湖管区渔场 华西新村 \
            联星村 南阳渡社区 普和村 仁合村 湘江村 湘裕村 阳雀潭村 鹤龙村 龙江社区 兴联村 浩河区水管会 \
            仁和村
        金龙镇: 东福新村 芙蓉村 金龙村 天鹅社区 望星村 新兴社区 鹅形村 红旗新村 金华村 燎原村 胜利村 \
            香杉村 燎原水库 玉华乡水管会 玉华乡水库
        静河镇: 红旗村 金兴村 静河乡茶场 麦子村 青湖村 湾河口社区 湾河渔场 邮路口村 共荣村 黄金村 龙潭寺村 \
            水山村 安静渔场
        岭北镇: 沙田村 铁角嘴村 铁窑社区 岳洲窑村 白菱村 大友村 躲风亭社区 合同村 合兴村 夹洲围村 金沙台村 \
            荆新村 柳江村 芦花村 楠木村 双华村 文洲围村 永红村 东港社区 沙田社区 茶湖潭社区 东方红茶场 \
            铁角嘴镇渔场
        六塘乡: 金珠口村 六塘铺社区 旭日村 龙潭村 文丰源村
        南湖洲镇: 胭脂湖村 百福村 东方红村 光明咀村 毛角口村 南湖新村 乔江河村 赛头口村 镇郊村 大淋港村 \
            和平村 南湖管区渔场 南湖区渔场 赛头管区水管会 赛头管区渔场 胭脂管区渔场 芷泉河村
        三塘镇: 拦河坝社区 白雪村 黄陵港村 龙华村 蒙古包社区 民岳村 青草湖村 新龙村 金嵩村 三塘镇水管会 \
            严家山村
        石塘镇: 白湖新村 朝阳新村 范家坝村 芙蓉园村 高山村 利民新村 平益村 石塘社区 石塘乡茶场 双龙村 \
            湘园新村 楠竹山村 白泥湖乡渔场 许家台社区 长岑区水管会
        文星街道: 大冲社区 东湖社区 金湖社区 栗塘社区 南泉社区 三峰社区 石牛社区 双桥社区 望滨社区 长岭社区 \
            白沙社区 滨江社区 东湖渔场 东山社区 高岭社区 瓦窑湾社区 乌龙社区 先锋社区 新农村 杨家山社区
        杨林寨乡: 东合港村 黄太港村 沅潭村 周家台村 白洋湖村 合湖村 莲子口村 牧羊港村 沙河淀村 太合围村 \
            王家河村 宗师潭村 蒋家渡村 杨林寨村 张家湖渔场
        洋沙湖镇: 城南村 花石村 涝溪桥村 名山村 县茶场 沿江村 洋沙湖村 洋沙湖社区 袁家铺社区 大中村 金辅村 \
            联合村 罗塘村 伍桥村 岳府村 东湖渔场 长康里社区
        樟树镇: 柏金港村 文谊新村 樟树港社区 金台山村 柳庄村 农家新村 祥源村 兴源村
        湘滨镇: 酬塘围村 杨柳潭村 易婆塘村 云集寺村 白马寺社区 洞庭围村 福乔村 白马村 白马寺镇湖泊 \
            酬塘湖渔场 大鄱山村 洞庭区水管会 洞庭围镇渔场 复兴围村 姑嫂树村 黄土下湖 临资口村 临资镇 \
            湘滨村 渔场新队
        新泉镇: 车马江社区 郭家湖村 红旗湖村 红旗桥社区 金义湖村 镜明河村 六角湖渔场 青龙桥村 双岭村 潭山村 \
            同新村 团义村 西林港社区 咸丰围村 湘家园村 秀丰村 新泉寺社区 新泉寺镇渔场 白湖村 车马乡农场 \
            车马乡渔场 鹅公湖渔场 凤南乡渔场 关公潭乡渔场 来仪湖渔场 王家寨村 西堤村 西林乡渔场 湘资村 \
            兴新村
        横岭湖自然保护区: 浩河区芦苇站 湖洲管理局湖区 新泉区芦苇站
        """
}
