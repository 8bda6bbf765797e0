internal import CDatabaseFiles
internal import CSQLite

/// The ways to files beside the system's own (`CDatabaseFiles`), by the names that `Connection` takes.
package enum VFS {
    /// Compares each page with its checksum before SQLite sees it; for reading. Nil where SQLite does not take it.
    package static let checked: String? =
        landgrade_register_checked_vfs() == SQLITE_OK ? String(cString: landgrade_checked_vfs_name) : nil

    /// The folder by which `asNamed` is given an open file.
    package static let openFiles = "/proc/self/fd/"

    /// Opens a path as it stands, and `/proc/self/fd/N` as that open file, which may have no name. Nil where SQLite does not
    /// take it.
    package static let asNamed: String? =
        landgrade_register_as_named_vfs() == SQLITE_OK ? String(cString: landgrade_as_named_vfs_name) : nil
}
