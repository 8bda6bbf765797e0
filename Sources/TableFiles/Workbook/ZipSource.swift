import CMinizip
import TabularText

/// A file as minizip reads it: through these functions and no path.
final class ZipSource {
    private let file: any RandomAccess
    private var position = 0
    /// What reading threw; minizip only knows that it failed.
    private(set) var failure: (any Error)?

    init(_ file: any RandomAccess) { self.file = file }

    /// Good as long as `self` lives.
    var functions: zlib_filefunc64_def {
        zlib_filefunc64_def(
            zopen64_file: { opaque, _, _ in opaque },
            zread_file: { opaque, _, buffer, count in ZipSource.of(opaque).read(buffer, Int(count)) },
            zwrite_file: { _, _, _, _ in 0 },
            ztell64_file: { opaque, _ in UInt64(ZipSource.of(opaque).position) },
            zseek64_file: { opaque, _, offset, origin in ZipSource.of(opaque).seek(offset, origin) },
            zclose_file: { _, _ in 0 },
            zerror_file: { opaque, _ in ZipSource.of(opaque).failure == nil ? 0 : -1 },
            opaque: Unmanaged.passUnretained(self).toOpaque())
    }

    /// minizip hands back what `functions` gave it.
    private static func of(_ opaque: UnsafeMutableRawPointer?) -> ZipSource {
        Unmanaged<ZipSource>.fromOpaque(opaque!).takeUnretainedValue()
    }

    private func read(_ buffer: UnsafeMutableRawPointer?, _ count: Int) -> UInt {
        var filled = 0
        do {
            while filled < count {
                let room = UnsafeMutableRawBufferPointer(start: buffer.map { $0 + filled }, count: count - filled)
                let more = try file.read(at: position, into: room)
                guard more > 0 else { break }
                filled += more
                position += more
            }
        } catch { failure = error }
        return UInt(filled)
    }

    private func seek(_ offset: UInt64, _ origin: Int32) -> Int {
        let base = origin == ZLIB_FILEFUNC_SEEK_SET ? 0 : origin == ZLIB_FILEFUNC_SEEK_CUR ? position : file.count
        guard offset <= UInt64(file.count) else { return -1 }
        position = min(base + Int(offset), file.count)
        return 0
    }
}
