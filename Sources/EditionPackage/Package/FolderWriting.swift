public import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension EditionFiles {
    /// Writes the package as a new folder, whole or not at all: it is built beside its place, flushed to disk and then
    /// renamed. A folder that exists and is not empty is refused.
    public func write(to folder: FilePath) throws(PackageError) {
        // A folder is named by its last component; `out/` and `out/.` would have none.
        let target = folder.lexicallyNormalized()
        guard let name = target.lastComponent, name.kind == .regular else {
            throw PackageError(folder.string, .notWritable("no name for a new folder"))
        }
        try Self.refuseFilled(target)
        let parent = target.removingLastComponent()
        let temporary = parent.appending(".\(name.string).partial-\(getpid())")
        do {
            try Disk.makeFolder(temporary)
            do {
                for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
                    try Disk.write(bytes, to: temporary.appending(name))
                }
                try Disk.flushFolder(temporary)
                try Disk.rename(temporary, to: target)
            } catch {
                for name in files.keys { try? Disk.remove(temporary.appending(name)) }
                try? Disk.removeFolder(temporary)
                throw error
            }
            try Disk.flushFolder(parent.isEmpty ? "." : parent)
        } catch Errno.directoryNotEmpty, Errno.fileExists {
            throw PackageError(folder.string, .folderNotEmpty)
        } catch let error as Errno {
            throw PackageError(folder.string, .notWritable(error.description))
        } catch {
            throw PackageError(folder.string, .notWritable("\(error)"))
        }
    }

    /// Puts a new `datapackage.json` in place of the one in `folder`, whole or not at all.
    public func replaceDescriptor(in folder: FilePath) throws(PackageError) {
        let bytes = try bytes(Self.descriptor)
        let temporary = folder.appending(".\(Self.descriptor).partial-\(getpid())")
        do {
            do {
                try Disk.write(bytes, to: temporary)
                try Disk.rename(temporary, to: folder.appending(Self.descriptor))
            } catch {
                try? Disk.remove(temporary)
                throw error
            }
            try Disk.flushFolder(folder)
        } catch let error as Errno {
            throw PackageError(Self.descriptor, .notWritable(error.description))
        } catch {
            throw PackageError(Self.descriptor, .notWritable("\(error)"))
        }
    }

    private static func refuseFilled(_ folder: FilePath) throws(PackageError) {
        guard let stream = opendir(folder.string) else {
            switch Errno(rawValue: errno) {
            case .noSuchFileOrDirectory: return
            case .notDirectory: throw PackageError(folder.string, .folderNotEmpty)
            case let error: throw PackageError(folder.string, .notWritable(error.description))
            }
        }
        defer { closedir(stream) }
        var count = 0
        while readdir(stream) != nil { count += 1 }
        // Every folder holds `.` and `..`.
        guard count <= 2 else { throw PackageError(folder.string, .folderNotEmpty) }
    }
}

/// System calls that say why they failed.
private enum Disk {
    static func makeFolder(_ path: FilePath) throws {
        try check(path.withPlatformString { mkdir($0, 0o755) })
    }

    static func write(_ bytes: [UInt8], to path: FilePath) throws {
        let file = try FileDescriptor.open(
            path, .writeOnly, options: [.create, .exclusiveCreate, .noFollow, .closeOnExec],
            permissions: [
                .ownerReadWrite, .groupRead, .otherRead,
            ])
        try file.closeAfter {
            try file.writeAll(bytes)
            try check(fsync(file.rawValue))
        }
    }

    static func flushFolder(_ path: FilePath) throws {
        let file = try FileDescriptor.open(path, .readOnly, options: [.directory, .closeOnExec])
        try file.closeAfter { try check(fsync(file.rawValue)) }
    }

    static func rename(_ source: FilePath, to target: FilePath) throws {
        try check(source.withPlatformString { from in target.withPlatformString { to in renameFile(from, to) } })
    }

    static func remove(_ path: FilePath) throws { try check(path.withPlatformString { unlink($0) }) }

    static func removeFolder(_ path: FilePath) throws { try check(path.withPlatformString { rmdir($0) }) }

    private static func check(_ result: Int32) throws {
        guard result == 0 else { throw Errno(rawValue: errno) }
    }
}

/// `rename(2)`, by another name because `Disk.rename` hides it.
private func renameFile(_ from: UnsafePointer<CChar>, _ to: UnsafePointer<CChar>) -> Int32 { rename(from, to) }
