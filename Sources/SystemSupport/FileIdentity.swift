#if canImport(Glibc)
    package import Glibc
#else
    package import Darwin
#endif

/// Tells one file from another whatever its path is called.
public struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    package init(_ status: stat) { (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino)) }
}
