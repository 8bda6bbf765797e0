import GradeModel
public import ParcelValidation
public import SystemSupport
public import TableFiles

/// The styles with which a checked layer opens in QGIS: by verdict, and by grade.
public struct CheckedStyles: Sendable {
    private let list: ListValidation
    private let language: Language

    private struct Category {
        let value: String
        let label: Sentence
        let look: ParcelLook
    }

    public init(_ list: ListValidation, in language: Language) { (self.list, self.language) = (list, language) }

    /// By verdict, which is the layer's default, then by grade.
    ///
    /// - Parameter layer: its `values` are those of the column `gradeColumn` of the list.
    public func styles(_ layer: StyledLayer) -> [LayerStyle] {
        [
            LayerStyle(
                name: language.pick(zh: "landgrade 核对结论", en: "landgrade check result").text,
                description: language.pick(zh: "按核对结论着色", en: "coloured by what the check of each row came to").text,
                qml: qml(layer.column(list.verdictColumn), verdicts, layer.geometry)),
            LayerStyle(
                name: language.pick(zh: "landgrade 公布级别", en: "landgrade published grade").text,
                description: language.pick(zh: "按公布级别着色", en: "coloured by the published grade").text,
                qml: qml(gradeExpression(layer), grades(layer.values), layer.geometry)),
        ]
    }

    /// Those that need attention first.
    private var verdicts: [Category] {
        let all = Verdict.allCases.filter { !$0.isFine } + Verdict.allCases.filter(\.isFine)
        let known = all.map { verdict in
            Category(value: list.text(verdict), label: "\(verdict.word(in: language))", look: .look(verdict))
        }
        // To QGIS the empty value is every other one, NULL too.
        let other = language.pick(zh: "无结论或其他值", en: "no result, or another value")
        return known + [Category(value: "", label: other, look: .noVerdict)]
    }

    private static let dispute = "disputed"

    /// A published grade has a printed one beside it where the two differ and nobody has confirmed which is right.
    private func gradeExpression(_ layer: StyledLayer) -> String {
        let grade = Self.quoted(layer.column(list.gradeColumn))
        let printed = Self.quoted(layer.column(list.printedGradeColumn))
        return "CASE WHEN \(printed) IS NOT NULL THEN '\(Self.dispute)' ELSE to_string(\(grade)) END"
    }

    /// - Parameter values: what stands in the column of grades; those that are no grades fall into the last category.
    private func grades(_ values: [String]) -> [Category] {
        let found = (1...20).compactMap(Grade.init(rawValue:)).filter { values.contains(list.text($0)) }
        var categories: [Category] = []
        for grade in found {
            let label = language.pick(zh: "\(grade.label)", en: "grade \(grade.rawValue)")
            categories.append(
                Category(value: list.text(grade), label: label, look: .look(grade, of: found[found.count - 1])))
        }
        return categories + [
            Category(
                value: Self.dispute, label: language.pick(zh: "级别待核", en: "grade in dispute"), look: .inDispute),
            Category(value: "", label: language.pick(zh: "无公布级别", en: "no published grade"), look: .noGrade),
        ]
    }

    /// A column's name as QGIS's expressions quote it.
    private static func quoted(_ name: String) -> String {
        "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private func qml(_ attribute: String, _ categories: [Category], _ geometry: DrawnGeometry) -> String {
        let numbered = Array(categories.enumerated())
        let entries = numbered.map { number, category in
            StyleXML(
                "category",
                [
                    "symbol": "\(number)", "value": category.value, "type": "string", "label": category.label.text,
                    "render": "true",
                ])
        }
        let symbols = numbered.map { ParcelSymbol($1.look, for: geometry).xml(number: $0) }
        let renderer = StyleXML(
            "renderer-v2",
            [
                "type": "categorizedSymbol", "attr": attribute, "symbollevels": "0", "enableorderby": "0",
                "forceraster": "0",
            ],
            [StyleXML("categories", [:], entries), StyleXML("symbols", [:], symbols)])
        let type =
            switch geometry {
            case .point: "0"
            case .line: "1"
            case .polygon: "2"
            }
        // QGIS leaves a layer of other geometries as it draws it by itself.
        return StyleXML(
            "qgis", ["version": "3.22.0", "styleCategories": "Symbology"],
            [renderer, StyleXML("layerGeometryType", text: type)]
        ).document
    }
}
