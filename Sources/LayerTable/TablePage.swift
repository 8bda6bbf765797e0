/// A page of a table's tree: a leaf has rows, an inner page says which page has the rows up to which number.
///
/// Nothing on a page is taken for right: what would lead out of it is nil.
struct TablePage {
    let kind: Kind
    let cellCount: Int

    enum Kind: UInt8 { case inner = 0x05, leaf = 0x0D }

    /// - Parameter bytes: the page's usable bytes, as in every call that follows.
    init?(_ bytes: RawSpan) {
        guard bytes.byteCount >= 12, let kind = Kind(rawValue: bytes.byte(0)) else { return nil }
        self.kind = kind
        cellCount = bytes.bigEndian16(3)
        guard headerSize + 2 * cellCount <= bytes.byteCount else { return nil }
    }

    private var headerSize: Int { kind == .inner ? 12 : 8 }

    /// Where a cell begins: behind the list of them, if not behind the page.
    @inline(__always)
    func cell(_ index: Int, in bytes: RawSpan) -> Int? {
        let place = bytes.bigEndian16(headerSize &+ 2 &* index)
        return place >= headerSize &+ 2 &* cellCount ? place : nil
    }

    /// Of an inner page: the page of a child. Behind the last cell there is one more.
    func child(_ index: Int, in bytes: RawSpan) -> Int? {
        guard let place = index == cellCount ? 8 : cell(index, in: bytes), place + 4 <= bytes.byteCount
        else { return nil }
        return bytes.bigEndian16(place) << 16 | bytes.bigEndian16(place + 2)
    }

    /// Of an inner page: the greatest number of a row that the child of a cell may have.
    func key(_ index: Int, in bytes: RawSpan) -> Int64? {
        guard var place = cell(index, in: bytes) else { return nil }
        place += 4
        return bytes.varint(&place)
    }

    /// Of an inner page: whether its keys ascend.
    func isInOrder(_ bytes: RawSpan) -> Bool {
        var last: Int64?
        for index in 0..<cellCount {
            guard let key = key(index, in: bytes), last.map({ $0 < key }) ?? true else { return false }
            last = key
        }
        return true
    }

    /// The first child that may have a row with this number or a greater one.
    func child(from number: Int64, in bytes: RawSpan) -> Int? {
        var low = 0, high = cellCount
        while low < high {
            let middle = (low + high) / 2
            guard let key = key(middle, in: bytes) else { return nil }
            if key < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension RawSpan {
    @inline(__always)
    func byte(_ place: Int) -> UInt8 { unsafeLoad(fromByteOffset: place, as: UInt8.self) }

    @inline(__always)
    func bigEndian16(_ place: Int) -> Int { Int(byte(place)) << 8 | Int(byte(place &+ 1)) }

    /// A number of one to nine bytes, seven bits in each but the ninth, which has eight. Nil where it is cut short.
    @inline(__always)
    func varint(_ place: inout Int) -> Int64? {
        guard place < byteCount else { return nil }
        let first = byte(place)
        guard first >= 0x80 else {
            place &+= 1
            return Int64(first)
        }
        return longVarint(&place)
    }

    @inline(never)
    private func longVarint(_ place: inout Int) -> Int64? {
        var value: UInt64 = 0
        for index in 0..<9 {
            guard place < byteCount else { return nil }
            let next = byte(place)
            place += 1
            if index == 8 { return Int64(bitPattern: value << 8 | UInt64(next)) }
            value = value << 7 | UInt64(next & 0x7F)
            if next < 0x80 { return Int64(bitPattern: value) }
        }
        return nil
    }
}
