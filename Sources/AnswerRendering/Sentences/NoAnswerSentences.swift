package import GradeModel
package import SystemSupport

/// What is said of a question that no place answers, or several.
extension Language {
    package func ambiguous(_ place: PlaceQuestion, count: Int) -> Sentence {
        pick(zh: "\(quoted(place))对应\(count)处：", en: "\(quoted(place)) fits \(count) places:")
    }

    var askAgain: Sentence { pick(zh: "请写明其中一处再查，例如：", en: "Name one of them, for example:") }

    func unknownVillage(_ place: PlaceQuestion) -> Sentence {
        switch place {
        case .names(let township?, let village):
            pick(
                zh: "\(quoted(township))没有名为\(quoted(village))的村（社区）。",
                en: "There is no village \(quoted(village)) in \(quoted(township)).")
        case .names(nil, let village):
            pick(zh: "没有查到名为\(quoted(village))的村（社区）。", en: "There is no village \(quoted(village)).")
        case .address:
            pick(zh: "地址\(quoted(place))中未识别出村（社区）。", en: "No village was recognised in \(quoted(place)).")
        }
    }

    /// - Parameter townships: county and township of each.
    func townshipOnly(_ townships: [Sentence]) -> Sentence {
        let names = enumeration(townships)
        return pick(zh: "\(names)是乡镇（街道），没有写村（社区）。", en: "\(names): a township; no village is named.")
    }

    func unknownTownship(_ place: PlaceQuestion) -> Sentence {
        switch place {
        case .names(let township?, _): Notice.unknownTownship(township).sentence(in: self)
        case .names(nil, _), .address:
            pick(zh: "\(quoted(place))中未识别出乡镇（街道）。", en: "No township was recognised in \(quoted(place)).")
        }
    }

    func unknownCounty(_ question: Question) -> Sentence {
        if let county = question.county { return Notice.unknownCounty(county).sentence(in: self) }
        let place = quoted(question.place)
        return pick(
            zh: "没有收录\(place)所在的县。\(seeCounties)", en: "The county of \(place) is not held.\(seeCounties)")
    }

    /// Where the counties held are; a page has a link beside the sentence.
    var seeCounties: Sentence {
        Sentence(
            command: pick(zh: "已收录的县用 landgrade editions 查看。", en: " See the counties held with: landgrade editions"),
            page: "", interface: pick(zh: "已收录的县见 /v1/editions。", en: " /v1/editions has the counties held."))
    }

    var seeEditions: Sentence {
        Sentence(
            command: pick(zh: "已有版本用 landgrade editions 查看。", en: " See the editions held with: landgrade editions"),
            page: "", interface: pick(zh: "已有版本见 /v1/editions。", en: " /v1/editions has the editions held."))
    }

    private func quoted(_ place: PlaceQuestion) -> Sentence {
        switch place {
        case .names(let township?, let village): quoted(township + " " + village)
        case .names(nil, let village): quoted(village)
        case .address(let address): quoted(address)
        }
    }
}
