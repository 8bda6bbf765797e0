package import GradeModel

/// A grade held and the other one that the document prints.
package struct Dispute {
    let held: Grade
    let printed: Grade
    /// The answer is the printed label, as the question asked.
    let asPrinted: Bool
    let erratum: Erratum?
    /// The erratum's evidence stands with an earlier land type.
    let isRepeated: Bool
}

extension LandTypeAnswer {
    /// Both grades where they differ, even where the erratum is confirmed: a reader of the document will find the
    /// other label there. Nil where they agree.
    package func dispute(asPrinted: Bool, isRepeated: Bool) -> Dispute? {
        guard let heldGrade, let printedGrade, heldGrade != printedGrade else { return nil }
        return Dispute(
            held: heldGrade, printed: printedGrade, asPrinted: asPrinted, erratum: erratum, isRepeated: isRepeated)
    }
}

extension PartAnswer {
    /// As of a land type.
    package func dispute(asPrinted: Bool) -> Dispute? {
        guard heldGrade != printedGrade else { return nil }
        return Dispute(
            held: heldGrade, printed: printedGrade, asPrinted: asPrinted, erratum: erratum, isRepeated: true)
    }
}
