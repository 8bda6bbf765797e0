import GradeModel
import SystemPackage
import TestSupport
import Testing
import SystemSupport

@testable import FuzzChecks
@testable import GradeStore

/// The checksum of each page of a generation.
@Suite struct PageChecksumTests {
    let folder = TemporaryFolder()
    var store: StoreFolder { StoreFolder(folder.path.appending("store")) }

    private func pages() throws -> [[UInt8]] {
        let file = store.file(try store.current())
        let bytes = try bytes(of: file)
        #expect(bytes.count % PageChecksums.pageSize == 0)
        return stride(from: 0, to: bytes.count, by: PageChecksums.pageSize).map { Array(bytes[$0..<$0 + 4096]) }
    }

    /// XXH64 of its specification, with the page's number as its seed; the value is that of `xxhash.xxh64`.
    @Test func `it is XXH64`() {
        var page = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        page.replaceSubrange(4088..., with: [0xE7, 0xCB, 0x23, 0x97, 0xFE, 0xDC, 0xAB, 0xE2])
        #expect(PageChecksums.fits(page, number: 3))
        #expect(!PageChecksums.fits(page, number: 2))
    }

    @Test func `every bit of a page and its number count`() throws {
        try store.applying([[GenerationTests.first]])
        let pages = try pages()
        #expect(pages.count > 10)
        for (index, page) in pages.enumerated() {
            #expect(PageChecksums.fits(page, number: UInt32(index + 1)))
            #expect(!PageChecksums.fits(page, number: UInt32(index + 2)))
        }
        var page = pages[3]
        for bit in 0..<(4096 * 8) {
            page[bit / 8] ^= 1 << UInt8(bit % 8)
            if PageChecksums.fits(page, number: 4) { Issue.record("bit \(bit)") }
            page[bit / 8] ^= 1 << UInt8(bit % 8)
        }
    }

    /// A copied generation that is changed has them anew.
    @Test func `an amended generation has its own`() throws {
        try store.applying(AmendmentTests.counties)
        let base = try Generation.openCurrent(of: store)
        let amendment = try #require(
            try Amendment(of: base, replacing: ["990003"], indexing: SampleEditions.indexing))
        var rest = [AmendmentTests.changed][...]
        _ = try store.writer().apply(amendment) { rest.popFirst() }
        for (index, page) in try pages().enumerated() {
            #expect(PageChecksums.fits(page, number: UInt32(index + 1)))
        }
    }

    /// Bits of the numbers by which a file is known are damage, and not another program or another time.
    @Test(arguments: [60, 63, 68, 71])
    func `a flipped bit in the header is damage`(_ place: Int) throws {
        let name = try store.applying([[GenerationTests.first]])
        let path = store.file(name)
        try FileSystem.setMode(path, 0o644)
        let file = try FileDescriptor.open(path, .readWrite)
        try file.closeAfter {
            var byte: [UInt8] = [0]
            _ = try byte.withUnsafeMutableBytes { try file.read(fromAbsoluteOffset: Int64(place), into: $0) }
            byte[0] ^= 1
            try file.writeAll(toAbsoluteOffset: Int64(place), byte)
        }
        var failure: StoreError?
        do throws(StoreError) { _ = try Generation.openCurrent(of: store) } catch { failure = error }
        guard case .pageChanged = failure else { Issue.record("\(String(describing: failure))"); return }
    }
}
