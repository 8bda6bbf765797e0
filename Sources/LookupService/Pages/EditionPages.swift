import AnswerRendering
package import GradeModel
import SystemSupport

/// An edition with what its document defines and where it errs.
package struct EditionDetails: Sendable {
    let row: EditionRow
    let definitions: [Definition]
    let errata: [Erratum]

    package init(_ row: EditionRow, definitions: [Definition], errata: [Erratum]) {
        self.row = row
        self.definitions = definitions
        self.errata = errata
    }

    fileprivate func view(in frame: PageFrame) -> View {
        let language = frame.language
        func list(_ fields: [(label: Sentence, value: Sentence)]) -> View.Value {
            .views(fields.map { ["label": .sentence($0.label), "value": .sentence($0.value)] })
        }
        return [
            "anchor": .text(row.id.text), "heading": .sentence(language.editionHeading(row.id, county: row.county)),
            "fields": list(row.fields(in: language)),
            "definition": definitions.isEmpty
                ? .nothing : .view(["fields": list(DefinitionText.fields(definitions, in: language))]),
            "errata_list": errata.isEmpty
                ? .nothing : .view(["list": .views(errata.map { ErratumView.view($0, language) })]),
        ]
    }
}

/// Every edition held, and the form to compare two.
package enum EditionsPage {
    package static func page(_ editions: [EditionDetails], in frame: PageFrame) -> Page {
        Page(
            "editions", title: frame.word(.editionsHeading),
            [
                "editions": .views(editions.map { $0.view(in: frame) }),
                "compare": .view(orNothing: CompareForm.view(editions.map(\.row), nil, nil)),
            ], in: frame)
    }
}

private enum CompareForm {
    /// Nil where there are not two to compare. The newest two stand in it, unless others are chosen.
    static func view(_ editions: [EditionRow], _ old: EditionID?, _ new: EditionID?) -> View? {
        guard editions.count > 1 else { return nil }
        return [
            "olds": .views(Choices.editions(editions, chosen: old ?? editions[1].id)),
            "news": .views(Choices.editions(editions, chosen: new ?? editions[0].id)),
        ]
    }
}

/// What two editions say differently.
package enum ComparisonPage {
    package static func page(_ comparison: EditionComparison, _ editions: [EditionRow], in frame: PageFrame) -> Page {
        let language = frame.language
        let text = ComparisonText(comparison, language)
        let sections = text.sections.map { section -> View in
            let isTable = !section.header.isEmpty
            return [
                "heading": .sentence(section.heading),
                "table": isTable
                    ? .view([
                        "header": .sentences(section.header),
                        "rows": .views(section.rows.map { ["cells": .sentences($0)] }),
                    ]) : .nothing,
                "sentences": isTable ? .nothing : .view(["list": .sentences(section.rows.map { $0[0] })]),
            ]
        }
        return Page(
            "comparison", title: frame.word(.compareResult),
            [
                "county_name": .sentence("\(comparison.new.county.name)"),
                "old": .sentence(text.side(comparison.old)), "new": .sentence(text.side(comparison.new)),
                "same": .sentence(orNothing: sections.isEmpty ? language.noDifferences : nil),
                "sections": .views(sections),
                "compare": .view(orNothing: CompareForm.view(editions, comparison.old.id, comparison.new.id)),
            ], in: frame)
    }
}
