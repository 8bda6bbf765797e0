public import GradeModel
public import SystemSupport

/// What a command says on standard error: one sentence each, on one line, without a final line end. Whatever came from
/// a user, a file or a path is given as `ShownText`.
public protocol Messages: Sendable {
    /// Neither an option nor the environment says where the store is.
    var noHome: String { get }
    /// No store stands at `path`.
    func noStore(path: ShownText) -> String
    /// The store is there and may not be read; `reason` is the system's.
    func unreadableStore(path: ShownText, reason: ShownText) -> String
    /// A page differs from what was written.
    func changedPage(path: ShownText) -> String
    /// SQLite finds the file corrupt, or its hash is not the one noted beside it; `detail` is what was found.
    func damagedStore(path: ShownText, detail: ShownText) -> String
    /// The file is shorter than its own header says.
    func truncatedStore(path: ShownText) -> String
    func notADatabase(path: ShownText) -> String
    /// A SQLite file with the application id of something else.
    func foreignStore(path: ShownText) -> String
    /// A store of a later version of the program, with the number of its layout.
    func newerStore(path: ShownText, layout: Int) -> String
    /// Made by an earlier version, in a layout that is read no more.
    func olderStore(path: ShownText, layout: Int) -> String
    /// `link` points anywhere but to a generation beside it.
    func badLinkTarget(link: ShownText, target: ShownText) -> String
    /// `link` points to a generation that is not there.
    func danglingLink(link: ShownText, target: ShownText) -> String
    /// The folder is there and has no `current.sqlite`.
    func noCurrentLink(path: ShownText) -> String
    /// `reason` is the system's.
    func unwritableStore(path: ShownText, reason: ShownText) -> String
    /// Another process is writing to the store.
    func busyStore(path: ShownText) -> String
    func noSpace(path: ShownText) -> String
    /// `kind`: NFS, CIFS …
    func networkStore(path: ShownText, kind: String) -> String
    /// Applied, and not confirmed on disk.
    func notDurable(path: ShownText, reason: ShownText) -> String
    func noGeneration(_ number: Int) -> String
    /// A generation is named by its number.
    func badGeneration(_ given: ShownText) -> String
    func nowCurrent(generation: ShownText) -> String
    func alreadyCurrent(generation: ShownText) -> String
    /// On the first use the built-in editions were written there.
    func seedBuilt(path: ShownText) -> String

    func emptyArgument(_ argument: ArgumentName) -> String
    /// Lengths in bytes.
    func argumentTooLong(_ argument: ArgumentName, length: Int, limit: Int) -> String
    func unknownLandType(_ given: ShownText) -> String
    func badDate(_ given: ShownText) -> String
    func unknownCounty(_ given: ShownText) -> String
    func unknownTownship(_ given: ShownText) -> String
    /// No edition of `county` was in force at `date`; nil: every county, and today.
    func noEdition(county: ShownText?, date: CalendarDate?) -> String
    /// The edition that a list is made from was withdrawn; `day` is when that was seen.
    func listedFromWithdrawn(_ edition: EditionID, day: CalendarDate) -> String
    /// The edition in force has no definition of this land type.
    func notDefined(_ landType: LandType) -> String
    /// Near names, offered and never taken; at least one.
    func nearNames(_ names: [ShownText]) -> String

    /// Not of the form of an edition's id.
    func badEditionID(_ given: ShownText) -> String
    /// No edition of this id is in the store.
    func unknownEdition(_ edition: EditionID) -> String
    /// Two editions that can't be compared.
    func otherCounty(old: ShownText, new: ShownText) -> String

    func intact(generation: ShownText, digest: String) -> String
    func changed(generation: ShownText, expected: String, found: String) -> String
    func noSideFile(path: ShownText) -> String
    /// Two editions of one county that are about the land of different owners.
    func otherRights(_ edition: EditionID, rights: ShownText, held: ShownText) -> String
    func storeMade(path: ShownText) -> String
    func storeExists(path: ShownText) -> String
    func imported(editions: [EditionID], generation: ShownText) -> String
    func alreadyHeld(_ edition: EditionID) -> String
    func conflicting(_ edition: EditionID) -> String
    /// An edition package by itself proves nothing of where it comes from.
    var importNeedsUnsigned: String { get }
    func unreadablePackage(path: ShownText, reason: ShownText) -> String
}

/// What a user gave, for messages about it.
public enum ArgumentName: CaseIterable, Hashable, Sendable {
    case county, township, village, address, landType, date
}
