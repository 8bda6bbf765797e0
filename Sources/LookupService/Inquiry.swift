public import GradeModel

/// Everything that is answered from a store alone, in a form that two requests for the same thing share.
public enum Inquiry: Hashable, Sendable {
    case question(Question)
    case value(ValueQuestion)
    case townships(county: String?, asOf: CalendarDate?)
    case villages(VillageFilter, county: String?, asOf: CalendarDate?)
    /// Of a place, in every edition of its county; the day and the land type of the question do not matter.
    case history(Question)
    case definitions(county: String?, landType: LandType?, asOf: CalendarDate?)
    case editions(county: String?)
    case difference(old: EditionID, new: EditionID, landType: LandType?, township: String?)
}
