import TabularText

/// Where the number in an address, or behind a village, stands: what is behind it can be set aside.
struct AddressNumber: Sendable {
    let isGB18030: Bool
    /// 组 队 号 户 栋 幢 楼 室, each in the low bytes of a word: behind a number they begin no name.
    private let units: [UInt64]
    /// What may stand further behind and names no second place.
    private let rest: [UInt64]
    /// What a village's name ends with, mostly.
    private let villages: [UInt64]
    private let unitLength: Int

    init(_ bytes: (String) -> [UInt8], isGB18030: Bool) {
        self.isGB18030 = isGB18030
        func words(_ text: String) -> [UInt64] {
            text.map { bytes(String($0)).reversed().reduce(0) { $0 << 8 | UInt64($1) } }
        }
        units = words("组号队户栋幢楼室")
        rest = words("组号队户栋幢楼室第村民小屋片层座单元巷弄附")
        villages = words("村区组")
        unitLength = bytes("组").count
    }

    /// Where the first number begins, if everything after it is free: then the cell is matched as it would be with
    /// any other number there. Else `end`. Digits that a cell begins with may be the county's code, and stay.
    ///
    /// What follows a number is read only so far that it begins no other name and connects no second place, and no name of
    /// the county has a digit in it. A visible ASCII character or one of the units begins none.
    func split(_ bytes: RawSpan, _ start: Int, _ end: Int) -> Int {
        var position = start
        while position < end, Self.isDigit(byte(bytes, position)) { position &+= 1 }
        let first = position
        // Brackets behind a village or right before the number: what they hold is of the village.
        var opened = 0
        var isBehindBracket = false
        while position < end {
            let byte = byte(bytes, position)
            if byte >= 0x80, !isGB18030 {
                position = Self.ascii(bytes, position, end)
                isBehindBracket = false
                continue
            }
            if Self.isDigit(byte) { break }
            isBehindBracket = Self.opens(byte)
            if isBehindBracket, position &- start >= unitLength,
                has(villages, bytes, position &- unitLength, position)
            {
                opened &+= 1
            }
            if isGB18030, byte >= 0x80, position &+ 1 < end {
                position &+= Self.isDigit(self.byte(bytes, position &+ 1)) ? 4 : 2
            } else {
                position &+= 1
            }
        }
        guard position > first, position < end, end &- start <= ByteTable.longest else { return end }
        let number = position
        // Asked of characters: the second byte of one in GB18030 may be that of a bracket.
        if opened == 0, isBehindBracket { opened = 1 }
        while position < end, Self.isDigit(byte(bytes, position)) { position &+= 1 }
        guard position < end else { return number }
        // A bracket that closes may be the one that the cell begins with.
        let isEnclosed = mayBeEnclosed(byte(bytes, start))
        if isEnclosed { opened = 0 }
        let next = byte(bytes, position)
        guard Self.isFree(next) || Self.closes(next) && opened > 0 || next >= 0x80 && has(units, bytes, position, end)
        else { return end }
        while position < end {
            let byte = byte(bytes, position)
            if Self.isFree(byte) {
                if Self.opens(byte), !isEnclosed { opened &+= 1 }
                position &+= 1
            } else if Self.closes(byte), opened > 0 {
                opened &-= 1
                position &+= 1
            } else if byte >= 0x80, has(rest, bytes, position, end) {
                position &+= unitLength
            } else {
                return end
            }
        }
        return number
    }

    /// Whether the number has no part in why an address is not known either: what seems to be its name ends before the first
    /// digit (`Address.unread`).
    ///
    /// - Parameter beginning: what stands before the number.
    static func isFreeOfUnknown(behind beginning: String) -> Bool {
        let scalars = beginning.unicodeScalars
        // Behind a space a name may stand without its ending; and so little may be the beginning of a line that is no parcel.
        guard scalars.count >= 4, !scalars.contains(where: \.properties.isWhitespace) else { return false }
        return scalars.allSatisfy { HanCharacters.all.contains($0.value) }
    }

    /// The first ASCII character from `position` on, or `end`, eight bytes of UTF-8 at a time.
    @inline(__always)
    private static func ascii(_ bytes: RawSpan, _ position: Int, _ end: Int) -> Int {
        var position = position
        while position < end {
            let word = bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
            let low = ~word & 0x8080_8080_8080_8080
            if low != 0 { return min(position &+ low.trailingZeroBitCount &>> 3, end) }
            position &+= 8
        }
        return end
    }

    /// Whether a cell begins with a bracket, a quotation mark or a space, as far as its first byte tells: what stands around all of
    /// it is set aside only where it is closed.
    @inline(__always)
    private func mayBeEnclosed(_ first: UInt8) -> Bool {
        switch first {
        case 0x20, 0x22, 0x27, 0x28, 0x5B, 0x7B, 0x3C: true
        case 0xA1...0xA3: isGB18030
        case 0xE2, 0xE3, 0xEF, 0xC2: !isGB18030
        default: false
        }
    }

    @inline(__always)
    private static func opens(_ byte: UInt8) -> Bool { byte == 0x28 || byte == 0x5B }
    @inline(__always)
    private static func closes(_ byte: UInt8) -> Bool { byte == 0x29 || byte == 0x5D }

    @inline(__always)
    private func byte(_ bytes: RawSpan, _ position: Int) -> UInt8 {
        bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self)
    }

    @inline(__always)
    private func has(_ words: [UInt64], _ bytes: RawSpan, _ position: Int, _ end: Int) -> Bool {
        guard position &+ unitLength <= end else { return false }
        let word = ByteTable.word(bytes, position, position &+ unitLength)
        for known in words where known == word { return true }
        return false
    }

    /// Visible ASCII, without what may stand between two places, and without quotation marks and brackets that close: of
    /// [芙蓉村3] they are part of what is read.
    @inline(__always)
    private static func isFree(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x27, 0x29, 0x2C, 0x2F, 0x3B, 0x5D: false
        default: (0x21...0x7E).contains(byte)
        }
    }

    /// In a key's second part: how many bytes of it stand before the number.
    func split(_ key: ByteTable.Key) -> Int {
        split(key.bytes.span.bytes, key.first, key.first + key.second) - key.first
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
