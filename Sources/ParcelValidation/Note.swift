import GradeModel
import TabularText

/// What the note of a row says.
enum Note: Hashable, Sendable {
    /// The edition was withdrawn, whatever else there is to say.
    indirect case withdrawn(Note?)
    /// What there is to say of the prices, behind everything else.
    indirect case priced(Note?, PriceNote)
    /// The township is graded as a whole, whatever else there is to say.
    indirect case wholeTownship(Note?, isVillageKnown: Bool)
    /// The village is graded by parts that are not all the same.
    case byPart([PartGrade])
    /// The village is graded by parts that are all the same, whatever else there is to say.
    indirect case alikeByPart(Note?, [PartGrade])
    case mismatch(declared: Grade, official: Grade)
    case mismatchDisputed(declared: Grade, Dispute)
    case disputed(Dispute)
    case filledDisputed(Dispute)
    case notListed
    case notPublished
    case noEdition
    case unreadableGrade(official: Grade?, Dispute?)
    case unknownLandType
    case noLandType
    /// Its code may be one that a program made a number of.
    case landTypeAsNumber
    /// A cell of this role has a mark that stands for the cell above.
    case ditto(ColumnRole)
    /// Standards put the word under both.
    case landTypeOfEither([LandType])
    /// Its code and its name, or its words, are of different classes.
    case contradictoryLandType
    case ambiguous([Place])
    case unknownTownship([Suggestion])
    case unknownVillage([Suggestion])
    /// Behind the village this other county is named: 芙蓉村（汨罗市）.
    case villageOfOther(String, [Suggestion])
    /// The cell of the village, or of the address, is empty.
    case noPlace
    /// The row names these townships and no village.
    case townshipOnly([Suggestion])
    /// The cell of the village, or of the address, names this township, and the row another.
    case otherTownship(String, [Suggestion], inAddress: Bool)
    /// The address, or the county's column, names a county that is not there.
    case unknownCounty
    /// The county's column names another one than this, which was given for all rows.
    case otherCounty(String)
    /// A name in pinyin, without a county and without a township in characters, in a store of many counties: not searched.
    case needsCounty
    case badRecord(LocatedFault)
    /// A cell the judgement depends on has no value that could be trusted.
    case badCell(CellFlag.Kind, String)
    /// - Parameter isEmptyBehind: there are too many cells, and those behind the header's are empty.
    case ragged(found: Int, expected: Int, isEmptyBehind: Bool = false)
    case noParcel(NoParcel)
    case parcelID(ParcelIDFault)
    /// The same of a number in another column, of this name.
    case otherCode(String)
}
