internal import CDatabaseFiles
internal import CSQLite

/// A database in a file without a name: an upload, or a copy that is not whole yet.
enum UnnamedDatabase {
    /// SQLite is given such a file by this folder and the number of its descriptor.
    static let folder = "/proc/self/fd/"

    /// The VFS that opens it; nil where SQLite does not take one.
    static let vfs: String? =
        landgrade_register_as_named_vfs() == SQLITE_OK ? String(cString: landgrade_as_named_vfs_name) : nil
}
