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
        }
    }
}
