internal import CSystemCalls
public import SystemPackage
import SystemSupport

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
        do throws(Errno) {
            let file = try ReplacedFile(folder.appending(Self.descriptor))
            try file.write(bytes)
            try file.commit()
        } catch { throw PackageError(Self.descriptor, .notWritable(error.description)) }
    }

    /// Puts the package in place of the one in `folder`, whole or not at all: it is built as a folder of its own beside it,
    /// flushed, and then the two change places in one step. What else lies in the folder is moved over.
    public func replace(in folder: FilePath) throws(PackageError) {
        let target = try Self.resolved(folder)
        guard let name = target.lastComponent, name.kind == .regular else {
            throw PackageError(folder.string, .notWritable("the root folder"))
        }
        guard try !Self.isWorkingFolder(target) else {
            throw PackageError(folder.string, .notWritable("it is replaced as a whole: call this from outside it"))
        }
        let aside = target.removingLastComponent().appending(".\(name.string).partial-\(getpid())")
        do {
            try Disk.makeFolder(aside)
            do {
                try Disk.copyMode(of: target, to: aside)
                for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
                    try Disk.write(bytes, to: aside.appending(name))
                }
                try Disk.flushFolder(aside)
                try Disk.exchange(aside, target)
            } catch {
                for name in files.keys { try? Disk.remove(aside.appending(name)) }
                try? Disk.removeFolder(aside)
                throw error
            }
        } catch {
            throw PackageError(folder.string, .notWritable("\(error)"))
        }
        do {
            try Disk.flushFolder(target.removingLastComponent())
            for name in try Disk.names(in: aside) {
                if Self.names.contains(name) {
                    try Disk.remove(aside.appending(name))
                } else {
                    try Disk.rename(aside.appending(name), to: target.appending(name))
                }
            }
            try Disk.removeFolder(aside)
        } catch {
            let left = "the package is changed; what is left of the old folder is in \(aside): \(error)"
            throw PackageError(folder.string, .notWritable(left))
        }
    }

    /// The real path: of a link, what it leads to is replaced and the link stays.
    private static func resolved(_ folder: FilePath) throws(PackageError) -> FilePath {
        guard let real = folder.withPlatformString({ realpath($0, nil) }) else {
            throw PackageError(folder.string, .notWritable(Errno(rawValue: errno).description))
        }
        defer { free(real) }
        return FilePath(String(cString: real))
    }

    /// A shell that stands in the folder would be left in one that is gone.
    private static func isWorkingFolder(_ folder: FilePath) throws(PackageError) -> Bool {
        let working = try resolved(".")
        return working == folder || working.starts(with: folder)
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

    static func exchange(_ one: FilePath, _ other: FilePath) throws {
        try check(one.withPlatformString { a in other.withPlatformString { landgrade_exchange(a, $0) } })
    }

    static func copyMode(of path: FilePath, to other: FilePath) throws {
        var status = stat()
        try check(path.withPlatformString { stat($0, &status) })
        try check(other.withPlatformString { chmod($0, status.st_mode & 0o777) })
    }

    /// Without `.` and `..`, in no order.
    static func names(in path: FilePath) throws -> [String] {
        guard let stream = path.withPlatformString({ opendir($0) }) else { throw Errno(rawValue: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names.filter { $0 != "." && $0 != ".." }
    }

    static func remove(_ path: FilePath) throws { try check(path.withPlatformString { unlink($0) }) }

    static func removeFolder(_ path: FilePath) throws { try check(path.withPlatformString { rmdir($0) }) }

    private static func check(_ result: Int32) throws {
        guard result == 0 else { throw Errno(rawValue: errno) }
    }
}

/// `rename(2)`, by another name because `Disk.rename` hides it.
private func renameFile(_ from: UnsafePointer<CChar>, _ to: UnsafePointer<CChar>) -> Int32 { rename(from, to) }
