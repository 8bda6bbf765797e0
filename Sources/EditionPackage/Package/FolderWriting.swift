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
        do throws(Errno) {
            try FileSystem.makeFolder(new: temporary)
            do throws(Errno) {
                for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
                    try FileSystem.write(bytes, to: temporary.appending(name))
                }
                try FileSystem.flushNames(in: temporary)
                try FileSystem.rename(temporary, to: target)
            } catch {
                for name in files.keys { try? FileSystem.remove(temporary.appending(name)) }
                try? FileSystem.removeFolder(temporary)
                throw error
            }
            try FileSystem.flushNames(in: parent)
        } catch .directoryNotEmpty, .fileExists {
            throw PackageError(folder.string, .folderNotEmpty)
        } catch {
            throw PackageError(folder.string, .notWritable(error.description))
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
        do throws(Errno) {
            try FileSystem.makeFolder(new: aside)
            do throws(Errno) {
                try FileSystem.copyMode(of: target, to: aside)
                for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
                    try FileSystem.write(bytes, to: aside.appending(name))
                }
                try FileSystem.flushNames(in: aside)
                try FileSystem.exchange(aside, target)
            } catch {
                for name in files.keys { try? FileSystem.remove(aside.appending(name)) }
                try? FileSystem.removeFolder(aside)
                throw error
            }
        } catch {
            throw PackageError(folder.string, .notWritable("\(error)"))
        }
        do throws(Errno) {
            try FileSystem.flushNames(in: target.removingLastComponent())
            for name in try FileSystem.names(in: aside) {
                if Self.names.contains(name) {
                    try FileSystem.remove(aside.appending(name))
                } else {
                    try FileSystem.rename(aside.appending(name), to: target.appending(name))
                }
            }
            try FileSystem.removeFolder(aside)
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
        do throws(Errno) {
            guard try FileSystem.names(in: folder).isEmpty else {
                throw .directoryNotEmpty
            }
        } catch .noSuchFileOrDirectory {
            return
        } catch .notDirectory, .directoryNotEmpty {
            throw PackageError(folder.string, .folderNotEmpty)
        } catch { throw PackageError(folder.string, .notWritable(error.description)) }
    }
}
