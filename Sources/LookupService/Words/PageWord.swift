/// A word or sentence that stands in a page as it is; a template names it `{{w.name}}`.
enum PageWord: String, CaseIterable {
    // Around every page.
    case skip, sections
    // Search.
    case searchHeading, searchLabel, searchHint, searchButton, more, county, anyCounty, landType
    case anyLandType, asOf, asOfHint, asPrinted, suggestions, suggestionsHelp
    // Answers.
    case grades, disputedBadge, because, offered, citation, copy, copied, copyByHand, print, wholeTownship, choose
    case counties, edition, digest
    // Places.
    case chart, townships, villages, show, noEdition
    // Lists.
    case listsHeading, listsIntroduction, listsFile, listsDrop, listsFormats, listsPrivacy, listsOptions, listsLandType
    case listsCompare, listsNoCompare, listsCheck, listsDownload, listsWithoutScript, listsResult, listsVerdict
    case listsCount, listsProblems, listsProblemsHint, listsRow, listsNote, listsContent, listsSending, listsProgress
    case listsDone, listsDoneFine, listsFailed, listsNoFile, listsReading, listsMore, listsNoGrade
    // Editions.
    case editionsHeading, definitions, errata, erratum, errataNone, compareHeading, compareOld, compareNew,
        compareButton
    case compareNeedsTwo, compareResult, printed, held, evidence
    // What went wrong.
    case back
}
