public import GradeModel

/// Everything that is answered from a store alone, in a form that two requests for the same thing share.
public enum Inquiry: Hashable, Sendable {
    case question(Question)
    case value(ValueQuestion)
    case townships(county: String?, asOf: CalendarDate?)
    case villages(township: String, county: String?, landType: LandType?, grade: Grade?, asOf: CalendarDate?)
    case definitions(county: String?, landType: LandType?, asOf: CalendarDate?)
    case editions(county: String?)
    case difference(old: EditionID, new: EditionID, landType: LandType?, township: String?)
}
