import AnswerRendering
public import GradeModel
import GradeStore
import ParcelValidation
public import SystemSupport
import TableFiles

extension Language {
    /// What a colour of the map means.
    func legend(_ fill: VillageFill) -> Sentence {
        switch fill {
        case .graded(let grade): word(grade)
        case .disputed(let grade): pick(zh: "\(grade.label)，待核", en: "grade \(grade.rawValue), in dispute")
        case .byPart: pick(zh: "分部分定级", en: "graded by parts")
        case .byPartDisputed: pick(zh: "分部分定级，有待核", en: "graded by parts, some in dispute")
        case .notListed: pick(zh: "未列入级别表", en: "not listed")
        case .notPublished: pick(zh: "未公布级别", en: "no grades published")
        case .unmatched: pick(zh: "名称未匹配", en: "name not matched")
        }
    }

    /// What a village has, in a cell or behind its name.
    func cell(_ answer: LandTypeAnswer) -> Sentence {
        switch answer.outcome {
        case .graded, .disputed:
            answer.grade.map { gradeCell($0, isDisputed: answer.outcome == .disputed) } ?? ""
        case .byPart:
            answer.parts.map { part in
                let grade = gradeCell(part.grade, isDisputed: part.isDisputed)
                return pick(zh: "\(part.part)\(grade)", en: "\(part.part): \(grade)")
            }.joined(separator: pick(zh: "；", en: "; "))
        case .notListed: notListedCell
        case .unknownVillage: unknownVillageCell
        case .notPublished: notPublishedCell
        }
    }
}

extension VillageMap {
    /// The name of the picture.
    public func title(_ landTypes: [LandType], in language: Language) -> Sentence {
        let names = language.enumeration(landTypes.map { language.word($0) })
        return language.pick(zh: "\(county.name)\(names)级别图", en: "\(county.name): grades of \(names)")
    }

    /// Which edition is shown.
    public func editionLine(in language: Language) -> Sentence {
        let day =
            asOf.map { language.pick(zh: "，\(language.word($0))适用", en: ", in force on \(language.word($0))") } ?? ""
        let withdrawn =
            edition.withdrawn.map {
                language.pick(zh: "（已撤回，\(language.word($0))得知）", en: " (withdrawn, seen on \(language.word($0)))")
            } ?? ""
        return language.pick(zh: "成果版本 \(edition.id)\(day)\(withdrawn)", en: "edition \(edition.id)\(day)\(withdrawn)")
    }

    /// Whose document the grades are from, one line.
    public func source(_ landTypes: [LandType], in language: Language) -> Sentence {
        let answers = landTypes.compactMap { landType in
            matched.lazy.compactMap { $0.place.landTypes.first { $0.landType == landType } }.first
        }
        let line = language.citation(ofTables: answers)
        return language.pick(zh: "级别出处：\(line)", en: "Source of the grades: \(line)")
    }

    /// Whose lines they are.
    public func layerLine(in language: Language) -> Sentence {
        let code = layer.reference.code.map { language.pick(zh: "，坐标系 \($0)", en: ", \($0)") } ?? ""
        return language.pick(
            zh: "界线：\(excerpt: layer.file) 图层“\(excerpt: layer.name)”\(code)；图形由提供图层的单位负责，级别以公布的级别表为准",
            en:
                "Outlines: layer \"\(excerpt: layer.name)\" of \(excerpt: layer.file)\(code); they are the layer's own, the grades are the published tables'"
        )
    }

    /// How many features there are, and how many were matched.
    public func counts(in language: Language) -> Sentence {
        let loose = matched.count { $0.place.match.rule != .exact && $0.place.match.rule != .township }
        return language.pick(
            zh:
                "图形 \(layer.villages.count) 个，匹配 \(matched.count) 个\(if: loose > 0, "（其中 \(loose) 个的写法与级别表不同）")，未匹配 \(unmatched.count) 个；级别表有而图层没有的村 \(missing.count) 个",
            en:
                "\(layer.villages.count) features, \(matched.count) matched\(if: loose > 0, " (\(loose) spelled otherwise than in the tables)"), \(unmatched.count) not; \(missing.count) villages of the tables are not in the layer"
        )
    }

    /// The columns that names were taken from: 乡镇取自“XZMC”列，村取自“CM”列.
    static func columns(_ layer: VillageLayer, in language: Language) -> Sentence {
        ColumnRole.allCases.compactMap { role in
            layer.columns[role].map { column in
                let name = role.sentence(in: language)
                return language.pick(
                    zh: "\(name)取自“\(excerpt: column)”列", en: "the \(name) from column \"\(excerpt: column)\"")
            }
        }.joined(separator: language.pick(zh: "，", en: ", "))
    }

    /// What has to be said of the layer before its map is believed.
    public func remarks(in language: Language) -> [Sentence] {
        var remarks = [
            language.pick(
                zh: "图层“\(excerpt: layer.name)”：\(Self.columns(layer, in: language))",
                en: "layer \"\(excerpt: layer.name)\": \(Self.columns(layer, in: language))")
        ]
        if let said = layer.conversion {
            remarks.append(
                language.pick(
                    zh: "ogr2ogr 转换时提示“\(excerpt: said, characters: 160)”：请核对图形是否齐全",
                    en:
                        "ogr2ogr said \u{2018}\(excerpt: said, characters: 160)\u{2019} when it converted the file: see that no feature is missing"
                ))
        }
        if layer.reference.kind == .unknown {
            remarks.append(
                language.pick(
                    zh: "图层没有写明坐标系：坐标按平面直角坐标画，如果是经纬度，图形会偏宽",
                    en:
                        "the layer's reference system is unknown: its coordinates are drawn as of a plane; degrees would look too wide"
                ))
        }
        let (empty, odd) = (
            layer.villages.count { $0.shape == .none },
            layer.villages.count { $0.shape == .damaged || $0.shape == .otherKind }
        )
        if empty > 0 {
            remarks.append(
                language.pick(
                    zh: "\(empty) 个图形是空的，没有画", en: "not drawn, because they have no shape: \(empty) of the features"))
        }
        if odd > 0 {
            remarks.append(
                language.pick(
                    zh: "\(odd) 个图形是线、曲线或已损坏，没有画；请在 QGIS 中转换为面或点",
                    en:
                        "not drawn, because they are lines, curves or damaged: \(odd) of the features; convert them to areas or points in QGIS"
                ))
        }
        return remarks
    }

    /// Why a feature was not matched, behind its name.
    public func reason(_ unmatched: Unmatched, in language: Language) -> Sentence {
        let name = Self.name(unmatched.feature, in: language)
        let answer = unmatched.answer
        if answer.outcome == .ambiguous {
            let isOneCounty = Set(answer.matches.map(\.match.county)).count == 1
            let places = answer.matches.map { match -> Sentence in
                let names = [isOneCounty ? nil : match.match.county.name, match.match.township, match.match.village]
                return "\(names.compactMap(\.self).joined(separator: " "))"
            }
            let list = Array(places.prefix(4)).joined(separator: language.pick(zh: "、", en: ", "))
            return language.pick(zh: "\(name)（可能是：\(list)）", en: "\(name) (could be: \(list))")
        }
        let near = answer.suggestions.prefix(2).map {
            [$0.township, $0.village].compactMap(\.self).joined(separator: " ")
        }.map { "\($0)" as Sentence }
        guard !near.isEmpty else { return name }
        let list = near.joined(separator: language.pick(zh: "、", en: ", "))
        return language.pick(zh: "\(name)（相近：\(list)）", en: "\(name) (near: \(list))")
    }
}
