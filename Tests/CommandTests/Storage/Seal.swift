import CDatabaseFiles
import SystemPackage

/// Gives every page of a generation the checksum that fits what it holds now, as a program would that made it so.
func seal(_ generation: FilePath) throws {
    let file = try FileDescriptor.open(generation, .readWrite)
    try file.closeAfter {
        let size = Int(try file.seek(offset: 0, from: .end)), page = Int(landgrade_page_size)
        var bytes = [UInt8](repeating: 0, count: size)
        _ = try bytes.withUnsafeMutableBytes { try file.read(fromAbsoluteOffset: 0, into: $0) }
        bytes.withUnsafeMutableBytes { landgrade_seal_pages($0.baseAddress, size / page, 1) }
        try file.writeAll(toAbsoluteOffset: 0, bytes)
    }
}
