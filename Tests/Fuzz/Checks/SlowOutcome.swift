import GradeModel
import PlaceMatching
import SystemSupport

@testable import ParcelValidation

/// What the slow validator says of a row.
struct SlowOutcome {
    var verdict: Verdict
    var note: Note?
    var township = ""
    var village = ""
    var county: County?
    var rule = ""
    var landType = ""
    var grade: Grade?
    var printed: Grade?
    var edition = ""
    var after: Grade?
    var changed = ""
    var warnings: [Warning] = []
    var prices = SlowPrices.Result()

    init(_ verdict: Verdict, _ note: Note?) {
        self.verdict = verdict
        self.note = note
    }

    /// - Parameter text: the cell of the village, or of the address.
    init(unknownVillage text: String, _ township: String?, _ near: [Suggestion], _ otherCounty: String?) {
        let note = otherCounty.map { Note.villageOfOther($0, near) } ?? .unknownVillage(near)
        self.init(.unknownVillage, NameKey(text).text.isEmpty ? .noPlace : note)
        self.township = township ?? ""
    }

    func texts(_ options: ValidationOptions, warns: Bool, hasPrices: Bool) -> [String] {
        let number = { (grade: Grade?) in grade.map { String($0.rawValue) } ?? "" }
        let first = [verdict.rawValue] + (warns ? [warnings.sentence(in: options.language).text] : [])
        let texts =
            first + [
                township, village, rule, landType, number(grade), number(printed), edition,
                note.map { $0.sentence(in: options.language).text } ?? "",
            ]
        return (options.isComparing ? texts + [number(after), changed] : texts)
            + (hasPrices ? prices.texts(options) : [])
    }
}
