public import GradeModel

/// Why a store could not be opened, read or written. The wording for people is `AnswerRendering`'s; `description` is
/// the plain English sentence for logs and tests.
public enum StoreError: Error, Hashable, Sendable {
    /// No folder, or no `current.sqlite` in it.
    case missing(path: String)
    /// `current.sqlite` is no relative link to a generation of the same folder.
    case badLink(path: String, target: String)
    /// The link names a generation that is not there.
    case dangling(path: String, target: String)
    case notDatabase(path: String)
    /// Shorter than its own header says.
    case truncated(path: String)
    /// The `application_id` is another program's.
    case otherApplication(path: String)
    /// Made by a newer version of this program.
    case newer(path: String, schema: Int)
    /// Made by an earlier version, in a layout that is read no more.
    case older(path: String, schema: Int)
    /// A page does not match its checksum.
    case pageChanged(path: String)
    /// SQLite found the file damaged, or a value in it has no meaning.
    case damaged(path: String, detail: String)
    case unreadable(path: String, detail: String)
    case notWritable(path: String, detail: String)
    /// Another process holds the store's lock.
    case busy(path: String)
    case noSpace(path: String)
    /// The store lies on a network file system, where it can't be written safely.
    case network(path: String, kind: String)
    /// Applied, but the folder could not be flushed to disk.
    case notDurable(path: String, detail: String)
    /// No such generation to go back to.
    case noGeneration(number: Int)
    /// The generation's file has another hash than was noted when it was made.
    case altered(file: String, expected: String, found: String)
    /// Nothing to hold a generation against.
    case noSideFile(path: String)
    /// The edition is about the land of other owners than another edition of its county: an answer could not tell which
    /// of the two the question is about.
    case otherRights(edition: EditionID, rights: String, held: String)
}

extension StoreError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let path): "no store at \(path)"
        case .badLink(let path, let target): "\(path): links to \(target), which is no generation of this folder"
        case .dangling(let path, let target): "\(path): links to \(target), which is not there"
        case .notDatabase(let path): "\(path): not a SQLite database"
        case .truncated(let path): "\(path): cut short"
        case .otherApplication(let path): "\(path): a database of another application"
        case .newer(let path, let schema): "\(path): layout \(schema), made by a newer version"
        case .older(let path, let schema): "\(path): layout \(schema), made by an earlier version"
        case .pageChanged(let path): "\(path): a page does not match its checksum"
        case .damaged(let path, let detail): "\(path): damaged (\(detail))"
        case .unreadable(let path, let detail): "\(path): can't be read (\(detail))"
        case .notWritable(let path, let detail): "\(path): can't be written (\(detail))"
        case .busy(let path): "\(path): another update is running"
        case .noSpace(let path): "\(path): no space left"
        case .network(let path, let kind):
            "\(path): on a network file system (\(kind)), where it can't be written safely"
        case .notDurable(let path, let detail): "\(path): applied, but not confirmed on disk (\(detail))"
        case .noGeneration(let number): "generation \(number) is not in the store"
        case .altered(let file, let expected, let found): "\(file): changed (expected \(expected), found \(found))"
        case .noSideFile(let path): "\(path): no checksum to verify against"
        case .otherRights(let edition, let rights, let held):
            "\(edition) is about \(rights) land, other editions of its county about \(held)"
        }
    }
}
