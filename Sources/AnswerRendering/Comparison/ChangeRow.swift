import GradeModel
import StrictJSON

/// One difference as a row of equal cells, for JSON and CSV alike.
struct ChangeRow {
    let change: EditionChange.Kind
    var landType: LandType?
    var township: String?
    var village: String?
    var formerVillage: String?
    /// The part of the village.
    var part: String?
    /// The kind of land within the land type that a price is for.
    var subtype: String?
    /// Of a price, by how much it differs, in per cent: `10.00`, `-4.76`.
    var percent: String?
    /// The grade that a price is for.
    var grade: Grade?
    var erratum: String?
    /// What differs: `grade`, `title`, `term_years` …
    var field: String?
    var old: String?
    var new: String?
    /// Only where the entry is in dispute.
    var oldPrinted: Grade?
    var newPrinted: Grade?
    var oldSource: String?
    var newSource: String?

    static let header = [
        "change", "land_type", "township", "village", "former_village", "grade", "erratum", "field", "old", "new",
        "old_printed_grade", "new_printed_grade", "old_source", "new_source", "part", "subtype",
        "percent",
    ]

    var cells: [String] {
        let texts = [landType?.rawValue, township, village, formerVillage, number(grade), erratum, field, old, new]
        let sources = [number(oldPrinted), number(newPrinted), oldSource, newSource, part, subtype, percent]
        return [change.rawValue] + (texts + sources).map { $0 ?? "" }
    }

    private func number(_ grade: Grade?) -> String? { grade.map { String($0.rawValue) } }

    /// Values stand as texts, whatever they are of; grades beside them as numbers.
    var json: JSONValue {
        [
            "change": .string(change.rawValue), "land_type": .text(landType?.rawValue), "township": .text(township),
            "village": .text(village), "former_village": .text(formerVillage), "grade": .number(grade?.rawValue),
            "erratum": .text(erratum), "field": .text(field), "old": .text(old), "new": .text(new),
            "old_printed_grade": .number(oldPrinted?.rawValue), "new_printed_grade": .number(newPrinted?.rawValue),
            "old_source": .text(oldSource), "new_source": .text(newSource), "part": .text(part),
            "subtype": .text(subtype), "percent": .text(percent),
        ]
    }
}

extension ChangeRow {
    init(_ change: EditionChange) {
        self.init(change: change.kind, landType: change.landType, township: change.township)
        switch change {
        case .document(let field, let old, let new): set(field.rawValue, old, new)
        case .township(_, .came), .township(_, .went): break
        case .township(_, .detail(let field, let old, let new)): set(field.rawValue, old, new)
        case .definition(_, let field, let old, let new): set(field.rawValue, old, new)
        case .price(_, let subtype, let grade, let old, let new):
            self.grade = grade
            self.subtype = subtype
            if let old, let new { percent = PriceChange(from: old, to: new)?.percent }
            oldSource = old?.source?.description
            newSource = new?.source?.description
            set("base_price", old.map { "\($0.amount) \($0.unit)" }, new.map { "\($0.amount) \($0.unit)" })
        case .rate(_, let subtype, let old, let new):
            self.subtype = subtype
            oldSource = old?.source.description
            newSource = new?.source.description
            set("rate", old.map { $0.percent + "%" }, new.map { $0.percent + "%" })
        case .renamed(_, let old, let new, let alias):
            village = new
            formerVillage = old
            newSource = alias.source
            set("village", old, new)
        case .kind(_, let village, let old, let new):
            self.village = village
            set("kind", old.rawValue, new.rawValue)
        case .scope(_, _, let village, let old, let new):
            self.village = village
            set("scope", old.rawValue, new.rawValue)
        case .entry(let entry): set(entry)
        case .aliasCame(let alias):
            village = alias.village
            newSource = alias.source
            set(alias.kind.rawValue, nil, alias.alias)
        case .aliasWent(let alias):
            village = alias.village
            oldSource = alias.source
            set(alias.kind.rawValue, alias.alias, nil)
        case .erratum(let id, let field, let old, let new):
            erratum = id
            set(field.rawValue, old?[field], new?[field])
        }
    }

    private mutating func set(_ field: String, _ old: String?, _ new: String?) {
        self.field = field
        self.old = old
        self.new = new
    }

    private mutating func set(_ entry: EntryChange) {
        village = entry.village
        part = entry.part
        formerVillage = entry.formerVillage
        set("grade", entry.old.map { String($0.grade.rawValue) }, entry.new.map { String($0.grade.rawValue) })
        oldPrinted = entry.old.flatMap { $0.isDisputed ? $0.printedGrade : nil }
        newPrinted = entry.new.flatMap { $0.isDisputed ? $0.printedGrade : nil }
        oldSource = entry.old?.source.description
        newSource = entry.new?.source.description
        erratum = entry.new?.erratum ?? entry.old?.erratum
    }
}
