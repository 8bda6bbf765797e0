import AnswerRendering
import GradeModel
import SystemSupport

/// What only pages say, around their contents and beside a bar.
enum PageNote: Worded {
    /// The service's name.
    case service
    /// At the foot: where what the page says comes from.
    case source(generation: Int)
    /// The newest data can't be read; older ones answer.
    case stale
    case villages(Int)
    /// So many of them are in dispute.
    case disputed(Int)
    /// Beside a bar of several grades: so many entries hold this one.
    case holding(Grade, Int, disputed: Int)
    /// Above a list; townships that are graded as a whole have a row of their own in it.
    case found(villages: Int, townships: Int)
    /// Rows of a list, from 1.
    case shown(Int, Int, of: Int)
    /// On a printed sheet: the day on which it was asked.
    case asked(CalendarDate)
    /// Over a map.
    case map(County, LandType)
    /// The village that a map was asked to show.
    case marked(MarkedVillage, isDrawn: Bool)
    /// Over the features that were not matched, and over the villages that the layer lacks.
    case unmatched(Int)
    case missing(Int)

    func sentence(in language: Language) -> Sentence {
        switch self {
        case .service: language.pick(zh: "土地级别查询", en: "Land-grade look-up")
        case .source(let generation):
            language.pick(zh: "数据批次：第 \(generation) 批", en: "From generation \(generation) of the store")
        case .stale:
            language.pick(
                zh: "最新一批数据无法读取，现按上一批数据答复。",
                en: "The newest data can't be read; the generation before them answers.")
        case .villages(let count): language.pick(zh: "\(count) 个", en: "\(count)")
        case .disputed(let count): language.pick(zh: "其中级别待核 \(count) 个", en: "\(count) of them disputed")
        case .holding(let grade, let count, let disputed):
            language.pick(
                zh: "\(language.word(grade)) \(count)\(if: disputed > 0, "（待核 \(disputed)）")",
                en: "\(language.word(grade)): \(count)\(if: disputed > 0, " (\(disputed) disputed)")")
        case .found(let villages, let townships):
            language.pick(
                zh: "共 \(villages) 个村（社区）\(if: townships > 0, "，另有整体定级的乡镇 \(townships) 行")",
                en:
                    "Villages: \(villages)\(if: townships > 0, "; rows of townships graded as a whole: \(townships)")")
        case .shown(let first, let last, let count):
            language.pick(zh: "第 \(first) 至 \(last) 行，共 \(count) 行", en: "Rows \(first) to \(last) of \(count)")
        case .asked(let day):
            language.pick(zh: "查询日期：\(language.word(day))", en: "Asked on \(language.word(day))")
        case .map(let county, let landType):
            language.pick(
                zh: "\(county.name)\(language.word(landType))级别图",
                en: "\(county.name): grades of \(language.word(landType))")
        case .marked(let marked, let isDrawn):
            Self.marked(
                "\([marked.township, marked.village].compactMap(\.self).joined(separator: " "))", isDrawn, language)
        case .unmatched(let count):
            language.pick(zh: "未匹配的图形（\(count)）", en: "Features that were not matched (\(count))")
        case .missing(let count):
            language.pick(
                zh: "级别表有而图层没有的村（\(count)）", en: "Villages of the tables that the layer lacks (\(count))")
        }
    }

    private static func marked(_ name: Sentence, _ isDrawn: Bool, _ language: Language) -> Sentence {
        isDrawn
            ? language.pick(zh: "图上用粗线标出：\(name)", en: "Outlined on the map: \(name)")
            : language.pick(
                zh: "图层中没有匹配到“\(name)”，图上没有标出", en: "\(name) is not among the layer's villages and is not outlined")
    }
}
