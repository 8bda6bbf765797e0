/// Where the number in an address stands: what is behind it can be set aside.
struct AddressNumber: Sendable {
    let isGB18030: Bool
    /// 组 队 号 户 栋 幢 楼 室, each in the low bytes of a word: behind a number they begin no name.
    private let units: [UInt64]
    private let unitLength: Int

    init(_ bytes: (String) -> [UInt8], isGB18030: Bool) {
        self.isGB18030 = isGB18030
        let encoded = ["组", "队", "号", "户", "栋", "幢", "楼", "室"].map(bytes)
        unitLength = encoded[0].count
        units = encoded.map { $0.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    }

    /// Where the first number of an address begins, if all that stands behind it is free: then the address is matched as
    /// it would be with any other number there. Else `end`.
    ///
    /// What follows a number in an address is read only so far that it begins no other name, and no name of the
    /// county has a digit in it. A visible ASCII character or one of the units begins none.
    func split(_ bytes: RawSpan, _ start: Int, _ end: Int) -> Int {
        var position = start
        while position < end {
            let byte = bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self)
            if Self.isDigit(byte) { break }
            if isGB18030, byte >= 0x80, position &+ 1 < end {
                let next = bytes.unsafeLoad(fromByteOffset: position &+ 1, as: UInt8.self)
                position &+= Self.isDigit(next) ? 4 : 2
            } else {
                position &+= 1
            }
        }
        guard position > start, position < end, end &- start <= ByteTable.longest else { return end }
        let number = position
        while position < end, Self.isDigit(bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self)) {
            position &+= 1
        }
        guard position < end else { return number }
        if (0x21...0x7E).contains(bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self)) { return number }
        guard position &+ unitLength <= end else { return end }
        let word = ByteTable.word(bytes, position, position &+ unitLength)
        for unit in units where unit == word { return number }
        return end
    }

    /// The like for a key's second part: how many bytes of it stand before the number.
    func split(_ key: ByteTable.Key) -> Int {
        split(key.bytes.span.bytes, key.first, key.first + key.second) - key.first
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
