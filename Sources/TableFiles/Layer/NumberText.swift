/// Numbers as SQLite writes them, without asking it where that is simple: it takes a fraction of the time.
enum NumberText {
    /// Puts the digits at the end of `room` (20 bytes will do) and says where they begin.
    static func integer(_ value: Int64, into room: UnsafeMutableRawBufferPointer) -> Int {
        var position = room.count
        var rest = value.magnitude
        repeat {
            position -= 1
            room[position] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
            rest /= 10
        } while rest > 0
        if value < 0 {
            position -= 1
            room[position] = 0x2D
        }
        return position
    }

    /// The like for a number with up to six decimals and so few digits that only one decimal number of 15 digits is
    /// this value: the one SQLite writes. Nil: ask it.
    static func real(_ value: Double, into room: UnsafeMutableRawBufferPointer) -> Int? {
        let magnitude = value.magnitude
        guard magnitude < 1e8, magnitude >= 1e-3 || (value == 0 && value.sign == .plus) else { return nil }
        let scaled = (magnitude * 1e6).rounded()
        guard scaled / 1e6 == magnitude else { return nil }
        var fraction = UInt64(scaled) % 1_000_000
        let whole = UInt64(scaled) / 1_000_000
        var position = room.count
        var digits = 6
        while digits > 1, fraction % 10 == 0 {
            fraction /= 10
            digits -= 1
        }
        for _ in 0..<digits {
            position -= 1
            room[position] = UInt8(truncatingIfNeeded: 0x30 + fraction % 10)
            fraction /= 10
        }
        position -= 1
        room[position] = 0x2E
        position = integer(
            Int64(whole), into: UnsafeMutableRawBufferPointer(rebasing: room.prefix(position)))
        if value < 0 {
            position -= 1
            room[position] = 0x2D
        }
        return position
    }
}
