package import SystemSupport

/// The labels in front of values and the headings above them.
package struct AnswerLabels: Sendable {
    let language: Language

    package var match: Sentence { language.pick(zh: "匹配方式", en: "Matched") }
    package var asOf: Sentence { language.pick(zh: "查询日期", en: "As of") }
    package var reading: Sentence { language.pick(zh: "口径", en: "Reading") }
    package var origin: Sentence { language.pick(zh: "来源", en: "Origin") }
    package var withdrawn: Sentence { language.pick(zh: "撤回", en: "Withdrawn") }
    /// Whose land an edition is about.
    package var editionRights: Sentence { language.pick(zh: "权利类型", en: "Rights type") }
    package var definition: Sentence { language.pick(zh: "基准地价内涵", en: "Base-price definition") }
    package var rights: Sentence { language.pick(zh: "权利状况", en: "Rights") }
    package var term: Sentence { language.pick(zh: "使用年期", en: "Term of use") }
    package var infrastructure: Sentence { language.pick(zh: "基本设施", en: "Infrastructure") }
    package var valuationDate: Sentence { language.pick(zh: "估价期日", en: "Valuation date") }
    package var basePrice: Sentence { language.pick(zh: "基准地价", en: "Base price") }
    package var citation: Sentence {
        language.pick(zh: "引用（下一行可直接粘贴到报告）", en: "Citation (the next line is ready to paste)")
    }
    package var printed: Sentence { language.pick(zh: "原文：", en: "Printed: ") }
    package var held: Sentence { language.pick(zh: "采用：", en: "Held: ") }
    package var evidence: Sentence { language.pick(zh: "依据：", en: "Evidence: ") }
}

/// Column headers and field labels of lists.
package struct ListLabels: Sendable {
    let language: Language

    package var county: Sentence { language.pick(zh: "县", en: "county") }
    package var township: Sentence { language.pick(zh: "乡镇", en: "township") }
    package var pinyin: Sentence { language.pick(zh: "拼音", en: "pinyin") }
    package var villages: Sentence { language.pick(zh: "村（社区）数", en: "villages") }
    package var village: Sentence { language.pick(zh: "村（社区）", en: "village") }
    package var kind: Sentence { language.pick(zh: "类别", en: "kind") }
    package var landType: Sentence { language.pick(zh: "土地类型", en: "land type") }
    package var grade: Sentence { language.pick(zh: "级别", en: "grade") }
    package var disputed: Sentence { language.pick(zh: "级别待核", en: "disputed") }
    /// The id of one.
    package var edition: Sentence { language.pick(zh: "成果版本", en: "edition") }
    package var document: Sentence { language.pick(zh: "文件", en: "Document") }
    package var title: Sentence { language.pick(zh: "标题", en: "Title") }
    package var issue: Sentence { language.pick(zh: "发布", en: "Issued") }
    package var publication: Sentence { language.pick(zh: "刊登", en: "Published in") }
    package var inForce: Sentence { language.pick(zh: "适用", en: "In force") }
    package var effective: Sentence { language.pick(zh: "施行日期", en: "Applies from") }
    package var expires: Sentence { language.pick(zh: "有效期至", en: "Valid until") }
    /// Of counts of townships that are graded as a whole, and of parts of villages.
    package var wholeTownships: Sentence { language.pick(zh: "整乡镇数", en: "whole townships") }
    package var parts: Sentence { language.pick(zh: "村内部分数", en: "parts of villages") }
    package var contents: Sentence { language.pick(zh: "内容", en: "Contents") }
}

/// Field labels of `status`.
struct ReportLabels {
    let language: Language

    var store: Sentence { language.pick(zh: "数据库", en: "Store") }
    var generation: Sentence { language.pick(zh: "当前批次", en: "Generation") }
    var contents: Sentence { language.pick(zh: "内容", en: "Contents") }
    var edition: Sentence { language.pick(zh: "版本", en: "Edition") }
}

/// Column headers of `generations`.
struct GenerationLabels {
    let language: Language

    var generation: Sentence { language.pick(zh: "批次", en: "generation") }
    var made: Sentence { language.pick(zh: "生成时间", en: "made") }
    var editions: Sentence { language.pick(zh: "成果版本数", en: "editions") }
    var bytes: Sentence { language.pick(zh: "字节", en: "bytes") }
    var state: Sentence { language.pick(zh: "文件", en: "file") }
}

extension Language {
    package var labels: AnswerLabels { AnswerLabels(language: self) }

    package var listLabels: ListLabels { ListLabels(language: self) }

    var reportLabels: ReportLabels { ReportLabels(language: self) }

    var generationLabels: GenerationLabels { GenerationLabels(language: self) }
}
