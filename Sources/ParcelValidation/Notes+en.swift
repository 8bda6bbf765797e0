import GradeModel
import TabularText

enum NotesInEnglish {
    static func text(of note: Note) -> String {
        switch note {
        case .withdrawn(let note): (note.map { text(of: $0) + "; " } ?? "") + "the edition was withdrawn"
        case .wholeTownship(let note, let isKnown):
            (note.map { text(of: $0) + "; " } ?? "") + "the document grades the township as a whole"
                + (isKnown ? "" : "; the name of the village was not checked")
        case .byPart(let parts):
            "the village is graded by parts" + text(of: parts)
                + (parts.count == 1 ? "; other parts have no published grade" : "") + "; the part of the parcel decides"
        case .alikeByPart(let note, let parts):
            (note.map { text(of: $0) + "; " } ?? "") + "the village is graded by parts, those listed all the same"
                + text(of: parts)
        case .mismatch(let declared, let official):
            "declared \(declared.rawValue), official \(official.rawValue)"
        case .mismatchDisputed(let declared, let dispute):
            "declared \(declared.rawValue); \(text(of: dispute))"
        case .disputed(let dispute): "\(text(of: dispute)): a person has to decide"
        case .filledDisputed(let dispute): text(of: dispute)
        case .notListed: "the table of this land type does not list the village"
        case .notPublished: "the edition publishes no grades of this land type"
        case .noEdition: "no edition was in force"
        case .unreadableGrade(let official, let dispute):
            "the declared grade is no grade" + (official.map { "; official \($0.rawValue)" } ?? "")
                + (dispute.map { "; \(text(of: $0))" } ?? "")
        case .unknownLandType: "neither a name nor a code of GB/T 21010"
        case .landTypeOfEither(let types):
            "standards put it under \(types.map(\.name).joined(separator: " and ")); write a class of GB/T 21010"
        case .ambiguous(let places):
            "fits several places: " + places.prefix(5).map { $0.township + $0.village }.joined(separator: ", ")
                + (places.count > 5 ? " and \(places.count - 5) more" : "")
        case .unknownTownship(let near): "no such township" + text(of: near)
        case .unknownVillage(let near): "no such village" + text(of: near)
        case .townshipOnly(let townships):
            townships.listed(behind: "names a township (", separator: ", ") + ") and no village"
        case .otherTownship(let township, let near):
            "the village's cell names \(township), which is not the row's township" + text(of: near)
        case .unknownCounty: "names a county that is not in the store"
        case .needsCounty:
            "in pinyin alone, not searched in every county of the store; "
                + "add the county, or the township in characters"
        case .badRecord(let fault): text(of: fault)
        case .badCell(.formulaWithoutValue, let cell):
            "\(cell) is a formula without a saved value; recalculate and save it in the spreadsheet"
        case .badCell(.longNumber, let cell):
            "the code in \(cell) was stored as a number and has lost its digits beyond 15; make the cell text and enter it again"
        case .badCell(.binary, let cell): "\(cell) is binary data"
        case .badCell(.cut, let cell):
            "\(cell) was cut by the length of its field and is not whole; complete it, or export it with a longer field"
        case .badCell(_, let cell): "\(cell) is an error value"
        case .ragged(let found, let expected): "field count \(found), the header has \(expected)"
        case .noParcel(.blank): "an empty row"
        case .noParcel(.total): "a total, no parcel"
        case .noParcel(.footer): "a line below the table, no parcel"
        case .noParcel(.numbers): "the numbers of the columns, no parcel"
        case .repeatsHeader: "the header again"
        case .parcelID(.scientific): "parcel id: a spreadsheet has made a number of it; its last digits are lost"
        case .parcelID(.number):
            "parcel id: a program has made a number of it, with a decimal point or commas; enter it again as text"
        case .parcelID(.date): "parcel id: a program has made a date of it; enter it again as text"
        case .parcelID(.errorValue): "parcel id: an error value"
        case .parcelID(.invisible): "parcel id: has characters that cannot be seen"
        case .parcelID(.tooLong): "parcel id: longer than \(ParcelIDFault.longest) characters"
        }
    }

    private static func text(of dispute: Dispute) -> String {
        "in dispute\(dispute.erratum.map { " (\($0))" } ?? ""): held \(dispute.held.rawValue), "
            + "printed \(dispute.printed.rawValue)"
    }

    private static func text(of parts: [PartGrade]) -> String {
        guard !parts.isEmpty else { return "" }
        let shown = parts.prefix(5).map { "\($0.part) \($0.grade.rawValue)" + ($0.isDisputed ? " (in dispute)" : "") }
        return ": " + shown.joined(separator: ", ") + (parts.count > 5 ? " and \(parts.count - 5) more" : "")
    }

    private static func text(of near: [Suggestion]) -> String {
        near.listed(behind: "; near: ", separator: ", ")
    }

    private static func text(of fault: LocatedFault) -> String {
        let what =
            switch fault.fault {
            case .quoteInField: "quote inside an unquoted field"
            case .textAfterQuote: "text after the closing quote"
            case .nulByte: "NUL byte"
            case .tooManyColumns: "more than \(RecordBlock.maximumColumns) columns"
            case .wrongBytes: "bytes that are no text in the list's encoding"
            }
        return "column \(fault.column), byte offset \(fault.offset): \(what)"
    }
}
