package import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

package func bytes(of path: FilePath) throws -> [UInt8] {
    let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec])
    return try file.closeAfter {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 18)
        while case let count = try block.withUnsafeMutableBytes({ try file.read(into: $0) }), count > 0 {
            bytes += block[..<count]
        }
        return bytes
    }
}

/// The whole text of a file; throws `NotText` where it is not UTF-8.
package func contents(of path: FilePath) throws -> String {
    guard let text = String(validating: try bytes(of: path), as: UTF8.self) else { throw NotText(path: path) }
    return text
}

package struct NotText: Error {
    package let path: FilePath
}

/// Makes the file, or replaces what it holds.
package func write(_ bytes: some Sequence<UInt8>, to path: FilePath) throws {
    let file = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .truncate, .closeOnExec],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
    try file.closeAfter { _ = try file.writeAll(bytes) }
}

package func makeFolder(_ path: FilePath) throws {
    guard mkdir(path.string, 0o755) == 0 || errno == EEXIST else { throw Errno(rawValue: errno) }
}

/// Copies a folder that holds files alone.
package func copyFolder(_ folder: FilePath, to copy: FilePath) throws {
    try makeFolder(copy)
    for name in names(in: folder) { try write(bytes(of: folder.appending(name)), to: copy.appending(name)) }
}

/// The names in a folder, sorted, without `.` and `..`; none where there is no folder.
package func names(in folder: FilePath) -> [String] {
    guard let stream = opendir(folder.string) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        names.append(
            withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
}

/// Removes a file, or a folder with all that it holds, whatever their modes.
package func removeTree(_ path: FilePath) {
    var status = stat()
    guard lstat(path.string, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
        unlink(path.string)
        return
    }
    chmod(path.string, 0o755)
    for name in names(in: path) { removeTree(path.appending(name)) }
    rmdir(path.string)
}
