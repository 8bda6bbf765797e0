public import StrictJSON
public import TabularText

/// Why an edition package can't be read or written, and where. `description` is the whole sentence, with the remedy.
public struct PackageError: Error, Hashable, Sendable {
    /// `grades.csv`, or the folder's path where the folder itself is at fault.
    public let file: String
    /// The physical line, from 1.
    public let line: Int?
    /// The name of the column, or of the member of `datapackage.json`.
    public let column: String?
    public let problem: PackageProblem

    init(_ file: String, line: Int? = nil, column: String? = nil, _ problem: PackageProblem) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
    }
}

public enum PackageProblem: Hashable, Sendable {
    // Files
    case missing
    case unknownFile
    case notRegularFile
    case tooLarge(limit: Int)
    case packageTooLarge(limit: Int)
    case unreadable(String)
    case notWritable(String)
    case folderNotEmpty
    case notFolder
    // Form
    case json(JSONError)
    case csv(CSVError)
    case header(expected: [String])
    /// The layout of `datapackage.json` is not the one `seal` writes.
    case layout
    case format(String)
    case missingMember
    case unknownMember(String)
    // Integrity
    case size(stated: Int, found: Int)
    case hash(stated: String, found: String)
    case seal
    case resourceTwice
    case unnamed
    // Values
    case empty
    case value(String, expected: ExpectedValue)
    // References
    case duplicate(String, firstLine: Int)
    case otherCounty(id: String, county: String)
    case noSuchTownship(String)
    case noSuchErratum(String)
    case noSuchVillage(township: String, village: String)
    case aliasIsVillage(township: String, alias: String)
    case notInRow(village: String, row: String)
    case noDefinition(String)
    case noPrice(String)
    case order(expected: Int)
    case erratumMissing
    case erratumNeedless(String)
    case erratumRejected(String)
    case wholeTownshipMixed(String, firstLine: Int)
    case wholeVillageMixed(String, firstLine: Int)
    case withoutVillage
    case kindDiffers(firstLine: Int)
}
