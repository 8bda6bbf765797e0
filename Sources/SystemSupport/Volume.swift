internal import CSystemCalls
package import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the file system of a path has room for and is made of.
package enum Volume {
    /// Bytes that this user may still write; nil where the system doesn't say.
    package static func free(_ path: FilePath) -> Int? {
        var status = statvfs()
        guard path.withPlatformString({ statvfs($0, &status) }) == 0 else { return nil }
        return Int(
            clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
    }

    /// `NFS`, `CIFS`, … where the folder lies on another machine; nil where it doesn't, as far as its type tells.
    package static func networkFileSystem(_ path: FilePath) -> String? {
        networkFileSystem(type: path.withPlatformString { landgrade_file_system_type($0) })
    }

    /// By the magic numbers of statfs(2).
    package static func networkFileSystem(type: UInt32) -> String? {
        switch type {
        case 0x6969: "NFS"
        case 0xFF53_4D42, 0xFE53_4D42, 0x517B: "CIFS"
        case 0x5346_414F, 0x6B41_4653: "AFS"
        case 0x00C3_6400: "Ceph"
        case 0x0102_1997: "9P"
        case 0x7375_7245: "Coda"
        case 0x564C: "NCP"
        default: nil
        }
    }
}
