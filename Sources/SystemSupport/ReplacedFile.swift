internal import CSystemCalls
public import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that is there whole or not at all, however the process ends. It is written without a name and linked when it
/// is complete; until then nothing else sees it, and the system frees it with the process, after SIGKILL too.
///
///     let file = try ReplacedFile("checked.csv")
///     try file.write(bytes)
///     try file.commit()
///
/// Where the file system has no unnamed files, or /proc is not there to link one by, it has the name
/// `.checked.csv.<pid>.part` meanwhile; SIGINT, SIGTERM and SIGHUP remove it, unless the program handles them itself.
///
/// A name that exists can't be replaced by an unnamed file in one step, so for the time of two system calls the whole
/// file is called `.checked.csv.new`. A process that is killed just then leaves that; the next one to write
/// `checked.csv` removes it.
public final class ReplacedFile {
    public let path: FilePath
    /// For a library that opens files by their path, in this process. Of an unnamed file it leads through /proc.
    public let temporary: FilePath
    public let descriptor: FileDescriptor
    /// Of a named one, its place in the list of those that signals remove.
    private var removal: CInt?
    private let isNamed: Bool
    private var isOpen = true
    /// Bytes written; those of them that are on their way to the disk.
    private var written: Int64 = 0, begun: Int64 = 0

    /// - Parameters:
    ///   - path: what is there is replaced by `commit` and not touched before. The folder must exist.
    ///   - mode: whatever the umask; nil: 0644 as the umask leaves it.
    /// - Throws: `Errno`, of the named file where there was neither way.
    public init(_ path: FilePath, mode: CInterop.Mode? = nil) throws(Errno) {
        guard let name = path.lastComponent else { throw .isDirectory }
        self.path = path
        let folder = Self.folder(of: path)
        let permissions = FilePermissions(rawValue: mode ?? 0o644)
        if let unnamed = Self.unnamed(in: folder, permissions) {
            (descriptor, temporary, isNamed) = (unnamed.file, unnamed.path, false)
        } else {
            temporary = path.removingLastComponent().appending(".\(name.string).\(getpid()).part")
            descriptor = try FileSystem.open(
                temporary, .readWrite, [.create, .exclusiveCreate], permissions: permissions)
            isNamed = true
            removal = temporary.withPlatformString { landgrade_remove_at_signal($0) }
        }
        guard let mode else { return }
        guard fchmod(descriptor.rawValue, mode) == 0 else { throw discard(Errno(rawValue: errno)) }
    }

    deinit { _ = discard(.ioError) }

    public func write(_ bytes: some Sequence<UInt8>) throws(Errno) {
        written += Int64(try systemCall { try descriptor.writeAll(bytes) })
        // The disk works while the rest is still being made; else all of it is left for `commit` to wait for.
        guard written - begun >= Self.writeBehind else { return }
        landgrade_begin_writing(descriptor.rawValue, begun, written - begun)
        begun = written
    }

    private static let writeBehind: Int64 = 8 << 20

    /// Gives the file its name, in place of what has it.
    ///
    /// - Parameters:
    ///   - replacing: false: `.fileExists` where the name is taken.
    ///   - flushing: the file and its name are on the disk before this returns.
    /// - Throws: `Errno`; then nothing has changed, except where only the folder could not be flushed.
    public func commit(replacing: Bool = true, flushing: Bool = true) throws(Errno) {
        guard !flushing || fsync(descriptor.rawValue) == 0 else { throw discard(Errno(rawValue: errno)) }
        do throws(Errno) {
            if !replacing {
                try linkNew()
            } else if isNamed {
                try FileSystem.rename(temporary, to: path)
            } else {
                try link()
            }
        } catch { throw discard(error) }
        if let removal { landgrade_keep_at_signal(removal) }
        removal = nil
        isOpen = false
        // A network's file system may say only here that there was no room.
        try systemCall { try descriptor.close() }
        if flushing { try FileSystem.flushNames(in: Self.folder(of: path)) }
    }

    private func linkNew() throws(Errno) {
        guard Self.link(temporary, at: path) else { throw Errno(rawValue: errno) }
        if isNamed { try? FileSystem.remove(temporary) }
    }

    /// Links the unnamed file; where the name is taken, by way of another name.
    private func link() throws(Errno) {
        if Self.link(temporary, at: path) { return }
        guard errno == EEXIST else { throw Errno(rawValue: errno) }
        guard let name = path.lastComponent else { throw .isDirectory }
        let folder = path.removingLastComponent()
        let usual = folder.appending(".\(name.string).new")
        // Another process may write the same file just now, and remove our name or rename over it.
        for _ in 0..<100 {
            var aside = usual
            if !Self.link(temporary, at: aside) {
                guard errno == EEXIST else { throw Errno(rawValue: errno) }
                let isRemoved = aside.withPlatformString { unlink($0) } == 0 || errno == ENOENT
                if isRemoved { continue }
                // Somebody else's, in a folder where only its owner may remove it.
                aside = folder.appending(".\(name.string).\(getpid()).new")
                guard Self.link(temporary, at: aside) else { throw Errno(rawValue: errno) }
            }
            do throws(Errno) {
                return try FileSystem.rename(aside, to: path)
            } catch .noSuchFileOrDirectory {
                continue
            } catch {
                _ = aside.withPlatformString { unlink($0) }
                throw error
            }
        }
        throw .resourceBusy
    }

    /// Closes and removes what has not been given its name.
    private func discard(_ error: Errno) -> Errno {
        guard isOpen else { return error }
        isOpen = false
        try? descriptor.close()
        if isNamed { _ = temporary.withPlatformString { unlink($0) } }
        if let removal { landgrade_keep_at_signal(removal) }
        removal = nil
        return error
    }

    private static func folder(of path: FilePath) -> FilePath {
        let folder = path.removingLastComponent()
        return folder.isEmpty ? "." : folder
    }

    /// Nil where there is no such file, or no way to link it later.
    private static func unnamed(
        in folder: FilePath, _ permissions: FilePermissions
    ) -> (file: FileDescriptor, path: FilePath)? {
        let file = folder.withPlatformString { landgrade_open_unnamed($0, CUnsignedInt(permissions.rawValue)) }
        guard file >= 0 else { return nil }
        let path = FilePath("/proc/self/fd/\(file)")
        guard path.withPlatformString({ access($0, F_OK) }) == 0 else {
            close(file)
            return nil
        }
        return (FileDescriptor(rawValue: file), path)
    }

    private static func link(_ file: FilePath, at path: FilePath) -> Bool {
        file.withPlatformString { old in
            path.withPlatformString { linkat(AT_FDCWD, old, AT_FDCWD, $0, AT_SYMLINK_FOLLOW) == 0 }
        }
    }
}
