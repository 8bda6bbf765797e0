internal import CSQLite

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Lets SQLite open a file that has no name, by the path `/proc/self/fd/N`. By its own way it would follow that link to a
/// name that is not there, and it refuses links where it opens a file.
enum DescriptorFiles {
    static let folder = "/proc/self/fd/"

    private typealias Open = @convention(c) (UnsafePointer<CChar>?, CInt, CInt) -> CInt

    /// How SQLite opens all other files; a C function, which has no state.
    private static let usualOpen: Open? = sqlite3_vfs_find("unix").flatMap { usual in
        usual.pointee.xGetSystemCall(usual, "open").map { unsafeBitCast($0, to: Open.self) }
    }

    /// The name of SQLite's own file system in which such paths are taken as they stand; nil where SQLite has none.
    static let system: String? = {
        guard let usual = sqlite3_vfs_find("unix"), usualOpen != nil else { return nil }
        let open: Open = { path, flags, mode in
            guard let path, let usualOpen = DescriptorFiles.usualOpen else { return -1 }
            let length = strlen(DescriptorFiles.folder)
            guard strncmp(path, DescriptorFiles.folder, length) == 0 else { return usualOpen(path, flags, mode) }
            // SQLite reads at positions of its own, so that both may share theirs.
            return fcntl(CInt(strtol(path + length, nil, 10)), F_DUPFD_CLOEXEC, 3)
        }
        let call = unsafeBitCast(open, to: sqlite3_syscall_ptr.self)
        guard usual.pointee.xSetSystemCall(usual, "open", call) == SQLITE_OK else { return nil }
        // SQLite keeps both for as long as the process lives.
        let copy = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        copy.initialize(to: usual.pointee)
        let name = "landgrade-descriptor"
        copy.pointee.zName = UnsafePointer(strdup(name))
        copy.pointee.pNext = nil
        copy.pointee.xFullPathname = { _, path, room, whole in
            guard let path, let whole, strlen(path) < room else { return SQLITE_CANTOPEN }
            strcpy(whole, path)
            return SQLITE_OK
        }
        return sqlite3_vfs_register(copy, 0) == SQLITE_OK ? name : nil
    }()
}
