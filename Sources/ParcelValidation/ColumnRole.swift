public import SystemSupport
import TabularText

/// What a column of a list may be needed for.
public enum ColumnRole: String, CaseIterable, Hashable, Sendable {
    case county, township, village, address
    case landType = "land_type"
    case grade
    case parcelID = "parcel_id"
    /// Summed up, and multiplied with the base price.
    case area
    /// A declared price of land.
    case unitPrice = "unit_price"
    /// A declared price of the whole parcel.
    case amount

    /// Those that no grade depends on: a row is judged without them, and of several columns that could be one none is taken.
    public static let figures: [ColumnRole] = [.area, .unitPrice, .amount]
    var isFigure: Bool { place >= 7 }

    /// Place in `allCases`.
    var place: Int {
        switch self {
        case .county: 0
        case .township: 1
        case .village: 2
        case .address: 3
        case .landType: 4
        case .grade: 5
        case .parcelID: 6
        case .area: 7
        case .unitPrice: 8
        case .amount: 9
        }
    }
}

extension ColumnRole {
    /// How a person says which column it is.
    ///
    /// - Parameter value: what a column is given by, `列号`.
    func remedy(_ value: Sentence, in language: Language) -> Sentence {
        let name = sentence(in: language), setting = ListSetting.columns.remedy("\(rawValue)=\(value)", in: language)
        let page = language.pick(zh: "请在“\(name)”栏选择该列", en: "choose it in the field ‘\(name)’")
        return Sentence(
            command: "\(setting.text(on: .command))", page: page, interface: "\(setting.text(on: .interface))")
    }
}

extension ColumnRole: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .county: language.pick(zh: "县", en: "county")
        case .township: language.pick(zh: "乡镇", en: "township")
        case .village: language.pick(zh: "村", en: "village")
        case .address: language.pick(zh: "坐落", en: "address")
        case .landType: language.pick(zh: "地类", en: "land type")
        case .grade: language.pick(zh: "级别", en: "grade")
        case .parcelID: language.pick(zh: "宗地代码", en: "parcel id")
        case .area: language.pick(zh: "面积", en: "area")
        case .unitPrice: language.pick(zh: "单价", en: "unit price")
        case .amount: language.pick(zh: "总价", en: "amount")
        }
    }
}
