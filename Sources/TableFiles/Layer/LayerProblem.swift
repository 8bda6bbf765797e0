/// Why a layer can't be read, or a copy of it not be made.
enum LayerProblem: Hashable {
    case noFile
    case unreadable(String)
    case notDatabase
    case damaged(String)
    /// Another program writes to it, longer than we wait.
    case busy
    /// A change was broken off; the journal that takes it back lies beside the file.
    case interrupted(journal: String)
    /// A log with rows that nobody has open.
    case abandonedLog(String)
    /// It was written to while it was read.
    case changed
    /// The database's own definitions want something that is not done for a file from elsewhere.
    case refused(String)
    case outOfMemory
    /// A cell, or what a view makes, is longer than SQLite may hold.
    case valueTooLong
    /// A view, or columns that are made when they are read, in a file from a stranger.
    case computed(String)
    case tooSlow(seconds: Int)
    case tooMuchMemory(bytes: Int64)
    case tooManyComputedRows(Int)
    case cancelled

    case noLayers
    case severalLayers([LayerCount])
    case unknownLayer(String, [LayerCount])
    case missingTable(String)
    case tooManyColumns(Int)
    case onlyGeometry(String)

    case outputIsInput
    case outputIsLink
    case outputIsNoFile
    /// Somebody has the old file of that name open.
    case outputHasLog(String)
    case unwritable(String)
    case noSpace
    case view(String)
    case noRowID(String)
    case otherRows
    case brokenCells

    /// A layer and its rows; nil where counting them would mean to run a view.
    struct LayerCount: Hashable {
        let name: String
        let rows: Int?
    }
}
