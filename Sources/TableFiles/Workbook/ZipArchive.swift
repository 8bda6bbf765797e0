import CMinizip
package import TabularText

/// A ZIP file as far as a workbook needs one: parts are found by their names and read from beginning to end, one at a
/// time, and nothing is ever written to disk. Stricter than ZIP: the directory ends the file, names are not repeated,
/// parts don't overlap, and nothing may grow without measure.
package final class ZipArchive {
    /// The most entries: a large workbook has a few hundred.
    static let maximumEntries = 10_000
    /// Beyond so many bytes a part may not be more than `maximumRatio` times as long as it is compressed. Sheets come to
    /// twenty times.
    static let unmeasured = 10 << 20
    static let maximumRatio = 200

    package let names: Set<String>
    private let file: any RandomAccess
    private let source: ZipSource
    private let handle: unzFile
    private let entries: [String: Entry]
    private var ranges: [String: Range<UInt64>] = [:]

    private struct Entry {
        var position: unz64_file_pos
        let compressed: Int
        let size: Int
        let flags: UInt
        let method: UInt
    }

    package init(_ file: any RandomAccess) throws {
        // End of central directory, 22 bytes, with no comment behind it: what is found by searching can be forged.
        let tail = try file.bytes(at: max(file.count - 22, 0), count: 22)
        guard tail.count == 22, tail.starts(with: [0x50, 0x4B, 0x05, 0x06]), tail[20] == 0, tail[21] == 0,
            try file.bytes(at: 0, count: 4) == [0x50, 0x4B, 0x03, 0x04]
        else { throw WorkbookFault.notWhole.error }
        self.file = file
        source = ZipSource(file)
        var functions = source.functions
        guard let handle = unzOpen2_64("", &functions) else { throw WorkbookFault.notWhole.error }
        self.handle = handle
        do {
            entries = try Self.entries(handle)
        } catch {
            unzClose(handle)
            throw error
        }
        names = Set(entries.keys)
    }

    deinit { unzClose(handle) }

    private static func entries(_ handle: unzFile) throws -> [String: Entry] {
        var info = unz_global_info64()
        guard unzGetGlobalInfo64(handle, &info) == UNZ_OK else { throw WorkbookFault.notWhole.error }
        guard info.number_entry <= maximumEntries else {
            throw WorkbookFault.tooManyEntries(Int(clamping: info.number_entry)).error
        }
        var entries: [String: Entry] = [:]
        var count = 0
        var status = info.number_entry == 0 ? UNZ_END_OF_LIST_OF_FILE : unzGoToFirstFile(handle)
        while status == UNZ_OK {
            var file = unz_file_info64()
            var name = [CChar](repeating: 0, count: 513)
            var position = unz64_file_pos()
            guard
                unzGetCurrentFileInfo64(handle, &file, &name, 512, nil, 0, nil, 0) == UNZ_OK,
                unzGetFilePos64(handle, &position) == UNZ_OK, file.size_filename <= 512
            else { throw WorkbookFault.notWhole.error }
            count += 1
            // No part of a workbook has a name in another encoding; what else lies in the archive is not opened.
            if let text = String(
                validating: name.prefix(Int(file.size_filename)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            {
                let key = Self.key(text)
                guard entries[key] == nil else { throw WorkbookFault.twice(text).error }
                entries[key] = Entry(
                    position: position, compressed: Int(clamping: file.compressed_size),
                    size: Int(clamping: file.uncompressed_size), flags: file.flag, method: file.compression_method)
            }
            status = unzGoToNextFile(handle)
        }
        guard status == UNZ_END_OF_LIST_OF_FILE, count == Int(info.number_entry) else {
            throw WorkbookFault.notWhole.error
        }
        return entries
    }

    /// Part names are compared without regard to case. Some programs write `xl\\workbook.xml`, `/xl/…` or `./xl/…`.
    private static func key(_ name: String) -> String {
        name.lowercased().split { $0 == "/" || $0 == "\\" }.drop { $0 == "." }.joined(separator: "/")
    }

    package func has(_ name: String) -> Bool { entries[Self.key(name)] != nil }

    /// How long a part says it is.
    package func size(of name: String) -> Int { entries[Self.key(name)]?.size ?? 0 }

    /// A part, to be read to its end before another is opened.
    ///
    /// - Parameter limit: bytes, of the part uncompressed.
    package func open(_ name: String, limit: Int) throws -> ZipPart {
        guard var entry = entries[Self.key(name)] else { throw WorkbookFault.missing(name).error }
        guard entry.flags & 1 == 0 else { throw WorkbookFault.encrypted(name).error }
        guard entry.method == 0 || entry.method == 8 else { throw WorkbookFault.method(Int(entry.method), name).error }
        guard entry.size <= limit else { throw WorkbookFault.tooLong(name, limit: limit).error }
        guard unzGoToFilePos64(handle, &entry.position) == UNZ_OK, unzOpenCurrentFile(handle) == UNZ_OK else {
            throw WorkbookFault.damaged(name).error
        }
        let start = unzGetCurrentFileZStreamPos64(handle)
        let range = start..<start + UInt64(entry.compressed)
        guard range.upperBound <= UInt64(file.count) else {
            unzCloseCurrentFile(handle)
            throw WorkbookFault.damaged(name).error
        }
        if ranges.contains(where: { $0.key != Self.key(name) && $0.value.overlaps(range) }) {
            unzCloseCurrentFile(handle)
            throw WorkbookFault.overlapping(name).error
        }
        ranges[Self.key(name)] = range
        return ZipPart(self, handle, name: name, size: entry.size, compressed: entry.compressed, source)
    }
}

/// One part, from its beginning to its end.
package final class ZipPart {
    package let name: String
    private let archive: ZipArchive
    private let handle: unzFile
    private let size: Int
    private let compressed: Int
    private let source: ZipSource
    private(set) var count = 0
    private var isOpen = true

    fileprivate init(
        _ archive: ZipArchive, _ handle: unzFile, name: String, size: Int, compressed: Int, _ source: ZipSource
    ) {
        self.archive = archive
        self.handle = handle
        self.name = name
        self.size = size
        self.compressed = compressed
        self.source = source
    }

    deinit { if isOpen { unzCloseCurrentFile(handle) } }

    /// 0 at the end, when length and checksum have proven right.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard isOpen else { return 0 }
        let read = Int(unzReadCurrentFile(handle, buffer.baseAddress, UInt32(clamping: buffer.count)))
        if let error = source.failure { throw error }
        guard read >= 0 else { throw WorkbookFault.damaged(name).error }
        count += read
        // What is counted is what came out, whatever the directory says.
        guard count <= ZipArchive.unmeasured || count / ZipArchive.maximumRatio <= compressed else {
            throw WorkbookFault.bomb(name).error
        }
        if read == 0 {
            isOpen = false
            guard unzCloseCurrentFile(handle) == UNZ_OK, count == size else { throw WorkbookFault.damaged(name).error }
        }
        return read
    }
}
