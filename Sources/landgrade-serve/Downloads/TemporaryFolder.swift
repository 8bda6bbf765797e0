import LookupService
import SystemPackage
import SystemSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder for one file that another program writes, readable by this user alone and removed with what is in it.
final class TemporaryFolder {
    let path: FilePath

    init() throws {
        var name = Array(((SystemSupport.Environment.value("TMPDIR") ?? "/tmp") + "/landgrade-XXXXXX").utf8CString)
        guard mkdtemp(&name) != nil else {
            let error = Errno(rawValue: errno)
            throw error == .noSpace || error == .diskQuotaExceeded ? Problem.noRoom as any Error : error
        }
        path = FilePath(String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    deinit {
        for name in (try? FileSystem.names(in: path)) ?? [] { try? FileSystem.remove(path.appending(name)) }
        try? FileSystem.removeFolder(path)
    }
}
