/// What stands for a value in help: `--store <folder>`, `--store <文件夹>`.
public struct ValueName: Sendable {
    private let zh: String
    private let en: String

    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    var text: String { .help(zh: zh, en: en) }

    public static let address = ValueName(zh: "地址", en: "address")
    public static let area = ValueName(zh: "面积", en: "area")
    public static let county = ValueName(zh: "县", en: "county")
    public static let date = ValueName(zh: "日期", en: "date")
    public static let edition = ValueName(zh: "成果版本", en: "edition")
    public static let file = ValueName(zh: "文件", en: "file")
    public static let folder = ValueName(zh: "文件夹", en: "folder")
    public static let format = ValueName(zh: "格式", en: "format")
    public static let landType = ValueName(zh: "地类", en: "type")
    public static let language = ValueName(zh: "语言", en: "lang")
    public static let megabytes = ValueName(zh: "MiB", en: "MiB")
    public static let name = ValueName(zh: "名称", en: "name")
    public static let names = ValueName(zh: "[乡镇] 村", en: "[township] village")
    public static let new = ValueName(zh: "新", en: "new")
    public static let number = ValueName(zh: "数", en: "number")
    public static let old = ValueName(zh: "旧", en: "old")
    public static let seconds = ValueName(zh: "秒", en: "seconds")
    public static let source = ValueName(zh: "发布源", en: "source")
    public static let time = ValueName(zh: "时间", en: "time")
    public static let township = ValueName(zh: "乡镇", en: "township")
}
