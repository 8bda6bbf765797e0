import PlaceMatching
import TestSupport

extension Xiangyin {
    static let gazetteer = Gazetteer(county: county, townships: townships, villages: villages, aliases: aliases)

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
}
