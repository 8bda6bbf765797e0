package import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Runs calls of swift-system, which throw an `Errno` and nothing else, although their types do not say so.
///
///     let count = try systemCall { try file.read(into: buffer) }
package func systemCall<Result>(_ body: () throws -> Result) throws(Errno) -> Result {
    do {
        return try body()
    } catch { throw error as? Errno ?? .ioError }
}

/// Runs a call of the C library that returns 0, or else sets `errno`.
package func libraryCall(_ body: () -> CInt) throws(Errno) {
    guard body() == 0 else { throw Errno(rawValue: errno) }
}
