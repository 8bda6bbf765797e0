package import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why the file at a path could not be read whole.
package enum FileFault: Error {
    case system(Errno)
    case notRegular
    case tooLarge
}

package enum RegularFile {
    /// The whole file. A link is not followed unless `followingLinks`, and a device or pipe is never waited for.
    package static func read(_ path: FilePath, limit: Int, followingLinks: Bool = false) throws(FileFault) -> [UInt8] {
        do {
            let links: FileDescriptor.OpenOptions = followingLinks ? [] : [.noFollow]
            let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking, links])
            defer { try? file.close() }
            var status = stat()
            guard fstat(file.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
            guard status.st_mode & S_IFMT == S_IFREG else { throw FileFault.notRegular }
            guard status.st_size <= limit else { throw FileFault.tooLarge }
            return try contents(file, expecting: Int(status.st_size), limit: limit)
        } catch Errno.tooManySymbolicLinkLevels {
            throw .notRegular
        } catch let error as Errno {
            throw .system(error)
        } catch let fault as FileFault {
            throw fault
        } catch {
            throw .system(.ioError)
        }
    }

    private static func contents(_ file: FileDescriptor, expecting size: Int, limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: buffer[..<count])
            // It may have grown since it was measured.
            guard bytes.count <= limit else { throw FileFault.tooLarge }
        }
    }
}
