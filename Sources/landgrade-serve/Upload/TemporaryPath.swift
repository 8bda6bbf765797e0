import LookupService
import SystemPackage
import SystemSupport

#if canImport(Glibc)
    import Glibc
#endif

/// A path for a file that another program or library writes by name: in a folder that nobody else can read, and gone with
/// this object.
final class TemporaryPath {
    let path: FilePath
    private let folder: FilePath

    init(suffix: String) throws {
        let parent = SystemSupport.Environment.value("TMPDIR") ?? "/tmp"
        var template = Array("\(parent)/landgrade-serve-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!) }  // it has bytes
        guard made != nil else { throw errno == ENOSPC || errno == EDQUOT ? Problem.noRoom : Errno(rawValue: errno) }
        folder = template.withUnsafeBufferPointer { FilePath(platformString: $0.baseAddress!) }
        path = folder.appending("checked" + suffix)
    }

    deinit {
        unlink(path.string)
        rmdir(folder.string)
    }

    /// The file that was written there, without its name from now on.
    func take() throws -> NamelessFile {
        let file = NamelessFile(try FileDescriptor.open(path, .readOnly))
        unlink(path.string)
        return file
    }
}
