import EditionPackage
import GradeModel
import SystemSupport

/// Answers that name places.
extension ReviewAnswers {
    mutating func takePlaces(_ answer: String, _ question: ImportQuestion, _ row: ReviewRow) throws(ReviewError) {
        guard answer != ReviewWords.none else { return }
        guard let grade = question.grade, !question.landTypes.isEmpty, let source = question.source else {
            throw ReviewError(
                row.cell("答复"), "本行没有地类、级别或来源，请在“级别”表中补录，此处写“无”",
                "without land type, grade or source; add the entries on the sheet 级别, and answer 无")
        }
        for (township, village, part) in try places(answer, question, row) {
            for landType in question.landTypes {
                grades.append(
                    HeldGrade(
                        grade: DraftGrade(
                            landType: landType, township: township, village: village, part: part, grade: grade,
                            printedGrade: question.printedGrade ?? grade, erratum: question.erratum, source: source,
                            place: question.place), cell: row.cell("答复"), isAnswer: true))
            }
        }
    }

    private typealias Place = (township: String, village: String, part: String?)

    /// 村、村 of the township that is asked about, and 乡镇：村、村；乡镇：村 anywhere.
    private func places(_ answer: String, _ question: ImportQuestion, _ row: ReviewRow) throws(ReviewError) -> [Place] {
        var places: [Place] = []
        do throws(TypedNames.Fault) {
            if question.kind == .wholeCounty, !answer.contains(where: { "：:".contains($0) }) {
                return try TypedNames.townships(answer) { self.places.hasTownship($0) }.map { ($0, "", nil) }
            }
            for phrase in answer.split(whereSeparator: { "；;".contains($0) || $0.isNewline }) {
                let sides = phrase.split(omittingEmptySubsequences: false) { "：:".contains($0) }
                guard sides.count <= 2, sides.count == 2 || question.township != nil else { throw Self.noTownship }
                var township = question.township ?? ""
                if sides.count == 2 {
                    let named = try TypedNames.townships(String(sides[0])) { self.places.hasTownship($0) }
                    guard named.count == 1 else { throw Self.noTownship }
                    township = named[0]
                }
                // 是, 有 and 否 answer another kind of question.
                let isAnswer = [.joinedNames, .shortName].contains(question.kind) && sides.count == 1
                let names = try TypedNames(
                    String(sides[sides.count - 1]), township: township, confirmed: isAnswer ? question.text : nil
                ) { self.places.has($0, in: township) }
                for item in names.items {
                    switch item {
                    case .whole: places.append((township, "", nil))
                    case .village(let village, let part): places.append((township, village, part))
                    }
                }
            }
            guard !places.isEmpty else { throw TypedNames.Fault(zh: "没有写明村名", en: "names no village") }
        } catch { throw ReviewError(row.cell("答复"), error.sentence(in: .zh), error.sentence(in: .en)) }
        return places
    }

    private static let noTownship = TypedNames.Fault(
        zh: "请写明乡镇，写成“乡镇：村、村；乡镇：村”", en: "name the township, as in 乡镇：村、村；乡镇：村")
}
