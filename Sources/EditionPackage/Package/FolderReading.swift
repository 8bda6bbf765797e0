public import SystemPackage
import SystemSupport

extension EditionFiles {
    /// Reads the package files of a folder: regular files only, no links, at most `largestFile` each. Other files of
    /// the folder are not looked at.
    public init(folder: FilePath) throws(PackageError) {
        var files: [String: [UInt8]] = [:]
        for name in Self.names {
            do {
                files[name] = try Self.read(folder.appending(name), called: name)
            } catch  where error.problem == .unreadable(Errno.notDirectory.description) {
                throw PackageError(folder.string, .notFolder)
            }
        }
        guard files[Self.descriptor] != nil else {
            throw PackageError(Self.descriptor, .missing)
        }
        try self.init(files)
    }

    /// Nil where there is no such file.
    private static func read(_ path: FilePath, called name: String) throws(PackageError) -> [UInt8]? {
        do throws(FileFault) {
            return try RegularFile.read(path, limit: largestFile)
        } catch {
            switch error {
            case .system(.noSuchFileOrDirectory): return nil
            case .system(let errno): throw PackageError(name, .unreadable(errno.description))
            case .notRegular: throw PackageError(name, .notRegularFile)
            case .tooLarge: throw PackageError(name, .tooLarge(limit: largestFile))
            }
        }
    }
}
